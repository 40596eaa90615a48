"""Finds every text a person reads in a piece of content, and measures its sentences.

The walk follows the types of ``content.schema``: what is a ``Text`` is read by people; keys, names of
poles and the like are not, and neither are the fields in ``NOT_PROSE``.
"""

import re
from collections.abc import Iterator
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from content import schema

MAX_WORDS = 25
NOT_PROSE = frozenset({"source", "advice_source", "forbidden"})

# A sentence ends at . ! or ? before white space (perhaps after a closing quote or bracket), or with its line.
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'’”)]*\s+|\n+")
_WORD = re.compile(r"\S*\w\S*")


class Found(NamedTuple):
    """A text and where it stands, for example ``("groups", 0, "title")``."""

    path: tuple[str | int, ...]
    text: str

    @property
    def key(self) -> str:
        """The path as it is written in messages: ``groups.0.title``."""
        return ".".join(map(str, self.path))


def sentences(text: str) -> list[str]:
    """The sentences of a text, headings and loose words included."""
    return [part for part in _SENTENCE_END.split(text.strip()) if part]


def words(text: str) -> int:
    """How many words a text has; a number or a placeholder counts as one, a loose dash does not."""
    return len(_WORD.findall(text))


def texts(value: object, hint: Any = None, path: tuple[str | int, ...] = ()) -> Iterator[Found]:
    """Every text a person reads in a model, or in a mapping or tuple whose type is ``hint``."""
    if isinstance(value, str):
        if _is_prose(hint):
            yield Found(path, value)
        return
    for name, item, item_hint in _parts(value, hint):
        yield from texts(item, item_hint, (*path, name))


def _parts(value: object, hint: Any) -> Iterator[tuple[str | int, object, Any]]:
    """What a model, mapping or tuple holds: name or index, value, type. Nothing for anything else."""
    if isinstance(value, BaseModel):
        hints = get_type_hints(type(value), include_extras=True)
        names = (name for name in type(value).model_fields if name not in NOT_PROSE)
        yield from ((name, getattr(value, name), hints[name]) for name in names)
    elif isinstance(value, dict):
        yield from ((key, item, _item_hint(hint)) for key, item in value.items())
    elif isinstance(value, tuple):
        yield from ((index, item, _item_hint(hint)) for index, item in enumerate(value))


def _options(hint: Any) -> tuple[Any, ...]:
    """The types of a union, or the one type itself."""
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _item_hint(hint: Any) -> Any:
    """The type of what a tuple or a mapping holds: ``Text`` for ``tuple[Text, ...] | None``."""
    for option in _options(hint):
        if get_origin(option) is dict:
            return get_args(option)[1]
        if get_origin(option) is tuple:
            return get_args(option)[0]
    return None


def _is_prose(hint: Any) -> bool:
    # Plain str is the data of a suggestion: partly choices, partly texts that a person takes over.
    return any(option in (schema.Text, str) for option in _options(hint))

"""What Python asks for by name, held against ``content/nl``, which the tests hold against Python.

Another edition may say everything in other words and ask other sub-questions. It may not leave out a word
of a screen, or let an answer count for another pole. Every function yields messages ``file: key: what``.
"""

import string
from collections.abc import Iterator, Mapping
from typing import Literal, get_origin

from pydantic import BaseModel

from content import readability, schema


def of_models(found: Mapping[str, schema.Model], standard: Mapping[str, schema.Model]) -> Iterator[str]:
    """Names, numbers and poles that are others than in ``standard``, of every file that could be read."""
    for file in sorted(found.keys() & standard.keys()):
        yield from _compared(file, set(_fixed(found[file])), set(_fixed(standard[file])))


def of_screens(
    found: Mapping[str, schema.ScreenTexts], standard: Mapping[str, schema.ScreenTexts]
) -> Iterator[str]:
    """Words that are missing or that nobody asks for, and placeholders that nobody fills in."""
    for file in sorted(found.keys() & standard.keys()):
        yield from _compared(file, {*found[file]}, {*standard[file]})
        for key in sorted(found[file].keys() & standard[file].keys()):
            known = _placeholders(standard[file][key])
            for unknown in sorted(_placeholders(found[file][key]) - known):
                yield f"{file}: {key}: nothing is filled in for {{{unknown}}}"


def _compared(file: str, found: set[str], standard: set[str]) -> Iterator[str]:
    yield from (f"{file}: {name}: is missing" for name in sorted(standard - found))
    yield from (f"{file}: {name}: is unknown" for name in sorted(found - standard))


def _fixed(model: BaseModel, path: str = "") -> Iterator[str]:
    """The names in mappings, the numbers of what is numbered, the poles and types that texts are about."""
    for name, field in type(model).model_fields.items():
        value, at = getattr(model, name), f"{path}{name}"
        if name == "number" or get_origin(field.annotation) is Literal:
            yield f"{at}: {value}"
        for part, inner in _named(value):
            place = f"{at}.{part}" if part else at
            yield place
            if isinstance(inner, BaseModel):
                yield from _fixed(inner, f"{place}.")


def _named(value: object) -> Iterator[tuple[str, object]]:
    """What a mapping, a list of numbered things or a part of a model holds, by name or place."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, tuple):
        yield from ((str(place), item) for place, item in enumerate(value) if hasattr(item, "number"))
    elif isinstance(value, BaseModel):
        yield "", value


def _placeholders(entry: str | schema.Plural) -> set[str]:
    """The names between braces; a text that is no format has its problem elsewhere."""
    texts = (found.text for found in readability.texts({"": entry}, schema.ScreenTexts))
    names = (name for text in texts for _, name, _, _ in string.Formatter().parse(text))
    try:
        return {name for name in names if name is not None}
    except ValueError:
        return set()

"""What can be asked of an item: its fields, as a screen or a document needs to know them."""

import types
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from stappenplan.items import KINDS
from stappenplan.shapes import RefersTo
from stappenplan.text import SHORT


class Form(StrEnum):
    """The forms a value can have."""

    SHORT = "short"
    LONG = "long"
    CHOICE = "choice"
    REFERENCE = "reference"
    REFERENCES = "references"
    YEAR = "year"
    DECIMAL = "decimal"
    DATE = "date"
    FLAG = "flag"


@dataclass(frozen=True)
class ItemField:
    """One field of a kind of item.

    ``limit`` is the greatest number of characters of a text; ``choices`` are the values of a choice
    without the empty one; ``refers_to`` is the kind whose ids a reference holds.
    """

    name: str
    form: Form
    limit: int | None = None
    choices: tuple[str, ...] = ()
    refers_to: str | None = None


_BY_TYPE: dict[object, Form] = {int: Form.YEAR, Decimal: Form.DECIMAL, date: Form.DATE, bool: Form.FLAG}


def _field(name: str, info: FieldInfo) -> ItemField:
    reference = next((m for m in info.metadata if isinstance(m, RefersTo)), None)
    if reference:
        many = get_origin(info.annotation) is tuple
        form = Form.REFERENCES if many else Form.REFERENCE
        return ItemField(name, form, refers_to=reference.kind)
    if get_origin(info.annotation) is Literal:
        return ItemField(name, Form.CHOICE, choices=tuple(c for c in get_args(info.annotation) if c))
    if info.annotation is str:
        limit = _limit(info)
        return ItemField(name, Form.SHORT if limit <= SHORT else Form.LONG, limit=limit)
    return ItemField(name, _BY_TYPE[_unwrap(info.annotation)])


def _limit(info: FieldInfo) -> int:
    limits = [int(part.max_length) for part in info.metadata if hasattr(part, "max_length")]
    if not limits:
        raise TypeError("a text without a limit")
    return min(limits)


def _unwrap(annotation: object) -> object:
    """The type in ``Annotated[T, ...] | None``."""
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = next(a for a in get_args(annotation) if a is not type(None))
    return annotation if isinstance(annotation, type) else get_args(annotation)[0]


FORMATTED = ItemField("formatted", Form.FLAG)
"""How the texts of a `Formattable` kind are shown; not one of the fields that say something."""


@cache
def fields_of(kind: str) -> tuple[ItemField, ...]:
    """The fields of ``kind`` that a person fills in, in order. Raises KeyError for an unknown kind."""
    return fields_in(KINDS[kind], hidden=frozenset({"kind", "question", FORMATTED.name}))


def fields_in(model: type[BaseModel], hidden: frozenset[str] = frozenset()) -> tuple[ItemField, ...]:
    """The fields of any model of texts with a limit, figures and the like, in order."""
    return tuple(_field(name, info) for name, info in model.model_fields.items() if name not in hidden)

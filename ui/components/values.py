"""Between what is stored (JSON) and what a widget holds (text, a choice, a tick), both ways."""

from datetime import date
from decimal import Decimal
from typing import Any

from content.loader import texts
from stappenplan import dutch
from stappenplan.fields import Form, ItemField
from stappenplan.text import clean

WARN_AT = 0.9  # of the limit: from here on a person is told how much room is left


class Unreadable(ValueError):  # noqa: N818 - reads as what it says
    """What was typed is no figure, year or date; ``message`` says how to write it."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def to_widget(field: ItemField, value: Any) -> Any:
    """What the widget shows for a stored value."""
    if field.form is Form.REFERENCES:
        return list(value)
    if value is None:
        return ""
    if field.form is Form.DECIMAL:
        return dutch.number(Decimal(value))
    if field.form is Form.DATE:
        return dutch.day_in_figures(date.fromisoformat(value))
    if field.form is Form.YEAR:
        return str(value)
    return value


def from_widget(field: ItemField, raw: Any) -> Any:
    """What is stored for what the widget holds. Raises Unreadable."""
    text = texts("invullen")
    if field.form in (Form.CHOICE, Form.REFERENCE):
        return raw or ""
    if not isinstance(raw, str):
        return raw
    raw = clean(raw).text
    if field.form in (Form.SHORT, Form.LONG):
        return raw
    if not raw.strip():
        return None
    try:
        return _READERS[field.form](raw)
    except (ValueError, ArithmeticError) as error:
        raise Unreadable(text(f"unreadable_{field.form}", raw=raw)) from error


def _read_decimal(raw: str) -> str:
    figure = dutch.read_number(raw)
    exponent = figure.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -2:  # else the domain says that two decimals is all
        figure = figure.quantize(Decimal("0.01"))
    return str(figure)


def _read_year(raw: str) -> int:
    if not (raw.strip().isascii() and raw.strip().isdigit()):
        raise ValueError(raw)
    return int(raw)


def _read_date(raw: str) -> str:
    return dutch.read_day(raw).isoformat()


_READERS: dict[Form, Any] = {Form.DECIMAL: _read_decimal, Form.YEAR: _read_year, Form.DATE: _read_date}


def explain(field: ItemField, raw: Any, why: str) -> str:
    """A message for a value the domain refuses; ``why`` is its type of error."""
    text = texts("invullen")
    if why == "string_too_long" and field.limit:
        length = len(clean(raw).text)
        return text(
            "too_long", length=_count(length), limit=_count(field.limit), over=_count(length - field.limit)
        )
    key = f"refused_{field.form}"
    return text(key) if key in text else text("refused")


def room(field: ItemField, raw: Any) -> str | None:
    """How much room is left in a text that is almost full, or None."""
    if not field.limit or not isinstance(raw, str) or not field.limit * WARN_AT <= len(raw) <= field.limit:
        return None
    return texts("invullen")("room", n=field.limit - len(raw), limit=_count(field.limit))


def _count(number: int) -> str:
    return dutch.number(Decimal(number))

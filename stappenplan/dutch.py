"""Figures and dates, written and read the Dutch way."""

import re
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import NumberFormatError, format_currency, format_decimal, parse_decimal

_LOCALE = "nl_NL"
_TIME_ZONE = ZoneInfo("Europe/Amsterdam")
_FIGURE = re.compile(r"-?[0-9][0-9.,]*")
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


def _places(value: Decimal) -> str:
    return "#,##0" if value == value.to_integral_value() else "#,##0.00"


def euro(value: Decimal) -> str:
    """An amount in euro: "€ 23.650", or with cents when there are any: "€ 12,50"."""
    return format_currency(value, "EUR", format=f"¤ {_places(value)}", locale=_LOCALE, currency_digits=False)


def number(value: Decimal) -> str:
    """A figure: "1.250" or "7,50"."""
    return format_decimal(value, format=_places(value), locale=_LOCALE)


def tenths(value: float) -> str:
    """A measure with one decimal: "3,0" or "0,4"."""
    return format_decimal(value, format="0.0", locale=_LOCALE)


def size(length: int) -> str:
    """The size of a file: "9 kB" or "1,4 MB"."""
    if length < 1_000_000:
        return f"{max(1, round(length / 1000))} kB"
    return f"{format_decimal(length / 1_000_000, format='#,##0.0', locale=_LOCALE)} MB"


def day(value: date) -> str:
    """A date in words: "3 maart 2026"."""
    return format_date(value, "d MMMM y", locale=_LOCALE)


def day_of(moment: datetime) -> date:
    """The date it is in the Netherlands at ``moment``."""
    return moment.astimezone(_TIME_ZONE).date()


def day_in_figures(value: date) -> str:
    """A date as it is typed: "3-3-2026"."""
    return f"{value.day}-{value.month}-{value.year}"


def read_number(text: str) -> Decimal:
    """The figure in "€ 1.250,50". Raises ValueError when it can be read in two ways or not at all."""
    bare = text.replace("€", "").replace("\u00a0", " ").strip().removesuffix(",-").removesuffix(",--")
    if not _FIGURE.fullmatch(bare):
        raise ValueError(text)
    try:
        return Decimal(parse_decimal(bare, locale=_LOCALE, strict=True))
    except NumberFormatError as error:
        raise ValueError(text) from error


def read_day(text: str) -> date:
    """The date in "3-3-2026". Raises ValueError when it is none."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    day_, month, year = map(int, found.groups())
    return date(year, month, day_)

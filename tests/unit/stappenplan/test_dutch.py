"""Figures and dates, written and read the Dutch way."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stappenplan.dutch import day, day_in_figures, day_of, euro, number, read_day, read_number, size, tenths
from tests.unit.stappenplan.strategies import decimals

amounts = decimals(Decimal("9999999999.99"))


@pytest.mark.parametrize(
    ("value", "written"),
    [("0", "0"), ("1250", "1.250"), ("7.5", "7,50"), ("1234567.89", "1.234.567,89"), ("3000.00", "3.000")],
)
def test_a_figure_is_written_the_dutch_way(value: str, written: str) -> None:
    assert number(Decimal(value)) == written
    assert euro(Decimal(value)) == f"€ {written}"


@pytest.mark.parametrize(("value", "written"), [(3.0, "3,0"), (0.04, "0,0"), (0.349, "0,3"), (6.96, "7,0")])
def test_a_measure_has_one_decimal(value: float, written: str) -> None:
    assert tenths(value) == written


def test_a_shortage_has_its_sign_in_front() -> None:
    assert euro(Decimal("-1250.50")) == "-€ 1.250,50"
    assert number(Decimal("-1250.50")) == "-1.250,50"


@given(amounts)
def test_a_figure_is_read_back_as_it_was(value: Decimal) -> None:
    assert read_number(number(value)) == value
    assert read_number(euro(value)) == value
    assert read_number(number(-value)) == -value


@given(amounts)
def test_a_figure_shows_cents_or_none(value: Decimal) -> None:
    _, comma, cents = number(value).partition(",")
    assert len(cents) == (2 if comma else 0)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("€ 1.250,50", "1250.50"),
        ("1250,5", "1250.5"),
        (" 40 ", "40"),
        ("€1250", "1250"),
        ("5,-", "5"),
        ("€ 5,--", "5"),
        ("€\u00a023.650", "23650"),
        ("-3", "-3"),
    ],
)
def test_a_figure_is_read_as_people_type_it(typed: str, value: str) -> None:
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["", "€", "veel", "1.25", "1250.50", "1,250,50", "12 50", "1e5", "--5", "NaN", "٣", "5,-,--"]
)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(typed)}$"):
        read_number(typed)


@given(st.text() | st.text("0123456789.,-€ "))
def test_reading_gives_a_figure_or_a_value_error(typed: str) -> None:
    try:
        value = read_number(typed)
    except ValueError:
        return
    assert value.is_finite()
    # The digits that were typed are the digits that were read. (str() may add an exponent, abs() round.)
    read = f"{value:f}"
    assert int("".join(c for c in read if c.isdigit())) == int("".join(c for c in typed if c.isdigit()))


@pytest.mark.parametrize(
    ("length", "written"),
    [
        (1, "1 kB"),
        (499, "1 kB"),
        (9_400, "9 kB"),
        (999_400, "999 kB"),
        (1_000_000, "1,0 MB"),
        (1_449_000, "1,4 MB"),
    ],
)
def test_the_size_of_a_file(length: int, written: str) -> None:
    assert size(length) == written


def test_a_date_is_written_in_words_and_in_figures() -> None:
    assert day(date(2026, 3, 3)) == "3 maart 2026"
    assert day_in_figures(date(2026, 12, 31)) == "31-12-2026"


def test_a_day_begins_at_midnight_in_the_netherlands() -> None:
    assert day_of(datetime(2026, 1, 31, 22, 59, tzinfo=UTC)) == date(2026, 1, 31)
    assert day_of(datetime(2026, 1, 31, 23, 0, tzinfo=UTC)) == date(2026, 2, 1)
    assert day_of(datetime(2026, 7, 31, 22, 0, tzinfo=UTC)) == date(2026, 8, 1)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_read_back_as_it_was(value: date) -> None:
    assert read_day(day_in_figures(value)) == value


@pytest.mark.parametrize("typed", ["3-3-2026", "03/03/2026", "3.3.2026", " 3 3 2026 "])
def test_a_date_is_read_as_people_type_it(typed: str) -> None:
    assert read_day(typed) == date(2026, 3, 3)


@pytest.mark.parametrize(
    "typed", ["", "31-2-2026", "2026-3-3", "3 maart 2026", "3-3-26", "3-13-2026", "0-1-2026"]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - our words or those of datetime
        read_day(typed)

"""A group on the score card: every number can be read, and the cross hides none of them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from documents import text_width
from documents.catalogue import HOUSE_STYLE
from documents.group_card import (
    EDGE,
    HALF_DIGIT,
    HALF_HEIGHT,
    NAME_ROOM,
    NAME_SIZE,
    WHITE,
    Box,
    Stroke,
    group_drawing,
    picture,
    type_names,
)
from documents.style.colour import contrast
from typetest.card_frame import INKS
from typetest.group import Card, CellCount, card
from typetest.model import Axis

places = st.tuples(st.integers(0, 7), st.integers(0, 7))
cards = st.dictionaries(places, st.integers(1, 1000), min_size=1, max_size=64).map(
    lambda found: Card(tuple(CellCount(*cell, people) for cell, people in sorted(found.items())))
)
ARMS_LEAST = 0.4
"""How much of the cross is always there, in cells: each arm is half a cell."""


def inked(stroke: Stroke) -> Box:
    """What a stroke covers, its white along it and at its ends included."""
    return stroke.x0 - EDGE, stroke.y0 - EDGE, stroke.x1 + EDGE, stroke.y1 + EDGE


def overlap(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1e-9 and high > 1e-9


@given(cards)
def test_the_area_grows_with_the_people_and_stays_in_the_cell(shown: Card) -> None:
    discs = sorted(group_drawing(shown).discs, key=lambda disc: disc.people)
    assert sum(disc.people for disc in discs) == shown.people
    for small, large in pairwise(discs):
        assert (small.radius < large.radius) == (small.people < large.people)
    assert all(0.25 < disc.radius < 0.5 for disc in discs)


@given(cards)
def test_a_number_lies_in_its_disc(shown: Card) -> None:
    for disc in group_drawing(shown).discs:
        left, top, _, _ = disc.number
        assert (disc.x - left) ** 2 + (disc.y - top) ** 2 <= (disc.radius - WHITE + 1e-3) ** 2


def test_the_room_for_a_number_is_enough() -> None:
    font = ImageFont.truetype(HOUSE_STYLE / "fonts" / "NotoSans-Bold.ttf", 1000)
    for digit in "0123456789":
        _, top, _, bottom = font.getbbox(digit)
        assert font.getlength(digit) / 1000 <= 2 * HALF_DIGIT
        assert (bottom - top) / 1000 <= 2 * HALF_HEIGHT


@given(cards)
def test_the_cross_stands_at_the_centre_and_hides_no_number(shown: Card) -> None:
    found = group_drawing(shown)
    assert found.cross is not None
    assert found.cross.x == pytest.approx((shown.centre(Axis.STURING) or 0) + 0.5)
    assert found.cross.y == pytest.approx(7.5 - (shown.centre(Axis.INSTEEK) or 0))
    for stroke in found.cross.strokes:
        assert stroke.x0 <= stroke.x1
        assert stroke.y0 <= stroke.y1
        assert not any(overlap(inked(stroke), disc.number) for disc in found.discs)
    assert sum(s.x1 - s.x0 + s.y1 - s.y0 for s in found.cross.strokes) >= ARMS_LEAST


def test_an_empty_card_has_neither_discs_nor_a_cross() -> None:
    found = group_drawing(Card(), own=(0, 7))
    assert (found.discs, found.cross, found.own) == ((), None, (0, 0))


def test_the_numbers_are_well_set_off() -> None:
    assert all(contrast(ink) >= 7 for ink in INKS.values())


def test_the_picture_says_everything() -> None:
    drawn = picture(
        group_drawing(card([(5, 5)] * 12 + [(2, 2)]), own=(2, 2)), "In <woorden>", "zwaartepunt", "uw plek"
    )
    assert 'aria-label="In &lt;woorden&gt;"' in drawn
    words = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    assert {"12", "1", "zwaartepunt", "uw plek"} <= set(words)
    assert "uw plek" not in picture(group_drawing(card([(5, 5)])), "x", "zwaartepunt", "uw plek")


def test_the_names_of_the_types_fit_above_half_the_card() -> None:
    for key, lines in type_names().items():
        assert lines[0].startswith(f"{key} · ")
        assert not lines[-1].endswith("…")
        assert all(text_width.text_width(line, NAME_SIZE, bold=True) <= NAME_ROOM for line in lines)

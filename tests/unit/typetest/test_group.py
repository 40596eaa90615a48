"""The measures of a group, against independent sums."""

from statistics import fmean, pstdev

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from typetest.group import Band, Card, Split, card, split
from typetest.model import Axis, Choice, TypeId
from typetest.scoring import type_of_cell

cells = st.tuples(st.integers(0, 7), st.integers(0, 7))
rooms = st.lists(cells, min_size=1, max_size=60)


@given(st.lists(st.sampled_from([*Choice, None]), max_size=60))
def test_a_split_counts_every_answer(choices: list[Choice | None]) -> None:
    found = split(choices)
    assert (found.a, found.b, found.open) == tuple(choices.count(c) for c in (Choice.A, Choice.B, None))
    answered = [choice for choice in choices if choice]
    assert found.answered == len(answered)
    if not answered:
        assert (found.share, found.division, found.larger, found.band) == (None, None, None, None)
        return
    p = fmean(choice == "a" for choice in answered)
    assert found.share == pytest.approx(p)
    assert found.division == pytest.approx(2 * min(p, 1 - p))
    assert (found.division == 0) == (found.band is Band.UNANIMOUS)
    larger = {p > 0.5: Choice.A, p < 0.5: Choice.B}.get(True)
    assert found.larger == larger


@pytest.mark.parametrize(
    ("a", "b", "band"),
    [
        (12, 0, Band.UNANIMOUS),
        (0, 1, Band.UNANIMOUS),
        (9, 3, Band.LARGELY_AGREED),  # exactly 75%
        (3, 9, Band.LARGELY_AGREED),
        (74, 26, Band.TO_DISCUSS),
        (7, 5, Band.TO_DISCUSS),
        (6, 6, Band.TO_DISCUSS),
    ],
)
def test_the_bands_are_fixed(a: int, b: int, band: Band) -> None:
    assert Split(a, b, open=4).band is band


@given(rooms)
def test_the_card_has_everybody_in_the_right_cell(room: list[tuple[int, int]]) -> None:
    found = card(room)
    assert found.people == len(room)
    assert sorted((c.sturing, c.insteek) for c in found.cells for _ in range(c.people)) == sorted(room)
    counts = dict(found.of_type)
    assert list(counts) == list(TypeId)
    for type_id in TypeId:
        assert counts[type_id] == sum(type_of_cell(*cell) is type_id for cell in room)


@given(rooms)
def test_centre_and_spread_are_mean_and_deviation(room: list[tuple[int, int]]) -> None:
    found = card(room)
    for axis, counts in zip(Axis, zip(*room, strict=True), strict=True):
        spread = found.spread(axis)
        assert found.centre(axis) == pytest.approx(fmean(counts))
        assert spread is not None
        assert spread == pytest.approx(pstdev(counts) / 3.5, abs=1e-9)
        assert 0 <= spread <= 1


def test_the_largest_spread_is_one() -> None:
    assert card([(0, 7), (7, 0)]).spread(Axis.STURING) == 1


@given(rooms)
@example([(3, 3)])
@example([(4, 7)])
@example([(7, 7)] * 3 + [(0, 7)] * 2)
def test_a_group_has_a_type_only_away_from_the_line_and_with_half_of_its_people_there(
    room: list[tuple[int, int]],
) -> None:
    found = card(room)
    centre = [fmean(counts) for counts in zip(*room, strict=True)]
    if any(3 <= at <= 4 for at in centre):
        assert found.type is None
        assert found.on_border
        return
    assert not found.on_border
    dirigent, smal = centre[0] > 4, centre[1] > 4
    there = TypeId(["IV", "III", "II", "I"][2 * dirigent + smal])
    holds = sum(type_of_cell(*cell) is there for cell in room)
    assert found.type == (there if holds >= len(room) / 2 else None)


def test_a_group_spread_over_the_quadrants_has_no_type() -> None:
    scattered = card([(7, 7), (7, 7), (7, 0), (7, 0), (0, 7)])  # centre 5.6 and 4.2: not on the line
    assert scattered.on_border == ()
    assert scattered.type is None


def test_an_empty_card_says_nothing() -> None:
    empty = Card()
    assert (empty.people, empty.type, empty.on_border) == (0, None, ())
    assert empty.centre(Axis.STURING) is None
    assert empty.spread(Axis.INSTEEK) is None


def test_a_cell_off_the_card_is_refused() -> None:
    with pytest.raises(ValueError, match="8"):
        card([(8, 0)])

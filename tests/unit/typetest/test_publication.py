"""What is shown of a group, attacked with all sums and differences of all published tables."""

import time
from collections import Counter
from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.typetest.strategies import answer_sets, complete_sets
from typetest.group import Split
from typetest.model import QUESTIONS, Choice
from typetest.publication import (
    ROOM,
    Ballot,
    Publication,
    Tables,
    again,
    audiences,
    ballot,
    evenly,
    likely_shown,
    publish,
)

GROUPS = ("p", "q", "r")
people = st.tuples(st.sampled_from(GROUPS), st.one_of(complete_sets, answer_sets())).map(lambda p: ballot(*p))
rooms = st.lists(people, max_size=24)
smallest = st.integers(3, 6)
sizes = st.dictionaries(st.tuples(st.sampled_from("abcdef"), st.booleans()), st.integers(0, 7), max_size=12)
ALL_A = dict.fromkeys(QUESTIONS, Choice.A)


def tables(found: Publication) -> Iterator[Tables]:
    yield found.room
    yield from found.groups


@given(sizes, smallest)
@settings(max_examples=150, deadline=None)
def test_no_sum_or_difference_of_what_is_shown_is_about_too_few(
    sizes: dict[tuple[str, bool], int], smallest: int
) -> None:
    shown = audiences(sizes, smallest)
    atoms = [atom for atom, size in sizes.items() if size]
    if not shown:
        return
    matrix = np.array([[audience.holds(atom) for atom in atoms] for audience in shown], dtype=float)
    rank = np.linalg.matrix_rank(matrix)
    for union in product((0, 1), repeat=len(atoms)):
        total = sum(sizes[atom] for atom, inside in zip(atoms, union, strict=True) if inside)
        if 0 < total < smallest:
            assert np.linalg.matrix_rank(np.vstack([matrix, union])) > rank, (union, shown)


@given(rooms, smallest)
@settings(deadline=None)
def test_what_is_shown_counts_the_people_it_says(room: list[Ballot], smallest: int) -> None:
    found = publish(room, GROUPS, smallest)
    answered = [b for b in room if b.answers]
    for table in tables(found):
        members = [b for b in answered if table.group in (ROOM, b.group)]
        complete = [b for b in members if b.complete]
        assert (table.people, table.complete) == (len(members), len(complete))
        if table.card:
            assert table.card.people == len(complete) >= smallest
        if table.splits:
            counted = members if table.splits_of == len(members) else complete
            assert table.splits_of == len(counted) >= smallest
            for question, split in zip(QUESTIONS, table.splits, strict=True):
                assert split == Split(
                    *(sum(b.answers.get(question) == c for b in counted) for c in ("a", "b", None))
                )
    assert found.changed == ()


def test_a_room_of_complete_people_is_shown_whole() -> None:
    found = publish([ballot("p", ALL_A)] * 5 + [ballot("q", ALL_A)] * 6, ("p", "q"), 5)
    assert [t.card is not None for t in tables(found)] == [True] * 3
    assert [t.splits_of for t in tables(found)] == [11, 5, 6]


def test_too_small_a_room_shows_nothing() -> None:
    found = publish([ballot("p", ALL_A)] * 4, ("p",), 5)
    assert [(t.card, t.splits, t.splits_of) for t in tables(found)] == [(None, (), 0)] * 2


def test_a_group_is_not_shown_when_the_rest_would_be_too_small() -> None:
    found = publish([ballot("p", ALL_A)] * 8 + [ballot("q", ALL_A)] * 2, ("p", "q"), 5)
    assert [t.card is not None for t in tables(found)] == [True, False, False]


def test_two_small_groups_hide_behind_each_other() -> None:
    room = [ballot("p", ALL_A)] * 8 + [ballot("q", ALL_A)] * 3 + [ballot("r", ALL_A)] * 3
    found = publish(room, GROUPS, 5)
    assert [t.card is not None for t in tables(found)] == [True, True, False, False]


def test_one_person_with_an_open_question_is_not_told_apart() -> None:
    one_open = {q: Choice.B for q in QUESTIONS if q != 3}
    found = publish([ballot("p", ALL_A)] * 8 + [ballot("p", one_open)], ("p",), 5)
    assert found.room.card
    assert found.room.splits_of == 8
    enough = publish([ballot("p", ALL_A)] * 8 + [ballot("p", one_open)] * 5, ("p",), 5)
    assert enough.room.splits[2] == Split(8, 0, 5)


def test_only_people_with_open_questions_still_have_splits() -> None:
    found = publish([ballot("p", {1: Choice.A})] * 5, ("p",), 5)
    assert found.room.card is None
    assert found.room.splits[0] == Split(5, 0, 0)


def test_the_smallest_group_is_at_least_three() -> None:
    with pytest.raises(ValueError, match="2"):
        publish([], (), 2)


@given(rooms, smallest, st.data())
@settings(deadline=None)
def test_the_second_round_is_about_the_same_people(
    room: list[Ballot], smallest: int, data: st.DataObject
) -> None:
    counted = [b for b in room if b.answers]
    first = publish(counted, GROUPS, smallest)
    flips = data.draw(
        st.lists(st.sets(st.sampled_from(QUESTIONS)), min_size=len(counted), max_size=len(counted))
    )
    now = [
        {**b.answers, **{q: b.answers[q].other for q in flip & b.answers.keys()}}
        for b, flip in zip(counted, flips, strict=True)
    ]
    second = again(first, counted, now)
    for one, two in zip(tables(first), tables(second), strict=True):
        assert (one.group, one.people, one.complete, one.splits_of) == (
            two.group,
            two.people,
            two.complete,
            two.splits_of,
        )
        assert (one.card is None) == (two.card is None)
        assert [s.open for s in one.splits] == [s.open for s in two.splits]
    everybody = first.room.splits_of == first.room.people
    flipped = Counter(
        q
        for b, flip in zip(counted, flips, strict=True)
        for q in flip & b.answers.keys()
        if everybody or b.complete
    )
    assert second.changed == (tuple(flipped[q] for q in QUESTIONS) if first.room.splits else ())


def test_whoever_completes_the_test_later_does_not_come_on_the_card() -> None:
    room = [ballot("p", ALL_A)] * 6 + [ballot("p", {1: Choice.A})] * 6
    first = publish(room, ("p",), 5)
    second = again(first, room, [ALL_A] * 12)
    assert second.room.card == first.room.card
    assert second.changed[1] == 6


@pytest.mark.parametrize(("open_ones", "smallest", "shown"), [(2, 5, 14), (1, 3, 14), (4, 50, 13)])
def test_twelve_groups_are_looked_at_quickly(open_ones: int, smallest: int, shown: int) -> None:
    sizes = {(f"g{n}", whole): 60 if whole else open_ones for n in range(12) for whole in (True, False)}
    began = time.process_time()
    assert len(audiences(sizes, smallest)) == shown
    assert time.process_time() - began < 5


@given(st.integers(0, 60), st.lists(st.sampled_from("abcdef"), min_size=1, unique=True))
def test_people_are_divided_evenly(number: int, groups: list[str]) -> None:
    found = evenly(number, groups)
    assert list(found) == groups
    assert sum(found.values()) == number
    assert max(found.values()) - min(found.values()) <= 1


@given(st.dictionaries(st.sampled_from(GROUPS), st.integers(0, 9)), smallest)
def test_what_is_likely_shown_is_shown_when_everybody_answers(here: dict[str, int], least: int) -> None:
    room = [ballot(group, ALL_A) for group, number in here.items() for _ in range(number)]
    shown = publish(room, GROUPS, least)
    found = {tables.group for tables in (shown.room, *shown.groups) if tables.card}
    assert likely_shown(here, least) == found

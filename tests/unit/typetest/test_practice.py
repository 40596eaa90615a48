from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typetest.model import QUESTIONS, Choice, Perspective
from typetest.practice import simulated
from typetest.publication import ballot, publish


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a test wants the same people every time


GROUPS = ["ambtelijk", "raad", "veld"]


@given(
    st.integers(0, 60),
    st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6, unique=True),
    st.lists(st.sampled_from(Perspective), min_size=1, unique=True),
    st.integers(),
)
def test_everybody_has_a_group_and_answers(
    people: int, groups: list[str], perspectives: list[Perspective], seed: int
) -> None:
    found = simulated(people, groups, perspectives, seeded(seed))
    assert found == simulated(people, groups, perspectives, seeded(seed))
    assert len(found) == people
    sizes = Counter(person.group for person in found)
    assert max(sizes.values(), default=0) - min((sizes[group] for group in groups), default=0) <= 1
    for person in found:
        assert set(person.answers) == set(perspectives)
        assert all(set(answers) <= set(QUESTIONS) for answers in person.answers.values())


def test_without_groups_there_is_nobody() -> None:
    with pytest.raises(ValueError, match="group"):
        simulated(3, [], list(Perspective), seeded(1))


def test_there_is_something_to_talk_about() -> None:
    found = simulated(200, GROUPS, list(Perspective), seeded(7))
    for perspective in Perspective:
        sets = [person.answers[perspective] for person in found]
        assert 0.5 < sum(len(answers) == 14 for answers in sets) / len(sets) < 1
        for question in QUESTIONS:
            given = Counter(answers.get(question) for answers in sets)
            assert given[Choice.A]
            assert given[Choice.B]
        shown = publish((ballot(p.group, p.answers[perspective]) for p in found), GROUPS, 5)
        assert all(tables.card for tables in (shown.room, *shown.groups))
        centres = {tables.card.centre for tables in shown.groups if tables.card}
        assert len(centres) == len(GROUPS)

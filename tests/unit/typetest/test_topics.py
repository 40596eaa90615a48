"""Which statements are proposed to talk about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from typetest.group import Split
from typetest.model import QUESTIONS
from typetest.topics import PROPOSED, proposed, ranked

splits = st.builds(Split, st.integers(0, 9), st.integers(0, 9), st.integers(0, 3))
rows = st.lists(splits, min_size=14, max_size=14)


@given(rows, rows)
def test_every_statement_is_ranked_once_and_divided_ones_come_first(
    now: list[Split], wanted: list[Split]
) -> None:
    topics = ranked(now, wanted)
    assert sorted(topic.question for topic in topics) == list(QUESTIONS)
    keys = [(not topic.discuss, -(topic.division + topic.distance)) for topic in topics]
    assert keys == sorted(keys)
    assert len(proposed(topics)) <= PROPOSED


def test_division_and_distance_add_up() -> None:
    agreed = [Split(8, 0)] * 14
    now, wanted = agreed.copy(), agreed.copy()
    now[4] = Split(4, 4)  # divided now, agreed later
    now[6], wanted[6] = Split(8, 0), Split(0, 8)  # agreed now, agreed on the other side later
    now[8] = wanted[8] = Split(5, 3)
    topics = {topic.question: topic for topic in ranked(now, wanted)}
    assert (topics[5].division, topics[5].distance) == (1, 0.5)
    assert (topics[7].division, topics[7].distance) == (0, 1)
    assert topics[9].division == pytest.approx(0.75)
    assert proposed(ranked(now, wanted)) == (5, 9, 7)


def test_nothing_is_proposed_where_all_agree_or_nothing_is_shown() -> None:
    assert proposed(ranked([Split(8, 0)] * 14, ())) == ()
    assert ranked((), ()) == ()
    assert ranked([Split()] * 14)[0].weight == 0

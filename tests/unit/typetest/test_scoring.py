from collections import Counter
from itertools import product
from typing import cast

import pytest
from hypothesis import given, settings

from tests.unit.typetest.strategies import answer_sets, changes, complete_sets, completions, counted_type
from typetest.model import QUESTIONS, Answers, Axis, Choice, Pole, TypeId
from typetest.scoring import AxisScore, Score, poles_of_cell, score, type_of_cell


def axes(result: Score) -> tuple[AxisScore, AxisScore]:
    return result.sturing, result.insteek


def test_all_16384_complete_answer_sets_agree_with_an_independent_count() -> None:
    tally: Counter[TypeId] = Counter()
    for number in range(2**14):
        bits = [number >> place & 1 for place in range(14)]  # place 0 is question 1
        result = score({place + 1: Choice("ba"[bit]) for place, bit in enumerate(bits)})
        odd, even = (number & 0x1555).bit_count(), (number & 0x2AAA).bit_count()
        assert (result.sturing.a, result.sturing.b, result.sturing.open) == (odd, 7 - odd, 0)
        assert (result.insteek.a, result.insteek.b, result.insteek.open) == (even, 7 - even, 0)
        assert result.cells == {(odd, even)}
        assert result.possible_types == (
            {(1, 1): "I", (1, 0): "II", (0, 1): "III", (0, 0): "IV"}[odd // 4, even // 4],
        )
        tally.update(result.possible_types)
    assert tally == dict.fromkeys(TypeId, 4096)


@given(complete_sets)
def test_complete_answers_make_the_type_a_person_counts(answers: Answers) -> None:
    result = score(answers)
    assert result.complete
    assert result.type is counted_type(answers)


@given(answer_sets())
def test_the_axes_can_be_asked_for_by_name_and_in_order(answers: Answers) -> None:
    result = score(answers)
    assert result.axes == (result.of(Axis.STURING), result.of(Axis.INSTEEK)) == axes(result)


@settings(max_examples=60, deadline=None)
@given(answer_sets(least=6))
def test_what_is_possible_is_what_some_completion_gives(answers: Answers) -> None:
    result = score(answers)
    every = [score(filled) for filled in completions(answers)]
    types = {filled.type for filled in every}
    assert result.possible_types == tuple(type_id for type_id in TypeId if type_id in types)
    assert result.cells == {(filled.sturing.a, filled.insteek.a) for filled in every}
    assert result.type == (types.pop() if len(types) == 1 else None)
    for mine, theirs in zip(axes(result), zip(*map(axes, every), strict=True), strict=True):
        counts, poles = {axis.a for axis in theirs}, {axis.pole for axis in theirs}
        assert (mine.low, mine.high) == (min(counts), max(counts))
        assert set(mine.possible_poles) == poles
        assert mine.pole == (next(iter(poles)) if len(poles) == 1 else None)


@settings(max_examples=60, deadline=None)
@given(answer_sets(least=6))
def test_the_margin_is_the_fewest_changes_that_make_the_other_pole_possible(answers: Answers) -> None:
    for first, axis in enumerate(axes(score(answers)), start=1):
        questions = list(range(first, 15, 2))
        sizes = [
            size
            for size in range(8)
            for changed in changes(answers, size, questions)
            if set(axes(score(changed))[first - 1].possible_poles) - {axis.pole}
        ]
        assert axis.margin == (min(sizes) if axis.pole else None)


@given(answer_sets())
def test_only_a_score_beside_the_line_is_a_mixed_form(answers: Answers) -> None:
    for axis in axes(score(answers)):
        assert axis.mixed == (axis.complete and axis.a in (3, 4))


def test_margins_of_a_complete_axis() -> None:
    margins = [AxisScore(Axis.STURING, a, 7 - a, 0).margin for a in range(8)]
    assert margins == [4, 3, 2, 1, 1, 2, 3, 4]


def test_an_open_question_is_never_counted_as_b() -> None:
    nothing = score({})
    assert (nothing.sturing.b, nothing.insteek.b) == (0, 0)
    assert nothing.possible_types == tuple(TypeId)
    assert len(nothing.cells) == 64
    assert nothing.type is None
    assert not nothing.complete


def test_a_type_is_named_as_soon_as_the_open_questions_cannot_change_it() -> None:
    four_of_each = dict.fromkeys(range(1, 9), Choice.A)
    assert score(four_of_each).type is TypeId.I
    assert not score(four_of_each).complete
    assert score({**four_of_each, 8: Choice.B}).possible_types == (TypeId.I, TypeId.II)


@given(answer_sets())
def test_the_order_of_the_answers_does_not_matter(answers: Answers) -> None:
    assert (
        score(dict(reversed(list(answers.items())))) == score(answers) == score(dict(sorted(answers.items())))
    )


@given(answer_sets(least=1))
def test_one_more_answer_never_makes_more_possible(answers: Answers) -> None:
    less = {question: choice for question, choice in answers.items() if question != min(answers)}
    assert score(answers).cells <= score(less).cells


@pytest.mark.parametrize("question", [0, 15])
def test_an_unknown_question_is_refused(question: int) -> None:
    with pytest.raises(ValueError, match="not a question"):
        score({question: Choice.A})


def test_an_unknown_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="'c'"):
        score(cast(Answers, {1: "c"}))  # what a file written by hand can hold


def test_every_cell_of_the_card_has_its_type() -> None:
    for sturing, insteek in product(range(8), repeat=2):
        poles = poles_of_cell(sturing, insteek)
        assert poles[0] is (Pole.DIRIGENT if sturing > 3 else Pole.OP_AFSTAND)
        assert poles[1] is (Pole.SMAL if insteek > 3 else Pole.BREED)
        type_id = type_of_cell(sturing, insteek)
        assert (type_id.sturing, type_id.insteek) == poles
    with pytest.raises(ValueError, match="not a count"):
        type_of_cell(8, 0)


def test_the_fourteen_questions_are_all_scored() -> None:
    for question in QUESTIONS:
        assert score({question: Choice.A}).cells < score({}).cells

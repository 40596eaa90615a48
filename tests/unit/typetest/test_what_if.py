from hypothesis import given

from tests.unit.typetest.strategies import answer_sets, complete_sets
from typetest.model import Answers, Choice, TypeId
from typetest.scoring import score
from typetest.what_if import what_if


@given(answer_sets())
def test_each_given_answer_is_changed_alone_and_scored_again(answers: Answers) -> None:
    changes = what_if(answers)
    assert [change.question for change in changes] == sorted(answers)
    before = score(answers)
    for change in changes:
        assert change.origin is answers[change.question]
        assert {change.origin, change.target} == set(Choice)
        again = score({**answers, change.question: change.target})
        assert change.result == again
        assert change.possible_types == again.possible_types
        assert change.axis_score == (again.sturing if change.question % 2 else again.insteek)
        was = before.sturing if change.question % 2 else before.insteek
        assert change.axis_score.a == was.a + (1 if change.target is Choice.A else -1)
        assert change.crosses == (again.possible_types != before.possible_types)


@given(complete_sets)
def test_with_complete_answers_only_a_mixed_form_can_be_crossed(answers: Answers) -> None:
    before = score(answers)
    for change in what_if(answers):
        was = before.sturing if change.question % 2 else before.insteek
        towards_the_line = change.target is (Choice.B if was.a > 3 else Choice.A)
        assert change.crosses == (was.mixed and towards_the_line)


def test_one_answer_further() -> None:
    answers = {question: Choice("abababababaaab"[question - 1]) for question in range(1, 15)}
    changes = {change.question: change for change in what_if(answers)}
    assert score(answers).type is TypeId.II
    assert (score(answers).sturing.a, score(answers).insteek.a) == (7, 1)
    assert not any(change.crosses for change in changes.values())
    assert [changes[question].axis_score.a for question in (1, 2, 12)] == [6, 2, 0]


def test_without_answers_there_is_nothing_to_change() -> None:
    assert what_if({}) == ()

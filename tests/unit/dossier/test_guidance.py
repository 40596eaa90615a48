"""Which hints a step gives: those of the type, or of the poles that are decided."""

import pytest
from hypothesis import given

from content import loader
from content.schema.base import PoleName
from dossier.guidance import hints
from tests.unit.typetest.strategies import answer_sets, complete_sets, counted_type
from typetest.model import QUESTIONS, Answers, Choice
from typetest.scoring import score

STEPS = loader.steps().steps
ONE = next(step for step in STEPS if step.hints and all(step.pole_hints.values()))


@given(complete_sets)
def test_a_type_has_its_own_hints(answers: Answers) -> None:
    for step in STEPS:
        assert hints(step, score(answers)) == step.hints.get(counted_type(answers).value, ())


@pytest.mark.parametrize(
    ("questions", "poles"),
    [
        ([], []),
        ([n for n in QUESTIONS if n % 2], ["dirigent"]),
        ([n for n in QUESTIONS if not n % 2], ["smal"]),
    ],
)
def test_without_a_type_the_decided_poles_have_theirs(questions: list[int], poles: list[PoleName]) -> None:
    given_answers = dict.fromkeys(questions, Choice.A)
    expected = tuple(hint for pole in poles for hint in ONE.pole_hints[pole])
    assert hints(ONE, score(given_answers)) == expected


@given(answer_sets())
def test_every_hint_is_one_of_the_step(answers: Answers) -> None:
    own = {*(hint for found in ONE.hints.values() for hint in found)}
    own |= {hint for found in ONE.pole_hints.values() for hint in found}
    assert set(hints(ONE, score(answers))) <= own

"""What would move the result: for each given answer, what the other choice does."""

from dataclasses import dataclass

from typetest.model import Answers, Axis, Choice, TypeId, axis_of
from typetest.scoring import AxisScore, Score, score


@dataclass(frozen=True)
class WhatIf:
    """The result with one answer changed from ``origin`` to ``target``, all others as they are."""

    question: int
    origin: Choice
    target: Choice
    result: Score
    crosses: bool
    """Whether the possible types are others than before: with complete answers, whether the type changes."""

    @property
    def axis(self) -> Axis:
        """The axis the question measures."""
        return axis_of(self.question)

    @property
    def axis_score(self) -> AxisScore:
        """The changed score on the axis of the question."""
        return self.result.of(self.axis)

    @property
    def possible_types(self) -> tuple[TypeId, ...]:
        """The types possible after the change, in the order I to IV."""
        return self.result.possible_types


def what_if(answers: Answers) -> tuple[WhatIf, ...]:
    """Give what changing each given answer does, by question number.

    Raises ValueError as ``score`` does.
    """
    before = score(answers)
    return tuple(_changed(answers, question, before) for question in sorted(answers))


def _changed(answers: Answers, question: int, before: Score) -> WhatIf:
    origin = Choice(answers[question])
    result = score({**answers, question: origin.other})
    crosses = result.possible_types != before.possible_types
    return WhatIf(question, origin, origin.other, result, crosses)

"""Scoring of the typetest, for complete and incomplete answers (handreiking, bijlage 2).

An open question is never counted as a b. What is still open gives a range, and a pole or a type is named only
when it holds whatever the open answers become.
"""

from dataclasses import dataclass
from itertools import product

from typetest.model import (
    LINE,
    Answers,
    Axis,
    Choice,
    Pole,
    TypeId,
    axis_of,
    pole_of,
    questions_of,
    type_of_poles,
)


@dataclass(frozen=True)
class AxisScore:
    """How the seven questions of one axis were answered: the counts of a, b and open add up to 7."""

    axis: Axis
    a: int
    b: int
    open: int

    @property
    def low(self) -> int:
        """The lowest a-count still possible, 0 to 7."""
        return self.a

    @property
    def high(self) -> int:
        """The highest a-count still possible, 0 to 7."""
        return self.a + self.open

    @property
    def complete(self) -> bool:
        """Whether no question of this axis is open."""
        return self.open == 0

    @property
    def possible_poles(self) -> tuple[Pole, ...]:
        """The poles that completing the answers can lead to, dirigent or smal first."""
        return tuple(dict.fromkeys((pole_of(self.axis, self.high), pole_of(self.axis, self.low))))

    @property
    def pole(self) -> Pole | None:
        """The pole, if it is the same whatever the open answers become."""
        poles = self.possible_poles
        return poles[0] if len(poles) == 1 else None

    @property
    def margin(self) -> int | None:
        """How many given answers must change before the other pole is possible: 1 to 4, None without a pole.

        On a complete axis that is how many answers must change to cross the line. On an incomplete axis it
        is the least it can be: the smallest distance to the line over all ways to complete the answers.
        """
        if self.pole is None:
            return None
        return self.low - LINE + 1 if self.low >= LINE else LINE - self.high

    @property
    def mixed(self) -> bool:
        """Whether the score lies next to the line, so that one changed answer leads to the other pole.

        Only a complete axis can be called mixed: with an open question there is always a way to complete the
        answers that lies further from the line.
        """
        return self.complete and self.margin == 1


@dataclass(frozen=True)
class Score:
    """The result of one set of answers: both axes, and the type where it is decided."""

    sturing: AxisScore
    insteek: AxisScore

    @property
    def axes(self) -> tuple[AxisScore, AxisScore]:
        """Both axes, sturing first."""
        return self.sturing, self.insteek

    def of(self, axis: Axis) -> AxisScore:
        """Give the score on one axis."""
        return self.sturing if axis is Axis.STURING else self.insteek

    @property
    def complete(self) -> bool:
        """Whether all fourteen questions are answered."""
        return all(axis.complete for axis in self.axes)

    @property
    def cells(self) -> frozenset[tuple[int, int]]:
        """The cells (sturing, insteek) of the score card that are still possible; one cell when complete."""
        return frozenset(
            product(
                range(self.sturing.low, self.sturing.high + 1), range(self.insteek.low, self.insteek.high + 1)
            )
        )

    @property
    def possible_types(self) -> tuple[TypeId, ...]:
        """The types that completing the answers can lead to, in the order I to IV."""
        return tuple(
            type_id
            for type_id in TypeId
            if type_id.sturing in self.sturing.possible_poles
            and type_id.insteek in self.insteek.possible_poles
        )

    @property
    def type(self) -> TypeId | None:
        """The type, if it is the same whatever the open answers become."""
        types = self.possible_types
        return types[0] if len(types) == 1 else None


def score(answers: Answers) -> Score:
    """Score answers, complete or not.

    Raises ValueError for a key that is not a question, or a value that is not a choice.
    """
    for question, choice in answers.items():
        axis_of(question)
        Choice(choice)
    return Score(*(_axis_score(axis, answers) for axis in (Axis.STURING, Axis.INSTEEK)))


def _axis_score(axis: Axis, answers: Answers) -> AxisScore:
    given = [answers.get(question) for question in questions_of(axis)]
    return AxisScore(axis, given.count(Choice.A), given.count(Choice.B), given.count(None))


def poles_of_cell(sturing: int, insteek: int) -> tuple[Pole, Pole]:
    """Give the poles (sturing, insteek) a cell of the score card belongs to.

    Raises ValueError for a count outside 0 to 7.
    """
    return pole_of(Axis.STURING, sturing), pole_of(Axis.INSTEEK, insteek)


def type_of_cell(sturing: int, insteek: int) -> TypeId:
    """Give the type a cell of the score card belongs to.

    Raises ValueError for a count outside 0 to 7.
    """
    return type_of_poles(*poles_of_cell(sturing, insteek))

"""What a group says: how divided it is over a statement, and where it stands on the score card.

The card and its counts are the handreiking's (bijlage 2); division, bands, centre and spread are our own
choice. `docs/werksessie.md` explains each with a sum worked out by hand.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from typetest.model import QUESTIONS_PER_AXIS, Axis, Choice, TypeId, type_of_poles
from typetest.scoring import poles_of_cell, type_of_cell

BORDER = (3.0, 4.0)
"""Where a centre lies on the line between two poles: from the highest b-count to the lowest a-count."""


class Band(StrEnum):
    """How far a group agrees over a statement. The bounds are fixed beforehand."""

    UNANIMOUS = "unanimous"
    LARGELY_AGREED = "largely_agreed"  # the larger side has at least three quarters
    TO_DISCUSS = "to_discuss"


@dataclass(frozen=True)
class Split:
    """How a group answered one statement: how many chose a, how many b, and how many left it open."""

    a: int = 0
    b: int = 0
    open: int = 0

    @property
    def answered(self) -> int:
        """How many people answered."""
        return self.a + self.b

    @property
    def share(self) -> float | None:
        """The share of a among those who answered, 0 to 1; None when nobody did."""
        return self.a / self.answered if self.answered else None

    @property
    def division(self) -> float | None:
        """How divided the group is: 2·min(p, 1-p), from 0 (all the same) to 1 (half and half)."""
        return 2 * min(self.a, self.b) / self.answered if self.answered else None

    @property
    def larger(self) -> Choice | None:
        """The answer most people gave; None when both sides are as large."""
        if self.a == self.b:
            return None
        return Choice.A if self.a > self.b else Choice.B

    @property
    def band(self) -> Band | None:
        """The band; None when nobody answered."""
        if not self.answered:
            return None
        if not min(self.a, self.b):
            return Band.UNANIMOUS
        return Band.LARGELY_AGREED if 4 * max(self.a, self.b) >= 3 * self.answered else Band.TO_DISCUSS


@dataclass(frozen=True)
class CellCount:
    """How many people stand in one cell of the score card, at least one."""

    sturing: int
    insteek: int
    people: int


@dataclass(frozen=True)
class Card:
    """Where the people who answered all fourteen statements stand, in the order of the cells."""

    cells: tuple[CellCount, ...] = ()

    @property
    def people(self) -> int:
        """How many people are on the card."""
        return sum(cell.people for cell in self.cells)

    def centre(self, axis: Axis) -> float | None:
        """The *zwaartepunt* on an axis: the mean a-count, 0 to 7; None for an empty card."""
        return self._sum(axis, 1) / self.people if self.people else None

    def spread(self, axis: Axis) -> float | None:
        """How far people lie apart on an axis, 0 to 1; None for an empty card.

        It is the population standard deviation of the a-counts over its maximum, 3.5.
        """
        if not self.people:
            return None
        # In whole numbers under the root: rounding cannot make the variance of equal counts negative.
        squared = self.people * self._sum(axis, 2) - self._sum(axis, 1) ** 2
        return sqrt(squared) / self.people / (QUESTIONS_PER_AXIS / 2)

    @property
    def of_type(self) -> tuple[tuple[TypeId, int], ...]:
        """How many people stand in each quadrant, in the order I to IV."""
        found = Counter[TypeId]()
        for cell in self.cells:
            found[type_of_cell(cell.sturing, cell.insteek)] += cell.people
        return tuple((type_id, found[type_id]) for type_id in TypeId)

    @property
    def on_border(self) -> tuple[Axis, ...]:
        """The axes on which the centre lies on the line between two poles (3.0 to 4.0)."""
        centres = ((axis, self.centre(axis)) for axis in Axis)
        return tuple(axis for axis, at in centres if at is not None and BORDER[0] <= at <= BORDER[1])

    @property
    def type(self) -> TypeId | None:
        """The type of the group, or None: a group that is divided has no type.

        There is none when the centre lies on the line, or when the quadrant that the centre lies in holds
        less than half of the people.
        """
        sturing, insteek = self.centre(Axis.STURING), self.centre(Axis.INSTEEK)
        if sturing is None or insteek is None or self.on_border:
            return None
        # Off the line, rounding to the nearest cell stays on the same side of it.
        found = type_of_poles(*poles_of_cell(round(sturing), round(insteek)))
        return found if 2 * dict(self.of_type)[found] >= self.people else None

    def _sum(self, axis: Axis, power: int) -> int:
        counts = ((c.sturing if axis is Axis.STURING else c.insteek, c.people) for c in self.cells)
        return int(sum(people * count**power for count, people in counts))


def split(choices: Iterable[Choice | None]) -> Split:
    """Count the answers to one statement; None is an open one."""
    found = Counter(choices)
    return Split(found[Choice.A], found[Choice.B], found[None])


def card(cells: Iterable[tuple[int, int]]) -> Card:
    """Count the cells (sturing, insteek) that people stand in.

    Raises ValueError for a cell that is not on the card.
    """
    found = Counter(cells)
    for cell in found:
        poles_of_cell(*cell)
    return Card(tuple(CellCount(*cell, people) for cell, people in sorted(found.items())))

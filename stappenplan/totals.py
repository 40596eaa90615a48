"""What a plan costs, and where the money comes from. All amounts are euro, exact (Decimal)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from stappenplan.items import BudgetGroup, BudgetLine, Cover, PlanItem
from stappenplan.nesting import wholes

ZERO = Decimal("0.00")
Key = TypeVar("Key", int | None, str)


@dataclass(frozen=True)
class Row:
    """A row of the budget table. ``number`` is None on a sub-line that shares its line's number."""

    number: int | None
    item_id: str
    line: BudgetLine
    subs: "tuple[Row, ...]" = ()

    @property
    def amount(self) -> Decimal:
        """The line's own amount plus those of its sub-lines; lines via the municipality carry none."""
        own = self.line.amount or ZERO if self.line.paid != "via_gemeente" else ZERO
        return own + sum((s.amount for s in self.subs), ZERO)

    @property
    def hours(self) -> Decimal:
        """The hours of the line and its sub-lines."""
        return (self.line.hours or ZERO) + sum((s.hours for s in self.subs), ZERO)


@dataclass(frozen=True)
class Group:
    """A group of lines; ``title`` is None for the lines that are in no group."""

    item_id: str | None
    title: str | None
    rows: tuple[Row, ...]

    @property
    def total(self) -> Decimal:
        """The sum of the group's lines."""
        return sum((r.amount for r in self.rows), ZERO)


@dataclass(frozen=True)
class Budget:
    """The whole budget: groups with numbered lines, and what covers it."""

    groups: tuple[Group, ...]
    covers: tuple[Cover, ...]

    @property
    def total(self) -> Decimal:
        """What everything costs."""
        return sum((g.total for g in self.groups), ZERO)

    @property
    def covered(self) -> Decimal:
        """What is covered."""
        return sum((c.amount or ZERO for c in self.covers), ZERO)

    @property
    def balance(self) -> Decimal:
        """Covered minus cost: below zero is a shortage."""
        return self.covered - self.total

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each line and sub-line, by item id, as remarks refer to them."""
        found: dict[str, int] = {}
        for group in self.groups:
            for row in group.rows:
                for line in (row, *row.subs):
                    found[line.item_id] = row.number or 0
        return found

    def by_year(self) -> dict[int | None, Decimal]:
        """The cost per year; None holds lines without a year."""
        return _sum_by((r.line.year, r.amount) for r in self._leaves())

    def by_recurrence(self) -> dict[str, Decimal]:
        """The cost of one-off and of structural lines; "" holds lines that do not say."""
        return _sum_by((r.line.recurrence, r.amount) for r in self._leaves())

    def _leaves(self) -> Iterable[Row]:
        for group in self.groups:
            for row in group.rows:
                yield Row(row.number, row.item_id, row.line)
                yield from row.subs


def _sum_by(pairs: Iterable[tuple[Key, Decimal]]) -> dict[Key, Decimal]:
    found: dict[Key, Decimal] = {}
    for key, amount in pairs:
        if amount:
            found[key] = found.get(key, ZERO) + amount
    return found


def budget(items: Sequence[PlanItem]) -> Budget:
    """The budget in ``items``.

    Lines are numbered through all groups, in order. A sub-line stands under its line whatever group
    it names; a line whose group or main line is gone stands in the group without a title.
    """
    groups = [(i.id, i.data) for i in items if isinstance(i.data, BudgetGroup)]
    lines = {i.id: i.data for i in items if isinstance(i.data, BudgetLine)}
    known = {i for i, _ in groups}
    result: list[Group] = []
    number = 0
    for group_id, title in [*((i, g.title) for i, g in groups), (None, None)]:
        rows = []
        for item_id, parts in wholes(lines).items():
            line = lines[item_id]
            if (line.group if line.group in known else None) != group_id:
                continue
            number += 1
            rows.append(Row(number, item_id, line, tuple(Row(None, i, lines[i]) for i in parts)))
        if rows or group_id:
            result.append(Group(group_id, title, tuple(rows)))
    return Budget(tuple(result), tuple(i.data for i in items if isinstance(i.data, Cover)))

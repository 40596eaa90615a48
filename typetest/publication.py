"""What may be shown of a group, so that nobody can work out what fewer people than the smallest group said.

Every table is about a set of people: the whole room or one group, and of those everybody who answered or
only the complete participants. Tables of two sets can be added and subtracted. So a set is shown only when
no smaller union of people can be had from all that is shown, and what may not be shown about everybody is
shown about the complete participants (`docs/werksessie.md`).
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from operator import add, mul

from typetest.group import Card, Split, card, split
from typetest.model import QUESTIONS, Answers
from typetest.scoring import score

SMALLEST = 3
"""The least that the smallest group shown may be set to."""
ROOM = ""
"""The key that stands for everybody, whatever their group."""


@dataclass(frozen=True)
class Ballot:
    """The answers of one participant in one perspective.

    ``group`` is the key of the participant's group. ``complete`` says whether all fourteen statements were
    answered when the first round ended: in the second round it stays as it was.
    """

    group: str
    answers: Answers
    complete: bool


@dataclass(frozen=True)
class Tables:
    """What is shown of the room (``group`` is ROOM) or of one group.

    ``people`` answered at least one statement and ``complete`` of them all fourteen. ``card`` is about the
    complete ones. ``splits``, one a statement in order, are about ``splits_of`` people: all or the complete
    ones. Where showing would tell too much, ``card`` is None, ``splits`` empty and ``splits_of`` 0.
    """

    group: str
    people: int
    complete: int
    card: Card | None = None
    splits: tuple[Split, ...] = ()
    splits_of: int = 0


@dataclass(frozen=True)
class Publication:
    """All that is shown of one perspective in one round. It is made once, at the reveal, and stays.

    ``changed`` says for each statement, in order, how many of the people that the room's splits are about
    answered otherwise than in the first round; it is empty in the first round.
    """

    room: Tables
    groups: tuple[Tables, ...]
    changed: tuple[int, ...] = ()


Atom = tuple[str, bool]
"""The people of one group who are all complete, or all not: no set that is shown divides them."""


@dataclass(frozen=True)
class Audience:
    """A set of people that a table can be about."""

    group: str
    complete_only: bool

    def holds(self, atom: Atom) -> bool:
        """Whether the people of ``atom`` are in the set."""
        group, complete = atom
        return self.group in (ROOM, group) and (complete or not self.complete_only)


def ballot(group: str, answers: Answers) -> Ballot:
    """A ballot of the first round."""
    return Ballot(group, answers, len(answers) == len(QUESTIONS))


def audiences(sizes: Mapping[Atom, int], smallest: int) -> tuple[Audience, ...]:
    """Choose the sets to show: of the room first, then of the groups from large to small.

    ``sizes`` says how many people each atom has. Raises ValueError when ``smallest`` is too small.
    """
    if smallest < SMALLEST:
        raise ValueError(f"the smallest group is at least {SMALLEST}: {smallest}")
    present = {atom: size for atom, size in sizes.items() if size}
    totals = Counter[str]()
    for (group, _), size in present.items():
        totals[group] += size
    groups = sorted(totals, key=lambda group: (-totals[group], group))
    shown: list[Audience] = []
    for group, complete_only in product((ROOM, *groups), (True, False)):
        wanted = Audience(group, complete_only)
        if any(map(wanted.holds, present)) and not _tells_too_much([*shown, wanted], present, smallest):
            shown.append(wanted)
    return tuple(shown)


def likely_shown(people: Mapping[str, int], smallest: int) -> frozenset[str]:
    """The groups, and ROOM, that are shown if everybody answers everything.

    ``people`` says how many each group has. Raises ValueError when ``smallest`` is too small.
    """
    return frozenset(a.group for a in audiences({(g, True): n for g, n in people.items()}, smallest))


def evenly(people: int, groups: Sequence[str]) -> Mapping[str, int]:
    """``people`` divided over ``groups``, at least one, as evenly as can be."""
    each, over = divmod(people, len(groups))
    return {group: each + (n < over) for n, group in enumerate(groups)}


def publish(ballots: Iterable[Ballot], groups: Sequence[str], smallest: int) -> Publication:
    """The tables of the first round in one perspective; who answered nothing does not count.

    ``groups`` are the keys of the groups in the order in which they are shown. Raises ValueError for a
    smallest group that is too small.
    """
    given = [b for b in ballots if b.answers]
    shown = audiences(Counter((b.group, b.complete) for b in given), smallest)
    room, *apart = (_tables(group, given, shown) for group in (ROOM, *groups))
    return Publication(room, tuple(apart))


def again(first: Publication, ballots: Iterable[Ballot], now: Iterable[Answers]) -> Publication:
    """The tables of the second round: of the very sets of people that the first round showed.

    ``ballots`` are all that counted in the first round, and ``now`` holds for each of them the answers as
    they are now. Anybody else would be told apart by subtracting the rounds.
    """
    pairs = [(before, replace(before, answers=after)) for before, after in zip(ballots, now, strict=True)]
    given = [after for _, after in pairs]
    shown = [audience for tables in (first.room, *first.groups) for audience in _shown(tables)]
    room, *apart = (_tables(tables.group, given, shown) for tables in (first.room, *first.groups))
    everybody = room.splits_of == room.people
    counted = [pair for pair in pairs if everybody or pair[0].complete] if room.splits else []
    return Publication(room, tuple(apart), tuple(_changed(counted, q) for q in QUESTIONS) if counted else ())


def _changed(pairs: Sequence[tuple[Ballot, Ballot]], question: int) -> int:
    return sum(before.answers.get(question) != after.answers.get(question) for before, after in pairs)


def _shown(tables: Tables) -> Iterator[Audience]:
    if tables.card:
        yield Audience(tables.group, complete_only=True)
    if tables.splits_of == tables.people:
        yield Audience(tables.group, complete_only=False)


def _tables(group: str, ballots: Sequence[Ballot], shown: Collection[Audience]) -> Tables:
    people = [b for b in ballots if group in (ROOM, b.group)]
    complete = [b for b in people if b.complete]
    on_card = Audience(group, complete_only=True) in shown
    # Everybody if that may be; else the complete ones, whom the card is about already.
    counted = people if Audience(group, complete_only=False) in shown else complete if on_card else []
    return Tables(
        group=group,
        people=len(people),
        complete=len(complete),
        card=card(map(_cell, complete)) if on_card else None,
        splits=tuple(split(b.answers.get(q) for b in counted) for q in QUESTIONS) if counted else (),
        splits_of=len(counted),
    )


def _cell(complete: Ballot) -> tuple[int, int]:
    found = score(complete.answers)
    return found.sturing.a, found.insteek.a


def _tells_too_much(shown: Sequence[Audience], sizes: Mapping[Atom, int], smallest: int) -> bool:
    """Whether adding and subtracting what is shown gives a union of fewer people than ``smallest``."""
    atoms, counts = list(sizes), list(sizes.values())
    rows = [[Fraction(audience.holds(atom)) for atom in atoms] for audience in shown]
    pivots = _reduced(rows)
    return any(
        set(union) <= {0, 1} and 0 < sum(map(mul, union, counts)) < smallest
        for union in _candidates(rows, pivots, counts, smallest)
    )


def _candidates(
    rows: Sequence[Sequence[Fraction]], pivots: Sequence[int], counts: Sequence[int], smallest: int
) -> Iterable[Sequence[Fraction]]:
    """The sums of ``rows`` that can be a union of fewer than ``smallest`` people; `_reduced` made them so.

    In that form a sum has at each pivot what the row of that pivot is taken times: in a union, once or not
    at all. So there are few to try, for every row that is taken brings the people of its pivot.
    """
    found: list[tuple[Sequence[Fraction], int]] = [([Fraction()] * len(counts), 0)]
    for row, pivot in zip(rows, pivots, strict=True):
        people = counts[pivot]
        found += [(list(map(add, sum_, row)), of + people) for sum_, of in found if of + people < smallest]
    return (sum_ for sum_, _ in found)


def _reduced(rows: list[list[Fraction]]) -> list[int]:
    """Bring ``rows`` to reduced echelon form, in place and without rows of zeros; gives the pivot columns."""
    pivots: list[int] = []
    for column in range(len(rows[0])):
        at = len(pivots)
        found = next((n for n in range(at, len(rows)) if rows[n][column]), None)
        if found is None:
            continue
        rows[at], rows[found] = rows[found], rows[at]
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for n, row in enumerate(rows):
            if n != at and row[column]:
                rows[n] = [value - row[column] * top for value, top in zip(row, rows[at], strict=True)]
        pivots.append(column)
    del rows[len(pivots) :]
    return pivots

"""A *werksessie*: the typetest done together, live or by link, and what is kept of it.

Nobody's name is asked and no moment of an answer is kept. What is shown of the room is made once, at the
reveal (`typetest.publication`), and stays when the single answers are removed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import Field, field_validator

from dossier.frozen import Frozen
from stappenplan.shapes import Long, Short
from typetest.model import Answers, Choice, Perspective
from typetest.publication import SMALLEST, Publication

Value = TypeVar("Value")

CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What a join code is made of: no 0 and O, 1, I and L, or U and V that look alike on a wall."""
CODE_LENGTH = 7
DEFAULT_SMALLEST = 5
MOST_PEOPLE = 1000
"""How many people one session takes; the largest that was measured is 800."""


class Phase(StrEnum):
    """How far a session is. It only goes forward; without a second round *revealed* leads to *closed*."""

    ANSWERING = "answering"
    REVEALED = "revealed"
    AGAIN = "again"  # some statements are answered once more
    COMPARED = "compared"  # both rounds are shown
    CLOSED = "closed"

    @property
    def round(self) -> int | None:
        """The round in which answers are taken now, 1 or 2, or None."""
        return {Phase.ANSWERING: 1, Phase.AGAIN: 2}.get(self)


class Group(Frozen):
    """People of one kind in the room; ``name`` is the municipality's own."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9_]{1,30}$")]
    name: Annotated[Short, Field(min_length=1)]


def _all_different(values: tuple[Value, ...], keys: Sequence[str]) -> tuple[Value, ...]:
    if len(set(keys)) < len(keys):
        raise ValueError("doubled")
    return values


class Setup(Frozen):
    """What is chosen before a session starts.

    ``closes_on`` is the last day on which answers are taken, for a session by link; None for a live one.
    A ``practice`` session has a simulated group, and nothing of it goes into the plan.
    """

    title: Short = ""
    perspectives: Annotated[tuple[Perspective, ...], Field(min_length=1)]
    groups: Annotated[tuple[Group, ...], Field(min_length=1, max_length=12)]
    smallest: Annotated[int, Field(ge=SMALLEST, le=50)] = DEFAULT_SMALLEST
    closes_on: date | None = None
    practice: bool = False

    @field_validator("perspectives")
    @classmethod
    def _each_once(cls, perspectives: tuple[Perspective, ...]) -> tuple[Perspective, ...]:
        return _all_different(perspectives, perspectives)

    @field_validator("groups")
    @classmethod
    def _each_its_key(cls, groups: tuple[Group, ...]) -> tuple[Group, ...]:
        return _all_different(groups, [group.key for group in groups])


class Shown(Frozen):
    """What the projector shows, and which block of the programme is going on."""

    view: Annotated[str, Field(max_length=30)] = "join"
    question: Annotated[int, Field(ge=1, le=14)] | None = None
    perspective: Perspective | None = None
    blank: bool = False
    block: Annotated[str, Field(max_length=40)] = ""
    block_began: datetime | None = None


class Workshop(Frozen):
    """A session as it is now.

    ``code`` is None once it is closed, ``chosen`` are the statements that are answered again, and
    ``ballots_kept`` tells whether single answers are still there.
    """

    id: str
    dossier_id: str
    code: str | None
    phase: Phase
    setup: Setup
    chosen: tuple[int, ...] = ()
    shown: Shown = Shown()
    ballots_kept: bool = True
    created: datetime

    @property
    def group_names(self) -> Mapping[str, str]:
        """The names of the groups by their keys."""
        return {group.key: group.name for group in self.setup.groups}


class Seat(Frozen):
    """One participant: no name, only a group and whether the answers are finished."""

    id: str
    workshop_id: str
    group: str
    ready: bool


class Counted(Frozen):
    """How many people of one group are there, and how many of them are ready."""

    group: str
    joined: int
    ready: int


class Finding(Frozen):
    """What the group makes of one statement: the direction it wants to go, and why or why not.

    It is no decision: the plan says who decides. ``direction`` is None as long as there is none.
    """

    direction: Choice | None = None
    reasons_a: Long = ""
    reasons_b: Long = ""


class Parked(Frozen):
    """Something to come back to later."""

    text: Short = ""


class Promise(Frozen):
    """Who does what, and when it will be done."""

    who: Short = ""
    what: Short = ""
    when: Short = ""


Note = Finding | Parked | Promise
"""What a facilitator writes down: each is a row that is edited by itself."""
NOTES: Mapping[str, type[Note]] = {"finding": Finding, "parked": Parked, "promise": Promise}
"""The kinds of notes by their names."""


def finding_id(perspective: Perspective, question: int) -> str:
    """The id of the one finding there is on a statement in a perspective."""
    return f"{perspective}-{question}"


class KeptNote(Frozen):
    """A note with its place; ``version`` counts its saves."""

    id: str
    kind: str
    position: int
    version: Annotated[int, Field(ge=0)]
    data: Note


@dataclass(frozen=True)
class Cast:
    """All answers of one participant, by round and perspective, with the seat they come from.

    ``counts`` says in which perspectives the first round counted the participant, and whether as complete.
    """

    seat: Seat
    answers: Mapping[tuple[int, Perspective], Answers] = field(default_factory=dict)
    counts: Mapping[Perspective, bool] = field(default_factory=dict)

    def now(self, perspective: Perspective, round_number: int) -> dict[int, Choice]:
        """The answers in a round; in the second, those of the first stand where no other was given."""
        rounds = (self.answers.get((n, perspective), {}) for n in range(1, round_number + 1))
        return {question: choice for answers in rounds for question, choice in answers.items()}


@dataclass(frozen=True)
class Result:
    """What was shown of one perspective in one round."""

    round: int
    perspective: Perspective
    publication: Publication


class Report(Frozen):
    """All that stays of a session: what was shown, and what was noted."""

    workshop: Workshop
    results: tuple[Result, ...]
    notes: tuple[KeptNote, ...]

    def shown(self, perspective: Perspective, round_number: int) -> Publication | None:
        """What was shown of a perspective in a round, or None."""
        at = (round_number, perspective)
        return next((r.publication for r in self.results if (r.round, r.perspective) == at), None)

    def latest(self, perspective: Perspective) -> Publication | None:
        """What was shown of a perspective last, or None."""
        return self.shown(perspective, 2) or self.shown(perspective, 1)

    def finding(self, perspective: Perspective, question: int) -> Finding:
        """What the group makes of a statement; an empty finding when nothing was noted."""
        wanted = finding_id(perspective, question)
        found = (n.data for n in self.notes if n.id == wanted)
        return next((data for data in found if isinstance(data, Finding)), Finding())

    def of_kind(self, kind: str) -> tuple[KeptNote, ...]:
        """The notes of a kind, in order."""
        return tuple(note for note in self.notes if note.kind == kind)

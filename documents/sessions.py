"""The sessions of a dossier as a document sees them: what was shown, and what the group makes of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from content import loader, schema
from documents.session_names import name_of, oldest_first
from dossier.workshop import Finding, Note, Report
from stappenplan.dutch import day_of
from typetest.group import Card, Split
from typetest.model import QUESTIONS, Choice, Perspective
from typetest.publication import Publication, Tables


@dataclass(frozen=True)
class Row:
    """One statement in one perspective: both rounds, how many changed, and what the group makes of it.

    ``second`` and ``changed`` are None where the statement was not answered again.
    """

    question: schema.Question
    first: Split
    second: Split | None
    changed: int | None
    finding: Finding

    @property
    def direction(self) -> schema.Option | None:
        """The answer that the group wants to go by."""
        chosen = self.finding.direction
        return None if chosen is None else self.question.a if chosen is Choice.A else self.question.b


@dataclass(frozen=True)
class Result:
    """What was shown of one perspective; ``latest`` and ``groups`` are those of the last round."""

    key: Perspective
    latest: Tables
    groups: tuple[tuple[str, Tables], ...]
    rows: tuple[Row, ...]

    @property
    def findings(self) -> tuple[Row, ...]:
        """The statements that the group wrote something down about."""
        return tuple(row for row in self.rows if row.finding != Finding())


@dataclass(frozen=True)
class Session:
    """One session."""

    name: str
    day: date
    smallest: int
    chosen: tuple[int, ...]
    results: tuple[Result, ...]
    parked: tuple[Note, ...]
    promises: tuple[Note, ...]


def sessions(reports: Iterable[Report]) -> tuple[Session, ...]:
    """All sessions, the oldest first."""
    return tuple(map(_session, oldest_first(reports)))


def group_card(reports: Iterable[Report], perspective: Perspective) -> Card | None:
    """The card of the room that was shown last, in a perspective."""
    shown = (report.latest(perspective) for report in reversed(oldest_first(reports)))
    return next((found.room.card for found in shown if found and found.room.card), None)


def _session(report: Report) -> Session:
    workshop = report.workshop
    perspectives = (p for p in Perspective if report.shown(p, 1))
    return Session(
        name=name_of(workshop),
        day=day_of(workshop.created),
        smallest=workshop.setup.smallest,
        chosen=workshop.chosen,
        results=tuple(_result(report, perspective) for perspective in perspectives),
        parked=tuple(note.data for note in report.of_kind("parked") if _says_something(note.data)),
        promises=tuple(note.data for note in report.of_kind("promise") if _says_something(note.data)),
    )


def _says_something(note: Note) -> bool:
    return any(str(value).strip() for value in note.model_dump().values() if value is not None)


def _result(report: Report, perspective: Perspective) -> Result:
    first, second = report.shown(perspective, 1), report.shown(perspective, 2)
    latest = second or first
    assert first is not None  # noqa: S101 - the perspective is one that was shown
    assert latest is not None  # noqa: S101 - as above
    names = report.workshop.group_names
    return Result(
        key=perspective,
        latest=latest.room,
        groups=tuple((names.get(tables.group, tables.group), tables) for tables in latest.groups),
        rows=tuple(_row(report, perspective, first, second, n) for n in QUESTIONS),
    )


def _row(
    report: Report, perspective: Perspective, first: Publication, second: Publication | None, number: int
) -> Row:
    # A statement that was not chosen has the same answers in the second round: nothing to tell.
    again = second if second and second.room.splits and number in report.workshop.chosen else None
    return Row(
        question=loader.typetest().questions[number - 1],
        first=first.room.splits[number - 1] if first.room.splits else Split(),
        second=again.room.splits[number - 1] if again else None,
        changed=again.changed[number - 1] if again and again.changed else None,
        finding=report.finding(perspective, number),
    )

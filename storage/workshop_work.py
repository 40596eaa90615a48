"""The part of `dossier.storage.Work` about sessions, on SQLAlchemy Core."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Connection, CursorResult, Executable, Row

from dossier.workshop import NOTES, Cast, Counted, KeptNote, Phase, Report, Result, Seat, Workshop
from storage import tables
from storage import workshop_statements as sql
from typetest.model import Choice, Perspective
from typetest.publication import Publication

_PUBLICATION = TypeAdapter(Publication)
_JSON = frozenset(column.name for column in tables.workshop.c if isinstance(column.type, JSON))


def _workshop(row: Row[Any]) -> Workshop:
    return Workshop.model_validate(dict(row._mapping))


@lru_cache(maxsize=64)
def _workshop_again(*raw: Any) -> Workshop:
    """The session of a row whose JSON is still text: made once for all who answer while it stays the same."""
    values = dict(zip(tables.workshop.c.keys(), raw, strict=True))
    return Workshop.model_validate(
        {name: json.loads(value) if name in _JSON else value for name, value in values.items()}
    )


def _note(row: Row[Any]) -> KeptNote:
    data = NOTES[row.kind].model_validate(row.data)
    return KeptNote(id=row.id, kind=row.kind, position=row.position, version=row.version, data=data)


class SqlWorkshopWork:
    """`dossier.workshop_storage.WorkshopWork` says what each method promises."""

    def __init__(self, connection: Connection, *, locks: bool) -> None:
        self._connection = connection
        self._locks = locks

    def _run(self, statement: Executable, **values: Any) -> CursorResult[Any]:
        return self._connection.execute(statement, values)

    # -- sessions ---------------------------------------------------------------------------------

    def workshops(self, dossier_id: str) -> tuple[Workshop, ...]:
        """The sessions of a dossier, oldest first."""
        return tuple(map(_workshop, self._run(sql.WORKSHOPS, owner=dossier_id)))

    def reports(self, dossier_id: str) -> tuple[Report, ...]:
        """What stays of the sessions of which something was revealed, without practice and codes."""
        return tuple(
            Report(
                workshop=workshop.model_copy(update={"code": None}),
                results=self.results(workshop.id),
                notes=self.notes(workshop.id),
            )
            for workshop in self.workshops(dossier_id)
            if workshop.phase is not Phase.ANSWERING and not workshop.setup.practice
        )

    def workshop(self, dossier_id: str, workshop_id: str) -> Workshop | None:
        """One session, or None."""
        statement = sql.WORKSHOP_TO_CHANGE if self._locks else sql.WORKSHOP
        row = self._run(statement, owner=dossier_id, key=workshop_id).one_or_none()
        return _workshop(row) if row else None

    def workshop_of_code(self, code: str) -> Workshop | None:
        """The session that this code lets people join, or None."""
        row = self._run(sql.OF_CODE_TO_JOIN if self._locks else sql.OF_CODE, key=code).one_or_none()
        return _workshop(row) if row else None

    def save_workshop(self, workshop: Workshop) -> None:
        """Insert or replace a session."""
        values = workshop.model_dump(mode="json", exclude={"created"}) | {"created": workshop.created}
        self._run(sql.SAVE_WORKSHOP[self._connection.dialect.name], **values)

    def delete_workshop(self, workshop_id: str) -> None:
        """Remove a session; what hangs on it goes by ON DELETE CASCADE."""
        self._run(sql.DELETE_WORKSHOP, owner=workshop_id)

    # -- participants and their answers -----------------------------------------------------------

    def add_seat(self, seat: Seat, token_hash: str) -> None:
        """Add a participant."""
        self._run(
            sql.ADD_SEAT,
            id=seat.id,
            workshop_id=seat.workshop_id,
            group_key=seat.group,
            ready=seat.ready,
            counts={},
            token_hash=token_hash or None,
        )

    def seat(self, token_hash: str) -> tuple[Workshop, Seat] | None:
        """The participant with this secret and the session, or None."""
        row = self._run(sql.SEAT_TO_ANSWER if self._locks else sql.SEAT, key=token_hash).one_or_none()
        if row is None:
            return None
        seat_id, workshop_id, group, ready, *raw = tuple(row)
        return _workshop_again(*raw), Seat(id=seat_id, workshop_id=workshop_id, group=group, ready=ready)

    def save_seat(self, seat: Seat) -> None:
        """Keep whether a participant is ready."""
        self._run(sql.SAVE_SEAT, key=seat.id, ready=seat.ready)

    def nobody_ready(self, workshop_id: str) -> None:
        """Make every participant one who is not ready."""
        self._run(sql.NOBODY_READY, owner=workshop_id)

    def counted(self, workshop_id: str) -> tuple[Counted, ...]:
        """How many there are in each group that has anybody."""
        return tuple(
            Counted(group=row.group, joined=row.joined, ready=row.ready)
            for row in self._run(sql.COUNTED, owner=workshop_id)
        )

    def save_vote(
        self, seat_id: str, round_number: int, perspective: Perspective, question: int, choice: Choice | None
    ) -> None:
        """Insert, replace or remove an answer."""
        if choice is None:
            self._run(
                sql.DELETE_VOTE,
                owner=seat_id,
                in_round=round_number,
                in_perspective=perspective,
                number=question,
            )
            return
        self._run(
            sql.SAVE_VOTE[self._connection.dialect.name],
            seat_id=seat_id,
            round=round_number,
            perspective=perspective,
            question=question,
            choice=choice,
        )

    def cast(self, seat: Seat) -> Cast:
        """All answers of one participant."""
        rows = self._run(sql.VOTES, owner=seat.id).all()
        counts = json.loads(rows[0].counts) if rows else {}
        return _cast(seat, counts, [row for row in rows if row.seat_id])  # without answers: one empty row

    def casts(self, workshop_id: str) -> tuple[Cast, ...]:
        """All answers of all participants, in the order of their random ids."""
        votes: dict[str, list[Row[Any]]] = {}
        for row in self._run(sql.VOTES_OF_ALL, owner=workshop_id):
            votes.setdefault(row.seat_id, []).append(row)
        return tuple(
            _cast(
                Seat(id=row.id, workshop_id=row.workshop_id, group=row.group_key, ready=row.ready),
                row.counts,
                votes.get(row.id, []),
            )
            for row in self._run(sql.SEATS, owner=workshop_id)
        )

    def save_counts(self, seat_id: str, counts: Mapping[Perspective, bool]) -> None:
        """Keep in which perspectives the first round counted a participant."""
        self._run(sql.SAVE_SEAT, key=seat_id, counts=dict(counts))

    def delete_seats(self, workshop_id: str) -> None:
        """Remove all participants; their answers go by ON DELETE CASCADE."""
        self._run(sql.DELETE_SEATS, owner=workshop_id)

    # -- what is shown and noted ------------------------------------------------------------------

    def results(self, workshop_id: str) -> tuple[Result, ...]:
        """What was shown, in order of round and perspective."""
        return tuple(
            Result(row.round, Perspective(row.perspective), _PUBLICATION.validate_python(row.publication))
            for row in self._run(sql.RESULTS, owner=workshop_id)
        )

    def save_result(self, workshop_id: str, result: Result) -> None:
        """Add what is shown of one perspective in one round."""
        self._run(
            sql.SAVE_RESULT,
            workshop_id=workshop_id,
            round=result.round,
            perspective=result.perspective,
            publication=_PUBLICATION.dump_python(result.publication, mode="json"),
        )

    def notes(self, workshop_id: str) -> tuple[KeptNote, ...]:
        """All notes, in order of kind, position and id."""
        return tuple(map(_note, self._run(sql.NOTES, owner=workshop_id)))

    def note(self, workshop_id: str, note_id: str) -> KeptNote | None:
        """One note, or None."""
        row = self._run(sql.NOTE, owner=workshop_id, key=note_id).one_or_none()
        return _note(row) if row else None

    def save_note(self, workshop_id: str, note: KeptNote) -> None:
        """Insert or replace a note."""
        self._run(
            sql.SAVE_NOTE[self._connection.dialect.name],
            workshop_id=workshop_id,
            **note.model_dump(mode="json"),
        )

    def delete_note(self, workshop_id: str, note_id: str) -> None:
        """Remove a note."""
        self._run(sql.DELETE_NOTE, owner=workshop_id, key=note_id)


def _cast(seat: Seat, counts: Mapping[str, bool], votes: list[Row[Any]]) -> Cast:
    answers: dict[tuple[int, Perspective], dict[int, Choice]] = {}
    for row in votes:
        at = answers.setdefault((row.round, Perspective(row.perspective)), {})
        at[row.question] = Choice(row.choice)
    return Cast(seat, answers, {Perspective(name): complete for name, complete in counts.items()})

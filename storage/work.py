"""`dossier.storage.Work` on SQLAlchemy Core: values out, commands in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row

from dossier.house_style import KeptPart, Part
from dossier.model import Change, Details, Dossier, GivenAnswer, Link
from stappenplan.items import PlanItem
from storage import statements as sql
from storage.workshop_work import SqlWorkshopWork
from typetest.model import Perspective


def _answer(row: Row[Any]) -> GivenAnswer:
    return GivenAnswer(choice=row.choice, note=row.note, version=row.version)


def _item(row: Row[Any]) -> PlanItem:
    data = {"kind": row.kind, **row.data}
    return PlanItem.model_validate(
        {"id": row.id, "step": row.step, "position": row.position, "version": row.version, "data": data}
    )


def _link(row: Row[Any]) -> Link:
    return Link.model_validate(row._asdict())


def _change(row: Row[Any] | None) -> Change | None:
    if row is None:
        return None
    return Change(
        dossier_id=row.dossier_id, subject=row.subject, version=row.version, at=row.at, values=row.data
    )


class SqlWork(SqlWorkshopWork):
    """One transaction (`dossier.storage.Work` says what each method promises).

    A transaction that ``locks`` holds the row of every dossier it touches, from the first reading
    to the end: what it read is still so when it writes, also when there was no row to read yet.
    """

    def __init__(self, connection: Connection, *, locks: bool) -> None:
        super().__init__(connection, locks=locks)
        self._held: set[str] = set()

    def _hold(self, dossier_id: str) -> None:
        if self._locks and dossier_id not in self._held:
            self._run(sql.LOCK, owner=dossier_id)
            self._held.add(dossier_id)

    # -- the dossier ------------------------------------------------------------------------------

    def add_dossier(self, dossier_id: str, edition: str, created: datetime) -> None:
        """Make an empty dossier."""
        details = Details().model_dump(mode="json")
        self._run(
            sql.ADD_DOSSIER,
            id=dossier_id,
            edition=edition,
            created=created,
            details=details,
            details_version=0,
        )

    def dossier(self, dossier_id: str) -> Dossier | None:
        """The whole dossier, or None."""
        self._hold(dossier_id)
        kept = self._run(sql.DOSSIER, owner=dossier_id).one_or_none()
        if kept is None:
            return None
        answers: dict[Perspective, dict[int, GivenAnswer]] = {}
        for row in self._run(sql.ANSWERS, owner=dossier_id):
            answers.setdefault(Perspective(row.perspective), {})[row.question] = _answer(row)
        items = tuple(_item(row) for row in self._run(sql.ITEMS, owner=dossier_id))
        workshops = self.reports(dossier_id)
        values = {**kept._asdict(), "answers": answers, "items": items, "workshops": workshops}
        return Dossier.model_validate(values)

    def delete_dossier(self, dossier_id: str) -> None:
        """Remove the dossier; what hangs on it goes by ON DELETE CASCADE."""
        self._run(sql.DELETE_DOSSIER, owner=dossier_id)

    def details(self, dossier_id: str) -> tuple[Details, int] | None:
        """The details and their version, or None."""
        self._hold(dossier_id)
        row = self._run(sql.DETAILS, owner=dossier_id).one_or_none()
        return (Details.model_validate(row.details), row.details_version) if row else None

    def save_details(self, dossier_id: str, details: Details, version: int) -> None:
        """Replace the details."""
        kept = details.model_dump(mode="json")
        self._run(sql.SAVE_DETAILS, owner=dossier_id, details=kept, details_version=version)

    # -- answers ----------------------------------------------------------------------------------

    def answer(self, dossier_id: str, perspective: Perspective, question: int) -> GivenAnswer:
        """The answer kept, or an empty one."""
        self._hold(dossier_id)
        row = self._run(
            sql.ANSWER, owner=dossier_id, in_perspective=perspective, number=question
        ).one_or_none()
        return _answer(row) if row else GivenAnswer()

    def save_answer(
        self, dossier_id: str, perspective: Perspective, question: int, answer: GivenAnswer
    ) -> None:
        """Insert or replace an answer."""
        self._run(
            sql.SAVE_ANSWER[self._connection.dialect.name],
            dossier_id=dossier_id,
            perspective=perspective,
            question=question,
            choice=answer.choice,
            note=answer.note,
            version=answer.version,
        )

    # -- items ------------------------------------------------------------------------------------

    def item(self, dossier_id: str, item_id: str) -> PlanItem | None:
        """One item, or None."""
        self._hold(dossier_id)
        row = self._run(sql.ITEM, owner=dossier_id, key=item_id).one_or_none()
        return _item(row) if row else None

    def items(self, dossier_id: str, kind: str) -> tuple[PlanItem, ...]:
        """The items of one kind, in order."""
        self._hold(dossier_id)
        return tuple(_item(row) for row in self._run(sql.ITEMS_OF_KIND, owner=dossier_id, of_kind=kind))

    def save_item(self, dossier_id: str, item: PlanItem) -> None:
        """Insert or replace an item."""
        self._run(
            sql.SAVE_ITEM[self._connection.dialect.name],
            dossier_id=dossier_id,
            id=item.id,
            step=item.step,
            kind=item.data.kind,
            position=item.position,
            data=item.data.model_dump(mode="json", exclude={"kind"}),
            version=item.version,
        )

    def delete_item(self, dossier_id: str, item_id: str) -> None:
        """Remove an item."""
        self._run(sql.DELETE_ITEM, owner=dossier_id, key=item_id)

    # -- the house style --------------------------------------------------------------------------

    def style_parts(self, dossier_id: str) -> tuple[KeptPart, ...]:
        """The parts that are kept, without their content."""
        self._hold(dossier_id)
        rows = self._run(sql.STYLE_PARTS, owner=dossier_id)
        return tuple(KeptPart.model_validate(row._asdict()) for row in rows)

    def style_contents(self, dossier_id: str, *, proposed: bool) -> Mapping[Part, bytes]:
        """The content of the parts that are in use, or of those that are proposed."""
        self._hold(dossier_id)
        rows = self._run(sql.STYLE_CONTENTS, owner=dossier_id, is_proposed=proposed)
        return {Part(row.part): bytes(row.content) for row in rows}

    def save_style_part(self, dossier_id: str, kept: KeptPart, content: bytes) -> None:
        """Insert or replace a part that is in use, or a proposal."""
        statement = sql.SAVE_STYLE_PART[self._connection.dialect.name]
        self._run(statement, dossier_id=dossier_id, content=content, **kept.model_dump())

    def use_style_part(self, dossier_id: str, part: Part) -> None:
        """Put the proposal of a part in the place of what is in use."""
        self.delete_style_part(dossier_id, part, proposed=False)
        self._run(sql.USE_STYLE_PART, owner=dossier_id, key=part)

    def delete_style_part(self, dossier_id: str, part: Part, *, proposed: bool) -> None:
        """Remove a part that is in use, or a proposal."""
        self._run(sql.DELETE_STYLE_PART, owner=dossier_id, key=part, is_proposed=proposed)

    # -- the change log ---------------------------------------------------------------------------

    def log(self, change: Change) -> None:
        """Add a line to the change log."""
        self._run(
            sql.LOG,
            dossier_id=change.dossier_id,
            subject=change.subject,
            version=change.version,
            at=change.at,
            data=change.values,
        )

    def logged(self, dossier_id: str, subject: str, version: int) -> Change | None:
        """What the log says ``subject`` held at ``version``, or None."""
        return _change(self._run(sql.LOGGED, owner=dossier_id, key=subject, at_version=version).one_or_none())

    def last_logged(self, dossier_id: str, subject: str) -> Change | None:
        """The newest line on ``subject``, or None."""
        return _change(self._run(sql.LAST_LOGGED, owner=dossier_id, key=subject).one_or_none())

    def remove_log(self, dossier_id: str, beginning: str) -> None:
        """Remove every line whose subject begins so."""
        self._run(sql.REMOVE_LOG, owner=dossier_id, beginning=beginning)

    # -- links ------------------------------------------------------------------------------------

    def add_link(self, link: Link) -> None:
        """Keep a link."""
        self._run(sql.ADD_LINK, **link.model_dump())

    def link(self, token_hash: str) -> Link | None:
        """The link with this hash, or None."""
        if self._locks:
            self._held.update(self._run(sql.LOCK_BY_TOKEN, key=token_hash).scalars())
        row = self._run(sql.LINK, key=token_hash).one_or_none()
        return _link(row) if row else None

    def links(self, dossier_id: str) -> tuple[Link, ...]:
        """Every link of a dossier, oldest first."""
        self._hold(dossier_id)
        return tuple(_link(row) for row in self._run(sql.LINKS, owner=dossier_id))

    def withdraw_link(self, dossier_id: str, link_id: str, at: datetime) -> None:
        """Mark a link as withdrawn, unless it was already."""
        self._run(sql.WITHDRAW_LINK, owner=dossier_id, key=link_id, moment=at)

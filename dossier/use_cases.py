"""What may be done with a dossier.

Every use case takes the secret ``token`` of the link somebody came in with, so that a withdrawn
link stops working at once. Every save names the version its screen was opened with (see `merge`).
A use case may be repeated, by a double click or a rerun, and then changes nothing more.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from dossier.merge import Conflict, merge
from dossier.model import Change, Details, Dossier, GivenAnswer, Link
from dossier.roles import Action, NotAllowed, Role, authorize
from dossier.storage import Storage, Work
from stappenplan.items import AnyItem, PlanItem
from stappenplan.text import clean
from typetest.model import Perspective


class NotFound(Exception):  # noqa: N818 - reads as what it says
    """There is no such dossier or item (any more)."""


class LastLink(Exception):  # noqa: N818 - reads as what it says
    """The last link that edits cannot be withdrawn: nobody could get in any more."""


class Invalid(ValueError):  # noqa: N818 - reads as what it says
    """A value that cannot be kept; ``fields`` maps each wrong field to pydantic's type of error."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(", ".join(f"{name}: {why}" for name, why in fields.items()))
        self.fields = dict(fields)


@dataclass(frozen=True)
class Entry:
    """What a link gives: one role in one dossier."""

    dossier_id: str
    role: Role


@dataclass(frozen=True)
class Created:
    """A new dossier and the only time its secret links can be seen."""

    dossier_id: str
    edit_token: str
    read_token: str


@dataclass(frozen=True)
class Saved:
    """What is kept now: the values and version, the fields to choose on, and characters replaced."""

    values: Mapping[str, Any]
    version: int
    conflicts: tuple[Conflict, ...] = ()
    replaced: int = 0


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _cleaned(values: Mapping[str, Any]) -> tuple[dict[str, Any], int]:
    """The values with their texts made fit, and how many characters were replaced."""
    fit: dict[str, Any] = {}
    replaced = 0
    for name, value in values.items():
        if isinstance(value, str):
            cleaned = clean(value)
            fit[name], replaced = cleaned.text, replaced + cleaned.replaced
        else:
            fit[name] = value
    return fit, replaced


def _validated(blank: AnyItem, values: Mapping[str, Any]) -> AnyItem:
    try:
        return type(blank).model_validate(values)
    except ValidationError as error:
        raise Invalid({str(e["loc"][0]): e["type"] for e in error.errors()}) from error


def _json(model: AnyItem | Details | GivenAnswer) -> dict[str, Any]:
    return model.model_dump(mode="json", exclude={"version"})


class UseCases:
    """The use cases, given a storage, a clock and two makers of random text."""

    def __init__(
        self,
        storage: Storage,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        new_token: Callable[[], str],
    ) -> None:
        self._storage = storage
        self._now = now
        self._new_id = new_id
        self._new_token = new_token

    # -- making, entering, reading ----------------------------------------------------------------

    def create(self, details: Details, edition: str) -> Created:
        """A new, empty dossier with a link to edit it and one to read it."""
        with self._storage.write() as work:
            return self._create(work, details, edition)

    def create_from(self, source: Dossier) -> Created:
        """A new dossier with the details, answers and items of ``source``: a copy of one's own."""
        with self._storage.write() as work:
            created = self._create(work, source.details, source.edition)
            for perspective, answers in source.answers.items():
                for question, answer in answers.items():
                    kept = answer.model_copy(update={"version": 1})
                    self._keep_answer(work, created.dossier_id, perspective, question, kept)
            for item in source.items:
                self._keep_item(work, created.dossier_id, item.model_copy(update={"version": 1}))
            return created

    def enter(self, token: str) -> Entry | None:
        """What the link gives, or None when it is unknown or withdrawn."""
        with self._storage.read() as work:
            link = work.link(_hash(token))
        return Entry(link.dossier_id, link.role) if link and link.withdrawn is None else None

    def open(self, token: str) -> Dossier:
        """The whole dossier. Raises NotAllowed."""
        with self._storage.read() as work:
            link = self._authorized(work, token, Action.READ)
            dossier = work.dossier(link.dossier_id)
        if dossier is None:
            raise NotFound(link.dossier_id)
        return dossier

    # -- saving -----------------------------------------------------------------------------------

    def save_details(self, token: str, changes: Mapping[str, Any], version: int) -> Saved:
        """Save what the dossier is called. Raises NotAllowed, Invalid."""
        changes, replaced = _cleaned(changes)
        with self._storage.write() as work:
            link = self._authorized(work, token, Action.EDIT)
            kept = work.details(link.dossier_id)
            if kept is None:
                raise NotFound(link.dossier_id)
            current, current_version = kept
            base = self._base(work, link.dossier_id, "details", version, _json(Details()))
            try:
                wanted = Details.model_validate({**_json(current), **changes})
            except ValidationError as error:
                raise Invalid({str(e["loc"][0]): e["type"] for e in error.errors()}) from error
            mine = {name: _json(wanted)[name] for name in changes}
            merged = merge(base, mine, _json(current))
            if merged.values == _json(current):
                return Saved(merged.values, current_version, merged.conflicts, replaced)
            details = Details.model_validate(merged.values)
            work.save_details(link.dossier_id, details, current_version + 1)
            self._log(work, link.dossier_id, "details", current_version + 1, _json(details))
            return Saved(merged.values, current_version + 1, merged.conflicts, replaced)

    def answer(
        self, token: str, perspective: Perspective, question: int, changes: Mapping[str, Any], version: int
    ) -> Saved:
        """Save the choice or the note of one statement. Raises NotAllowed, Invalid."""
        if not 1 <= question <= 14:
            raise Invalid({"question": "range"})
        changes, replaced = _cleaned(changes)
        with self._storage.write() as work:
            link = self._authorized(work, token, Action.ANSWER)
            current = work.answer(link.dossier_id, perspective, question)
            try:
                wanted = GivenAnswer.model_validate({**_json(current), **changes})
            except ValidationError as error:
                raise Invalid({str(e["loc"][0]): e["type"] for e in error.errors()}) from error
            subject = f"answer:{perspective}:{question}"
            base = self._base(work, link.dossier_id, subject, version, _json(GivenAnswer()))
            mine = {name: _json(wanted)[name] for name in changes}
            merged = merge(base, mine, _json(current))
            if merged.values == _json(current):
                return Saved(merged.values, current.version, merged.conflicts, replaced)
            kept = GivenAnswer.model_validate({**merged.values, "version": current.version + 1})
            self._keep_answer(work, link.dossier_id, perspective, question, kept)
            return Saved(merged.values, kept.version, merged.conflicts, replaced)

    def save_item(
        self, token: str, item_id: str, step: int, blank: AnyItem, changes: Mapping[str, Any], version: int
    ) -> Saved:
        """Save fields of an item; with ``version`` 0 the item is made if it is not there yet.

        ``blank`` is the item as it is before anything is filled in. Raises NotAllowed, Invalid, and
        NotFound when somebody removed the item meanwhile (`restore_item` brings it back).
        """
        changes, replaced = _cleaned(changes)
        with self._storage.write() as work:
            link = self._authorized(work, token, Action.EDIT)
            current = work.item(link.dossier_id, item_id)
            if current is None and version > 0:
                raise NotFound(item_id)
            theirs = _json(current.data if current else blank)
            wanted = _json(_validated(blank, {**theirs, **changes}))
            base = self._base(work, link.dossier_id, f"item:{item_id}", version, _json(blank))
            merged = merge(base, {name: wanted[name] for name in changes}, theirs)
            if current and merged.values == theirs:
                return Saved(theirs, current.version, merged.conflicts, replaced)
            kept = PlanItem(
                id=item_id,
                step=current.step if current else step,
                position=current.position if current else self._next_position(work, link.dossier_id, blank),
                version=self._next_version(work, link.dossier_id, current, item_id),
                data=_validated(blank, merged.values),
            )
            self._keep_item(work, link.dossier_id, kept)
            return Saved(merged.values, kept.version, merged.conflicts, replaced)

    def remove_item(self, token: str, item_id: str) -> None:
        """Remove an item; one already gone stays gone. Raises NotAllowed."""
        with self._storage.write() as work:
            link = self._authorized(work, token, Action.EDIT)
            current = work.item(link.dossier_id, item_id)
            if current is None:
                return
            work.delete_item(link.dossier_id, item_id)
            place = {"step": current.step, "position": current.position}
            self._log(work, link.dossier_id, f"removed:{item_id}", current.version, place)
            self._log(work, link.dossier_id, f"item:{item_id}", current.version + 1, None)

    def restore_item(self, token: str, item_id: str) -> None:
        """Bring back a removed item as it last was; one that is there stays. Raises NotAllowed, NotFound."""
        with self._storage.write() as work:
            link = self._authorized(work, token, Action.EDIT)
            if work.item(link.dossier_id, item_id):
                return
            place = work.last_logged(link.dossier_id, f"removed:{item_id}")
            if place is None or place.values is None:
                raise NotFound(item_id)
            held = work.logged(link.dossier_id, f"item:{item_id}", place.version)
            if held is None or held.values is None:
                raise NotFound(item_id)
            item = PlanItem.model_validate(
                {"id": item_id, **place.values, "version": place.version + 2, "data": held.values}
            )
            self._keep_item(work, link.dossier_id, item)

    def place_before(self, token: str, item_id: str, other_id: str) -> None:
        """Put an item just before another of its kind. Raises NotAllowed, NotFound."""
        with self._storage.write() as work:
            link = self._authorized(work, token, Action.EDIT)
            item, other = work.item(link.dossier_id, item_id), work.item(link.dossier_id, other_id)
            if item is None or other is None or item.data.kind != other.data.kind:
                raise NotFound(item_id)
            row = [i for i in work.items(link.dossier_id, item.data.kind) if i.id != item_id]
            row.insert(next(n for n, i in enumerate(row) if i.id == other_id), item)
            for position, moved in enumerate(row):
                if moved.position != position:
                    # Not a change of what the item says, so neither a version nor a line in the log.
                    work.save_item(link.dossier_id, moved.model_copy(update={"position": position}))

    # -- links and leaving ------------------------------------------------------------------------

    def links(self, token: str) -> tuple[Link, ...]:
        """The links of the dossier, oldest first. Raises NotAllowed."""
        with self._storage.read() as work:
            return work.links(self._authorized(work, token, Action.SHARE).dossier_id)

    def share(self, token: str, role: Role) -> str:
        """The secret of a new link. Raises NotAllowed."""
        with self._storage.write() as work:
            link = self._authorized(work, token, Action.SHARE)
            return self._new_link(work, link.dossier_id, role)

    def withdraw(self, token: str, link_id: str) -> None:
        """Make a link stop working. Raises NotAllowed, and LastLink for the last one that edits."""
        with self._storage.write() as work:
            own = self._authorized(work, token, Action.SHARE)
            editing = [
                k.id for k in work.links(own.dossier_id) if k.role is Role.BEGELEIDER and not k.withdrawn
            ]
            if editing == [link_id]:
                raise LastLink(link_id)
            work.withdraw_link(own.dossier_id, link_id, self._now())

    def own_link(self, token: str) -> str:
        """The id of the link that ``token`` belongs to. Raises NotAllowed."""
        with self._storage.read() as work:
            return self._authorized(work, token, Action.READ).id

    def delete(self, token: str) -> None:
        """Delete the dossier and everything that was ever kept of it. Raises NotAllowed."""
        with self._storage.write() as work:
            work.delete_dossier(self._authorized(work, token, Action.DELETE).dossier_id)
        self._storage.forget()

    # -- parts --------------------------------------------------------------------------------------

    def _authorized(self, work: Work, token: str, action: Action) -> Link:
        link = work.link(_hash(token))
        if link is None or link.withdrawn is not None:
            raise NotAllowed("unknown or withdrawn link")
        authorize(link.role, action)
        return link

    def _create(self, work: Work, details: Details, edition: str) -> Created:
        dossier_id = self._new_id()
        work.add_dossier(dossier_id, edition, self._now())
        work.save_details(dossier_id, details, 1)
        self._log(work, dossier_id, "details", 1, _json(details))
        edit = self._new_link(work, dossier_id, Role.BEGELEIDER)
        return Created(dossier_id, edit, self._new_link(work, dossier_id, Role.LEZER))

    def _new_link(self, work: Work, dossier_id: str, role: Role) -> str:
        token = self._new_token()
        link = Link(
            id=self._new_id(),
            dossier_id=dossier_id,
            role=role,
            token_hash=_hash(token),
            created=self._now(),
        )
        work.add_link(link)
        return token

    def _base(
        self, work: Work, dossier_id: str, subject: str, version: int, blank: Mapping[str, Any]
    ) -> Mapping[str, Any]:
        change = work.logged(dossier_id, subject, version) if version else None
        return change.values if change and change.values is not None else blank

    def _keep_answer(
        self, work: Work, dossier_id: str, perspective: Perspective, question: int, answer: GivenAnswer
    ) -> None:
        work.save_answer(dossier_id, perspective, question, answer)
        self._log(work, dossier_id, f"answer:{perspective}:{question}", answer.version, _json(answer))

    def _keep_item(self, work: Work, dossier_id: str, item: PlanItem) -> None:
        work.save_item(dossier_id, item)
        self._log(work, dossier_id, f"item:{item.id}", item.version, _json(item.data))

    def _next_position(self, work: Work, dossier_id: str, blank: AnyItem) -> int:
        return max((i.position for i in work.items(dossier_id, blank.kind)), default=-1) + 1

    def _next_version(self, work: Work, dossier_id: str, current: PlanItem | None, item_id: str) -> int:
        """One more than any version the item ever had, so that a version never means two things."""
        if current:
            return current.version + 1
        last = work.last_logged(dossier_id, f"item:{item_id}")
        return last.version + 1 if last else 1

    def _log(
        self, work: Work, dossier_id: str, subject: str, version: int, values: Mapping[str, Any] | None
    ) -> None:
        work.log(
            Change(dossier_id=dossier_id, subject=subject, version=version, at=self._now(), values=values)
        )

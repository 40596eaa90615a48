"""What may be done with a dossier.

Every use case takes the secret ``token`` of the link somebody came in with, so that a withdrawn
link stops working at once. Every save names the version its screen was opened with (see `merge`).
A save, a removal and the like may be repeated, by a double click or a rerun, and then change nothing
more; what makes something new (`create`, `create_from`, `share`) makes it anew each time.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dossier import style_cases
from dossier.door import authorized, hashed
from dossier.house_style import HouseStyle, KeptPart, Part, style_of
from dossier.model import Details, Dossier, GivenAnswer, Link
from dossier.roles import Action, NotAllowed, Role
from dossier.storage import Storage, Work
from dossier.workshop_copy import keep_copy
from dossier.writing import Held, Invalid, Saved, Writing, left_no_trace, validated
from stappenplan.items import AnyItem, PlanItem
from typetest.model import QUESTIONS, Perspective

__all__ = ["Created", "Entry", "Invalid", "LastLink", "NotAllowed", "NotFound", "Saved", "UseCases"]


class NotFound(Exception):  # noqa: N818 - reads as what it says
    """There is no such dossier or item (any more)."""


class LastLink(Exception):  # noqa: N818 - reads as what it says
    """The last link that edits cannot be withdrawn: nobody could get in any more."""


@dataclass(frozen=True)
class Entry:
    """What a link gives: one role in one dossier."""

    dossier_id: str
    role: Role


@dataclass(frozen=True)
class Created:
    """A new dossier and the only time its secret links can be seen."""

    dossier_id: str
    edit_token: str = field(repr=False)
    read_token: str = field(repr=False)


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
            writing = self._started(work, details, edition)
            return self._first_links(writing)

    def create_from(self, source: Dossier) -> Created:
        """A new dossier with all that ``source`` holds: a copy of one's own. Its sessions are closed."""
        with self._storage.write() as work:
            writing = self._started(work, source.details, source.edition)
            for perspective, answers in source.answers.items():
                for question, answer in answers.items():
                    writing.keep_answer(perspective, question, answer.model_copy(update={"version": 1}))
            for item in source.items:
                writing.keep_item(item.model_copy(update={"version": 1}))
            for report in source.workshops:
                keep_copy(writing, report, self._new_id())
            return self._first_links(writing)

    def enter(self, token: str) -> Entry | None:
        """What the link gives, or None when it is unknown or withdrawn."""
        with self._storage.read() as work:
            link = work.link(hashed(token))
        return Entry(link.dossier_id, link.role) if link and link.withdrawn is None else None

    def open(self, token: str) -> Dossier:
        """The whole dossier. Raises NotAllowed."""
        with self._storage.read() as work:
            link = authorized(work, token, Action.READ)
            dossier = work.dossier(link.dossier_id)
        if dossier is None:
            raise NotFound(link.dossier_id)
        return dossier

    # -- saving -----------------------------------------------------------------------------------

    def save_details(self, token: str, changes: Mapping[str, Any], version: int) -> Saved:
        """Save what the dossier is called. Raises NotAllowed, Invalid."""
        with self._writing(token, Action.EDIT) as writing:
            kept = writing.work.details(writing.dossier_id)
            if kept is None:
                raise NotFound(writing.dossier_id)
            held = Held(*kept)
            saved = writing.merged("details", Details(), held, changes, version)
            if saved.version > held.version:
                writing.keep_details(Details.model_validate(saved.values), saved.version)
            return saved

    def answer(
        self, token: str, perspective: Perspective, question: int, changes: Mapping[str, Any], version: int
    ) -> Saved:
        """Save the choice or the note of one statement. Raises NotAllowed, Invalid."""
        if question not in QUESTIONS:
            raise Invalid({"question": "range"})
        with self._writing(token, Action.ANSWER) as writing:
            current = writing.work.answer(writing.dossier_id, perspective, question)
            held = Held(current, current.version)
            subject = f"answer:{perspective}:{question}"
            saved = writing.merged(subject, GivenAnswer(), held, changes, version)
            if saved.version > held.version:
                kept = GivenAnswer.model_validate({**saved.values, "version": saved.version})
                writing.keep_answer(perspective, question, kept)
            return saved

    def save_item(
        self, token: str, item_id: str, step: int, blank: AnyItem, changes: Mapping[str, Any], version: int
    ) -> Saved:
        """Save fields of an item; with ``version`` 0 the item is made if it is not there yet.

        ``blank`` is the item as it is before anything is filled in. Raises NotAllowed, Invalid, and
        NotFound when somebody removed the item meanwhile (`restore_item` brings it back).
        """
        with self._writing(token, Action.EDIT) as writing:
            current = writing.work.item(writing.dossier_id, item_id)
            if current is None and version > 0:
                raise NotFound(item_id)
            held = Held(current.data, current.version) if current else writing.held_before(item_id)
            saved = writing.merged(f"item:{item_id}", blank, held, changes, version)
            if saved.version > held.version:
                data = validated(type(blank), saved.values)
                place = current or PlanItem(
                    id=item_id, step=step, position=writing.next_position(blank.kind), data=data
                )
                writing.keep_item(place.model_copy(update={"version": saved.version, "data": data}))
            return saved

    def remove_item(self, token: str, item_id: str) -> None:
        """Remove an item; one already gone stays gone. Raises NotAllowed."""
        with self._writing(token, Action.EDIT) as writing:
            current = writing.work.item(writing.dossier_id, item_id)
            if current:
                writing.remove_item(current)

    def restore_item(self, token: str, item_id: str) -> None:
        """Bring back a removed item as it last was; one that is there stays. Raises NotAllowed, NotFound."""
        with self._writing(token, Action.EDIT) as writing:
            if writing.work.item(writing.dossier_id, item_id):
                return
            removed = writing.removed_item(item_id)
            if removed is None:
                raise NotFound(item_id)
            writing.keep_item(removed)

    def place_before(self, token: str, item_id: str, other_id: str) -> None:
        """Put an item just before another of its kind. Raises NotAllowed, NotFound."""
        with self._writing(token, Action.EDIT) as writing:
            work, dossier_id = writing.work, writing.dossier_id
            item, other = work.item(dossier_id, item_id), work.item(dossier_id, other_id)
            if item is None or other is None or item.data.kind != other.data.kind:
                raise NotFound(item_id)
            if item_id == other_id:
                return
            row = [i for i in work.items(dossier_id, item.data.kind) if i.id != item_id]
            row.insert(row.index(other), item)
            for position, moved in enumerate(row):
                if moved.position != position:
                    # Not a change of what the item says, so neither a version nor a line in the log.
                    work.save_item(dossier_id, moved.model_copy(update={"position": position}))

    # -- the house style --------------------------------------------------------------------------

    def house_style(self, token: str, *, proposed: bool = False) -> HouseStyle:
        """The style of the documents; with ``proposed`` as it would be with the proposals. Raises NotAllowed.

        It can be megabytes: ask for it where a document is made.
        """
        with self._storage.read() as work:
            dossier_id = authorized(work, token, Action.READ).dossier_id
            contents = dict(work.style_contents(dossier_id, proposed=False))
            if proposed:
                contents.update(work.style_contents(dossier_id, proposed=True))
        return style_of(contents)

    def style_parts(self, token: str) -> tuple[KeptPart, ...]:
        """What is kept of the style and what is proposed, without content. Raises NotAllowed."""
        with self._storage.read() as work:
            return work.style_parts(authorized(work, token, Action.READ).dossier_id)

    def save_style(self, token: str, part: Part, name: str, content: bytes) -> None:
        """Keep a part as a proposal, not used yet; ``name`` is what its file was called.

        What the file holds must have been looked at (`documents.style.check`). Raises NotAllowed, Invalid.
        """
        with self._writing(token, Action.EDIT) as writing:
            style_cases.propose(writing, part, name, content)

    def use_style(self, token: str, seen: Collection[str]) -> None:
        """Use the proposals with the digests that somebody has ``seen`` a sample of. Raises NotAllowed."""
        with self._writing(token, Action.EDIT) as writing:
            style_cases.use(writing, seen)

    def reject_style(self, token: str) -> None:
        """Remove every proposal; what is in use stays. Raises NotAllowed."""
        with self._writing(token, Action.EDIT) as writing:
            style_cases.reject(writing)

    def remove_style(self, token: str, part: Part) -> None:
        """Remove a part that is in use: back to the neutral style. Raises NotAllowed."""
        with self._writing(token, Action.EDIT) as writing:
            style_cases.remove(writing, part)

    # -- links and leaving ------------------------------------------------------------------------

    def links(self, token: str) -> tuple[Link, ...]:
        """The links of the dossier, oldest first. Raises NotAllowed."""
        with self._storage.read() as work:
            return work.links(authorized(work, token, Action.SHARE).dossier_id)

    def share(self, token: str, role: Role) -> str:
        """The secret of a new link. Raises NotAllowed."""
        with self._writing(token, Action.SHARE) as writing:
            return self._new_link(writing, role)

    def withdraw(self, token: str, link_id: str) -> None:
        """Make a link stop working. Raises NotAllowed, and LastLink for the last one that edits."""
        with self._writing(token, Action.SHARE) as writing:
            links = writing.work.links(writing.dossier_id)
            editing = [k.id for k in links if k.role is Role.BEGELEIDER and not k.withdrawn]
            if editing == [link_id]:
                raise LastLink(link_id)
            writing.work.withdraw_link(writing.dossier_id, link_id, self._now())

    def own_link(self, token: str) -> str:
        """The id of the link that ``token`` belongs to. Raises NotAllowed."""
        with self._storage.read() as work:
            return authorized(work, token, Action.READ).id

    def delete(self, token: str) -> bool:
        """Delete the dossier and everything that was ever kept of it. Raises NotAllowed.

        True when no trace is left in the files either; False when somebody was reading them just then:
        the next dossier that is deleted takes those traces along.
        """
        with self._writing(token, Action.DELETE) as writing:
            writing.work.delete_dossier(writing.dossier_id)
        return left_no_trace(self._storage)

    # -- parts --------------------------------------------------------------------------------------

    @contextmanager
    def _writing(self, token: str, action: Action) -> Iterator[Writing]:
        with self._storage.write() as work:
            yield Writing(work, authorized(work, token, action).dossier_id, self._now)

    def _started(self, work: Work, details: Details, edition: str) -> Writing:
        writing = Writing(work, self._new_id(), self._now)
        work.add_dossier(writing.dossier_id, edition, self._now())
        writing.keep_details(details, 1)
        return writing

    def _first_links(self, writing: Writing) -> Created:
        edit = self._new_link(writing, Role.BEGELEIDER)
        return Created(writing.dossier_id, edit, self._new_link(writing, Role.LEZER))

    def _new_link(self, writing: Writing, role: Role) -> str:
        token = self._new_token()
        link = Link(
            id=self._new_id(),
            dossier_id=writing.dossier_id,
            role=role,
            token_hash=hashed(token),
            created=self._now(),
        )
        writing.work.add_link(link)
        return token

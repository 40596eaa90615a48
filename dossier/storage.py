"""The storage the use cases need. `storage` keeps this promise on SQLAlchemy."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from dossier.house_style import KeptPart, Part
from dossier.model import Change, Details, Dossier, GivenAnswer, Link
from dossier.workshop_storage import WorkshopWork
from stappenplan.items import PlanItem
from typetest.model import Perspective


class Work(WorkshopWork, Protocol):
    """One transaction: everything in it is kept, or nothing is."""

    def add_dossier(self, dossier_id: str, edition: str, created: datetime) -> None:
        """Make an empty dossier."""
        ...

    def dossier(self, dossier_id: str) -> Dossier | None:
        """The whole dossier, or None. Items come in order of step, position and id."""
        ...

    def delete_dossier(self, dossier_id: str) -> None:
        """Remove the dossier with all that hangs on it, and its log: no text is left."""
        ...

    def details(self, dossier_id: str) -> tuple[Details, int] | None:
        """The details and their version, or None when there is no such dossier."""
        ...

    def save_details(self, dossier_id: str, details: Details, version: int) -> None:
        """Replace the details."""
        ...

    def answer(self, dossier_id: str, perspective: Perspective, question: int) -> GivenAnswer:
        """The answer kept; an empty one of version 0 when there is none."""
        ...

    def save_answer(
        self, dossier_id: str, perspective: Perspective, question: int, answer: GivenAnswer
    ) -> None:
        """Insert or replace an answer."""
        ...

    def item(self, dossier_id: str, item_id: str) -> PlanItem | None:
        """One item, or None."""
        ...

    def items(self, dossier_id: str, kind: str) -> tuple[PlanItem, ...]:
        """The items of one kind, in order of position and id."""
        ...

    def save_item(self, dossier_id: str, item: PlanItem) -> None:
        """Insert or replace an item."""
        ...

    def delete_item(self, dossier_id: str, item_id: str) -> None:
        """Remove an item."""
        ...

    def style_parts(self, dossier_id: str) -> tuple[KeptPart, ...]:
        """The parts of the house style that are kept, without their content, in order of part."""
        ...

    def style_contents(self, dossier_id: str, *, proposed: bool) -> Mapping[Part, bytes]:
        """The content of the parts that are in use, or of those that are proposed."""
        ...

    def save_style_part(self, dossier_id: str, kept: KeptPart, content: bytes) -> None:
        """Insert or replace a part that is in use, or a proposal."""
        ...

    def use_style_part(self, dossier_id: str, part: Part) -> None:
        """Put the proposal of a part in the place of what is in use."""
        ...

    def delete_style_part(self, dossier_id: str, part: Part, *, proposed: bool) -> None:
        """Remove a part that is in use, or a proposal."""
        ...

    def log(self, change: Change) -> None:
        """Add a line to the change log."""
        ...

    def logged(self, dossier_id: str, subject: str, version: int) -> Change | None:
        """What the log says ``subject`` held at ``version``, or None."""
        ...

    def last_logged(self, dossier_id: str, subject: str) -> Change | None:
        """The newest line on ``subject``, or None."""
        ...

    def remove_log(self, dossier_id: str, beginning: str) -> None:
        """Remove every line whose subject begins so."""
        ...

    def add_link(self, link: Link) -> None:
        """Keep a link."""
        ...

    def link(self, token_hash: str) -> Link | None:
        """The link with this hash, withdrawn or not, or None."""
        ...

    def links(self, dossier_id: str) -> tuple[Link, ...]:
        """Every link of a dossier, oldest first."""
        ...

    def withdraw_link(self, dossier_id: str, link_id: str, at: datetime) -> None:
        """Mark a link as withdrawn; one already withdrawn stays as it was."""
        ...


class Storage(Protocol):
    """Where work is done."""

    def write(self) -> AbstractContextManager[Work]:
        """A transaction that may write. It is committed, durably, when the block ends normally."""
        ...

    def read(self) -> AbstractContextManager[Work]:
        """A transaction that only reads."""
        ...

    def forget(self) -> None:
        """Make sure that nothing removed can still be read from the files of the database."""
        ...

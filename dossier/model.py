"""What is kept of one municipality."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from dossier.frozen import Frozen
from dossier.roles import Role
from dossier.workshop import Report
from stappenplan.items import PlanItem
from stappenplan.shapes import Long, Short, Year
from typetest.model import Choice, Perspective


class Details(Frozen):
    """What a dossier is called and which years it is about."""

    municipality: Short = ""
    title: Short = ""
    period_start: Year | None = None
    period_end: Year | None = None


class GivenAnswer(Frozen):
    """An answer to one statement; ``choice`` is None while the question is open.

    ``version`` counts the saves; 0 means: never saved.
    """

    choice: Choice | None = None
    note: Long = ""
    version: Annotated[int, Field(ge=0)] = 0


class Dossier(Frozen):
    """Everything of one municipality. ``edition`` is the content its answers were given in.

    ``workshops`` are the sessions of which something was revealed, without their codes and without practice.
    """

    id: str
    edition: str
    created: datetime
    details: Details
    details_version: int
    answers: Mapping[Perspective, Mapping[int, GivenAnswer]]
    items: tuple[PlanItem, ...]
    workshops: tuple[Report, ...] = ()

    def choices(self, perspective: Perspective) -> dict[int, Choice]:
        """The answers given in ``perspective``; open questions are absent."""
        given = self.answers.get(perspective, {})
        return {number: a.choice for number, a in given.items() if a.choice is not None}

    def item(self, item_id: str) -> PlanItem | None:
        """The item with ``item_id``, or None."""
        return next((i for i in self.items if i.id == item_id), None)

    def of_kind(self, kind: str) -> tuple[PlanItem, ...]:
        """The items of ``kind``, in order."""
        return tuple(i for i in self.items if i.data.kind == kind)

    @property
    def leading(self) -> Perspective:
        """The perspective that drives the hints: gewenst if it has any answer, else huidig."""
        return Perspective.GEWENST if self.choices(Perspective.GEWENST) else Perspective.HUIDIG


class Link(Frozen):
    """A secret link to a dossier; only the SHA-256 of the secret is known."""

    id: str
    dossier_id: str
    role: Role
    token_hash: str
    created: datetime
    withdrawn: datetime | None = None


class Change(Frozen):
    """One line of the change log: what ``subject`` held from ``version`` on; None is: removed.

    Subjects are ``details``, ``answer:<perspective>:<number>``, ``item:<id>`` and ``style:<part>``.
    """

    dossier_id: str
    subject: str
    version: int
    at: datetime
    values: Mapping[str, Any] | None

"""One dossier while it is being changed: merge what came in, keep it, and log it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from dossier.merge import Conflict, merge
from dossier.model import Change, Details, GivenAnswer
from dossier.storage import Storage, Work
from stappenplan.items import PlanItem
from stappenplan.text import clean
from typetest.model import Perspective

Model = TypeVar("Model", bound=BaseModel)


class Invalid(ValueError):  # noqa: N818 - reads as what it says
    """A value that cannot be kept; ``fields`` maps each wrong field to pydantic's type of error."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(", ".join(f"{name}: {why}" for name, why in fields.items()))
        self.fields = dict(fields)


@dataclass(frozen=True)
class Saved:
    """What is kept now: the values and version, the fields to choose on, and characters replaced."""

    values: Mapping[str, Any]
    version: int
    conflicts: tuple[Conflict, ...] = ()
    replaced: int = 0


def validated(model: type[Model], values: Mapping[str, Any]) -> Model:
    """A ``model`` of ``values``. Raises Invalid."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise Invalid({str(e["loc"][0]): e["type"] for e in error.errors()}) from error


def _json(model: BaseModel) -> dict[str, Any]:
    """What ``model`` says, without which version says so."""
    return model.model_dump(mode="json", exclude={"version"})


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


def left_no_trace(storage: Storage) -> bool:
    """Clean up after something was removed.

    False when a trace stays in the files for now, because somebody was reading them just then: what is
    removed next takes it along.
    """
    try:
        storage.forget()
    except TimeoutError:
        return False
    return True


@dataclass(frozen=True)
class Held:
    """What is there before a save: the values, None when there are none, and the newest version.

    The version goes on counting where a removed item left off, so that it never means two things.
    """

    values: BaseModel | None
    version: int


@dataclass(frozen=True)
class Writing:
    """A dossier in a transaction that writes. What is kept is also logged."""

    work: Work
    dossier_id: str
    now: Callable[[], datetime]

    def merged(
        self, subject: str, blank: BaseModel, held: Held, changes: Mapping[str, Any], seen: int
    ) -> Saved:
        """``changes`` to version ``seen`` merged into what is ``held``; keeping it is left to the caller.

        The version is higher than the one held when there is something to keep. ``blank`` is what
        there is at version 0. Raises Invalid.
        """
        changes, replaced = _cleaned(changes)
        theirs = _json(held.values or blank)
        unknown = changes.keys() - theirs.keys()
        if unknown:
            raise Invalid(dict.fromkeys(sorted(unknown), "extra_forbidden"))
        wanted = _json(validated(type(blank), {**theirs, **changes}))
        base = self._at(subject, seen, type(blank)) or _json(blank)
        merged = merge(base, {name: wanted[name] for name in changes}, theirs)
        changed = held.values is None or merged.values != theirs
        return Saved(merged.values, held.version + changed, merged.conflicts, replaced)

    def keep_details(self, details: Details, version: int) -> None:
        """Keep and log the details."""
        self.work.save_details(self.dossier_id, details, version)
        self.log("details", version, _json(details))

    def keep_answer(self, perspective: Perspective, question: int, answer: GivenAnswer) -> None:
        """Keep and log an answer."""
        self.work.save_answer(self.dossier_id, perspective, question, answer)
        self.log(f"answer:{perspective}:{question}", answer.version, _json(answer))

    def keep_item(self, item: PlanItem) -> None:
        """Keep and log an item."""
        self.work.save_item(self.dossier_id, item)
        self.log(f"item:{item.id}", item.version, _json(item.data))

    def remove_item(self, item: PlanItem) -> None:
        """Remove an item, and log where it stood and that it is gone."""
        self.work.delete_item(self.dossier_id, item.id)
        self.log(f"removed:{item.id}", item.version, {"step": item.step, "position": item.position})
        self.log(f"item:{item.id}", item.version + 1, None)

    def removed_item(self, item_id: str) -> PlanItem | None:
        """A removed item as it last was, with the version it has when it comes back, or None."""
        place = self.work.last_logged(self.dossier_id, f"removed:{item_id}")
        held = place and self.work.logged(self.dossier_id, f"item:{item_id}", place.version)
        if place is None or held is None:
            return None
        return PlanItem.model_validate(
            {**(place.values or {}), "id": item_id, "version": place.version + 2, "data": held.values}
        )

    def held_before(self, item_id: str) -> Held:
        """What is held of an item that is not there: no values, and the last version it had."""
        last = self.work.last_logged(self.dossier_id, f"item:{item_id}")
        return Held(None, last.version if last else 0)

    def next_position(self, kind: str) -> int:
        """The position after the last item of ``kind``."""
        return max((i.position for i in self.work.items(self.dossier_id, kind)), default=-1) + 1

    def log(self, subject: str, version: int, values: Mapping[str, Any] | None) -> None:
        """Add a line to the change log."""
        at = self.now()
        self.work.log(
            Change(dossier_id=self.dossier_id, subject=subject, version=version, at=at, values=values)
        )

    def _at(self, subject: str, version: int, model: type[BaseModel]) -> Mapping[str, Any] | None:
        change = self.work.logged(self.dossier_id, subject, version) if version else None
        if change is None or change.values is None:
            return None
        # A field that came later than this line of the log held its empty default then: no change by anybody.
        return {**_json(model.model_construct()), **change.values}

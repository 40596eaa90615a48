"""How far a plan is: per sub-question, per step and per part, and what is still missing.

Nothing here judges what was written, only whether something was.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from content import schema
from stappenplan.items import AnyItem, PlanItem
from stappenplan.shapes import Item


class Status(StrEnum):
    """How far something is."""

    TODO = "todo"
    BUSY = "busy"
    DONE = "done"


@dataclass(frozen=True)
class Incomplete:
    """An item that lacks essential fields."""

    item_id: str
    fields: tuple[str, ...]


@dataclass(frozen=True)
class PromptProgress:
    """One sub-question: what answers it, and what those items lack."""

    step: int
    section: str
    prompt: schema.Prompt
    items: tuple[PlanItem, ...]
    incomplete: tuple[Incomplete, ...]

    @property
    def status(self) -> Status:
        """TODO without a filled item, DONE when none lacks anything, else BUSY."""
        if not any(is_filled(i.data) for i in self.items):
            return Status.TODO
        return Status.BUSY if self.incomplete else Status.DONE


@dataclass(frozen=True)
class Progress:
    """A step or a part of the plan: its sub-questions. Those of 2026 are optional and not counted."""

    key: str
    prompts: tuple[PromptProgress, ...]

    @property
    def counted(self) -> tuple[PromptProgress, ...]:
        """The sub-questions that count; if all are optional, all of them."""
        return tuple(p for p in self.prompts if not p.prompt.addition_2026) or self.prompts

    @property
    def done(self) -> int:
        """How many of the counted sub-questions are done."""
        return sum(p.status is Status.DONE for p in self.counted)

    @property
    def total(self) -> int:
        """How many sub-questions count."""
        return len(self.counted)

    @property
    def status(self) -> Status:
        """DONE when every counted sub-question is, TODO when nothing is filled in, else BUSY."""
        if self.total and self.done == self.total:
            return Status.DONE
        started = any(p.status is not Status.TODO for p in self.prompts)
        return Status.BUSY if started else Status.TODO

    @property
    def missing(self) -> tuple[PromptProgress, ...]:
        """The counted sub-questions that are not done."""
        return tuple(p for p in self.counted if p.status is not Status.DONE)


def is_empty(value: object) -> bool:
    """Whether a field holds nothing: blank text, no figure, no reference, a flag that is off."""
    return value is None or value is False or value == () or (isinstance(value, str) and not value.strip())


def is_filled(item: AnyItem | Item) -> bool:
    """Whether the field that names the item, or an essential one, holds anything."""
    names = {item.title_field, *item.essential}
    return any(not is_empty(getattr(item, name)) for name in names)


def lacking(item: AnyItem | Item) -> tuple[str, ...]:
    """The essential fields that are empty."""
    return tuple(name for name in item.essential if is_empty(getattr(item, name)))


def matches(prompt: schema.Prompt, item: AnyItem) -> bool:
    """Whether ``item`` answers ``prompt``: its question, or its kind with the prompt's filter."""
    if item.kind != prompt.kind:
        return False
    if item.kind == "answer":
        return item.question == prompt.key
    return all(getattr(item, name) == value for name, value in prompt.filter.items())


def asked_in(steps: schema.Steps, item: AnyItem) -> tuple[int, ...]:
    """The steps with a sub-question that ``item`` answers: only there does a screen show it."""
    return tuple(
        step.number
        for step in steps.steps
        if any(matches(prompt, item) for section in step.sections for prompt in section.prompts)
    )


def of_prompt(step: int, section: str, prompt: schema.Prompt, items: Iterable[PlanItem]) -> PromptProgress:
    """How far one sub-question is: of two steps that list the same kind, each has its own items."""
    own = tuple(i for i in items if i.step == step and matches(prompt, i.data))
    short = tuple(Incomplete(i.id, lacking(i.data)) for i in own if lacking(i.data))
    return PromptProgress(step, section, prompt, own, short)


def _prompts(steps: schema.Steps, items: Sequence[PlanItem]) -> dict[str, PromptProgress]:
    return {
        prompt.key: of_prompt(step.number, section.key, prompt, items)
        for step in steps.steps
        for section in step.sections
        for prompt in section.prompts
    }


def per_step(steps: schema.Steps, items: Sequence[PlanItem]) -> tuple[Progress, ...]:
    """How far each of the nine steps is, in order; ``key`` is the step's number."""
    found = _prompts(steps, items)
    return tuple(
        Progress(str(step.number), tuple(p for p in found.values() if p.step == step.number))
        for step in steps.steps
    )


def per_part(steps: schema.Steps, items: Sequence[PlanItem]) -> tuple[Progress, ...]:
    """How far each part of the plan is, in order: the fifteen of the handreiking, then the additions."""
    found = _prompts(steps, items)
    return tuple(
        Progress(part.key, tuple(found[key] for key in part.prompts))
        for part in (*steps.parts, *steps.additions)
    )


def count_done(found: Iterable[Progress]) -> int:
    """How many of these steps or parts are done."""
    return sum(one.status is Status.DONE for one in found)


def next_up(found: Sequence[Progress]) -> PromptProgress | None:
    """The sub-question to go on with: of the first step begun, else of the first not begun, or None."""
    for status in (Status.BUSY, Status.TODO):
        for one in found:
            if one.status is status and one.missing:
                return one.missing[0]
    return None

"""What stappen.yaml may hold: the nine steps and the parts of the plan."""

from typing import Annotated

from pydantic import Field

from content.schema.base import Entry, Key, Model, PoleName, Sourced, Text, TypeName


class Prompt(Sourced):
    """One sub-question of a step: answered by a text or by a list of items of one kind."""

    key: Key
    ask: Text
    help: Text | None = None
    kind: Key  # "answer" for a text, else a kind of stappenplan.items
    filter: dict[str, str] = Field(default_factory=dict)  # for example {aspect: chance}
    suggestions: tuple[Key, ...] = ()  # groups in suggesties.yaml
    addition_2026: bool = False  # optional, not from the handreiking


class Section(Model):
    """A few prompts that belong together: one screen of a step."""

    key: Key
    title: Text
    intro: Text | None = None
    prompts: tuple[Prompt, ...]


class Step(Sourced):
    """One of the nine steps of the stappenplan (A13)."""

    number: Annotated[int, Field(ge=1, le=9)]
    title: Text
    purpose: Text  # one line for the task list
    why: tuple[Text, ...]
    involve: tuple[Text, ...]
    guidance: tuple[Entry, ...]  # points of attention of the step itself
    sections: tuple[Section, ...]
    hints: dict[TypeName, tuple[Text, ...]]  # "let op bij dit type"
    pole_hints: dict[PoleName, tuple[Text, ...]]  # when no type is decided


class PlanPart(Sourced):
    """One of the fifteen parts of the plan of approach (A13-6) and the prompts that fill it."""

    key: Key
    title: Text
    belongs: Text  # what belongs here, shown when the part is empty
    prompts: tuple[Key, ...]
    addition_2026: bool = False


class Steps(Model):
    """stappen.yaml: the nine steps and the parts of the plan."""

    steps: tuple[Step, ...]
    parts: tuple[PlanPart, ...]
    additions: tuple[PlanPart, ...]  # parts of 2026, not from the handreiking

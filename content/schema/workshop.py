"""What werksessie.yaml may hold: the script of a live workshop, and what its people read."""

import string
from itertools import accumulate
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from content.schema.base import Key, Model, Sourced, Text, TypeName

PhaseName = Literal[
    "prepare",
    "joining",
    "answering",
    "revealed",
    "talking",
    "again",
    "compared",
    "directions",
    "closing",
]
"""What the app does meanwhile, in the order in which a session goes through it."""
ProgrammeName = Literal["two_hours", "one_hour"]
GroupSetName = Literal["three", "six"]
MeasureName = Literal["division", "bands", "centre", "spread", "group_type", "smallest", "changed"]


class Block(Model):
    """A part of a programme: what the facilitator does, and what participants see meanwhile."""

    key: Annotated[Key, Field(max_length=40)]
    title: Text
    minutes: Annotated[int, Field(ge=1, le=60)]
    phase: PhaseName
    facilitator: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    participants: Text


class Programme(Model):
    """A session from beginning to end; ``minutes`` is what its blocks take together."""

    title: Text
    description: Text
    minutes: int
    blocks: tuple[Block, ...]

    @model_validator(mode="after")
    def _fits(self) -> Self:
        taken = sum(block.minutes for block in self.blocks)
        if taken != self.minutes:
            raise ValueError(f"the blocks take {taken} minutes, not {self.minutes}")
        return self

    @property
    def timed(self) -> tuple[tuple[int, Block], ...]:
        """The blocks, each with the minute at which it begins; the first begins at 0."""
        starts = accumulate((block.minutes for block in self.blocks), initial=0)
        return tuple(zip(starts, self.blocks, strict=False))  # the last moment is the end


class Point(Model):
    """Something to arrange, to agree on or to do, with a short title."""

    key: Key
    title: Text
    text: Text


class GroupSet(Model):
    """The groups to choose from when a session starts; ``names`` are their names by key."""

    title: Text
    when: Text
    names: dict[Key, Text]


class QuestionTalk(Model):
    """What to ask when the room is divided over a statement."""

    number: Annotated[int, Field(ge=1, le=14)]
    ask: Text


class Measure(Model):
    """A figure about a group, explained in words; docs/werksessie.md has the sums."""

    name: Text
    text: Text


class Workshop(Sourced):
    """werksessie.yaml. In ``privacy`` and ``measures`` stands ``{smallest}`` for the smallest group shown."""

    introduction: tuple[Text, ...]
    programmes: dict[ProgrammeName, Programme]
    prepare: tuple[Point, ...]
    groups: dict[GroupSetName, GroupSet]
    house_rules: tuple[Point, ...]
    no_phone: tuple[Point, ...]
    discussion_per_type: dict[TypeName, tuple[Text, Text, Text]]  # does it fit, what it costs, stop and start
    discussion_per_question: tuple[QuestionTalk, ...]
    privacy: tuple[Text, ...]
    measures: dict[MeasureName, Measure]

    @field_validator("privacy")
    @classmethod
    def _of_the_smallest_group(cls, lines: tuple[str, ...]) -> tuple[str, ...]:
        for line in lines:
            _filled(line, 0)
        return lines

    @field_validator("measures")
    @classmethod
    def _can_be_filled(cls, measures: dict[str, Measure]) -> dict[str, Measure]:
        for measure in measures.values():
            _filled(measure.text, 0)
        return measures

    def privacy_for(self, smallest: int) -> tuple[str, ...]:
        """What a participant reads beforehand, when groups of ``smallest`` people and more are shown."""
        return tuple(_filled(line, smallest) for line in self.privacy)

    def measure(self, name: MeasureName, smallest: int) -> str:
        """What a figure means, when groups of ``smallest`` people and more are shown."""
        return _filled(self.measures[name].text, smallest)


def _filled(text: str, smallest: int) -> str:
    """``text`` with its placeholder filled in. Raises ValueError when it has another, or a loose brace."""
    for _, name, _, _ in string.Formatter().parse(text):
        if name not in (None, "smallest"):
            raise ValueError(f"nothing is filled in for {{{name}}}")
    return text.format(smallest=smallest)

"""What veld.yaml may hold: who is there, what changes, and the law behind it."""

from typing import Annotated

from pydantic import Field

from content.schema.base import Entry, Key, Model, Sourced, Text


class StakeholderGroup(Sourced):
    """One of the four groups in the field (A11): who, and what they can bring."""

    key: Key
    title: Text
    text: Text
    brings: tuple[Text, ...]
    kinds: tuple[Entry, ...] = ()  # kinds of organisations in this group; the first group has three
    tasks: tuple[Text, ...] = ()  # support centre: five; province: five
    examples: tuple[Entry, ...] = ()  # for example the platform informele zorg


class Development(Sourced):
    """A local development (A12) and what it means for volunteering."""

    key: Key
    title: Text
    text: Text
    means: tuple[Text, ...]
    examples: tuple[Entry, ...] = ()


class PerformanceField(Sourced):
    """One of the nine prestatievelden of the Wmo 2007 (A14)."""

    number: Annotated[int, Field(ge=1, le=9)]
    title: Text
    goals: tuple[Text, ...]
    volunteering: tuple[Text, ...]


class FieldOfPlay(Model):
    """veld.yaml: who is there, what changes, and the law behind it."""

    groups: tuple[StakeholderGroup, ...]
    new_partners: tuple[Entry, ...]
    developments: tuple[Development, ...]
    young_volunteers_wishes: tuple[Text, ...]
    recruiting: tuple[Entry, ...]
    performance_fields_note: Text  # replaced by the Wmo 2015
    performance_fields: tuple[PerformanceField, ...]
    background: tuple[Entry, ...]  # compensatiebeginsel, inclusief beleid

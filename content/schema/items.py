"""What suggesties.yaml and velden.yaml may hold: what can be taken over, and the words around each field."""

from pydantic import Field

from content.schema.base import Key, Model, Sourced, Text


class Suggestion(Sourced):
    """Something to take over with one press: a text for an answer, or fields of an item."""

    key: Key
    label: Text
    text: Text | None = None
    data: dict[str, str] | None = None


class SuggestionGroup(Model):
    """Suggestions that are offered together."""

    key: Key
    title: Text
    suggestions: tuple[Suggestion, ...]


class Suggestions(Model):
    """suggesties.yaml: everything that can be taken over."""

    groups: tuple[SuggestionGroup, ...]


class FieldText(Model):
    """The words around one field of an item; ``choices`` names the values of a choice field."""

    label: Text
    help: Text | None = None
    choices: dict[str, Text] = Field(default_factory=dict)
    more: bool = False  # shown behind one press, for a calm card
    addition_2026: bool = False  # optional, not from the handreiking


class KindText(Model):
    """The words around one kind of item."""

    singular: Text  # "doel"
    add: Text  # "Voeg een doel toe"
    empty: Text  # what comes here, when there is none yet
    fields: dict[str, FieldText]


class ItemTexts(Model):
    """velden.yaml: labels of every field of every kind of item."""

    kinds: dict[str, KindText]

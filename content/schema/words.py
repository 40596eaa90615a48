"""What begrippen.yaml, toen_nu.yaml, bronnen.yaml and scherm/*.yaml may hold: words, and their sources."""

from typing import Literal

from content.schema.base import Key, Model, Sourced, Text


class Term(Sourced):
    """A word and what it means, in one to three short sentences."""

    key: Key
    term: Text
    meaning: Text
    also: tuple[Text, ...] = ()  # other forms of the word, to find it in a text


class Glossary(Model):
    """begrippen.yaml."""

    terms: tuple[Term, ...]


class ThenNow(Sourced):
    """A word of 2007 and what one says today."""

    then: Text
    now: Text
    note: Text
    forbidden: tuple[Text, ...] = ()  # spellings that may not appear on a screen elsewhere


class ThenNowTable(Model):
    """toen_nu.yaml: words that have changed."""

    rows: tuple[ThenNow, ...]


class SourceDocument(Model):
    """One of the documents the content is drawn from."""

    key: Literal["a", "b", "c", "d", "e"]
    title: Text
    by: Text
    year: int
    used_for: Text


class Sources(Model):
    """bronnen.yaml."""

    documents: tuple[SourceDocument, ...]
    wording: Text  # the texts are our own, the facts are the sources'


class Plural(Model):
    """A text in singular and plural, chosen by ``n``."""

    one: Text
    other: Text


ScreenTexts = dict[Key, Text | Plural]

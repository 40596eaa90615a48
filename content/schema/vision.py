"""What visie.yaml may hold: what a municipality chooses between."""

from typing import Literal

from content.schema.base import Entry, Key, Model, PoleName, Sourced, Text


class ProsCons(Sourced):
    """Advantages and disadvantages of a narrow or a broad policy (A6)."""

    summary: Text
    advantages: tuple[Text, ...]
    disadvantages: tuple[Text, ...]


class SchemeRow(Model):
    """One aspect in which two poles differ; ``left`` and ``right`` follow the scheme's columns."""

    aspect: Text
    left: Text
    right: Text


class Scheme(Sourced):
    """Two poles side by side (scheme 3.1 and 3.2)."""

    title: Text
    left: PoleName
    right: PoleName
    rows: tuple[SchemeRow, ...]


class SRole(Sourced):
    """One of the five S-en: what it means and what a municipality does in practice (A8)."""

    key: Key
    title: Text
    text: Text
    practice: tuple[Text, ...]


class Checklist(Model):
    """Themes to decide on (A10), with the decisions source D adds."""

    inhoud: tuple[Entry, ...]
    organisatie_en_middelen: tuple[Entry, ...]
    aanvullend: tuple[Entry, ...]  # source D


class Pair(Model):
    """A chance and the threat beside it (scheme 2.2)."""

    chance: Text
    threat: Text


class ChancesThreats(Sourced):
    """Chances and threats as municipalities see them (A9)."""

    pairs: tuple[Pair, ...]
    chances: tuple[Entry, ...]
    threats: tuple[Entry, ...]


class Route(Sourced):
    """One of the three ways of working of source D, with the civil servant's role in it."""

    key: Literal["regisseur", "netwerker", "procesbegeleider"]
    title: Text
    text: Text
    role: Text
    fits: Text  # when this route fits


class Vision(Model):
    """visie.yaml: what a municipality chooses between."""

    smal: ProsCons
    breed: ProsCons
    scheme_3_1: Scheme
    scheme_3_2: Scheme
    mixed_forms: tuple[Entry, ...]
    tension: Entry  # steering against self-organisation: who decides on what (A7)
    s_en: tuple[SRole, ...]
    principles: tuple[Entry, ...]  # the seven of step 1 (A13-1)
    checklist: Checklist
    chances_threats: ChancesThreats
    money: tuple[Entry, ...]  # preventive policy and other sources of money (A15)
    routes: tuple[Route, ...]
    table_questions: tuple[Text, ...]  # source D
    working_advice: tuple[Entry, ...]  # source D: advice that recurs
    meeting_questions: tuple[Text, ...]  # source E
    meeting_tips: tuple[Text, ...]  # source E

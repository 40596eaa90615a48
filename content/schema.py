"""What the YAML files in ``content/nl`` may hold.

Every model is frozen and refuses unknown keys, so a typing error in a key is found by
``python -m content check`` and not by a civil servant. Texts that tell something about policy carry
``source``: the document and the place where the original can be read.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")]
PoleName = Literal["dirigent", "op_afstand", "smal", "breed"]
TypeName = Literal["I", "II", "III", "IV"]
AxisName = Literal["sturing", "insteek"]


class Model(BaseModel):
    """A frozen part of the content that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sourced(Model):
    """A text with the place it comes from, for example "handreiking, bijlage 2"."""

    source: Text


class Entry(Sourced):
    """A key, a short title and a text: the commonest shape."""

    key: Key
    title: Text
    text: Text


# --- typetest.yaml -------------------------------------------------------------------------------


class Option(Model):
    """One of the two ways to complete a statement, and the pole it counts for."""

    text: Text
    pole: PoleName


class Question(Sourced):
    """One of the fourteen statements; ``original`` says what a dated one first said."""

    number: Annotated[int, Field(ge=1, le=14)]
    topic: Text  # two to five words, for tables and lists
    stem: Text  # the statement's beginning, asked as a question or as an open sentence
    a: Option
    b: Option
    original: Text | None = None


class Perspective(Model):
    """Policy as it is (huidig) or as it is wanted (gewenst)."""

    name: Text
    description: Text


class Axis(Sourced):
    """One of the two axes with its two poles; ``question`` is what the axis asks."""

    name: Text
    question: Text
    counted: Text  # how the score is counted, in words
    a_pole: PoleName
    b_pole: PoleName


class Pole(Sourced):
    """What somebody at this end of an axis believes, and what to look out for."""

    name: Text
    short: Text  # one or two words for the ends of the axes
    belief: Text
    attention: tuple[Text, ...]


class MunicipalityType(Sourced):
    """One of the four quadrants."""

    name: Text
    insteek: Literal["smal", "breed"]
    sturing: Literal["dirigent", "op_afstand"]
    portrait: Text
    strength: Text
    risk: Text
    advice: Text
    advice_source: Text | None = None  # where the advice comes from when the annex has none


class Move(Sourced):
    """What a change from one pole to the other asks of a municipality."""

    origin: PoleName
    target: PoleName
    text: tuple[Text, ...]


class Typetest(Model):
    """typetest.yaml: the test, its axes, poles and types."""

    instruction: Text  # short, shown with every question
    introduction: tuple[Text, ...]
    no_verdict: Text  # no type is better than another; mixed forms are normal
    mixed: Text  # what a mixed form is
    perspectives: dict[Literal["huidig", "gewenst"], Perspective]
    questions: tuple[Question, ...]
    axes: dict[AxisName, Axis]
    poles: dict[PoleName, Pole]
    types: dict[TypeName, MunicipalityType]
    moves: tuple[Move, ...]  # four: each axis in both directions
    discussion: tuple[Text, ...]
    source: Text


# --- visie.yaml ----------------------------------------------------------------------------------


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


# --- veld.yaml -----------------------------------------------------------------------------------


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


# --- stappen.yaml --------------------------------------------------------------------------------


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


# --- suggesties.yaml -----------------------------------------------------------------------------


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


# --- velden.yaml ---------------------------------------------------------------------------------


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
    plural: Text  # "doelen"
    article: Literal["de", "het"]
    add: Text  # "Voeg een doel toe"
    empty: Text  # what comes here, when there is none yet
    fields: dict[str, FieldText]


class ItemTexts(Model):
    """velden.yaml: labels of every field of every kind of item."""

    kinds: dict[str, KindText]


# --- begrippen.yaml, toen_nu.yaml, bronnen.yaml --------------------------------------------------


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


# --- scherm/*.yaml -------------------------------------------------------------------------------


class Plural(Model):
    """A text in singular and plural, chosen by ``n``."""

    one: Text
    other: Text


ScreenTexts = dict[Key, Text | Plural]

"""What typetest.yaml may hold: the test, its axes, poles and types."""

from typing import Annotated, Literal

from pydantic import Field

from content.schema.base import AxisName, Model, PoleName, Sourced, Text, TypeName


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

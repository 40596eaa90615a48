"""What the YAML files in ``content/nl`` may hold.

Every model is frozen and refuses unknown keys, so a typing error in a key is found by
``python -m content check`` and not by a civil servant. Texts that tell something about policy carry
``source``: the document and the place where the original can be read.
"""

from content.schema.base import AxisName, Entry, Key, Model, Text, TypeName
from content.schema.field import FieldOfPlay, StakeholderGroup
from content.schema.items import FieldText, ItemTexts, Suggestion, Suggestions
from content.schema.steps import PlanPart, Prompt, Section, Step, Steps
from content.schema.typetest import MunicipalityType, Option, Question, Typetest
from content.schema.vision import Scheme, Vision
from content.schema.words import Glossary, Plural, ScreenTexts, Sources, Term, ThenNowTable
from content.schema.workshop import (
    Block,
    GroupSet,
    Measure,
    MeasureName,
    PhaseName,
    Point,
    Programme,
    ProgrammeName,
    QuestionTalk,
    Workshop,
)

__all__ = [
    "AxisName",
    "Block",
    "Entry",
    "FieldOfPlay",
    "FieldText",
    "Glossary",
    "GroupSet",
    "ItemTexts",
    "Key",
    "Measure",
    "MeasureName",
    "Model",
    "MunicipalityType",
    "Option",
    "PhaseName",
    "PlanPart",
    "Plural",
    "Point",
    "Programme",
    "ProgrammeName",
    "Prompt",
    "Question",
    "QuestionTalk",
    "Scheme",
    "ScreenTexts",
    "Section",
    "Sources",
    "StakeholderGroup",
    "Step",
    "Steps",
    "Suggestion",
    "Suggestions",
    "Term",
    "Text",
    "ThenNowTable",
    "TypeName",
    "Typetest",
    "Vision",
    "Workshop",
]

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

__all__ = [
    "AxisName",
    "Entry",
    "FieldOfPlay",
    "FieldText",
    "Glossary",
    "ItemTexts",
    "Key",
    "Model",
    "MunicipalityType",
    "Option",
    "PlanPart",
    "Plural",
    "Prompt",
    "Question",
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
]

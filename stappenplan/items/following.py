"""How the work goes, and how it is evaluated (steps 8 and 9)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from stappenplan.shapes import Formattable, ItemId, Long, NoRef, RefersTo, Short


class ProgressNote(Formattable):
    """How the work goes: what goes well, what does not, what is done about it (step 8)."""

    kind: Literal["progress_note"] = "progress_note"
    on: date | None = None
    activity: Annotated[ItemId | NoRef, RefersTo("activity")] = ""
    goes_well: Long = ""
    goes_badly: Long = ""
    solution: Long = ""
    adjustment: Long = ""
    essential: ClassVar = ("on",)
    title_field: ClassVar = "goes_well"


class Evaluation(Formattable):
    """Which indicator is measured how, how often and with whom (step 9)."""

    kind: Literal["evaluation"] = "evaluation"
    title: Short = ""
    indicator: Annotated[ItemId | NoRef, RefersTo("indicator")] = ""
    method: Long = ""
    frequency: Short = ""
    survey: Short = ""  # an existing survey to join
    who: Short = ""
    essential: ClassVar = ("title", "method", "frequency")

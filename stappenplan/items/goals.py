"""What is wanted, what is done for it, and by whom (steps 5 and 6)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from stappenplan.shapes import Adopted, Formattable, Hours, ItemId, Long, Measured, NoRef, RefersTo, Short


class Goal(Adopted, Formattable):
    """A goal with its SMART parts and the result it should bring (step 5)."""

    kind: Literal["goal"] = "goal"
    title: Short = ""
    specific: Long = ""
    measurable: Long = ""
    acceptable: Long = ""  # the handreiking says "actueel"
    realistic: Long = ""
    time_bound: Long = ""
    result: Long = ""
    requirements: Long = ""  # what the result has to meet
    priority: Literal["", "high", "middle", "low"] = ""
    priority_with: Short = ""  # with whom the priority was set
    essential: ClassVar = ("title", "result")


class Indicator(Measured):
    """What shows whether a goal comes nearer (step 5)."""

    kind: Literal["indicator"] = "indicator"
    title: Short = ""
    goal: Annotated[ItemId | NoRef, RefersTo("goal")] = ""
    essential: ClassVar = ("title", "goal", "measure")


class Activity(Formattable):
    """Something that is going to be done, by whom and when (step 6)."""

    kind: Literal["activity"] = "activity"
    title: Short = ""
    scope: Literal["", "general", "specific"] = ""
    goal: Annotated[ItemId | NoRef, RefersTo("goal")] = ""
    description: Long = ""
    who: Short = ""
    partners: Short = ""
    start: date | None = None
    end: date | None = None
    frequency: Short = ""  # "10 x per jaar"
    status: Literal["", "planned", "busy", "done", "stopped"] = ""
    essential: ClassVar = ("title", "who")


class Staffing(Formattable):
    """Who does what, in how many hours (step 6)."""

    kind: Literal["staffing"] = "staffing"
    who: Short = ""
    task: Long = ""
    hours: Hours | None = None
    per: Literal["", "week", "month", "year", "once"] = ""
    essential: ClassVar = ("who", "task")
    title_field: ClassVar = "who"


class Responsibility(Formattable):
    """Who is responsible for what, and what that person may decide (step 6)."""

    kind: Literal["responsibility"] = "responsibility"
    subject: Short = ""
    who: Short = ""
    mandate: Long = ""
    essential: ClassVar = ("subject", "who")
    title_field: ClassVar = "subject"

"""What a plan is made of: one frozen model for every kind of thing a person writes down.

Every field has an empty default, because a draft is kept field by field. A value that is not empty
must be right: within its limits and of its type. ``essential`` names the fields without which an
item does not yet say what it is for; `progress` asks for them, storage does not.

Source: handreiking, hoofdstuk 6 (the nine steps); deelopdrachten Meierijstad (agreements and
indicators); plan van aanpak PIO (activities and budget).
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from stappenplan.shapes import (
    Adopted,
    Amount,
    Hours,
    Item,
    ItemId,
    Long,
    Measured,
    NoRef,
    RefersTo,
    Short,
    Year,
)


class Answer(Item):
    """A text that answers one sub-question of a step."""

    kind: Literal["answer"] = "answer"
    question: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.]{1,80}$")]
    text: Long = ""
    essential: ClassVar = ("text",)
    title_field: ClassVar = "text"


class Stakeholder(Item):
    """Somebody who has a part in volunteering: an organisation, never a named person (step 3)."""

    kind: Literal["stakeholder"] = "stakeholder"
    name: Short = ""
    group: Literal[
        "", "volunteers", "support", "interest", "province", "new_partner", "internal", "other"
    ] = ""
    role: Long = ""
    wish: Long = ""
    part: Long = ""  # the part it takes in the plan
    essential: ClassVar = ("name", "role")
    title_field: ClassVar = "name"


class Finding(Item):
    """A strength, weakness, chance or threat, and who sees it (steps 2 and 3)."""

    kind: Literal["finding"] = "finding"
    aspect: Literal["", "strength", "weakness", "chance", "threat"] = ""
    seen_by: Literal["", "municipality", "organisations"] = ""
    text: Long = ""
    essential: ClassVar = ("aspect", "text")
    title_field: ClassVar = "text"


class Development(Item):
    """Something that changes locally and asks for volunteers (step 2)."""

    kind: Literal["development"] = "development"
    title: Short = ""
    meaning: Long = ""
    essential: ClassVar = ("title", "meaning")


class TargetGroup(Item):
    """People who deserve attention when volunteers are sought (step 2)."""

    kind: Literal["target_group"] = "target_group"
    name: Short = ""
    why: Long = ""
    approach: Long = ""
    essential: ClassVar = ("name",)
    title_field: ClassVar = "name"


class Consultation(Item):
    """Who was heard, how, what they brought in and how they stay involved (steps 3 and 4)."""

    kind: Literal["consultation"] = "consultation"
    who: Short = ""
    way: Literal["", "session", "survey", "key_people", "alderman_council", "council_panel", "other"] = ""
    on: date | None = None
    harvest: Long = ""
    done_with_it: Long = ""
    stays_involved: Long = ""
    essential: ClassVar = ("who", "harvest", "stays_involved")
    title_field: ClassVar = "who"


class Goal(Adopted):
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


class Activity(Item):
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


class BudgetGroup(Item):
    """A heading in the budget, for example costs of organisation."""

    kind: Literal["budget_group"] = "budget_group"
    title: Short = ""
    essential: ClassVar = ("title",)


class BudgetLine(Item):
    """A line of the budget, or a sub-line when ``part_of`` names another line.

    It costs an ``amount`` in euro, or the municipality carries it itself (``via_gemeente``), in
    ``hours`` and without an amount.
    """

    kind: Literal["budget_line"] = "budget_line"
    title: Short = ""
    group: Annotated[ItemId | NoRef, RefersTo("budget_group")] = ""
    part_of: Annotated[ItemId | NoRef, RefersTo("budget_line")] = ""
    note: Short = ""
    paid: Literal["", "amount", "via_gemeente"] = ""
    amount: Amount | None = None
    hours: Hours | None = None
    year: Year | None = None
    recurrence: Literal["", "one_off", "structural"] = ""
    essential: ClassVar = ("title",)


class BudgetRemark(Item):
    """A remark on one or more lines of the budget ("Ad 4 en 5")."""

    kind: Literal["budget_remark"] = "budget_remark"
    lines: Annotated[tuple[ItemId, ...], RefersTo("budget_line")] = ()
    text: Long = ""
    essential: ClassVar = ("text",)
    title_field: ClassVar = "text"


class Cover(Item):
    """Where money comes from (addition of 2026)."""

    kind: Literal["cover"] = "cover"
    title: Short = ""
    origin: Literal["", "budget", "province", "fund", "business", "other"] = ""
    amount: Amount | None = None
    year: Year | None = None
    recurrence: Literal["", "one_off", "structural"] = ""
    essential: ClassVar = ("origin", "amount")


class Staffing(Item):
    """Who does what, in how many hours (step 6)."""

    kind: Literal["staffing"] = "staffing"
    who: Short = ""
    task: Long = ""
    hours: Hours | None = None
    per: Literal["", "week", "month", "year", "once"] = ""
    essential: ClassVar = ("who", "task")
    title_field: ClassVar = "who"


class Responsibility(Item):
    """Who is responsible for what, and what that person may decide (step 6)."""

    kind: Literal["responsibility"] = "responsibility"
    subject: Short = ""
    who: Short = ""
    mandate: Long = ""
    essential: ClassVar = ("subject", "who")
    title_field: ClassVar = "subject"


class Agreement(Adopted):
    """A performance agreement or covenant with the five parts of the deelopdrachten (step 7).

    Part a is ``frame``, b are the `AgreementTask` items, c the `AgreementResult` items, d is
    ``change`` and e is ``conditions``.
    """

    kind: Literal["agreement"] = "agreement"
    number: Short = ""
    title: Short = ""
    partner: Short = ""
    frame: Long = ""
    change: Long = ""
    conditions: Long = ""
    legal_form: Literal["", "subsidy", "commission", "covenant", "other"] = ""
    start: date | None = None
    end: date | None = None
    amount: Amount | None = None
    hours: Hours | None = None
    reporting: Long = ""
    signed_by: Short = ""  # functions, no names
    essential: ClassVar = ("title", "partner")


class AgreementTask(Item):
    """A numbered task in an agreement (part b), or a sub-task when ``part_of`` names a task."""

    kind: Literal["agreement_task"] = "agreement_task"
    agreement: Annotated[ItemId | NoRef, RefersTo("agreement")] = ""
    part_of: Annotated[ItemId | NoRef, RefersTo("agreement_task")] = ""
    text: Long = ""
    essential: ClassVar = ("agreement", "text")
    title_field: ClassVar = "text"


class AgreementResult(Measured):
    """A result in an agreement (part c), which may refer back to tasks ("Ad 1")."""

    kind: Literal["agreement_result"] = "agreement_result"
    agreement: Annotated[ItemId | NoRef, RefersTo("agreement")] = ""
    tasks: Annotated[tuple[ItemId, ...], RefersTo("agreement_task")] = ()
    text: Long = ""
    essential: ClassVar = ("agreement", "text")
    title_field: ClassVar = "text"


class ProgressNote(Item):
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


class Evaluation(Item):
    """Which indicator is measured how, how often and with whom (step 9)."""

    kind: Literal["evaluation"] = "evaluation"
    title: Short = ""
    indicator: Annotated[ItemId | NoRef, RefersTo("indicator")] = ""
    method: Long = ""
    frequency: Short = ""
    survey: Short = ""  # an existing survey to join
    who: Short = ""
    essential: ClassVar = ("title", "method", "frequency")


AnyItem = Annotated[
    Answer
    | Stakeholder
    | Finding
    | Development
    | TargetGroup
    | Consultation
    | Goal
    | Indicator
    | Activity
    | BudgetGroup
    | BudgetLine
    | BudgetRemark
    | Cover
    | Staffing
    | Responsibility
    | Agreement
    | AgreementTask
    | AgreementResult
    | ProgressNote
    | Evaluation,
    Field(discriminator="kind"),
]


class PlanItem(BaseModel):
    """An item in its place in a plan.

    ``position`` orders the items of one kind; ``version`` counts the saves and starts at 1.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    id: ItemId
    step: Annotated[int, Field(ge=1, le=9)]
    position: Annotated[int, Field(ge=0, le=1_000_000)]
    version: Annotated[int, Field(ge=1)] = 1
    data: AnyItem


def kinds() -> Iterator[type[Item]]:
    """Every kind of item, in the order of the steps."""
    return iter(AnyItem.__origin__.__args__)  # type: ignore[attr-defined] # Annotated hides its origin from mypy


KINDS: dict[str, type[Item]] = {model.model_fields["kind"].default: model for model in kinds()}

"""What a plan is made of: one frozen model for every kind of thing a person writes down.

Every field has an empty default, because a draft is kept field by field. A value that is not empty
must be right: within its limits and of its type. ``essential`` names the fields without which an
item does not yet say what it is for; `progress` asks for them, storage does not.

Source: handreiking, hoofdstuk 6 (the nine steps); deelopdrachten Meierijstad (agreements and
indicators); plan van aanpak PIO (activities and budget).
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from stappenplan.items.agreements import Agreement, AgreementResult, AgreementTask
from stappenplan.items.following import Evaluation, ProgressNote
from stappenplan.items.goals import Activity, Goal, Indicator, Responsibility, Staffing
from stappenplan.items.money import BudgetGroup, BudgetLine, BudgetRemark, Cover
from stappenplan.items.situation import Answer, Consultation, Development, Finding, Stakeholder, TargetGroup
from stappenplan.shapes import Item, ItemId

__all__ = [
    "KINDS",
    "Activity",
    "Agreement",
    "AgreementResult",
    "AgreementTask",
    "Answer",
    "AnyItem",
    "BudgetGroup",
    "BudgetLine",
    "BudgetRemark",
    "Consultation",
    "Cover",
    "Development",
    "Evaluation",
    "Finding",
    "Goal",
    "Indicator",
    "PlanItem",
    "ProgressNote",
    "Responsibility",
    "Staffing",
    "Stakeholder",
    "TargetGroup",
    "kinds",
]

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

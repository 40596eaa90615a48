"""What is agreed with others, after the deelopdrachten of Meierijstad (step 7)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from stappenplan.shapes import (
    Adopted,
    Amount,
    Formattable,
    Hours,
    ItemId,
    Long,
    Measured,
    NoRef,
    RefersTo,
    Short,
)


class Agreement(Adopted, Formattable):
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


class AgreementTask(Formattable):
    """A numbered task in an agreement (part b), or a sub-task when ``part_of`` names a task."""

    kind: Literal["agreement_task"] = "agreement_task"
    agreement: Annotated[ItemId | NoRef, RefersTo("agreement")] = ""
    part_of: Annotated[ItemId | NoRef, RefersTo("agreement_task")] = ""
    text: Long = ""
    essential: ClassVar = ("agreement", "text")
    title_field: ClassVar = "text"


class AgreementResult(Measured, Formattable):
    """A result in an agreement (part c), which may refer back to tasks ("Ad 1")."""

    kind: Literal["agreement_result"] = "agreement_result"
    agreement: Annotated[ItemId | NoRef, RefersTo("agreement")] = ""
    tasks: Annotated[tuple[ItemId, ...], RefersTo("agreement_task")] = ()
    text: Long = ""
    essential: ClassVar = ("agreement", "text")
    title_field: ClassVar = "text"

"""What a plan costs, and where the money comes from (step 6)."""

from typing import Annotated, ClassVar, Literal

from stappenplan.shapes import Amount, Formattable, Hours, Item, ItemId, Long, NoRef, RefersTo, Short, Year


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


class BudgetRemark(Formattable):
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

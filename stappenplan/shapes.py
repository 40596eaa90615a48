"""What the items of a plan are built of: kinds of values, and what several kinds of items share.

Source: handreiking, hoofdstuk 6; deelopdrachten Meierijstad (how a thing is measured).
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from stappenplan.text import LONG, SHORT, require_fit

Short = Annotated[str, StringConstraints(max_length=SHORT), AfterValidator(require_fit)]
Long = Annotated[str, StringConstraints(max_length=LONG), AfterValidator(require_fit)]
ItemId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.-]{1,80}$")]
Year = Annotated[int, Field(ge=1900, le=2200)]


def _two_places(value: Decimal) -> Decimal:
    """One way of writing a figure, so that 3000 and 3000.00, or 0 and -0, are never taken for a change."""
    return abs(value).quantize(Decimal("0.01"))


Amount = Annotated[  # euro
    Decimal, Field(ge=0, le=Decimal("9999999999.99"), decimal_places=2), AfterValidator(_two_places)
]
Hours = Annotated[
    Decimal, Field(ge=0, le=Decimal("999999.99"), decimal_places=2), AfterValidator(_two_places)
]


class RefersTo:
    """Marks a field that holds the id of an item of ``kind`` (or ids, in a tuple)."""

    def __init__(self, kind: str) -> None:
        self.kind = kind


NoRef = Literal[""]


class Item(BaseModel):
    """What all kinds share: frozen, and no field that is not known."""

    # Errors may end in a log: they never carry what a person wrote.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    essential: ClassVar[tuple[str, ...]] = ()
    title_field: ClassVar[str] = "title"  # the field that names the item in a list


class Formattable(Item):
    """An item with long texts, in which a few signs may give them form (see documents/markup.py).

    What was kept before there was form lacks the field, and so stays literal.
    """

    formatted: bool = False


class Adopted(Item):
    """An item that somebody has to decide on (addition of 2026)."""

    adopted_by: Short = ""
    adopted_on: date | None = None
    decision: Literal["", "draft", "proposed", "adopted", "dropped"] = ""


class Measured(Item):
    """How something is measured: the shape of an indicator in the deelopdrachten."""

    measure: Literal[
        "",
        "percentage",
        "mark",
        "reach",
        "growth",
        "decrease",
        "count",
        "frequency",
        "on_time",
        "exists",
        "experienced",
    ] = ""
    direction: Literal["", "up", "down", "keep"] = ""
    level: Literal["", "effort", "performance", "effect"] = ""
    baseline: Short = ""
    baseline_year: Year | None = None
    target: Short = ""
    no_target_yet: bool = False
    measured_with: Short = ""  # the source of the figure
    frequency: Short = ""

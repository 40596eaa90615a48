"""Dossiers to make documents of."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from content import loader
from dossier.model import Details, Dossier, GivenAnswer
from stappenplan.fields import Form, ItemField, fields_of
from stappenplan.items import KINDS, PlanItem
from stappenplan.progress import asked_in
from typetest.model import Choice, Perspective

TODAY = date(2027, 3, 9)
STEP_OF = {
    prompt.key: step.number
    for step in loader.steps().steps
    for section in step.sections
    for prompt in section.prompts
}
PROMPTS = [p for step in loader.steps().steps for section in step.sections for p in section.prompts]
HUIDIG, GEWENST = "abaabababbabab", "aababbaabbabbb"
DETAILS = Details(municipality="Voorbeeldstad", title="Samen sterker", period_start=2027, period_end=2030)


def answers(choices: str, note: str = "") -> dict[int, GivenAnswer]:
    """One letter a question; a dot leaves it open."""
    given = {n: Choice(c) for n, c in enumerate(choices, 1) if c != "."}
    return {n: GivenAnswer(choice=c, note=note, version=1) for n, c in given.items()}


def dossier(
    *items: PlanItem, details: Details | None = None, huidig: str = "", gewenst: str = "", note: str = ""
) -> Dossier:
    return Dossier(
        id="d",
        edition="nl",
        created=datetime(2027, 1, 1, tzinfo=UTC),
        details=details or Details(),
        details_version=1,
        answers={Perspective.HUIDIG: answers(huidig, note), Perspective.GEWENST: answers(gewenst)},
        items=items,
    )


def item(kind: str, item_id: str = "", **data: Any) -> PlanItem:
    """An item in the first step that asks for it, or else in the first that asks for its kind."""
    step = next(STEP_OF[p.key] for p in PROMPTS if data.get("question") in (None, p.key) and p.kind == kind)
    made = PlanItem.model_validate(
        {"id": item_id or kind, "step": step, "position": 0, "data": {"kind": kind, **data}}
    )
    asked = asked_in(loader.steps(), made.data)
    return made.model_copy(update={"step": asked[0]}) if asked else made


def value(field: ItemField, text: str, suffix: str) -> object:
    """Something for a field of any form; a reference goes to the item of that kind with this suffix."""
    if field.form in (Form.SHORT, Form.LONG):
        return text[: field.limit]
    if field.name == "part_of":  # a line or task that is part of itself would be refused as a sub-line
        return ""
    by_form: dict[Form, object] = {
        Form.CHOICE: field.choices[-1] if field.choices else "",
        Form.REFERENCE: f"{field.refers_to}{suffix}",
        Form.REFERENCES: (f"{field.refers_to}{suffix}",),
        Form.YEAR: 2028,
        Form.DECIMAL: Decimal("1250.50"),
        Form.DATE: date(2028, 2, 3),
        Form.FLAG: False,
    }
    return by_form[field.form]


def every_kind(text: str, suffix: str = "0") -> Iterator[PlanItem]:
    """An item of every kind with every field filled in; a text says first which field it is of."""
    for kind in KINDS:
        if kind != "answer":
            data = {f.name: value(f, f"{kind}.{f.name}§{text}", suffix) for f in fields_of(kind)}
            yield item(kind, f"{kind}{suffix}", **data)


def every_answer(text: str) -> Iterator[PlanItem]:
    for prompt in PROMPTS:
        if prompt.kind == "answer":
            yield item("answer", f"a.{prompt.key}", question=prompt.key, text=f"{prompt.key}§{text}")


def full() -> Dossier:
    """Everything filled in, both perspectives included."""
    text = "De gemeente helpt mee."
    return dossier(
        *every_kind(text),
        *every_answer(text),
        details=DETAILS,
        huidig=HUIDIG,
        gewenst=GEWENST,
        note="Lastig.",
    )

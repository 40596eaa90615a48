"""Dossiers to make documents of."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from content import loader
from dossier.model import Details, Dossier, GivenAnswer
from dossier.workshop import (
    Finding,
    Group,
    KeptNote,
    Note,
    Parked,
    Phase,
    Promise,
    Report,
    Result,
    Setup,
    Workshop,
    finding_id,
)
from stappenplan.fields import Form, ItemField, fields_of
from stappenplan.items import KINDS, PlanItem
from stappenplan.progress import asked_in
from typetest.model import Choice, Perspective
from typetest.publication import again, ballot, publish

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
    *items: PlanItem,
    details: Details | None = None,
    huidig: str = "",
    gewenst: str = "",
    note: str = "",
    workshops: tuple[Report, ...] = (),
) -> Dossier:
    return Dossier(
        id="d",
        edition="nl",
        created=datetime(2027, 1, 1, tzinfo=UTC),
        details=details or Details(),
        details_version=1,
        answers={Perspective.HUIDIG: answers(huidig, note), Perspective.GEWENST: answers(gewenst)},
        items=items,
        workshops=workshops,
    )


ROOMS = {"ambtelijk": ("abaabababbabab", "aababbaabbabbb"), "veld": ("aaaabababbabaa", "bababbaabbabbb")}


def session(
    text: str = "",
    second: bool = True,
    smallest: int = 3,
    title: str = "Een avond",
    session_id: str = "w",
    year: int = 2027,
) -> Report:
    """A closed session of nine people in two groups; ``text`` stands in everything that can be typed."""
    groups = tuple(Group(key=key, name=f"{key} {text}"[:300]) for key in ROOMS)
    ballots = [
        ballot(key, {n: Choice(c) for n, c in enumerate(forms[i % 2], 1)})
        for key, forms in ROOMS.items()
        for i in range(5 if key == "veld" else 4)
    ]
    first = publish(ballots, list(ROOMS), smallest)
    results = [Result(1, Perspective.HUIDIG, first)]
    if second:
        now = [{**b.answers, 3: Choice.B} for b in ballots]
        results.append(Result(2, Perspective.HUIDIG, again(first, ballots, now)))
    finding = Finding(direction=Choice.A, reasons_a=f"voor§{text}", reasons_b=f"tegen§{text}")
    short = text[:280]
    notes: list[tuple[str, str, Note]] = [
        (finding_id(Perspective.HUIDIG, 3), "finding", finding),
        ("p", "promise", Promise(who=f"wie§{short}", what=f"wat§{short}", when=f"wanneer§{short}")),
        ("k", "parked", Parked(text=f"later§{short}")),
    ]
    return Report(
        workshop=Workshop(
            id=session_id,
            dossier_id="d",
            code=None,
            phase=Phase.CLOSED,
            setup=Setup(
                title=f"{title} {short}".strip(),
                perspectives=(Perspective.HUIDIG,),
                groups=groups,
                smallest=smallest,
            ),
            chosen=(3,) if second else (),
            created=datetime(year, 2, 3, 19, 30, tzinfo=UTC),
        ),
        results=tuple(results),
        notes=tuple(KeptNote(id=i, kind=kind, position=0, version=1, data=data) for i, kind, data in notes),
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

"""How the outcome of a session goes into the plan: directions become answers, division becomes points.

It may be done again, by a double press or after more was noted: what is there already is not added twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.model import Dossier
from dossier.workshop import Finding, Phase, Report, Workshop, finding_id
from dossier.writing import Writing
from stappenplan.dutch import day_of
from stappenplan.items import Answer, Consultation, PlanItem
from stappenplan.text import LONG
from typetest.group import Band
from typetest.model import QUESTIONS, Choice, Perspective

HEARD_IN = 3
"""The step in which it is written down who was heard."""


@dataclass(frozen=True)
class Turn:
    """An answer of the dossier that gets the direction of the group; ``now`` is None while it is open."""

    perspective: Perspective
    question: int
    now: Choice | None
    then: Choice


@dataclass(frozen=True)
class PlanLine:
    """A line for the text that answers the sub-question ``prompt`` of a step."""

    step: int
    prompt: str
    text: str

    @property
    def item_id(self) -> str:
        """The id of the one item that holds that text."""
        return f"answer.{self.prompt}"


@dataclass(frozen=True)
class PlanWords:
    """What is written into the plan, in words: the points, and who was heard with what harvest."""

    lines: tuple[PlanLine, ...]
    who: str
    harvest: str


def divided(report: Report) -> tuple[int, ...]:
    """The statements that the room is divided over, in what was shown last of any perspective."""
    shown = [found for p in Perspective if (found := report.latest(p))]
    return tuple(
        n
        for n in QUESTIONS
        if any(found.room.splits and found.room.splits[n - 1].band is Band.TO_DISCUSS for found in shown)
    )


def turns(dossier: Dossier, report: Report) -> tuple[Turn, ...]:
    """The answers that are otherwise than the group wants; a statement without a direction is left."""
    wanted = (
        (p, n, report.finding(p, n).direction) for p in report.workshop.setup.perspectives for n in QUESTIONS
    )
    return tuple(
        Turn(p, n, now, then)
        for p, n, then in wanted
        if then and (now := dossier.choices(p).get(n)) is not then
    )


def missing(dossier: Dossier, lines: Iterable[PlanLine]) -> tuple[PlanLine, ...]:
    """The lines that are not in the plan yet."""
    items = {item.id: item for item in dossier.items}
    return tuple(line for line in lines if line.text not in _text_of(items.get(line.item_id)).splitlines())


def carry(writing: Writing, workshop: Workshop, words: PlanWords) -> None:
    """Write the outcome of a session, of which something was revealed, into the plan."""
    _answer(writing, workshop)
    by_item: dict[str, list[PlanLine]] = {}
    for line in words.lines:
        by_item.setdefault(line.item_id, []).append(line)
    for item_id, lines in by_item.items():
        _append(writing, item_id, lines)
    _hear(writing, workshop, words)


def may_carry(workshop: Workshop) -> bool:
    """Whether there is an outcome that counts: revealed, and not of practice."""
    return workshop.phase is not Phase.ANSWERING and not workshop.setup.practice


def _answer(writing: Writing, workshop: Workshop) -> None:
    noted: Mapping[str, object] = {note.id: note.data for note in writing.work.notes(workshop.id)}
    for perspective in workshop.setup.perspectives:
        for question in QUESTIONS:
            finding = noted.get(finding_id(perspective, question))
            then = finding.direction if isinstance(finding, Finding) else None
            kept = writing.work.answer(writing.dossier_id, perspective, question)
            if then and kept.choice is not then:
                changed = {"choice": then, "version": kept.version + 1}
                writing.keep_answer(perspective, question, kept.model_copy(update=changed))


def _append(writing: Writing, item_id: str, lines: list[PlanLine]) -> None:
    there = writing.work.item(writing.dossier_id, item_id)
    old = _text_of(there)
    new = [line.text for line in lines if line.text not in old.splitlines()]
    if not new:
        return
    text = "\n".join([*([old.rstrip()] if old.strip() else []), *new])[:LONG]
    if text == old:  # it is full
        return
    if there and isinstance(there.data, Answer):
        data = there.data.model_copy(update={"text": text})
        writing.keep_item(there.model_copy(update={"data": data, "version": there.version + 1}))
        return
    first = lines[0]
    writing.keep_item(
        PlanItem(
            id=item_id,
            step=first.step,
            position=writing.next_position("answer"),
            version=writing.held_before(item_id).version + 1,
            data=Answer(question=first.prompt, text=text),
        )
    )


def _hear(writing: Writing, workshop: Workshop, words: PlanWords) -> None:
    """Write down once who was heard; what somebody changed or removed since stays so."""
    item_id = f"session.{workshop.id}"
    if writing.held_before(item_id).version:
        return
    heard = Consultation(who=words.who, way="session", on=day_of(workshop.created), harvest=words.harvest)
    position = writing.next_position(heard.kind)
    writing.keep_item(PlanItem(id=item_id, step=HEARD_IN, position=position, version=1, data=heard))


def _text_of(item: PlanItem | None) -> str:
    return item.data.text if item and isinstance(item.data, Answer) else ""

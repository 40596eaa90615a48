"""What templates may use: a frozen view of a dossier, and the words of the content.

The names a template sees are the keys of ``values``; content/documenten/README.md explains them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from content import loader, schema
from documents.agreements import agreements
from documents.catalogue import Document
from documents.filters import one_line
from documents.score_card import drawing
from dossier.model import Dossier, GivenAnswer
from stappenplan.fields import fields_of
from stappenplan.items import Activity, Answer, PlanItem
from stappenplan.progress import Progress, PromptProgress, Status, is_empty, per_part
from stappenplan.totals import budget
from typetest.compare import compare
from typetest.model import QUESTIONS, Perspective
from typetest.scoring import Score, score

ANSWER = "answer"


class Place(NamedTuple):
    """Where something is filled in: a sub-question of a step, or the typetest (step None)."""

    step: int | None = None
    section: str = ""
    prompt: str = ""


Link = Callable[[Place], str]
"""Gives the address of the screen where something is filled in, or "" for no link."""


@dataclass(frozen=True)
class SubQuestion:
    """A sub-question of a part: its heading in this document, where it is answered, and the answer."""

    key: str
    heading: str
    place: Place
    kind: str
    items: tuple[PlanItem, ...]
    missing: bool
    """Whether it counts and is not yet done."""

    @property
    def text(self) -> str:
        """The text that answers it, "" when there is none or it is answered by a list."""
        return "\n\n".join(i.data.text for i in self.items if isinstance(i.data, Answer))


@dataclass(frozen=True)
class Part:
    """A numbered part of the plan; ``addition`` marks those of 2026."""

    number: int
    key: str
    title: str
    belongs: str
    addition: bool
    questions: tuple[SubQuestion, ...]
    empty: bool

    @property
    def missing(self) -> tuple[SubQuestion, ...]:
        """The sub-questions that count and are not yet done."""
        return tuple(q for q in self.questions if q.missing)

    @property
    def answers(self) -> tuple[SubQuestion, ...]:
        """The sub-questions that are answered by a text, and are."""
        return tuple(q for q in self.questions if q.text.strip())


@dataclass(frozen=True)
class Standpoint:
    """Where the municipality stands in one perspective; ``type`` is None until it is decided."""

    key: Perspective
    answers: Mapping[int, GivenAnswer]
    score: Score
    type: schema.MunicipalityType | None


def values(dossier: Dossier, info: Document, today: date, link: Link | None) -> dict[str, object]:
    """Everything a template of ``dossier`` may use; ``link`` is None outside the screen."""
    items = tuple(i for i in dossier.items if _holds_something(i))
    parts = _parts(info, items)
    filled = {part.key for part in parts if not part.empty}
    standpoints = tuple(s for s in map(_standpoint(dossier), Perspective) if s.answers)
    choices = [dossier.choices(p) for p in Perspective]
    by_id = {i.id: i for i in items}
    return {
        "document": info,
        "details": dossier.details,
        "title": one_line(dossier.details.title) or info.title,
        "today": today,
        "parts": tuple(p for p in parts if not p.addition),
        "additions": _renumbered(p for p in parts if p.addition and p.key in filled),
        "of_kind": lambda kind: tuple(i for i in items if i.data.kind == kind),
        "name_of": lambda item_id: _name(by_id.get(item_id)),
        "planning": tuple(sorted((i.data for i in items if isinstance(i.data, Activity)), key=_moment)),
        "budget": budget(items),
        "agreements": agreements(items),
        "standpoints": standpoints,
        "leading": next((s for s in standpoints if s.key is dossier.leading), None),
        "drawing": drawing({s.key: s.score for s in standpoints}),
        "comparison": compare(*choices) if all(choices) else None,
        "test": loader.typetest(),
        "questions": QUESTIONS,
        "fields_of": fields_of,
        "kinds": loader.item_texts().kinds,
        "glossary": loader.glossary().terms,
        "sources": loader.sources(),
        "link": link,
        "Place": Place,
    }


def _holds_something(item: PlanItem) -> bool:
    return any(not is_empty(getattr(item.data, field.name)) for field in fields_of(item.data.kind))


def _parts(info: Document, items: tuple[PlanItem, ...]) -> tuple[Part, ...]:
    steps = loader.steps()
    pairs = zip((*steps.parts, *steps.additions), per_part(steps, items), strict=True)
    return tuple(_part(number, *pair, info, items) for number, pair in enumerate(pairs, 1))


def _part(
    number: int, described: schema.PlanPart, progress: Progress, info: Document, items: Iterable[PlanItem]
) -> Part:
    questions = tuple(_question(p, p in progress.missing, info) for p in progress.prompts)
    kinds = {q.kind for q in questions} - {ANSWER}
    empty = not any(q.items for q in questions) and not any(i.data.kind in kinds for i in items)
    return Part(
        number, described.key, described.title, described.belongs, described.addition_2026, questions, empty
    )


def _renumbered(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Additions that are left out leave no gap in the numbers."""
    first = len(loader.steps().parts) + 1
    return tuple(
        Part(number, p.key, p.title, p.belongs, p.addition, p.questions, p.empty)
        for number, p in enumerate(parts, first)
    )


def _question(progress: PromptProgress, missing: bool, info: Document) -> SubQuestion:
    prompt = progress.prompt
    return SubQuestion(
        key=prompt.key,
        heading=info.headings.get(prompt.key, prompt.ask),
        place=Place(progress.step, progress.section, prompt.key),
        kind=prompt.kind,
        items=progress.items,
        missing=missing and progress.status is not Status.DONE,
    )


def _standpoint(dossier: Dossier) -> Callable[[Perspective], Standpoint]:
    def of(perspective: Perspective) -> Standpoint:
        test = loader.typetest()
        found = score(dossier.choices(perspective))
        given = dossier.answers.get(perspective, {})
        answers = {n: a for n, a in given.items() if a.choice or a.note.strip()}
        decided = test.types[found.type.value] if found.type else None
        return Standpoint(perspective, answers, found, decided)

    return of


def _name(item: PlanItem | None) -> str:
    return one_line(getattr(item.data, item.data.title_field)) if item else ""


def _moment(activity: Activity) -> tuple[bool, date]:
    """By start, or else end; what has no date comes last."""
    moment = activity.start or activity.end
    return moment is None, moment or date.max

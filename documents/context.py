"""What templates may use: a frozen view of a dossier, and the words of the content.

The names a template sees are the keys of ``values``; content/documenten/README.md explains them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from content import loader, schema
from documents.catalogue import Document
from documents.filters import one_line
from documents.markup import without_signs
from documents.options import Options
from documents.parts import Place, parts_of, renumbered
from documents.score_card import drawing
from dossier.guidance import hints
from dossier.model import Dossier, GivenAnswer
from stappenplan.agreements import agreements
from stappenplan.fields import fields_of
from stappenplan.items import Activity, PlanItem
from stappenplan.progress import is_empty
from stappenplan.totals import budget
from typetest.compare import compare
from typetest.model import Perspective
from typetest.scoring import Score, score

Link = Callable[[Place], str]
"""Gives the address of the screen where something is filled in, or "" for no link."""


@dataclass(frozen=True)
class Standpoint:
    """Where the municipality stands in one perspective; ``type`` is None until it is decided."""

    key: Perspective
    answers: Mapping[int, GivenAnswer]
    score: Score
    type: schema.MunicipalityType | None


def values(
    dossier: Dossier, info: Document, today: date, link: Link | None, options: Options
) -> dict[str, object]:
    """Everything a template of ``dossier`` may use; ``link`` is None outside the screen."""
    items = tuple(i for i in dossier.items if _holds_something(i))
    parts = parts_of(items)
    filled = {part.key for part in parts if not part.empty}
    standpoints = tuple(s for s in map(_standpoint(dossier), Perspective) if s.answers)
    choices = [dossier.choices(p) for p in Perspective]
    by_id = {i.id: i for i in items}
    return {
        "document": info,
        "options": options,
        "details": dossier.details,
        "title": one_line(dossier.details.title) or info.title,
        "today": today,
        "parts": tuple(p for p in parts if not p.addition),
        "question": {q.key: q for part in parts for q in part.questions}.__getitem__,
        "guidance": lambda step: _guidance(step, dossier),
        "additions": renumbered(p for p in parts if p.addition and p.key in filled),
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
        "fields_of": fields_of,
        "kinds": loader.item_texts().kinds,
        "glossary": loader.glossary().terms,
        "sources": loader.sources(),
        "link": link,
        "Place": Place,
    }


def _guidance(step: int, dossier: Dossier) -> tuple[str, ...]:
    """What to look out for in a step, given the answers of the leading perspective."""
    return hints(loader.steps().steps[step - 1], score(dossier.choices(dossier.leading)))


def _holds_something(item: PlanItem) -> bool:
    return any(not is_empty(getattr(item.data, field.name)) for field in fields_of(item.data.kind))


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
    return one_line(without_signs(item.data, item.data.title_field)) if item else ""


def _moment(activity: Activity) -> tuple[bool, date]:
    """By start, or else end; what has no date comes last."""
    moment = activity.start or activity.end
    return moment is None, moment or date.max

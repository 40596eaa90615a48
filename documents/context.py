"""What templates may use: a frozen view of a dossier, and the words of the content.

The names a template sees are the keys of ``values``; content/documenten/README.md explains them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

from content import loader, schema
from documents.budget_bars import budget_bars
from documents.catalogue import Document
from documents.filters import choice, one_line
from documents.group_card import group_drawing, type_names
from documents.markup import without_signs
from documents.options import Options, fitting
from documents.parts import Part, Place, parts_of, renumbered
from documents.score_card import drawing
from documents.session_names import only
from documents.sessions import group_card, sessions
from documents.timeline import Entry, timelines
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
from typetest.what_if import WhatIf, what_if

Link = Callable[[Place], str]
"""Gives the address of the screen where something is filled in, or "" for no link."""


@dataclass(frozen=True)
class Standpoint:
    """Where the municipality stands in one perspective; ``type`` is None until it is decided."""

    key: Perspective
    answers: Mapping[int, GivenAnswer]
    score: Score
    type: schema.MunicipalityType | None
    what_if: tuple[WhatIf, ...]
    """What one other answer would change, for each given answer."""


def values(
    dossier: Dossier, info: Document, today: date, link: Link | None, options: Options
) -> dict[str, object]:
    """Everything a template of ``dossier`` may use; ``link`` is None outside the screen.

    Raises UnknownDocument when it is to be about a session that the dossier does not have.
    """
    options = fitting(options, info)
    dossier = dossier.model_copy(update={"workshops": only(dossier.workshops, options.session)})
    hinted, own_title = dossier, one_line(dossier.details.title)
    if options.frame:  # nothing but the names on the front page, however a template is written
        dossier = dossier.model_copy(update={"items": (), "answers": {}, "workshops": ()})
    items = tuple(i for i in dossier.items if _holds_something(i))
    parts = parts_of(items)
    shown = renumbered(p for p in parts if _is_shown(p, options))
    standpoints = tuple(s for s in map(_standpoint(dossier), Perspective) if s.answers)
    choices = [dossier.choices(p) for p in Perspective]
    by_id = {i.id: i for i in items}
    question = {q.key: q for part in parts for q in part.questions}
    return {
        "document": info,
        "options": options,
        "details": dossier.details,
        "title": info.title if info.own_title else own_title or info.title,
        "plan_title": own_title,
        "today": today,
        "parts": tuple(p for p in shown if not p.addition),
        "question": question.__getitem__,
        "questions": lambda *keys: tuple(question[key] for key in keys),
        "guidance": lambda step: _guidance(step, hinted),
        "additions": tuple(p for p in shown if p.addition),
        "of_kind": lambda kind: tuple(i for i in items if i.data.kind == kind),
        "name_of": lambda item_id: _name(by_id.get(item_id)),
        "next_figure": count(1).__next__,
        "timelines": lambda activities: timelines(map(_entry, activities), today),
        "budget_bars": budget_bars,
        "planning": tuple(sorted((i.data for i in items if isinstance(i.data, Activity)), key=_moment)),
        "budget": budget(items),
        "agreements": agreements(items),
        "standpoints": standpoints,
        "leading": next((s for s in standpoints if s.key is dossier.leading), None),
        "drawing": drawing({s.key: s.score for s in standpoints}),
        "empty_drawing": drawing({}),
        "sessions": sessions(dossier.workshops),
        "group_of": lambda perspective: group_card(dossier.workshops, perspective),
        "group_drawing": group_drawing,
        "type_names": type_names(),
        "comparison": compare(*choices) if all(choices) else None,
        "test": loader.typetest(),
        "workshop_script": loader.workshop(),
        "fields_of": fields_of,
        "kinds": loader.item_texts().kinds,
        "glossary": loader.glossary().terms,
        "sources": loader.sources(),
        "link": link,
        "Place": Place,
    }


def _is_shown(part: Part, options: Options) -> bool:
    """The fifteen parts always, unless empty ones are left out; additions only when they hold something."""
    return options.frame or not part.empty or (options.empty and not part.addition)


def _guidance(step: int, dossier: Dossier) -> tuple[str, ...]:
    """What to look out for in a step, given the answers of the leading perspective."""
    return hints(loader.steps().steps[step - 1], score(dossier.choices(dossier.leading)))


def _holds_something(item: PlanItem) -> bool:
    return any(not is_empty(getattr(item.data, field.name)) for field in fields_of(item.data.kind))


def _standpoint(dossier: Dossier) -> Callable[[Perspective], Standpoint]:
    def of(perspective: Perspective) -> Standpoint:
        test = loader.typetest()
        choices = dossier.choices(perspective)
        found = score(choices)
        given = dossier.answers.get(perspective, {})
        answers = {n: a for n, a in given.items() if a.choice or a.note.strip()}
        decided = test.types[found.type.value] if found.type else None
        return Standpoint(perspective, answers, found, decided, what_if(choices))

    return of


def _name(item: PlanItem | None) -> str:
    return one_line(without_signs(item.data, item.data.title_field)) if item else ""


def _moment(activity: Activity) -> tuple[bool, date]:
    """By start, or else end; what has no date comes last."""
    moment = activity.start or activity.end
    return moment is None, moment or date.max


def _entry(activity: Activity) -> Entry:
    title = one_line(activity.title) or loader.item_texts().kinds["activity"].singular.capitalize()
    return Entry(title, choice(activity, "status"), activity.start, activity.end)

"""A dossier as a file: what is downloaded, shipped as an example, and rendered from the shell."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from content import loader
from dossier.frozen import Frozen
from dossier.model import Details, Dossier, GivenAnswer
from dossier.workshop_file import WorkshopFile, as_file, from_file
from stappenplan.items import Answer, AnyItem, PlanItem
from stappenplan.progress import asked_in
from stappenplan.shapes import ItemId, Long, Short, Year
from typetest.model import Choice, Perspective


class BadFile(ValueError):  # noqa: N818 - reads as what it says
    """The file is not a dossier; ``problems`` has (place, type of error) for each fault.

    The types are pydantic's, and three of our own: ``doubled_id``, ``misplaced`` (the place says at which
    step the item stands → to which it belongs) and ``asked_nowhere``.
    """

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{where}: {what}" for where, what in problems))
        self.problems = problems


class AnswerFile(Frozen):
    """An answer to one statement."""

    choice: Choice | None = None
    note: Long = ""


class ItemFile(Frozen):
    """An item; items of one kind stand in the order they have in the plan."""

    id: ItemId
    step: Annotated[int, Field(ge=1, le=9)]
    data: AnyItem


class DossierFile(Frozen):
    """A whole dossier, without links or history."""

    format: Literal[1] = 1
    edition: Short = "nl"
    municipality: Short = ""
    title: Short = ""
    period_start: Year | None = None
    period_end: Year | None = None
    answers: dict[Perspective, dict[Annotated[int, Field(ge=1, le=14)], AnswerFile]] = Field(
        default_factory=dict
    )
    items: tuple[ItemFile, ...] = ()
    workshops: tuple[WorkshopFile, ...] = ()


def schema() -> dict[str, Any]:
    """The JSON Schema of a dossier file."""
    return DossierFile.model_json_schema()


def to_json(dossier: Dossier) -> str:
    """The dossier as text, to keep or to move; secrets are not in it."""
    details = dossier.details
    file = DossierFile(
        edition=dossier.edition,
        municipality=details.municipality,
        title=details.title,
        period_start=details.period_start,
        period_end=details.period_end,
        answers={
            perspective: {n: AnswerFile(choice=a.choice, note=a.note) for n, a in sorted(answers.items())}
            for perspective, answers in dossier.answers.items()
        },
        items=tuple(ItemFile(id=i.id, step=i.step, data=i.data) for i in dossier.items),
        workshops=tuple(map(as_file, dossier.workshops)),
    )
    return json.dumps(file.model_dump(mode="json"), ensure_ascii=False, indent=2)


def from_json(text: str, dossier_id: str, created: datetime) -> Dossier:
    """The dossier in ``text``. Raises BadFile."""
    try:
        file = DossierFile.model_validate_json(text)
    except ValidationError as error:
        raise BadFile([(".".join(map(str, e["loc"])), e["type"]) for e in error.errors()]) from error
    doubled = sorted(i for i, times in Counter(i.id for i in file.items).items() if times > 1)
    if doubled:
        raise BadFile([(i, "doubled_id") for i in doubled])
    # Another edition may ask other sub-questions: which ones is not known here.
    hidden = list(_hidden(file.items)) if file.edition == loader.edition_name() else []
    if hidden:
        raise BadFile(hidden)
    return Dossier(
        id=dossier_id,
        edition=file.edition,
        created=created,
        details=Details(
            municipality=file.municipality,
            title=file.title,
            period_start=file.period_start,
            period_end=file.period_end,
        ),
        details_version=1,
        answers={
            perspective: {n: GivenAnswer(choice=a.choice, note=a.note, version=1) for n, a in given.items()}
            for perspective, given in file.answers.items()
        },
        items=tuple(
            PlanItem(id=i.id, step=i.step, position=n, data=i.data) for n, i in enumerate(file.items)
        ),
        workshops=tuple(from_file(w, dossier_id, f"{dossier_id}-{n}") for n, w in enumerate(file.workshops)),
    )


def _hidden(items: tuple[ItemFile, ...]) -> Iterator[tuple[str, str]]:
    """What no screen would show where it stands: its place in the file, and the fault."""
    for number, item in enumerate(items):
        steps = asked_in(loader.steps(), item.data)
        if item.step in steps:
            continue
        what = item.data.question if isinstance(item.data, Answer) else item.data.kind
        place, name = f"items.{number}.step {item.step}", f"({what}, {item.id})"
        if steps:
            yield f"{place} → {'/'.join(map(str, steps))} {name}", "misplaced"
        else:
            yield f"{place} {name}", "asked_nowhere"

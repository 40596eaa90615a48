"""A session as it stands in the file of a dossier: what was shown and noted, no code and no answer."""

from collections.abc import Iterable
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, AwareDatetime, Field, model_validator

from dossier.frozen import Frozen
from dossier.workshop import (
    Finding,
    KeptNote,
    Parked,
    Phase,
    Promise,
    Report,
    Result,
    Setup,
    Workshop,
)
from stappenplan.shapes import ItemId
from typetest.group import Card
from typetest.model import QUESTIONS, Perspective
from typetest.publication import ROOM, Publication, Tables
from typetest.scoring import poles_of_cell

Value = TypeVar("Value")


def _possible(publication: Publication) -> Publication:
    """The same publication. Raises ValueError for one that no session can have."""
    if publication.room.group != ROOM or len(publication.changed) not in (0, len(QUESTIONS)):
        raise ValueError("impossible")
    for tables in (publication.room, *publication.groups):
        _require_possible(tables)
    if any(number < 0 for number in publication.changed):
        raise ValueError("impossible")
    return publication


def _require_possible(tables: Tables) -> None:
    counts = [tables.people, tables.complete, tables.splits_of]
    counts += [n for split in tables.splits for n in (split.a, split.b, split.open)]
    wrong = any(n < 0 for n in counts) or len(tables.splits) not in (0, len(QUESTIONS))
    if wrong or (tables.card and not _card_is_possible(tables.card)):
        raise ValueError("impossible")


def _card_is_possible(card: Card) -> bool:
    for cell in card.cells:
        poles_of_cell(cell.sturing, cell.insteek)  # raises ValueError
    places = {(cell.sturing, cell.insteek) for cell in card.cells}
    return 0 < len(card.cells) == len(places) and all(cell.people > 0 for cell in card.cells)


class ResultFile(Frozen):
    """What was shown of one perspective in one round."""

    round: Annotated[int, Field(ge=1, le=2)]
    perspective: Perspective
    publication: Annotated[Publication, AfterValidator(_possible)]


class FindingFile(Frozen):
    """What the group makes of a statement; the id is that of `finding_id`."""

    kind: Literal["finding"]
    id: ItemId
    data: Finding


class ParkedFile(Frozen):
    """Something to come back to later."""

    kind: Literal["parked"]
    id: ItemId
    data: Parked


class PromiseFile(Frozen):
    """Who does what, and when."""

    kind: Literal["promise"]
    id: ItemId
    data: Promise


NoteFile = Annotated[FindingFile | ParkedFile | PromiseFile, Field(discriminator="kind")]


class WorkshopFile(Frozen):
    """A session; notes of one kind stand in the order they have on the screen."""

    held: AwareDatetime
    setup: Setup
    chosen: tuple[Annotated[int, Field(ge=1, le=len(QUESTIONS))], ...] = ()
    results: tuple[ResultFile, ...] = ()
    notes: tuple[NoteFile, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> "WorkshopFile":
        if self.setup.practice:
            raise ValueError("practice")
        groups = [group.key for group in self.setup.groups]
        for result in self.results:
            if [tables.group for tables in result.publication.groups] != groups:
                raise ValueError("other groups")
            if result.perspective not in self.setup.perspectives:
                raise ValueError("another perspective")
        _require_different((result.round, result.perspective) for result in self.results)
        _require_different(note.id for note in self.notes)
        return self


def _require_different(values: Iterable[Value]) -> None:
    found = list(values)
    if len(set(found)) < len(found):
        raise ValueError("doubled")


_FILES: dict[str, type[FindingFile] | type[ParkedFile] | type[PromiseFile]] = {
    "finding": FindingFile,
    "parked": ParkedFile,
    "promise": PromiseFile,
}


def as_file(report: Report) -> WorkshopFile:
    """The session as it stands in a file."""
    workshop = report.workshop
    return WorkshopFile(
        held=workshop.created,
        setup=workshop.setup,
        chosen=workshop.chosen,
        results=tuple(
            ResultFile(round=r.round, perspective=r.perspective, publication=r.publication)
            for r in report.results
        ),
        notes=tuple(
            _FILES[note.kind].model_validate({"kind": note.kind, "id": note.id, "data": note.data})
            for note in report.notes
        ),
    )


def from_file(file: WorkshopFile, dossier_id: str, workshop_id: str) -> Report:
    """The session in a file: a closed one."""
    workshop = Workshop(
        id=workshop_id,
        dossier_id=dossier_id,
        code=None,
        phase=Phase.CLOSED,
        setup=file.setup,
        chosen=file.chosen,
        ballots_kept=False,
        created=file.held,
    )
    positions: dict[str, int] = {}
    notes = []
    for note in file.notes:
        position = positions[note.kind] = positions.get(note.kind, -1) + 1
        notes.append(KeptNote(id=note.id, kind=note.kind, position=position, version=1, data=note.data))
    results = tuple(Result(r.round, r.perspective, r.publication) for r in file.results)
    return Report(workshop=workshop, results=results, notes=tuple(notes))

"""What a facilitator notes during a session: kept, merged and logged like everything that is typed."""

from collections.abc import Mapping
from typing import Any

from dossier.use_cases import NotFound
from dossier.workshop import NOTES, KeptNote
from dossier.writing import Held, Saved, Writing, validated
from typetest.model import Choice


def subject(workshop_id: str, note_id: str = "") -> str:
    """What the change log calls a note; without ``note_id`` how all of a session begin."""
    return f"workshop:{workshop_id}:{note_id}"


def save(
    writing: Writing, workshop_id: str, note_id: str, kind: str, changes: Mapping[str, Any], version: int
) -> Saved:
    """Save fields of a note; with ``version`` 0 it is made if it is not there. Raises Invalid, NotFound."""
    there, held = _held(writing, workshop_id, note_id)
    if there is None and version > 0:
        raise NotFound(note_id)
    saved = writing.merged(subject(workshop_id, note_id), NOTES[kind](), held, changes, version)
    if saved.version > held.version:
        _keep(writing, workshop_id, note_id, kind, there, saved.values, saved.version)
    return saved


def remove(writing: Writing, workshop_id: str, note_id: str) -> None:
    """Remove a note; one already gone stays gone."""
    there = writing.work.note(workshop_id, note_id)
    if there:
        writing.work.delete_note(workshop_id, note_id)
        writing.log(subject(workshop_id, note_id), there.version + 1, None)


def give_direction(writing: Writing, workshop_id: str, note_id: str, direction: Choice) -> None:
    """Set the direction of a finding, which is made if it is not there yet; its reasons stay."""
    there, held = _held(writing, workshop_id, note_id)
    values = {**(there.data.model_dump() if there else {}), "direction": direction}
    _keep(writing, workshop_id, note_id, "finding", there, values, held.version + 1)


def _held(writing: Writing, workshop_id: str, note_id: str) -> tuple[KeptNote | None, Held]:
    there = writing.work.note(workshop_id, note_id)
    if there:
        return there, Held(there.data, there.version)
    last = writing.work.last_logged(writing.dossier_id, subject(workshop_id, note_id))
    return None, Held(None, last.version if last else 0)


def _keep(
    writing: Writing,
    workshop_id: str,
    note_id: str,
    kind: str,
    there: KeptNote | None,
    values: Mapping[str, Any],
    version: int,
) -> None:
    same_kind = [note.position for note in writing.work.notes(workshop_id) if note.kind == kind]
    position = there.position if there else max(same_kind, default=-1) + 1
    data = validated(NOTES[kind], values)
    kept = KeptNote(id=note_id, kind=kind, position=position, version=version, data=data)
    writing.work.save_note(workshop_id, kept)
    writing.log(subject(workshop_id, note_id), version, data.model_dump(mode="json"))

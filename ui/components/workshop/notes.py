"""The parking list, and who does what and when: cards that save themselves.

A card is a row of its own. A new one stands in the address until its first field is kept, and what another
window removed while it was being filled in here stays on the screen, with a way to put it back.
"""

import secrets
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import streamlit as st

from content import schema
from content.loader import texts
from dossier.use_cases import Saved
from dossier.workshop import NOTES, Report
from stappenplan.fields import ItemField, fields_in
from ui import style
from ui.access import GONE
from ui.components import editing, fields
from ui.components.editing import Subject
from ui.components.literal import literal
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating

KINDS = ("parked", "promise")
_NEW = {"parked": "nieuw_punt", "promise": "nieuwe_afspraak"}
"""The parameter of the address with the id of a new card, by kind."""
_REMOVED = "note-removed"
_KEY = "jotted-"  # what the keys of cards begin with


def draw(opened: Opened, report: Report) -> None:
    """Both lists."""
    for kind in KINDS:
        text = texts("werksessie")
        st.header(text(f"{kind}_heading"), anchor=False)
        st.markdown(text(f"{kind}_intro"))
        (_cards if opened.edits else _lines)(opened, report, kind)


def _fields(kind: str) -> tuple[ItemField, ...]:
    return fields_in(NOTES[kind])


def _words(kind: str, field: ItemField) -> schema.FieldText:
    return schema.FieldText(label=texts("werksessie")(f"{kind}_{field.name}"))


def _lines(_opened: Opened, report: Report, kind: str) -> None:
    """For a reader: one line a note."""
    for note in report.of_kind(kind):
        kept = note.data.model_dump()
        st.markdown(f"- {literal(' · '.join(str(kept[f.name]) for f in _fields(kind) if kept[f.name]))}")
    if not report.of_kind(kind):
        st.caption(texts("werksessie")(f"{kind}_empty"))


def _cards(opened: Opened, report: Report, kind: str) -> None:
    text = texts("werksessie")
    kept = {note.id: note for note in report.of_kind(kind)}
    new = st.query_params.get(_NEW[kind], "")
    if new in kept:  # from here on it is a card like the others
        del st.query_params[_NEW[kind]]
        new = ""
    gone = [note_id for note_id in _seen(opened, kind) if note_id not in kept]
    for number, note_id in enumerate([*kept, *filter(None, [new])], start=1):
        note = kept.get(note_id)
        values = (note.data if note else NOTES[kind]()).model_dump(mode="json")
        _card(opened, kind, _subject(opened, kind, note_id, values, note.version if note else 0), number)
    left = [note_id for note_id in gone if _left_behind(opened, kind, note_id)]
    _remember(opened, kind, [*kept, *left])
    args = (kind, secrets.token_hex(6))
    st.button(text(f"{kind}_add"), key=f"add-{kind}", on_click=_add, args=args)
    _way_back(opened, kind)


def _subject(opened: Opened, kind: str, note_id: str, values: Mapping[str, Any], version: int) -> Subject:
    def save(changes: Mapping[str, Any], seen: int) -> Saved:
        return facilitating().save_note(opened.token, opened.id, note_id, kind, changes, seen)

    return Subject(f"{_KEY}{note_id}", values, version, save)


def _card(opened: Opened, kind: str, subject: Subject, number: int) -> None:
    text, asked = texts("werksessie"), _fields(kind)
    with st.container(border=True, key=f"card-{subject.key}"):
        for field in asked:
            fields.draw(subject, field, _words(kind, field))
        fields.draw_saved(subject, asked)
        label = text(f"{kind}_remove", n=number)
        args = (opened, kind, subject)
        st.button(label, key=f"remove-{subject.key}", type="tertiary", on_click=_remove, args=args)


def _add(kind: str, note_id: str) -> None:
    st.query_params[_NEW[kind]] = note_id
    style.focus_on(f"card-{_KEY}{note_id}")


def _remove(opened: Opened, kind: str, subject: Subject) -> None:
    note_id = subject.key.removeprefix(_KEY)
    typed = {f.name: st.session_state.get(editing.widget_key(subject, f), "") for f in _fields(kind)}
    o.act(facilitating().remove_note, opened.token, opened.id, note_id)
    _forget(opened, kind, note_id)
    if any(typed.values()):
        st.session_state[_REMOVED] = (kind, note_id, typed)
    style.focus_on(f"restore-{note_id}", f"add-{kind}")


def _forget(opened: Opened, kind: str, note_id: str) -> None:
    """Takes a card off the screen."""
    _remember(opened, kind, [seen for seen in _seen(opened, kind) if seen != note_id])
    if st.query_params.get(_NEW[kind]) == note_id:
        st.query_params.pop(_NEW[kind])


def _way_back(opened: Opened, kind: str) -> None:
    """After a removal: a button to bring it back."""
    of_kind, note_id, typed = st.session_state.get(_REMOVED, ("", "", {}))
    if of_kind == kind:
        with st.container(key=f"note-removed-{note_id}"):
            st.markdown(texts("werksessie")("note_removed", text=literal(_on_one_line(typed))))
            _restore_button(opened, kind, note_id, typed)


def _left_behind(opened: Opened, kind: str, note_id: str) -> bool:
    """Shows what somebody typed here into a card that another window removed; whether there was anything."""
    subject = _subject(opened, kind, note_id, NOTES[kind]().model_dump(), 0)
    keys = {f.name: editing.widget_key(subject, f) for f in _fields(kind)}
    left = st.session_state.get(f"left:{note_id}")
    typed = left or {name: st.session_state.get(key, "") for name, key in keys.items()}
    shown = {name: st.session_state.get(f"base:{key}", (0, ""))[1] for name, key in keys.items()}
    if left is None and (typed == shown or not any(typed.values())):
        return False
    st.session_state[f"left:{note_id}"] = typed
    with st.container(key=f"warn-gone-{note_id}"):
        st.markdown(texts("werksessie")("note_gone", text=literal(_on_one_line(typed))))
        _restore_button(opened, kind, note_id, typed)
    return True


def _restore_button(opened: Opened, kind: str, note_id: str, typed: Mapping[str, str]) -> None:
    label, args = texts("invullen")("put_back"), (opened, kind, note_id, typed)
    st.button(label, key=f"restore-{note_id}", on_click=_restore, args=args)


def _restore(opened: Opened, kind: str, note_id: str, typed: Mapping[str, str]) -> None:
    with suppress(*GONE):
        facilitating().save_note(opened.token, opened.id, note_id, kind, typed, 0)
    st.session_state.pop(_REMOVED, None)
    st.session_state.pop(f"left:{note_id}", None)
    style.focus_on(f"card-{_KEY}{note_id}")


def _on_one_line(typed: Mapping[str, str]) -> str:
    return " · ".join(filter(None, (" ".join(value.split()) for value in typed.values())))


def _seen(opened: Opened, kind: str) -> list[str]:
    """The cards that were drawn in this window the last time."""
    found: list[str] = st.session_state.get(f"seen-{kind}-{opened.id}", [])
    return found


def _remember(opened: Opened, kind: str, note_ids: list[str]) -> None:
    st.session_state[f"seen-{kind}-{opened.id}"] = note_ids

"""Keeps what a person types: every field is saved by itself, as soon as it leaves the browser.

A field remembers the version and the value it was shown with. Whenever its widget holds something
else, that is saved with that version, both when Streamlit reports the change and, should that report
have died with a frozen server, when the field is drawn again. What cannot be kept stays in the widget
with a message. What somebody else changed meanwhile is put beside what was typed here, to choose from;
where nothing was typed here, it is shown: at once in place of a choice, on request in place of a text,
because somebody may be in the middle of a word.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from content.loader import texts
from dossier.use_cases import Invalid, Saved
from stappenplan.fields import Form, ItemField
from stappenplan.text import clean
from ui import style
from ui.access import GONE
from ui.components import values
from ui.components.page import FieldError

# What is typed letter by letter, and so can be half done when a screen is drawn.
_TYPED = frozenset({Form.SHORT, Form.LONG, Form.DECIMAL, Form.DATE, Form.YEAR})


@dataclass(frozen=True)
class Subject:
    """A thing whose fields are saved: an item, an answer, or the details of a dossier.

    ``values`` is what is stored now, in the form of JSON; ``version`` counts its saves (0: not yet
    there); ``save`` takes changes and the version the screen was opened with.
    """

    key: str
    values: Mapping[str, Any]
    version: int
    save: Callable[[Mapping[str, Any], int], Saved]


@dataclass(frozen=True)
class Problem:
    """What was typed and cannot be kept, where, and a message that says how to put it right."""

    place: str
    raw: str
    message: str


@dataclass(frozen=True)
class Choosing:
    """Two versions of one field, of which a person chooses one."""

    mine: Any
    theirs: Any
    version: int


def widget_key(subject: Subject, field: ItemField) -> str:
    """The key of the widget, and in the browser the class, of a field."""
    return f"{subject.key}-{field.name}".replace(".", "_").replace(":", "-")


def begin(place: str) -> tuple[FieldError, ...]:
    """Starts a screen at ``place``; what is still wrong there, for the error summary."""
    st.session_state["place"] = place
    st.session_state["stored"] = {}
    _take_back(style.typed_over())
    return tuple(
        FieldError(key.removeprefix("problem:"), problem.message)
        for key, problem in st.session_state.items()
        if isinstance(key, str) and isinstance(problem, Problem) and problem.place == place
    )


def _take_back(typed_over: Mapping[str, style.TypedOver]) -> None:
    """Lets the drafts that the browser has for these fields be saved as typed over older versions.

    What a field shows until then is what it was shown with, and is not saved. What was sent of a draft
    before may have been kept without this session knowing: that is nobody else's text.
    """
    for key, draft in typed_over.items():
        if base := st.session_state.get(f"base:{key}"):
            st.session_state[f"base:{key}"] = (draft.get("version", base[0]), base[1])
            st.session_state[f"own:{key}"] = draft["own"]


def finish() -> None:
    """Ends a screen: tells the browser which drafts are stored, and over which versions people type."""
    stored = st.session_state["stored"]
    style.stored(stored, {key: st.session_state[f"base:{key}"][0] for key in stored})


def problem_of(key: str) -> Problem | None:
    """What is wrong with the field of this widget, or None."""
    found = st.session_state.get(f"problem:{key}")
    return found if isinstance(found, Problem) else None


def choosing(key: str) -> Choosing | None:
    """The two versions to choose from, or None."""
    found = st.session_state.get(f"choosing:{key}")
    return found if isinstance(found, Choosing) else None


def prepare(subject: Subject, field: ItemField) -> str:
    """Makes the widget of a field ready to be drawn, saves what is not stored yet, and gives its key."""
    key = widget_key(subject, field)
    if key in st.session_state:
        sync(subject, field)
        _agree_with_oneself(subject, field)
        if field.form not in _TYPED:
            catch_up(subject, field)
    else:
        if not _is_pending(key):
            st.session_state[f"base:{key}"] = (subject.version, subject.values[field.name])
        st.session_state[key] = _pending(field, key, values.to_widget(field, subject.values[field.name]))
    stored = values.to_widget(field, _kept(subject, field)[1])
    if isinstance(stored, str):
        st.session_state["stored"][key] = stored
    return key


def _is_pending(key: str) -> bool:
    """Whether something was typed over an older version and is not kept yet."""
    return bool(problem_of(key) or choosing(key))


def _pending(field: ItemField, key: str, stored: Any) -> Any:
    """What the widget of a field begins with: what could not be kept before, else what is stored."""
    problem, choice = problem_of(key), choosing(key)
    if choice:
        return values.to_widget(field, choice.mine)
    return problem.raw if problem else stored


def sync(subject: Subject, field: ItemField) -> None:
    """Saves the field if its widget holds something else than it was shown with."""
    key = widget_key(subject, field)
    if key not in st.session_state:
        return
    raw = st.session_state[key]
    if isinstance(raw, str) and (cleaned := clean(raw)).replaced:
        raw = st.session_state[key] = cleaned.text
        st.session_state[f"replaced:{key}"] = cleaned.replaced
    version, shown = st.session_state[f"base:{key}"]
    try:
        value = values.from_widget(field, raw)
        choice = choosing(key)
        if choice:  # what is typed from now on is part of the own version
            st.session_state[f"choosing:{key}"] = replace(choice, mine=value)
        elif value != shown:
            _save(subject, field, value, version)
        st.session_state.pop(f"problem:{key}", None)
    except values.Unreadable as error:
        _refuse(key, raw, error.message)
    except Invalid as error:
        _refuse(key, raw, values.explain(field, raw, error.fields.get(field.name, "")))
    except GONE:
        return  # the typed text stays in its widget


def _save(subject: Subject, field: ItemField, value: Any, version: int) -> None:
    key = widget_key(subject, field)
    saved = subject.save({field.name: value}, version)
    conflict = next((c for c in saved.conflicts if c.field == field.name), None)
    if conflict:
        st.session_state[f"choosing:{key}"] = Choosing(conflict.mine, conflict.theirs, saved.version)
        return
    st.session_state[f"base:{key}"] = (saved.version, saved.values[field.name])
    st.session_state.pop(f"own:{key}", None)  # from here on the versions are known
    if version < subject.version and saved.values[field.name] != value:
        # Typed back to what it was, which is no change: what somebody else made of it holds.
        st.session_state[key] = values.to_widget(field, saved.values[field.name])


def _refuse(key: str, raw: Any, message: str) -> None:
    st.session_state[f"problem:{key}"] = Problem(st.session_state.get("place", ""), str(raw), message)


def _agree_with_oneself(subject: Subject, field: ItemField) -> None:
    """Keeps what was typed on, where the other of two versions is what was sent from the same tab before."""
    key = widget_key(subject, field)
    choice = choosing(key)
    if choice and any(_reads_as(field, own, choice.theirs) for own in st.session_state.get(f"own:{key}", ())):
        choose(subject, field, mine=True)


def _reads_as(field: ItemField, raw: str, value: Any) -> bool:
    try:
        return bool(values.from_widget(field, raw) == value)
    except values.Unreadable:
        return False


def choose(subject: Subject, field: ItemField, *, mine: bool) -> None:
    """Settles a field on which two people differ."""
    key = widget_key(subject, field)
    choice = choosing(key)
    if choice is None:
        return
    del st.session_state[f"choosing:{key}"]
    st.session_state[f"base:{key}"] = (choice.version, choice.theirs)
    st.session_state[key] = values.to_widget(field, choice.mine if mine else choice.theirs)
    sync(subject, field)


def put(subject: Subject, field: ItemField, value: Any) -> None:
    """Fills a field from elsewhere, for example with a suggestion, and saves it."""
    key = widget_key(subject, field)
    st.session_state[key] = values.to_widget(field, value)
    sync(subject, field)


def outdated(subject: Subject, field: ItemField) -> bool:
    """Whether somebody else changed the field since it was shown, while nothing was changed here."""
    key = widget_key(subject, field)
    version, shown = st.session_state.get(f"base:{key}", (subject.version, None))
    if version >= subject.version or shown == subject.values[field.name]:
        return False
    return not _is_pending(key)


def catch_up(subject: Subject, field: ItemField) -> None:
    """Shows what somebody else made of a field, if nothing was changed here."""
    key = widget_key(subject, field)
    if outdated(subject, field):
        st.session_state[f"base:{key}"] = (subject.version, subject.values[field.name])
        st.session_state[key] = values.to_widget(field, subject.values[field.name])


def _kept(subject: Subject, field: ItemField) -> tuple[int, Any]:
    """The version and the value of a field that are kept now."""
    version, value = st.session_state[f"base:{widget_key(subject, field)}"]
    if version > subject.version > 0:  # it was saved after the dossier was read for this run
        return version, value
    return subject.version, subject.values[field.name]


def is_stored(subject: Subject, field: ItemField) -> bool:
    """Whether the database holds what was filled in here; somebody else may have changed it since."""
    key = widget_key(subject, field)
    if key not in st.session_state or _is_pending(key):
        return False
    if outdated(subject, field):
        return True
    version, kept = _kept(subject, field)
    return bool(version) and values.from_widget(field, st.session_state[key]) == kept


def replaced(key: str) -> str | None:
    """A message, once, when characters that cannot be kept were replaced in this field."""
    count = st.session_state.pop(f"replaced:{key}", 0)
    return texts("invullen")("replaced", n=count) if count else None


def is_gone(subject: Subject, fields: Iterable[ItemField]) -> bool:
    """Whether somebody removed the thing while it was open here."""
    bases = (st.session_state.get(f"base:{widget_key(subject, field)}") for field in fields)
    return not subject.version and any(base[0] for base in bases if base)


def has_problem(subject: Subject, fields: Iterable[ItemField]) -> bool:
    """Whether any of these fields still has something wrong or to choose."""
    return any(_is_pending(widget_key(subject, field)) for field in fields)

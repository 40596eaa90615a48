"""One statement of the typetest: its two answers as cards, a note, and that they are kept.

An answer is a subject of `editing` like any other: saved as soon as it leaves the browser, with the
version its screen was opened with.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from content import schema
from content.loader import texts, typetest
from dossier.model import GivenAnswer
from dossier.use_cases import Saved
from stappenplan.fields import Form, ItemField
from stappenplan.text import LONG
from typetest.model import QUESTIONS, Choice, Perspective
from ui.access import Access
from ui.components import editing, fields
from ui.components.editing import Subject
from ui.components.literal import literal
from ui.wiring import use_cases

CHOICE = ItemField("choice", Form.CHOICE, choices=tuple(Choice))
NOTE = ItemField("note", Form.LONG, limit=LONG)


def perspective_in_address() -> Perspective | None:
    """The perspective the address names, or None."""
    wanted = st.query_params.get("perspectief", "")
    return Perspective(wanted) if wanted in tuple(Perspective) else None


def given(access: Access, perspective: Perspective, number: int) -> GivenAnswer:
    """What is kept of one statement; an open answer when nothing was ever saved."""
    return access.dossier.answers.get(perspective, {}).get(number, GivenAnswer())


def open_questions(access: Access, perspective: Perspective) -> tuple[int, ...]:
    """The statements that are not answered yet."""
    answered = access.dossier.choices(perspective)
    return tuple(number for number in QUESTIONS if number not in answered)


def question_of(number: int) -> schema.Question:
    """The words of a statement."""
    return typetest().questions[number - 1]


def option_text(question: schema.Question, choice: str) -> str:
    """An answer as it is shown everywhere, with its letter; without a choice: that it is still open."""
    text = texts("vraag")
    if not choice:
        return text("open")
    option = question.a if choice == Choice.A else question.b
    return text("option", letter=str(choice), text=literal(option.text))


def subject_of(access: Access, perspective: Perspective, number: int) -> Subject:
    """The answer to one statement as something to edit; in a field, an open choice is an empty text."""
    kept = given(access, perspective, number)

    def save(changes: Mapping[str, Any], version: int) -> Saved:
        fit = {name: value or None if name == CHOICE.name else value for name, value in changes.items()}
        saved = use_cases().answer(access.token, perspective, number, fit, version)
        return replace(saved, values={**saved.values, "choice": saved.values["choice"] or ""})

    held = {"choice": kept.choice or "", "note": kept.note}
    return Subject(f"answer-{perspective}-{number}", held, kept.version, save)


def draw_choice(subject: Subject, question: schema.Question, label: str = "") -> None:
    """Both answers as cards, none chosen beforehand. ``label`` is shown; without it the stem is only told."""
    key = editing.prepare(subject, CHOICE)
    if st.session_state[key] == "":
        st.session_state[key] = None  # for Streamlit: no card is chosen
    st.radio(
        literal(label or question.stem),
        CHOICE.choices,
        index=None,
        key=key,
        format_func=lambda choice: option_text(question, choice),
        label_visibility="visible" if label else "collapsed",
        on_change=editing.sync,
        args=(subject, CHOICE),
    )
    heading = texts("vraag")("conflict")
    fields.choice_of_two(subject, CHOICE, heading, lambda choice: option_text(question, choice))


def draw_note(subject: Subject) -> None:
    """A place to say why, behind one press while it is empty."""
    text, key = texts("vraag"), f"why-{subject.key}"
    two_versions = editing.choosing(editing.widget_key(subject, NOTE))
    filled = bool(subject.values["note"] or two_versions)
    # It also opens when a reload has just put back what was typed: nobody may think that it is lost.
    if key not in st.session_state or (filled and not st.session_state.get(f"filled:{key}")):
        st.session_state[key] = st.session_state[f"filled:{key}"] = filled
    with st.expander(text("why"), key=key, on_change="rerun"):
        words = schema.FieldText(label=text("why_label"), help=text("why_help"))
        fields.draw(subject, NOTE, words)


def draw_clear(subject: Subject) -> None:
    """A way to take a given answer back."""
    if subject.values["choice"]:
        st.button(
            texts("vraag")("clear"),
            key=f"clear-{subject.key}",
            type="tertiary",
            on_click=editing.put,
            args=(subject, CHOICE, ""),
        )


def draw_saved(subject: Subject, *shown: ItemField) -> None:
    """Says, as read from the database, whether what these fields show is kept."""
    fields.draw_saved(subject, shown)


def show(access: Access, perspective: Perspective, number: int) -> None:
    """Both answers, the one that was given and the note, as text."""
    text, question, kept = texts("vraag"), question_of(number), given(access, perspective, number)
    for choice in CHOICE.choices:
        st.markdown(option_text(question, choice))
    st.markdown(f"**{text('chosen', choice=kept.choice or text('open'))}**")
    if kept.note:
        st.markdown(text("note", note=literal(kept.note)))

"""A paper form typed over as fourteen letters, kept at once.

The id of the form stands in the address: a double press keeps one form, and a reload brings back what was
typed.
"""

import secrets
from collections.abc import Mapping

import streamlit as st

from content.loader import texts, typetest
from typetest.model import QUESTIONS, Answers, Perspective
from typetest.paper import Letters, read_letters
from ui import style
from ui.components.literal import literal
from ui.components.page import FieldError, field_error
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating

FORM, GROUP = "formulier", "groep"
_TRIED = "paper-tried"


def errors(opened: Opened) -> tuple[FieldError, ...]:
    """What is wrong with the form, once somebody has tried to keep it."""
    if st.session_state.get(_TRIED) != _form_id():
        return ()
    return _wrong(opened)


def draw(opened: Opened, wrong: tuple[FieldError, ...]) -> None:
    """A group, the letters of each perspective, and a button."""
    text, form_id = texts("werksessie"), _form_id()
    st.markdown(text("paper_text"))
    groups, key = opened.workshop.group_names, f"paper-{form_id}-group"
    asked = st.query_params.get(GROUP, "")
    if key not in st.session_state and asked in groups:
        st.session_state[key] = asked
    with st.container(key=f"field-{key}"):
        field_error(key, wrong)
        st.radio(
            text("paper_group"),
            list(groups),
            index=None,
            key=key,
            format_func=lambda group: literal(groups[group]),
            on_change=_remember,
            args=(key,),
        )
    for perspective in opened.workshop.setup.perspectives:
        _letters(opened, perspective, wrong)
    st.button(text("paper_keep"), key=f"keep-{form_id}", on_click=_keep, args=(opened, form_id))


def _letters(opened: Opened, perspective: Perspective, wrong: tuple[FieldError, ...]) -> None:
    text, key = texts("werksessie"), _key(perspective)
    name = literal(typetest().perspectives[perspective.value].name)
    label = (
        text("paper_letters", name=name) if len(opened.workshop.setup.perspectives) > 1 else text("paper_one")
    )
    with st.container(key=f"field-{key}", gap="xxsmall"):
        st.markdown(f"**{label}**")
        st.caption(text("paper_help"))
        field_error(key, wrong)
        st.text_input(label, key=key, label_visibility="collapsed")


def _form_id() -> str:
    if not st.query_params.get(FORM):
        st.query_params[FORM] = secrets.token_hex(8)
    return st.query_params[FORM]


def _key(perspective: Perspective) -> str:
    return f"paper-{_form_id()}-{perspective.value}"


def _remember(key: str) -> None:
    st.query_params[GROUP] = str(st.session_state[key] or "")


def _typed(opened: Opened) -> Mapping[Perspective, Letters]:
    """What was typed for each perspective; a field that is empty was not filled in on paper either."""
    raw = {p: str(st.session_state.get(_key(p), "")) for p in opened.workshop.setup.perspectives}
    return {p: read_letters(text) for p, text in raw.items() if text.strip()}


def _wrong(opened: Opened) -> tuple[FieldError, ...]:
    text, typed = texts("werksessie"), _typed(opened)
    group = f"paper-{_form_id()}-group"
    found = [] if st.session_state.get(group) else [FieldError(group, text("paper_no_group"))]
    if not typed:
        first = _key(opened.workshop.setup.perspectives[0])
        found.append(FieldError(first, text("paper_empty", most=len(QUESTIONS))))
    for perspective, letters in typed.items():
        found += [FieldError(_key(perspective), message) for message in _messages(letters)]
    return tuple(found)


def _messages(letters: Letters) -> list[str]:
    """What is wrong with what was typed, by position."""
    text = texts("werksessie")
    found = [text("paper_sign", position=wrong.position, sign=wrong.sign) for wrong in letters.wrong[:3]]
    if letters.length != len(QUESTIONS):
        found.append(text("paper_length", n=letters.length, most=len(QUESTIONS)))
    return found


def _keep(opened: Opened, form_id: str) -> None:
    """Keeps the form, and gives a fresh one."""
    if form_id != _form_id():
        return  # a double press
    if _wrong(opened):
        st.session_state[_TRIED] = form_id
        return
    answers: dict[Perspective, Answers] = {p: letters.answers for p, letters in _typed(opened).items()}
    forms = {form_id: (str(st.session_state[f"paper-{form_id}-group"]), answers)}
    if o.act(facilitating().add_forms, opened.token, opened.id, forms, said="form_kept"):
        st.query_params[FORM] = secrets.token_hex(8)
        style.focus_on(f"field-{_key(opened.workshop.setup.perspectives[0])}")

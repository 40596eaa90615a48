"""The form to start a session with. Its id is made beforehand, so that a double press starts one."""

from contextlib import suppress
from typing import Any

import streamlit as st

from content.loader import texts, typetest
from dossier.workshop import DEFAULT_SMALLEST
from typetest.model import Perspective
from typetest.publication import ROOM, evenly, likely_shown
from ui.access import GONE, Access
from ui.components.literal import literal
from ui.components.page import FieldError, field_error
from ui.components.workshop import setup
from ui.components.workshop.setup import BOTH, key_of
from ui.wiring import facilitating

PERSPECTIVE, PRACTICE = "perspectief", "oefening"
"""What is chosen and not typed stands in the address, so that a reload keeps it."""
_TRIED = "start-tried"


def errors(new_id: str) -> tuple[FieldError, ...]:
    """What is wrong, once somebody has tried to start."""
    if st.session_state.get(_TRIED) != new_id:
        return ()
    return setup.errors(new_id, setup.read(new_id))


def draw(access: Access, new_id: str, wrong: tuple[FieldError, ...]) -> None:
    """The fields and the button."""
    text = texts("werksessies")
    _prepare(new_id)
    _field(new_id, "title", wrong)
    st.radio(
        text("label_perspective"),
        [BOTH, *Perspective],
        key=key_of(new_id, "perspective"),
        format_func=lambda p: text("both") if p == BOTH else literal(typetest().perspectives[p].name),
        on_change=_remember,
        args=(new_id,),
    )
    _field(new_id, "people", wrong)
    with st.container(key=f"field-{key_of(new_id, 'groups')}", gap="xxsmall"):
        key = _head(new_id, "groups", wrong)
        st.text_area(text("label_groups"), key=key, height=190, label_visibility="collapsed")
    _field(new_id, "smallest", wrong)
    _expected(new_id)
    _field(new_id, "last_day", wrong)
    st.checkbox(text("label_practice"), key=key_of(new_id, "practice"), on_change=_remember, args=(new_id,))
    st.caption(text("hint_practice"))
    st.button(text("start"), key=f"start-{new_id}", type="primary", on_click=_start, args=(access, new_id))


def _prepare(new_id: str) -> None:
    """What the fields begin with."""
    asked = st.query_params.get(PERSPECTIVE, "")
    first = {
        "perspective": asked if asked in list(Perspective) else BOTH,
        "groups": setup.proposed_groups(None),
        "smallest": str(DEFAULT_SMALLEST),
        "practice": PRACTICE in st.query_params,
    }
    for field, value in first.items():
        st.session_state.setdefault(key_of(new_id, field), value)


def _head(new_id: str, field: str, wrong: tuple[FieldError, ...]) -> str:
    """The label, an explanation, and what is wrong; gives the key of the widget."""
    text, key = texts("werksessies"), key_of(new_id, field)
    st.markdown(f"**{text(f'label_{field}')}**")
    st.caption(text(f"hint_{field}"))
    field_error(key, wrong)
    return key


def _field(new_id: str, field: str, wrong: tuple[FieldError, ...]) -> None:
    key, text = key_of(new_id, field), texts("werksessies")
    with st.container(key=f"field-{key}", gap="xxsmall"):
        _head(new_id, field, wrong)
        change: dict[str, Any] = {"on_change": _propose, "args": (new_id,)} if field == "people" else {}
        st.text_input(text(f"label_{field}"), key=key, label_visibility="collapsed", **change)


def _propose(new_id: str) -> None:
    """Other groups, when the number of people asks for that and nobody has changed the proposed ones."""
    key, people = key_of(new_id, "groups"), setup.read(new_id).of("people")
    proposals = (setup.proposed_groups(None), setup.proposed_groups(setup.MANY))
    if str(st.session_state.get(key, "")).strip() in proposals:
        st.session_state[key] = setup.proposed_groups(people)


def _expected(new_id: str) -> None:
    """How many groups are likely to be shown, beforehand."""
    text, found = texts("werksessies"), setup.read(new_id)
    people, groups, smallest = found.of("people"), found.of("groups"), found.of("smallest")
    with st.container(key="note-expected"):
        if not (people and groups and smallest):
            st.markdown(text("expected_unknown"))
            return
        divided = evenly(people, list(groups))
        shown = likely_shown(divided, smallest)
        each = text("expected_each", n=max(divided.values()), groups=len(groups))
        key = "nothing" if ROOM not in shown else "room" if len(shown) == 1 else "some"
        if len(shown) == len(groups) + 1:
            key = "all"
        st.markdown(f"{each} {text(f'expected_{key}', shown=len(shown) - 1, smallest=smallest)}")


def _remember(new_id: str) -> None:
    chosen = st.session_state[key_of(new_id, "perspective")]
    st.query_params[PERSPECTIVE] = str(chosen)
    st.query_params.pop(PRACTICE, None)
    if st.session_state[key_of(new_id, "practice")]:
        st.query_params[PRACTICE] = "ja"


def _start(access: Access, new_id: str) -> None:
    """Starts the session when everything typed can be; else says what is wrong."""
    found = setup.read(new_id)
    st.session_state[_TRIED] = new_id
    if found.wrong:
        return
    with suppress(*GONE):  # the screen that is drawn next says so
        facilitating().start(access.token, new_id, setup.as_setup(new_id, found))

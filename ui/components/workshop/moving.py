"""The buttons that move a session on: reveal, compare, close. Each asks to be sure where that matters."""

from typing import Any

import streamlit as st

from content.loader import texts
from ui.access import GONE
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating

ENOUGH = 0.8
"""Which share of those who are there must be ready before a round ends without asking."""


def reveal(opened: Opened) -> None:
    """Ends the first round; asks to be sure when few are ready or there are too few people to show."""
    _ending(opened, "reveal")


def compare(opened: Opened) -> None:
    """Ends the second round, in the same way."""
    _ending(opened, "compare")


def _ending(opened: Opened, what: str) -> None:
    text, doubt = texts("werksessie"), st.session_state.get(f"doubt-{what}")
    if not doubt:
        st.button(text(what), key=what, type="primary", on_click=_end, args=(opened, what))
        return
    with st.container(key=f"warn-{what}"):
        st.markdown(doubt)
        with st.container(horizontal=True, key=f"sure-{what}"):
            sure: dict[str, Any] = {"args": (opened, what), "kwargs": {"sure": True}}
            st.button(text(f"{what}_sure"), key=f"{what}-sure", type="primary", on_click=_end, **sure)
            st.button(text("wait"), key=f"{what}-wait", on_click=_wait, args=(what,))


def _end(opened: Opened, what: str, *, sure: bool = False) -> None:
    st.session_state.pop(f"doubt-{what}", None)
    doubt = "" if sure else _doubt(opened, what)
    if doubt:
        st.session_state[f"doubt-{what}"] = doubt
        return
    commands = {"reveal": facilitating().reveal, "compare": facilitating().compare}
    o.move(opened, commands[what])


def _wait(what: str) -> None:
    st.session_state.pop(f"doubt-{what}", None)


def _doubt(opened: Opened, what: str) -> str:
    """Why somebody may want to wait, or ""."""
    text, setup = texts("werksessie"), opened.workshop.setup
    try:
        counted = facilitating().counted(opened.token, opened.id)
    except GONE:
        return ""
    joined, ready = sum(each.joined for each in counted), sum(each.ready for each in counted)
    said = []
    if what == "reveal" and joined < setup.smallest:
        said.append(text("doubt_few", n=joined, smallest=setup.smallest))
    if ready < ENOUGH * joined:
        said.append(text("doubt_ready", n=ready, joined=joined))
    return " ".join([*said, text(f"doubt_{what}")]) if said else ""


def close(opened: Opened) -> None:
    """Closing the session, with a tick to be sure."""
    text = texts("werksessie")
    with st.expander(text("close_heading"), key="close-box"):
        st.markdown(text("close_text"))
        if st.session_state.pop("close-unsure", False):
            st.error(text("close_unsure"))
        st.checkbox(text("close_sure"), key="close-sure")
        st.button(text("close"), key="close", on_click=_close, args=(opened,))


def _close(opened: Opened) -> None:
    if not st.session_state.get("close-sure"):
        st.session_state["close-unsure"] = True
        return
    o.move(opened, facilitating().close)

"""What follows when a session is closed: the report, the plan, and removing single answers."""

import streamlit as st

from content.loader import texts
from ui import navigation, screens
from ui.components import into_plan
from ui.components.document_choice import IN_ADDRESS
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.web.downloads import SESSION
from ui.wiring import facilitating

REPORT = "werksessie_verslag"
"""The document about sessions."""


def draw(opened: Opened) -> None:
    """What can be done with a closed session."""
    _onward(opened)
    _answers(opened)


def _onward(opened: Opened) -> None:
    """To the report, and into the plan."""
    text = texts("werksessie")
    st.header(text("after_heading"), anchor=False)
    chosen = {IN_ADDRESS: REPORT}
    if any(report.workshop.id == opened.id for report in opened.access.dossier.workshops):  # not of practice
        chosen[SESSION] = opened.id
    navigation.onward(screens.DOCUMENT, text("to_report"), opened.access, **chosen)
    into_plan.draw(opened.access, opened.workshop)


def _answers(opened: Opened) -> None:
    """Removing the single answers: the results stay."""
    text = texts("werksessie")
    st.header(text("answers_heading"), anchor=False)
    if not opened.workshop.ballots_kept:
        st.markdown(text("answers_gone"))
        return
    st.markdown(text("answers_text"))
    if not opened.edits:
        return
    if st.session_state.pop("forget-unsure", False):
        st.error(text("forget_unsure"))
    st.checkbox(text("forget_sure"), key="forget-sure")
    st.button(text("forget"), key="forget", on_click=_forget, args=(opened,))


def _forget(opened: Opened) -> None:
    if not st.session_state.get("forget-sure"):
        st.session_state["forget-unsure"] = True
        return
    o.act(facilitating().forget_ballots, opened.token, opened.id, said="forgotten")

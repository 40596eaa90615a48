"""Choosing a document, and what stands in it."""

from collections.abc import Mapping

import streamlit as st

from content.loader import texts
from documents.catalogue import Document, documents
from documents.partners import partners
from documents.render import Options
from documents.session_names import names as session_names
from dossier.model import Dossier
from ui.components.fields import FEW
from ui.components.literal import literal
from ui.web.downloads import SESSION

PLAN = "plan_van_aanpak"
IN_ADDRESS = "document"


def document_name() -> str:
    """The document that is chosen; the address holds it, so that it stays so."""
    text, known = texts("document"), documents()
    asked = st.query_params.get(IN_ADDRESS, "")
    names = list(known)
    if "document" not in st.session_state:
        st.session_state["document"] = asked if asked in known else PLAN
    st.header(text("choose_heading"), anchor=False)
    chosen = st.radio(
        text("choose_label"),
        names,
        format_func=lambda name: literal(known[name].title),
        key="document",
        label_visibility="collapsed",
    )
    st.query_params[IN_ADDRESS] = chosen
    st.markdown(literal(known[chosen].description))
    return chosen


def options(dossier: Dossier, described: Document) -> Options:
    """What is chosen about the document; only what makes sense for it is asked."""
    text = texts("document")
    with st.container(key="document-options"):
        st.header(text("options_heading"), anchor=False)
        frame = described.frame and st.checkbox(text("option_frame"), key="option-frame")
        guidance = described.guidance and st.checkbox(text("option_guidance"), key="option-guidance")
        without_empty = (
            described.empty
            and not frame
            and st.checkbox(text("option_without_empty"), key="option-without-empty")
        )
        partner = _partner(dossier) if described.per_partner else ""
        session = _session(dossier) if described.per_session else ""
        asks = described.per_partner or (described.per_session and len(dossier.workshops) > 1)
        if not (described.frame or described.guidance or described.empty or asks):
            st.markdown(text("options_none"))
    return Options(guidance=guidance, empty=not without_empty, frame=frame, partner=partner, session=session)


def _partner(dossier: Dossier) -> str:
    """The partner the document is about, "" for all of them."""
    text, names = texts("document"), partners(dossier)
    if not names:
        return ""
    choices = {"": text("all_partners"), **{name: name for name in names}}
    return _one_of(text("option_partner"), choices, "option-partner")


def _session(dossier: Dossier) -> str:
    """The id of the session the document is about, "" for all of them.

    The address holds it, so that a link leads to it and it stays so. One that is not there any more is told.
    """
    text, names = texts("document"), session_names(dossier.workshops)
    asked = st.query_params.get(SESSION, "")
    if asked and asked not in names:
        st.info(text("session_gone"))
    chosen = asked if asked in names else ""
    if len(names) > 1:
        choices = {"": text("all_sessions"), **names}
        chosen = _one_of(text("option_session"), choices, "option-session", at_first=chosen)
    if chosen:
        st.query_params[SESSION] = chosen
    else:
        st.query_params.pop(SESSION, None)
    return chosen


def _one_of(label: str, choices: Mapping[str, str], key: str, at_first: str = "") -> str:
    """One of ``choices``, by what it is called; ``at_first`` until one that is still there is chosen."""
    if st.session_state.get(key) not in choices:
        st.session_state[key] = at_first
    if len(choices) - 1 <= FEW:
        return st.radio(label, list(choices), format_func=lambda c: literal(choices[c]), key=key)
    return st.selectbox(label, list(choices), format_func=choices.__getitem__, key=key, filter_mode=None)

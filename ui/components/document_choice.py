"""Choosing a document, and what stands in it."""

import streamlit as st

from content.loader import texts
from documents.catalogue import Document, documents
from documents.partners import partners
from documents.render import Options
from dossier.model import Dossier
from ui.components.fields import FEW
from ui.components.literal import literal

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
        if not (described.frame or described.guidance or described.empty or described.per_partner):
            st.markdown(text("options_none"))
    return Options(guidance=guidance, empty=not without_empty, frame=frame, partner=partner)


def _partner(dossier: Dossier) -> str:
    """The partner the document is about, "" for all of them."""
    text, names = texts("document"), partners(dossier)
    if not names:
        return ""
    choices = {"": text("all_partners"), **{name: name for name in names}}
    if len(names) <= FEW:
        return st.radio(
            text("option_partner"),
            list(choices),
            format_func=lambda name: literal(choices[name]),
            key="option-partner",
        )
    return st.selectbox(
        text("option_partner"),
        list(choices),
        format_func=choices.__getitem__,
        key="option-partner",
        filter_mode=None,
    )

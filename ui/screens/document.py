"""The documents: choose one, see it as it will be with its gaps marked, and download it."""

from functools import partial

import streamlit as st

from content.loader import texts
from documents.catalogue import TooMuch, document
from documents.render import preview
from ui import navigation, screens, style
from ui.components import document_choice, document_files
from ui.components.page import frame
from ui.components.plan_parts import parts
from ui.wiring import use_cases


def screen() -> None:
    """Draws the screen."""
    text, access = texts("document"), navigation.require()
    frame(
        text("title"),
        links=navigation.links(screens.DOCUMENT, access),
        kicker=navigation.name_of(access.dossier),
        focus=f"document-{access.dossier.id}",
    )
    document_files.notice()
    st.markdown(text("intro"))
    name = document_choice.document_name()
    options = document_choice.options(access.dossier, document(name))
    today = document_files.today()
    house = use_cases().house_style(access.token)
    document_files.draw(access, name, options, today, house)
    navigation.link(screens.HOUSE_STYLE, text("to_house_style"), access)
    if name == document_choice.PLAN:
        parts(access)
    st.header(text("preview_heading"), anchor=False)
    try:
        found = preview(access.dossier, name, today, partial(navigation.address, access), options, house)
    except TooMuch:
        st.info(text("preview_too_much"))
    else:
        st.markdown(text("preview_intro" if document(name).empty else "preview_intro_plain"))
        with st.container(border=True, key="paper"):
            st.html(found)
    style.stored({}, {})  # nothing is typed here


screen()

"""The words this website uses, and the words that changed since the handreiking."""

import streamlit as st

from content.loader import glossary, texts, then_now
from content.terms import alphabetical
from ui import access as doors
from ui import navigation, screens
from ui.components.literal import literal
from ui.components.page import frame


def screen() -> None:
    """Draws the list of words."""
    text = texts("begrippen")
    frame(text("title"), links=navigation.links(screens.GLOSSARY, doors.current()), focus="glossary")
    st.markdown(text("intro"))
    for term in alphabetical(glossary().terms):
        st.markdown(f"**{literal(term.term)}**  \n{literal(term.meaning)}")
    st.header(text("then_now"), anchor=False)
    st.markdown(text("then_now_intro"))
    rows = [
        {text("then"): literal(row.then), text("now"): literal(row.now), text("note"): literal(row.note)}
        for row in then_now().rows
    ]
    st.table(rows, hide_index=True, alt=text("then_now"))


screen()

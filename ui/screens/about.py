"""Where the texts come from, what is kept, which cookies there are, and how accessible it is."""

import streamlit as st

from content.loader import sources, texts
from ui import access as doors
from ui import navigation, screens
from ui.components.literal import literal
from ui.components.page import frame

SECTIONS = ("privacy", "cookies", "accessibility")


def screen() -> None:
    """Draws the page."""
    text = texts("over")
    frame(text("title"), links=navigation.links(screens.ABOUT, doors.current()), focus="about")
    st.markdown(text("intro"))
    st.header(text("sources"), anchor=False)
    st.markdown(literal(sources().wording))
    for document in sources().documents:
        title = f"**{literal(document.title)}** ({literal(document.by)}, {document.year})"
        st.markdown(f"{title}  \n{literal(document.used_for)}")
    for section in SECTIONS:
        st.header(text(section), anchor=False)
        st.markdown(text(f"{section}_text"))
    st.table(
        [
            {
                text("cookie"): text(f"cookie_{n}"),
                text("why"): text(f"cookie_{n}_why"),
                text("how_long"): text(f"cookie_{n}_time"),
            }
            for n in (1, 2, 3)
        ],
        hide_index=True,
        alt=text("cookies"),
    )


screen()

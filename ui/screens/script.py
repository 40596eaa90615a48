"""The script of a workshop, for who leads it: one topic at a time, and the way to it as a document."""

import streamlit as st

from content.loader import texts, workshop
from ui import access as doors
from ui import navigation, screens
from ui.components import terms, topic_links, workshop_script
from ui.components.document_choice import IN_ADDRESS
from ui.components.literal import literal
from ui.components.page import frame

DOCUMENT = "draaiboek"


def screen() -> None:
    """Draws the chosen topic."""
    text, access = texts("draaiboek"), doors.current()
    topic = topic_links.chosen(workshop_script.TOPICS)
    frame(text("title"), links=navigation.links(screens.SCRIPT, access), focus=f"script-{topic}")
    for line in workshop().introduction:
        st.markdown(literal(line))
    if access:
        navigation.link(screens.DOCUMENT, text("to_document"), access, **{IN_ADDRESS: DOCUMENT})
    topic_links.draw(screens.SCRIPT, "draaiboek", workshop_script.TOPICS, topic, access)
    st.header(text(f"topic_{topic}"), anchor=False)
    workshop_script.TOPICS[topic]()
    terms.explain((text("title"), *workshop().introduction))


screen()

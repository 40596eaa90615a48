"""The script of a workshop, for who leads it: one topic at a time, and the way to it as a document."""

import streamlit as st

from content.loader import texts, workshop
from ui import access as doors
from ui import navigation, screens
from ui.access import Access
from ui.components import terms, workshop_script
from ui.components.document_choice import IN_ADDRESS
from ui.components.literal import literal
from ui.components.page import frame

DOCUMENT = "draaiboek"


def choice_of_topic(current: str, access: Access | None) -> None:
    """The topics, as links, the current one in bold."""
    text = texts("draaiboek")
    with st.container(horizontal=True, key="sections"):
        for topic in workshop_script.TOPICS:
            label = text(f"topic_{topic}")
            label = f"**{label}**" if topic == current else label
            navigation.link(screens.SCRIPT, label, access, onderwerp=topic)


def screen() -> None:
    """Draws the chosen topic."""
    text, access = texts("draaiboek"), doors.current()
    asked = st.query_params.get("onderwerp", "")
    topic = asked if asked in workshop_script.TOPICS else next(iter(workshop_script.TOPICS))
    frame(text("title"), links=navigation.links(screens.SCRIPT, access), focus=f"script-{topic}")
    for line in workshop().introduction:
        st.markdown(literal(line))
    if access:
        navigation.link(screens.DOCUMENT, text("to_document"), access, **{IN_ADDRESS: DOCUMENT})
    choice_of_topic(topic, access)
    st.header(text(f"topic_{topic}"), anchor=False)
    workshop_script.TOPICS[topic]()
    terms.explain((text("title"), *workshop().introduction))


screen()

"""What the sources say, to look up: one topic at a time."""

import streamlit as st

from content.loader import texts
from ui import access as doors
from ui import navigation, screens
from ui.components import topic_links, topics
from ui.components.page import frame


def screen() -> None:
    """Draws the chosen topic."""
    text, access = texts("achtergrond"), doors.current()
    topic = topic_links.chosen(topics.TOPICS)
    frame(
        text("title"),
        links=navigation.links(screens.BACKGROUND, access),
        focus=f"background-{topic}",
        wide=True,
    )
    st.markdown(text("intro"))
    navigation.link(screens.SCRIPT, text("to_script"), access)
    topic_links.draw(screens.BACKGROUND, "achtergrond", topics.TOPICS, topic, access)
    st.header(text(f"topic_{topic}"), anchor=False)
    topics.TOPICS[topic]()


screen()

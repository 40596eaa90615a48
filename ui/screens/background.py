"""What the sources say, to look up: one topic at a time."""

import streamlit as st

from content.loader import texts
from ui import access as doors
from ui import navigation, screens
from ui.access import Access
from ui.components import topics
from ui.components.page import frame


def choice_of_topic(current: str, access: Access | None) -> None:
    """The topics, as links, the current one in bold."""
    text = texts("achtergrond")
    with st.container(horizontal=True, key="sections"):
        for topic in topics.TOPICS:
            label = text(f"topic_{topic}")
            label = f"**{label}**" if topic == current else label
            navigation.link(screens.BACKGROUND, label, access, onderwerp=topic)


def screen() -> None:
    """Draws the chosen topic."""
    text, access = texts("achtergrond"), doors.current()
    asked = st.query_params.get("onderwerp", "")
    topic = asked if asked in topics.TOPICS else next(iter(topics.TOPICS))
    frame(
        text("title"),
        links=navigation.links(screens.BACKGROUND, access),
        focus=f"background-{topic}",
        wide=True,
    )
    st.markdown(text("intro"))
    navigation.link(screens.SCRIPT, text("to_script"), access)
    choice_of_topic(topic, access)
    st.header(text(f"topic_{topic}"), anchor=False)
    topics.TOPICS[topic]()


screen()

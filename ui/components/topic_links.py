"""A screen that shows one topic at a time: which one the address names, and the links to all of them."""

from collections.abc import Mapping

import streamlit as st

from content.loader import texts
from ui import navigation
from ui.access import Access
from ui.screens import Screen


def chosen(topics: Mapping[str, object]) -> str:
    """The topic in the address; the first when it names none."""
    asked = st.query_params.get("onderwerp", "")
    return asked if asked in topics else next(iter(topics))


def draw(
    screen: Screen, words: str, topics: Mapping[str, object], current: str, access: Access | None
) -> None:
    """The topics, as links, the current one in bold; ``words`` names the texts that hold their labels."""
    text = texts(words)
    with st.container(horizontal=True, key="sections"):
        for topic in topics:
            label = text(f"topic_{topic}")
            navigation.link(screen, f"**{label}**" if topic == current else label, access, onderwerp=topic)

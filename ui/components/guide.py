"""What the sources say of a step as a whole."""

from collections.abc import Iterator

import streamlit as st

from content import schema
from content.loader import texts
from ui import navigation, screens
from ui.access import Access
from ui.components import hints
from ui.components.lists import bullets
from ui.components.literal import literal

COLLEAGUES = 2
"""The step in which colleagues are asked what they think: with the typetest by link, for example."""


def draw(access: Access, step: schema.Step) -> None:
    """Why this step, whom to involve, what to look out for."""
    text = texts("stap")
    st.markdown(literal(" ".join(step.why)))
    hints.draw(access, step)
    if step.number == COLLEAGUES:
        st.markdown(text("colleagues"))
        navigation.link(screens.WORKSHOPS, text("to_colleagues"), access)
    with st.expander(text("involve")):
        bullets(step.involve)
    with st.expander(text("guidance")):
        for entry in step.guidance:
            st.markdown(f"**{literal(entry.title)}** {literal(entry.text)}")
            st.caption(text("source", source=literal(entry.source)))


def shown_texts(step: schema.Step, section: schema.Section) -> Iterator[str]:
    """The texts of ours on the screen of a section, to find the words to explain."""
    yield from (*step.why, *step.involve, section.title, section.intro or "")
    for prompt in section.prompts:
        yield from (prompt.ask, prompt.help or "")
    for entry in step.guidance:
        yield from (entry.title, entry.text)

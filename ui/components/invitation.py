"""What somebody reads and chooses before joining a session."""

import streamlit as st

from content.loader import texts
from content.loader import workshop as script
from content.phrases import listed
from dossier.workshop import Workshop
from stappenplan.dutch import day
from ui.components.lists import bullets
from ui.components.literal import literal
from ui.components.page import FieldError, field_error

GROUP = "join-group"


def title_of(workshop: Workshop) -> str:
    """What a session is called, or that it is one."""
    return workshop.setup.title or texts("meedoen")("untitled")


def draw(workshop: Workshop) -> None:
    """What the session is, and what happens with the answers."""
    text, setup = texts("meedoen"), workshop.setup
    st.header(literal(title_of(workshop)), anchor=False)
    subjects = listed(text(f"subject_{p}") for p in setup.perspectives)
    st.markdown(text("asked_one" if len(setup.perspectives) == 1 else "asked_two", subjects=subjects))
    if setup.practice:
        st.info(text("practice"))
    if setup.closes_on:
        st.markdown(text("closes", day=day(setup.closes_on)))


def draw_privacy(workshop: Workshop) -> None:
    """Who sees what, how long it is kept, and who is responsible."""
    text = texts("meedoen")
    with st.container(key="note-privacy"):
        st.subheader(text("privacy"), anchor=False)
        bullets(
            (
                text("privacy_hidden"),
                *script().privacy_for(workshop.setup.smallest),
                text("privacy_cookie"),
                text("privacy_who"),
            )
        )


def draw_groups(workshop: Workshop, errors: tuple[FieldError, ...]) -> None:
    """The groups as cards; where there is one, there is nothing to choose."""
    names = workshop.group_names
    if len(names) == 1:
        return
    field_error(GROUP, errors)
    st.radio(
        texts("meedoen")("group"),
        list(names),
        index=None,
        key=GROUP,
        format_func=lambda key: literal(names[key]),
    )


def group_of(workshop: Workshop) -> str:
    """The key of the group that was chosen, or ""."""
    names = list(workshop.group_names)
    return names[0] if len(names) == 1 else st.session_state.get(GROUP) or ""

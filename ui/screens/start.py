"""The first screen: what this is, and the ways in."""

from datetime import UTC, datetime

import streamlit as st

from content.loader import examples, texts
from dossier.json_format import from_json
from ui import access as doors
from ui import navigation, screens
from ui.components.literal import literal
from ui.components.page import frame
from ui.wiring import use_cases


def enter_example(name: str) -> None:
    """Makes a dossier of one's own out of a worked example; the browser then opens its link."""
    if doors.way_in():
        return
    source = from_json(examples()[name], "example", datetime.now(UTC))
    doors.enter(use_cases().create_from(source))


def screen() -> None:
    """Draws the start screen."""
    text, access = texts("start"), doors.current()
    frame(
        text("title"),
        links=navigation.links(screens.START, access),
        focus="start",
        go=doors.way_in(),
    )
    message = navigation.notice(st.query_params.to_dict())
    if message:
        st.warning(message)
    st.markdown(text("intro"))
    if access:
        with st.container(border=True, key="card-current"):
            st.markdown(text("current", name=literal(navigation.name_of(access.dossier))))
            navigation.link(screens.OVERVIEW, text("to_current"), access)
    with st.container(horizontal=True, vertical_alignment="center", key="ways"):
        navigation.onward(screens.NEW, text("new"))
        navigation.link(screens.EXPLORE, text("explore"))
        navigation.link(screens.JOIN, text("workshop"))
    st.header(text("how_heading"), anchor=False)
    st.markdown("\n".join(f"{n}. {text(f'how_{n}')}" for n in (1, 2, 3, 4)))
    st.header(text("examples_heading"), anchor=False)
    st.markdown(text("examples_intro"))
    for name in examples():
        with st.container(border=True, key=f"card-{name}"):
            st.markdown(text(f"example_{name}"))
            st.button(text(f"open_{name}"), key=f"example-{name}", on_click=enter_example, args=(name,))
    st.header(text("link_heading"), anchor=False)
    st.markdown(text("link_text"))


screen()

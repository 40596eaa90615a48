"""The dossier itself: what it is called, who may come in by which link, a copy, and deleting it."""

from contextlib import suppress

import streamlit as st

from content.loader import texts
from dossier.json_format import to_json
from dossier.roles import Action
from ui import access as doors
from ui import navigation, screens
from ui.access import GONE, Access
from ui.components import details, editing, link_list
from ui.components.links import to_copy
from ui.components.page import frame
from ui.wiring import use_cases


def delete(access: Access) -> None:
    """Deletes the dossier for good, if the tick says so."""
    if not st.session_state.get("delete-sure"):
        st.session_state["delete-unsure"] = True
        return
    with suppress(*GONE):  # a double click: it is gone already
        doors.forget(traceless=use_cases().delete(access.token))


def leaving(access: Access) -> None:
    """A copy to keep, and deleting."""
    text = texts("delen")
    st.header(text("copy_heading"), anchor=False)
    st.markdown(text("copy_text"))
    st.download_button(
        text("download"),
        to_json(access.dossier).encode(),
        file_name=f"{text('copy_name')}-{access.dossier.id}.json",
        mime="application/json",
        on_click="ignore",
    )
    if not access.may(Action.DELETE):
        return
    st.header(text("delete_heading"), anchor=False)
    st.markdown(text("delete_text"))
    if st.session_state.pop("delete-unsure", False):
        st.error(text("delete_unsure"))
    st.checkbox(text("delete_sure"), key="delete-sure")
    st.button(text("delete"), key="delete", on_click=delete, args=(access,))


def screen() -> None:
    """Draws the screen."""
    text, access = texts("delen"), doors.current()
    if access is None:
        navigation.go(screens.START, melding=doors.why_outside())
    place = f"{access.dossier.id}/sharing"
    frame(
        text("title"),
        links=navigation.links(screens.OVERVIEW, access),
        errors=editing.begin(place),
        kicker=navigation.name_of(access.dossier),
        focus=place,
        copy=to_copy(access, link_list.made_link(access)[1]),
    )
    navigation.link(screens.OVERVIEW, text("back"), access)
    if access.may(Action.EDIT):
        st.header(text("details_heading"), anchor=False)
        details.draw(access)
    if access.may(Action.SHARE):
        st.header(text("links_heading"), anchor=False)
        st.markdown(text("links_text"))
        link_list.draw(access)
    leaving(access)
    editing.finish()


screen()

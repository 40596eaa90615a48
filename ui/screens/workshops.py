"""The sessions of a dossier, and starting one."""

import secrets

import streamlit as st

from content.loader import texts
from dossier.roles import Action
from ui import navigation, screens
from ui.access import Access
from ui.components import editing
from ui.components.page import frame
from ui.components.workshop import list as sessions
from ui.components.workshop import opened, setup_form
from ui.wiring import facilitating

NEW = "nieuw"
"""The parameter with the id of a session that is to be started."""


def begin(new_id: str) -> None:
    """Opens the form for a new session."""
    st.query_params[NEW] = new_id


def listing(access: Access) -> None:
    """The sessions, and a way to start one."""
    text = texts("werksessies")
    opened.said()
    if st.query_params.get("melding") == "weg":
        st.warning(text("notice_gone"))
    st.markdown(text("intro") if access.may(Action.EDIT) else text("intro_reader"))
    if access.may(Action.EDIT):
        args = (secrets.token_hex(8),)
        st.button(text("begin"), key="begin", type="primary", on_click=begin, args=args)
    sessions.draw(access, facilitating().workshops(access.token))


def screen() -> None:
    """Draws the list, or with an id in the address the form."""
    text, access = texts("werksessies"), navigation.require()
    new_id = st.query_params.get(NEW, "") if access.may(Action.EDIT) else ""
    if new_id and new_id in {w.id for w in facilitating().workshops(access.token)}:
        navigation.go(screens.WORKSHOP, access, **{opened.IN_ADDRESS: new_id})
    place = f"{access.dossier.id}/workshops/{new_id}"
    wrong = setup_form.errors(new_id) if new_id else ()
    editing.begin(place)
    frame(
        text("title_new" if new_id else "title"),
        links=navigation.links(screens.OVERVIEW, access),
        errors=wrong,
        kicker=navigation.name_of(access.dossier),
        focus=place,
    )
    if new_id:
        navigation.link(screens.WORKSHOPS, text("back_to_list"), access)
        setup_form.draw(access, new_id, wrong)
    else:
        navigation.link(screens.OVERVIEW, text("back"), access)
        listing(access)
    editing.finish()


screen()

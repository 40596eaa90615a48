"""The dossier itself: what it is called, who may come in by which link, a copy, and deleting it."""

from contextlib import suppress

import streamlit as st

from content import schema
from content.loader import texts
from dossier.json_format import to_json
from dossier.model import Details, Link
from dossier.roles import Action, Role
from dossier.use_cases import LastLink
from stappenplan import dutch
from stappenplan.fields import fields_in
from ui import access as doors
from ui import navigation, screens
from ui.access import GONE, Access
from ui.components import editing, fields
from ui.components.editing import Subject
from ui.components.links import copyable, own, to_copy
from ui.components.page import frame
from ui.wiring import use_cases

DETAILS = fields_in(Details)


def details(access: Access) -> None:
    """What the dossier is called and which years it is about."""
    text, dossier = texts("nieuw"), access.dossier
    subject = Subject(
        "details",
        dossier.details.model_dump(mode="json"),
        dossier.details_version,
        lambda changes, version: use_cases().save_details(access.token, changes, version),
    )
    for field in DETAILS:
        fields.draw(subject, field, schema.FieldText(label=text(f"label_{field.name}")))
    fields.draw_saved(subject, DETAILS)


def make(access: Access, role: Role, known: int) -> None:
    """A new link; its secret is shown once, in this window. A double click still saw the ``known`` links."""
    with suppress(*GONE):
        if len(use_cases().links(access.token)) == known:
            token = use_cases().share(access.token, role)
            st.session_state[f"made:{access.dossier.id}"] = (role.value, token)


def made_link(access: Access) -> tuple[str, str]:
    """The role and secret of the link last made in this window, or two empty texts."""
    role, token = st.session_state.get(f"made:{access.dossier.id}", ("", ""))
    return role, token


def withdraw(access: Access, link: Link) -> None:
    """Makes a link stop working, unless nobody could edit any more."""
    try:
        with suppress(*GONE):
            use_cases().withdraw(access.token, link.id)
    except LastLink:
        st.session_state["last-link"] = True


def links(access: Access) -> None:
    """The link of this window, a newly made one, and every link there is."""
    text = texts("delen")
    own(access)
    role, token = made_link(access)
    if token:
        with st.container(key="note-made"):
            st.markdown(text("made"))
            copyable(text(f"new_{role}"), token, "made")
    found = use_cases().links(access.token)
    with st.container(horizontal=True, key="make-links"):
        for role in (Role.BEGELEIDER, Role.LEZER):
            label, args = text(f"make_{role.value}"), (access, role, len(found))
            st.button(label, key=f"make-{role.value}", on_click=make, args=args)
    if st.session_state.pop("last-link", False):
        st.error(text("last_link"))
    this = use_cases().own_link(access.token)
    for number, link in enumerate(found, start=1):
        with st.container(border=True, key=f"card-link-{link.id}"):
            one(access, link, number, mine=link.id == this)


def one(access: Access, link: Link, number: int, *, mine: bool) -> None:
    """One link: what it gives, since when, and a way to withdraw it."""
    text = texts("delen")
    st.markdown(text(f"link_{link.role.value}", n=number, day=dutch.day(link.created.date())))
    if link.withdrawn:
        st.caption(text("withdrawn", day=dutch.day(link.withdrawn.date())))
        return
    if mine:
        st.caption(text("this_one"))
    label, args = text("withdraw", n=number), (access, link)
    st.button(label, key=f"withdraw-{link.id}", on_click=withdraw, args=args)


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
        copy=to_copy(access, made_link(access)[1]),
    )
    navigation.link(screens.OVERVIEW, text("back"), access)
    if access.may(Action.EDIT):
        st.header(text("details_heading"), anchor=False)
        details(access)
    if access.may(Action.SHARE):
        st.header(text("links_heading"), anchor=False)
        st.markdown(text("links_text"))
        links(access)
    leaving(access)
    editing.finish()


screen()

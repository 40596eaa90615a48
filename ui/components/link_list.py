"""The secret links of a dossier: every one there is, a new one, and withdrawing."""

from contextlib import suppress

import streamlit as st

from content.loader import texts
from dossier.model import Link
from dossier.roles import Role
from dossier.use_cases import LastLink
from stappenplan import dutch
from ui.access import GONE, Access
from ui.components.links import copyable, own
from ui.wiring import use_cases


def made_link(access: Access) -> tuple[str, str]:
    """The role and secret of the link last made in this window, or two empty texts."""
    role, token = st.session_state.get(f"made:{access.dossier.id}", ("", ""))
    return role, token


def draw(access: Access) -> None:
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
            st.button(label, key=f"make-{role.value}", on_click=_make, args=args)
    if st.session_state.pop("last-link", False):
        st.error(text("last_link"))
    this = use_cases().own_link(access.token)
    for number, link in enumerate(found, start=1):
        with st.container(border=True, key=f"card-link-{link.id}"):
            _one(access, link, number, mine=link.id == this)


def _make(access: Access, role: Role, known: int) -> None:
    """A new link; its secret is shown once, in this window. A double click still saw the ``known`` links."""
    with suppress(*GONE):
        if len(use_cases().links(access.token)) == known:
            token = use_cases().share(access.token, role)
            st.session_state[f"made:{access.dossier.id}"] = (role.value, token)


def _one(access: Access, link: Link, number: int, *, mine: bool) -> None:
    """One link: what it gives, since when, and a way to withdraw it."""
    text = texts("delen")
    st.markdown(text(f"link_{link.role.value}", n=number, day=dutch.day(link.created.date())))
    if link.withdrawn:
        st.caption(text("withdrawn", day=dutch.day(link.withdrawn.date())))
        return
    if mine:
        st.caption(text("this_one"))
    label, args = text("withdraw", n=number), (access, link)
    st.button(label, key=f"withdraw-{link.id}", on_click=_withdraw, args=args)


def _withdraw(access: Access, link: Link) -> None:
    """Makes a link stop working, unless nobody could edit any more."""
    try:
        with suppress(*GONE):
            use_cases().withdraw(access.token, link.id)
    except LastLink:
        st.session_state["last-link"] = True

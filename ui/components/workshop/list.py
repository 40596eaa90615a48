"""The sessions of a dossier: what each is, and removing one."""

import streamlit as st

from content.loader import texts
from documents.session_names import name_of
from dossier.roles import Action
from dossier.workshop import Phase, Workshop
from stappenplan import dutch
from ui import navigation, screens
from ui.access import Access
from ui.components.literal import literal
from ui.components.workshop import opened
from ui.wiring import facilitating


def draw(access: Access, found: tuple[Workshop, ...]) -> None:
    """Every session, the newest first."""
    if not found:
        st.markdown(texts("werksessies")("empty"))
    for workshop in reversed(found):
        with st.container(border=True, key=f"card-workshop-{workshop.id}"):
            _one(access, workshop)


def _one(access: Access, workshop: Workshop) -> None:
    text = texts("werksessies")
    st.header(literal(name_of(workshop)), anchor=False)
    facts = [
        dutch.day(dutch.day_of(workshop.created)),
        text(f"phase_{workshop.phase.value}"),
        text("people", n=_people(access, workshop)),
    ]
    if workshop.setup.practice:
        facts.append(text("practice"))
    if workshop.setup.closes_on and workshop.phase is not Phase.CLOSED:
        facts.append(text("open_until", day=dutch.day(workshop.setup.closes_on)))
    st.markdown(" · ".join(facts))
    label = text("open", title=literal(name_of(workshop)))
    navigation.link(screens.WORKSHOP, label, access, **{opened.IN_ADDRESS: workshop.id})
    if access.may(Action.EDIT):
        with st.expander(text("remove_heading"), key=f"remove-box-{workshop.id}"):
            _removal(access, workshop)


def _people(access: Access, workshop: Workshop) -> int:
    """How many took part: those who are there, or of whom something was revealed."""
    if workshop.ballots_kept:
        return sum(counted.joined for counted in facilitating().counted(access.token, workshop.id))
    results = facilitating().report(access.token, workshop.id).results
    return max((result.publication.room.people for result in results), default=0)


def _removal(access: Access, workshop: Workshop) -> None:
    text = texts("werksessies")
    st.markdown(text("remove_text"))
    if st.session_state.pop(f"unsure-{workshop.id}", False):
        st.error(text("remove_unsure"))
    st.checkbox(text("remove_sure"), key=f"sure-{workshop.id}")
    label = text("remove", title=literal(name_of(workshop)))
    st.button(label, key=f"remove-{workshop.id}", on_click=_remove, args=(access, workshop.id))


def _remove(access: Access, workshop_id: str) -> None:
    """Removes a session for good, if the tick says so."""
    if not st.session_state.get(f"sure-{workshop_id}"):
        st.session_state[f"unsure-{workshop_id}"] = True
        return
    opened.act(facilitating().delete, access.token, workshop_id, said="removed")

"""The dossier: the typetest, the nine steps and the document, with how far each is."""

import streamlit as st

from content.loader import steps, texts
from dossier.roles import Action
from stappenplan.progress import Progress, next_up, per_step
from typetest.model import Perspective
from ui import navigation, screens
from ui.access import Access
from ui.components import edition, task_list
from ui.components.links import own, to_copy
from ui.components.literal import literal
from ui.components.page import frame


def where_you_were(access: Access, progress: tuple[Progress, ...]) -> None:
    """One link to go on with: the test if it was not begun, else the first step that is, or is not yet."""
    text = texts("overzicht")
    if not any(access.dossier.choices(p) for p in Perspective) and access.may(Action.ANSWER):
        navigation.onward(screens.CHECK, text("begin_test"), access)
        return
    missing = next_up(progress)
    if missing:
        title = steps().steps[missing.step - 1].title
        label = text("go_on", n=missing.step, title=literal(title))
        navigation.onward(screens.STEP, label, access, stap=str(missing.step), onderdeel=missing.section)


def around(access: Access) -> str:
    """The municipality and the years, without what the heading already says."""
    parts = (access.dossier.details.municipality, navigation.period_of(access.dossier))
    return " · ".join(p for p in parts if p and p != navigation.name_of(access.dossier))


def is_new(access: Access) -> bool:
    """Whether nothing was filled in yet: then the links are what matters most."""
    return not access.dossier.items and not any(access.dossier.choices(p) for p in Perspective)


def screen() -> None:
    """Draws the overview."""
    text, access = texts("overzicht"), navigation.require()
    frame(
        navigation.name_of(access.dossier),
        links=navigation.links(screens.OVERVIEW, access),
        kicker=around(access),
        focus=f"overview-{access.dossier.id}",
        copy=to_copy(access),
    )
    edition.tell(access)
    progress = per_step(steps(), access.dossier.items)
    st.markdown(text("intro") if access.may(Action.EDIT) else text("intro_reader"))
    where_you_were(access, progress)
    if access.may(Action.SHARE) and is_new(access):
        with st.container(key="note-links"):
            st.markdown(text("keep_links"))
            own(access)
    if access.may(Action.SHARE):
        navigation.link(screens.SHARING, text("to_sharing"), access)
    st.header(text("test_heading"), anchor=False)
    task_list.test_rows(access)
    navigation.link(screens.WORKSHOPS, text("to_workshops"), access)
    st.header(text("steps_heading"), anchor=False)
    st.markdown(text("steps_intro"))
    for step, found in zip(steps().steps, progress, strict=True):
        task_list.step_row(access, step, found)
    st.header(text("document_heading"), anchor=False)
    navigation.link(screens.DOCUMENT, text("to_document"), access)
    navigation.link(screens.HOUSE_STYLE, text("to_style"), access)


screen()

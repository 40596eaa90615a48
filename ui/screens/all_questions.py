"""All fourteen questions on one screen, for people who fill in together. Each answer is saved at once."""

from dataclasses import replace

import streamlit as st

from content.loader import texts, typetest
from dossier.roles import Action, NotAllowed
from dossier.use_cases import NotFound
from typetest.model import QUESTIONS, Perspective
from ui import navigation, screens
from ui.access import Access
from ui.components import editing, edition, statement
from ui.components.literal import literal
from ui.components.page import frame
from ui.wiring import use_cases


@st.fragment
def row(access: Access, perspective: Perspective, number: int, drawn: set[int]) -> None:
    """One question in a fragment of its own, so that an answer costs little.

    ``drawn`` holds the questions that this run of the screen has drawn: from then on the fragment runs
    by itself, and reads what is kept by itself.
    """
    if number in drawn:
        access = reread(access)
    drawn.add(number)
    question = statement.question_of(number)
    label = texts("vragen")("question", n=number, stem=question.stem)
    if access.may(Action.ANSWER):
        subject = statement.subject_of(access, perspective, number)
        statement.draw_choice(subject, question, label)
        statement.draw_saved(subject, statement.CHOICE)
    else:
        st.markdown(f"**{literal(label)}**")
        statement.show(access, perspective, number)


def reread(access: Access) -> Access:
    """The same access with the dossier as it is now; when the link no longer works, the whole screen runs."""
    try:
        return replace(access, dossier=use_cases().open(access.token))
    except (NotAllowed, NotFound):
        st.rerun()


def screen() -> None:
    """Draws the fourteen questions."""
    text, access = texts("vragen"), navigation.require()
    perspective = statement.perspective_in_address() or access.dossier.leading
    place = f"{access.dossier.id}/{perspective}/all"
    frame(
        text("title"),
        links=navigation.links(screens.CHECK, access),
        errors=editing.begin(place),
        focus=place,
        kicker=text(f"kicker_{perspective.value}"),
    )
    edition.tell(access)
    st.markdown(literal(typetest().instruction))
    st.markdown(text("intro"))
    drawn: set[int] = set()
    for number in QUESTIONS:
        row(access, perspective, number, drawn)
    with st.container(horizontal=True, vertical_alignment="center", key="onward"):
        if st.button(text("to_result"), key="to-result", type="primary"):
            navigation.go(screens.RESULT, access)
        navigation.link(screens.CHECK, text("to_check"), access, perspectief=perspective.value)
        navigation.link(screens.QUESTION, text("one_by_one"), access, perspectief=perspective.value)
    editing.finish()


screen()

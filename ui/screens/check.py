"""Where the typetest begins, and where the answers are checked before the result."""

import streamlit as st

from content.loader import texts, typetest
from dossier.roles import Action
from typetest.model import QUESTIONS, Perspective
from ui import navigation, screens
from ui.access import Access
from ui.components import answer_list, edition, statement
from ui.components.literal import literal
from ui.components.page import frame


def count(access: Access, perspective: Perspective) -> str:
    """How many questions are answered."""
    answered = len(access.dossier.choices(perspective))
    return texts("controle")("count", n=answered, total=len(QUESTIONS))


def beginning(access: Access) -> None:
    """What the test is, and the two perspectives to choose from."""
    text = texts("controle")
    for paragraph in typetest().introduction:
        st.markdown(literal(paragraph))
    st.header(text("choose"), anchor=False)
    for perspective in Perspective:
        words = typetest().perspectives[perspective.value]
        with st.container(key=f"card-{perspective}"):
            st.markdown(f"**{literal(words.name)}**  \n{literal(words.description)}")
            st.caption(count(access, perspective))
            begun = bool(access.dossier.choices(perspective))
            target = screens.CHECK if begun or not access.may(Action.ANSWER) else screens.QUESTION
            label = text(f"{'begin' if target is screens.QUESTION else 'check'}_{perspective}")
            navigation.link(target, label, access, perspectief=perspective.value)
    st.header(text("together_heading"), anchor=False)
    st.markdown(text("together"))
    navigation.link(screens.WORKSHOPS, text("to_workshops"), access)


def ways_to_answer(access: Access, perspective: Perspective, still_open: tuple[int, ...]) -> None:
    """On with the first question that is open, or with all of them on one screen."""
    text = texts("controle")
    if not access.may(Action.ANSWER):
        st.markdown(text("reader"))
        return
    with st.container(horizontal=True, vertical_alignment="center", key="ways"):
        if still_open:
            first = still_open[0]
            label = text("begin") if len(still_open) == len(QUESTIONS) else text("go_on", n=first)
            if st.button(label, key="go-on", type="primary"):
                navigation.go(screens.QUESTION, access, perspectief=perspective.value, vraag=str(first))
        navigation.link(screens.ALL_QUESTIONS, text("all_at_once"), access, perspectief=perspective.value)


def checking(access: Access, perspective: Perspective) -> None:
    """One perspective: how far it is, the answers, and on to the result."""
    text, still_open = texts("controle"), statement.open_questions(access, perspective)
    answer_list.switch(access, perspective)
    st.markdown(literal(typetest().perspectives[perspective.value].description))
    if len(still_open) < len(QUESTIONS):
        st.markdown(text("some_open", n=len(still_open)) if still_open else text("none_open"))
    ways_to_answer(access, perspective, still_open)
    if len(still_open) < len(QUESTIONS):
        answer_list.answers(access, perspective)
        if st.button(text("to_result"), key="to-result", type="primary"):
            navigation.go(screens.RESULT, access)


def title(access: Access, perspective: Perspective | None) -> str:
    """What there is to do here: begin the test, answer in one perspective, or check what was answered."""
    if perspective is None:
        return texts("controle")("title")
    answered = access.dossier.choices(perspective)
    return texts("controle")("title_check") if answered else typetest().perspectives[perspective.value].name


def screen() -> None:
    """Draws the beginning, or with a perspective in the address: its answers."""
    text, access = texts("controle"), navigation.require()
    perspective = statement.perspective_in_address()
    frame(
        title(access, perspective),
        links=navigation.links(screens.CHECK, access),
        focus=f"{access.dossier.id}/{perspective}/check",
        kicker=text(f"kicker_{perspective}") if perspective else "",
    )
    edition.tell(access)
    if perspective:
        checking(access, perspective)
    else:
        beginning(access)


screen()

"""One question of the typetest."""

from typing import Literal

import streamlit as st

from content.loader import texts, typetest
from dossier.roles import Action
from typetest.model import QUESTIONS, Perspective
from ui import navigation, screens
from ui.access import Access
from ui.components import editing, edition, statement, terms
from ui.components.literal import literal
from ui.components.page import frame

LOOKS: dict[str, Literal["primary", "secondary", "tertiary"]] = {
    "previous": "secondary",
    "next": "primary",
    "skip": "tertiary",
}


def chosen_number() -> int:
    """The question in the address; the first when it names none."""
    wanted = st.query_params.get("vraag", "")
    return next((number for number in QUESTIONS if str(number) == wanted), QUESTIONS[0])


def answer(access: Access, perspective: Perspective, number: int) -> None:
    """The two answers and the note, or for somebody who only reads: what was answered."""
    question = statement.question_of(number)
    if not access.may(Action.ANSWER):
        statement.show(access, perspective, number)
        return
    subject = statement.subject_of(access, perspective, number)
    statement.draw_choice(subject, question)
    with st.container(horizontal=True, vertical_alignment="center", key="kept"):
        statement.draw_saved(subject, statement.CHOICE)
        statement.draw_clear(subject)
    statement.draw_note(subject)


def onward(access: Access, perspective: Perspective, number: int) -> None:
    """To the question before and the next one, or to the check; an open question may be skipped."""
    ways = {"previous": number - 1, "next": number + 1}
    if number in statement.open_questions(access, perspective) and access.may(Action.ANSWER):
        ways["skip"] = number + 1
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="onward"):
        for key, target in ways.items():
            if target in QUESTIONS and st.button(texts("vraag")(key), key=f"{key}-{number}", type=LOOKS[key]):
                navigation.go(screens.QUESTION, access, perspectief=perspective.value, vraag=str(target))
        if number == QUESTIONS[-1] and st.button(texts("vraag")("to_check"), key="to-check", type="primary"):
            navigation.go(screens.CHECK, access, perspectief=perspective.value)


def screen() -> None:
    """Draws the question."""
    text, access = texts("vraag"), navigation.require()
    perspective = statement.perspective_in_address() or access.dossier.leading
    number = chosen_number()
    question = statement.question_of(number)
    place = f"{access.dossier.id}/{perspective}/{number}"
    frame(
        question.stem,
        links=navigation.links(screens.CHECK, access),
        errors=editing.begin(place),
        focus=place,
        kicker=text(f"kicker_{perspective.value}", n=number, total=len(QUESTIONS)),
        progress=number / len(QUESTIONS),
    )
    edition.tell(access)
    st.markdown(literal(typetest().instruction))
    answer(access, perspective, number)
    onward(access, perspective, number)
    if question.original:
        with st.expander(text("original")):
            st.markdown(literal(question.original))
    terms.explain((question.stem, question.a.text, question.b.text))
    navigation.link(screens.CHECK, text("to_answers"), access, perspectief=perspective.value)
    editing.finish()


screen()

"""The answers of one perspective, to check them, and the way to the other perspective."""

import streamlit as st

from content.loader import texts
from dossier.roles import Action
from typetest.model import QUESTIONS, Perspective
from ui import navigation, screens
from ui.access import Access
from ui.components import statement
from ui.components.literal import literal


def switch(access: Access, current: Perspective) -> None:
    """The explanation and both perspectives as links, the current one in bold."""
    text = texts("controle")
    with st.container(horizontal=True, key="sections"):
        navigation.link(screens.CHECK, text("to_start"), access)
        for perspective in Perspective:
            answered = len(access.dossier.choices(perspective))
            label = text(f"switch_{perspective}", n=answered, total=len(QUESTIONS))
            label = f"**{label}**" if perspective is current else label
            navigation.link(screens.CHECK, label, access, perspectief=perspective.value)


def answers(access: Access, perspective: Perspective) -> None:
    """All fourteen, each with what was answered and a way to change it."""
    text = texts("controle")
    for number in QUESTIONS:
        question, given = statement.question_of(number), statement.given(access, perspective, number)
        change = "change" if given.choice else "answer"
        with st.container(key=f"line-{number}", gap="xxsmall"):
            st.markdown(f"**{literal(text('question', n=number, stem=question.stem))}**")
            st.markdown(statement.option_text(question, given.choice or ""))
            if given.note:
                st.markdown(texts("vraag")("note", note=literal(given.note)))
            label = text(change if access.may(Action.ANSWER) else "read", n=number)
            to = {"perspectief": perspective.value, "vraag": str(number)}
            navigation.link(screens.QUESTION, label, access, **to)

"""What a participant sees between being ready and the result, and how a phone is handed on."""

import streamlit as st

from content.loader import texts
from dossier.workshop import Phase
from stappenplan.dutch import day
from ui import participant
from ui.components import answering
from ui.participant import Participant


def heading(person: Participant, *, over: bool) -> str:
    """Where to look now; ``over`` when the last day on which answers are taken has passed."""
    text = texts("deelnemen")
    if over:
        return text("over")
    return text("waiting_by_link" if person.workshop.setup.closes_on else "waiting")


def draw(person: Participant, *, over: bool) -> None:
    """What comes next, what is kept, and what can be done meanwhile."""
    text, closes_on = texts("deelnemen"), person.workshop.setup.closes_on
    if over:
        st.markdown(text("over_text"))
    elif closes_on:
        st.markdown(text("waiting_link_text", day=day(closes_on)))
    else:
        st.markdown(text("waiting_text"))
    asked = person.workshop.setup.perspectives
    done = sum(len(answering.answers_of(person, perspective)) for perspective in asked)
    total = len(answering.questions_of(person)) * len(asked)
    st.success(text("answered", n=done, total=total))
    if over:
        return
    st.button(
        text("change"), key="change", on_click=answering.be_ready, args=(person,), kwargs={"ready": False}
    )
    if person.workshop.phase is Phase.ANSWERING:
        _draw_hand_on(person)


def _draw_hand_on(person: Participant) -> None:
    text = texts("deelnemen")
    with st.container(key="note-hand-on"):
        st.markdown(text("hand_on_help"))
        st.button(text("hand_on"), key="hand-on", on_click=participant.let_go, args=(person.workshop.id,))

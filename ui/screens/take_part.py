"""Take part in a session: answer, wait, and see the result with the own place in it."""

from datetime import UTC, datetime

import streamlit as st

from content.loader import texts
from dossier.participating import Gone
from dossier.workshop import Phase
from ui import navigation, participant, screens, style
from ui.components import answering, own_result, waiting
from ui.components.page import frame
from ui.participant import Participant


def draw_frame(
    person: Participant, title: str, place: str, kicker: str = "", answers: style.Answers | None = None
) -> None:
    """The top of every state; the browser asks how far the session is, and comes back when it went on."""
    name = person.workshop.setup.title or texts("deelnemen")("untitled")
    phase = person.workshop.phase
    frame(
        title,
        focus=f"{person.workshop.id}/{phase}/{place}",
        kicker=f"{name} · {kicker}" if kicker else name,
        go=participant.way(),
        watch={"address": person.stand, "stand": phase.value},
        answers=answers,
    )
    if style.came_late():
        st.warning(texts("deelnemen")("refused"))


def draw_ballot(person: Participant) -> None:
    """The statements of one perspective, or the question whether open ones are meant to be open."""
    text, asked = texts("deelnemen"), person.workshop.setup.perspectives
    missing = answering.open_of(person)
    if answering.is_confirming() and missing:
        count = sum(map(len, missing.values()))
        draw_frame(person, text("open_heading", n=count), "open")
        answering.draw_open(person)
        return
    perspective = answering.perspective_of(person)
    part = text("part", n=asked.index(perspective) + 1, total=len(asked)) if len(asked) > 1 else ""
    if person.workshop.phase is Phase.AGAIN:
        part = text("part_again") + (f" · {part}" if part else "")
    ballot = answering.ballot_of(person, perspective)
    draw_frame(person, text(f"heading_{perspective}"), perspective.value, part, ballot.known)
    answering.draw(ballot)


def draw_person(person: Participant) -> None:
    """What this person does or sees at this point of the session."""
    workshop = person.workshop
    questions = answering.questions_of(person)
    over = workshop.phase.round is not None and not person.seated.takes(questions[0], datetime.now(UTC))
    if workshop.phase.round is None:
        draw_frame(person, own_result.heading(person), "result")
        own_result.draw(person)
    elif over or person.seated.cast.seat.ready:
        draw_frame(person, waiting.heading(person, over=over), "waiting")
        waiting.draw(person, over=over)
    else:
        draw_ballot(person)


def draw_outside(reason: str) -> None:
    """Why nobody takes part in this window, and the way in."""
    text = texts("deelnemen")
    frame(text(reason), focus=reason, links=navigation.links(screens.TAKE_PART, None))
    st.markdown(text(f"{reason}_text"))
    navigation.onward(screens.JOIN, text("to_join"))


def screen() -> None:
    """Draws what fits the session and the person."""
    try:
        person = participant.current(st.query_params.get("werksessie", ""))
    except Gone:
        draw_outside("gone")
        return
    if person is None:
        draw_outside("nobody")
    else:
        draw_person(person)


screen()

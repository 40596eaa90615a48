"""The screen on which a participant answers: one perspective at a time, and then "klaar"."""

from dataclasses import replace

import streamlit as st

from content.loader import texts, typetest
from dossier.participating import Gone, WrongPhase
from dossier.workshop import Phase
from typetest.model import QUESTIONS, Choice, Perspective
from ui import navigation, screens
from ui.components.ballot import Ballot, draw_statements, draw_tally
from ui.components.literal import literal
from ui.participant import Participant
from ui.wiring import participating

_CONFIRM = "ready-anyway"


def perspective_of(person: Participant) -> Perspective:
    """The perspective in the address, else the first one that the session asks about.

    An address of the first round says nothing in the second: everybody begins with the first part again.
    """
    asked, params = person.workshop.setup.perspectives, st.query_params
    of_this_round = params.get("ronde", "1") == str(person.workshop.phase.round)
    wanted = params.get("perspectief", "") if of_this_round else ""
    return next((p for p in asked if p == wanted), asked[0])


def questions_of(person: Participant) -> tuple[int, ...]:
    """The statements that are answered now."""
    return person.workshop.chosen if person.workshop.phase is Phase.AGAIN else tuple(QUESTIONS)


def answers_of(person: Participant, perspective: Perspective) -> dict[int, Choice]:
    """What is kept of them, as it counts now."""
    now = person.seated.cast.now(perspective, person.workshop.phase.round or 1)
    return {n: choice for n, choice in now.items() if n in questions_of(person)}


def open_of(person: Participant) -> dict[Perspective, list[int]]:
    """The statements that are still open, by the perspectives that have any."""
    found = {
        p: [n for n in questions_of(person) if n not in answers_of(person, p)]
        for p in person.workshop.setup.perspectives
    }
    return {perspective: numbers for perspective, numbers in found.items() if numbers}


def be_ready(person: Participant, *, ready: bool) -> None:
    """Says whether the answers are finished; a session that has gone on says so itself."""
    st.session_state.pop(_CONFIRM, None)
    try:
        participating().ready(person.token, ready=ready)
    except (Gone, WrongPhase):
        return


def finish(person: Participant) -> None:
    """Ready at once when all is answered; else asks first."""
    if open_of(replace(person, seated=participating().seated(person.token))):
        st.session_state[_CONFIRM] = True
    else:
        be_ready(person, ready=True)


def is_confirming() -> bool:
    """Whether "klaar" was pressed while statements are open."""
    return bool(st.session_state.get(_CONFIRM))


def go_back() -> None:
    """Back to the statements."""
    st.session_state.pop(_CONFIRM, None)


def ballot_of(person: Participant, perspective: Perspective) -> Ballot:
    """What this person answers now."""
    return Ballot(
        person=person,
        perspective=perspective,
        questions=questions_of(person),
        kept=answers_of(person, perspective),
        first=person.seated.cast.now(perspective, 1) if person.workshop.phase is Phase.AGAIN else {},
    )


def draw(ballot: Ballot) -> None:
    """The statements, each saved by itself, and the way on."""
    text, person, again = texts("deelnemen"), ballot.person, ballot.person.workshop.phase is Phase.AGAIN
    if again and ballot.perspective not in person.seated.cast.counts:
        st.info(text("again_outside"))
    st.markdown(text("again_intro") if again else literal(typetest().instruction))
    st.caption(text("kept_at_once"))
    with st.container(key="tally"):
        draw_tally(ballot)
    draw_statements(ballot)
    _draw_onward(person, ballot.perspective)


def _draw_onward(person: Participant, perspective: Perspective) -> None:
    text, asked = texts("deelnemen"), person.workshop.setup.perspectives
    with st.container(horizontal=True, vertical_alignment="center", key="onward"):
        # The browser holds a press until every tap before it is kept.
        if perspective is asked[-1] and st.button(text("ready"), key="ready", type="primary"):
            finish(person)
            st.rerun()
        for other in asked:
            if other is perspective:
                continue
            later = asked.index(other) > asked.index(perspective)
            label = text(f"next_{other}" if later else f"back_{other}")
            if st.button(label, key=f"to-{other}", type="primary" if later else "secondary"):
                workshop = person.workshop
                navigation.go(
                    screens.TAKE_PART,
                    werksessie=workshop.id,
                    ronde=str(workshop.phase.round),
                    perspectief=other.value,
                )


def draw_open(person: Participant) -> None:
    """How many statements are open, and whether that is meant."""
    text, missing = texts("deelnemen"), open_of(person)
    st.markdown(text("open_text"))
    if len(person.workshop.setup.perspectives) > 1:
        for perspective, numbers in missing.items():
            heading = text(f"heading_{perspective}")
            st.markdown(text("open_at", heading=heading, numbers=", ".join(map(str, numbers))))
    with st.container(horizontal=True, key="onward"):
        st.button(text("ready_anyway"), key="anyway", type="primary", on_click=_ready_anyway, args=(person,))
        st.button(text("back_to_open"), key="back", on_click=go_back)


def _ready_anyway(person: Participant) -> None:
    be_ready(person, ready=True)

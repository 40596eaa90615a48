"""The result of the typetest: the conclusion first, then how it came about and what it asks."""

import streamlit as st

from content.loader import texts, typetest
from dossier.roles import Action
from typetest.model import QUESTIONS, Axis, Perspective
from ui import navigation, screens
from ui.access import Access
from ui.components import axis_card, edition, outcome, portrait, score_card, statement, type_text, what_if
from ui.components.lists import bullets
from ui.components.literal import literal
from ui.components.outcome import Outcome
from ui.components.page import frame


def picture(found: Outcome) -> None:
    """The score card, and the same as a table."""
    scores = {perspective: found.score(perspective) for perspective in found.shown}
    score_card.draw(scores)
    score_card.table([(texts("typetest")(f"perspective_{p}"), score) for p, score in scores.items()])


def figures(found: Outcome) -> None:
    """Both axes, what a mixed form is, and how it was counted."""
    for axis in Axis:
        axis_card.draw(found, axis)
    if any(axis.mixed for axis in found.main.axes):
        with st.container(key="note-mixed"):
            st.markdown(literal(typetest().mixed))
    axis_card.draw_counted(found)
    type_text.draw_moves(found.comparison.moves)


def talk(access: Access) -> None:
    """Questions to talk about, and what people wrote with their answers."""
    text = texts("uitslag")
    st.header(text("discussion"), anchor=False)
    bullets(typetest().discussion)
    notes = [
        (text(f"note_{perspective}", n=number), note)
        for number in QUESTIONS
        for perspective in Perspective
        if (note := statement.given(access, perspective, number).note)
    ]
    if notes:
        st.header(text("notes"), anchor=False)
        for name, note in notes:
            st.markdown(f"**{name}**  \n{literal(note)}")


def onward(access: Access, found: Outcome) -> None:
    """To the plan, back to the answers, and to the open score card with the same cells."""
    text = texts("uitslag")
    cells = {p: score_card.cell_of_score(found.score(p)) for p in found.shown}
    on_card = {p.value: score_card.written(cell) for p, cell in cells.items() if cell}
    with st.container(horizontal=True, vertical_alignment="center", key="onward"):
        if st.button(text("to_plan"), key="to-plan", type="primary"):
            navigation.go(screens.OVERVIEW, access)
        navigation.link(screens.CHECK, text("to_check"), access, perspectief=found.leading.value)
        if on_card:
            navigation.link(screens.EXPLORE, text("to_card"), access, **on_card)


def screen() -> None:
    """Draws the result."""
    text, access = texts("uitslag"), navigation.require()
    found = Outcome(access.dossier)
    frame(
        outcome.heading(found),
        links=navigation.links(screens.RESULT, access),
        wide=bool(found.shown),
        focus=f"{access.dossier.id}/result",
    )
    edition.tell(access)
    if not found.shown:
        st.markdown(text("empty_text"))
        navigation.link(screens.CHECK, text("to_test"), access)
        return
    st.markdown("  \n".join(filter(None, (outcome.lead(found), literal(typetest().no_verdict)))))
    if not found.main.complete and access.may(Action.ANSWER):
        navigation.link(screens.CHECK, text("answer_open"), access, perspectief=found.leading.value)
    left, right = st.columns([5, 4], gap="medium")
    with left:
        picture(found)
    with right:
        figures(found)
    portrait.draw(found)
    what_if.draw(found)
    talk(access)
    onward(access, found)


screen()

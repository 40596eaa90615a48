"""What to look out for in a step, given what the typetest said."""

import streamlit as st

from content import schema
from content.loader import texts, typetest
from typetest.model import Perspective
from typetest.scoring import Score
from ui.access import Access
from ui.components import type_text
from ui.components.lists import AT_A_TIME, bullets
from ui.components.literal import literal
from ui.components.outcome import Outcome


def of_step(step: schema.Step, found: Score) -> tuple[str, tuple[str, ...]]:
    """A heading and the hints: of the type when it is decided, else of the poles that are."""
    text = texts("stap")
    if found.type and found.type.value in step.hints:
        name = typetest().types[found.type.value].name
        return text("hints_type", type=found.type.value, name=name), step.hints[found.type.value]
    poles = [a.pole for a in found.axes if a.pole]
    hints = tuple(h for pole in poles for h in step.pole_hints.get(pole.value, ()))
    return text("hints_pole"), hints


def draw(access: Access, step: schema.Step) -> None:
    """The hints of a step in the tint of the type, at most five at a time, and what a move asks."""
    text, outcome = texts("stap"), Outcome(access.dossier)
    heading, hints = of_step(step, outcome.main)
    if not hints:
        st.caption(text("no_hints"))
        return
    with st.container(key=f"type-{outcome.main.type}-hints" if outcome.main.type else "note-hints"):
        st.markdown(f"**{literal(heading)}**")
        bullets(hints[:AT_A_TIME])
        if hints[AT_A_TIME:]:
            with st.expander(text("more_hints")):
                bullets(hints[AT_A_TIME:])
    if len(outcome.shown) == len(Perspective) and outcome.comparison.moves:
        with st.expander(text("move")):
            type_text.draw_moves(outcome.comparison.moves)

"""What to look out for in a step, given what the typetest said."""

import streamlit as st

from content import schema
from content.loader import texts, typetest
from dossier.guidance import hints
from typetest.model import Perspective
from typetest.scoring import Score
from ui.access import Access
from ui.components import type_text
from ui.components.lists import AT_A_TIME, bullets
from ui.components.literal import literal
from ui.components.outcome import Outcome


def heading(found: Score) -> str:
    """Of whom the hints are: the type when it is decided, else the poles that are."""
    text = texts("stap")
    if found.type:
        return text("hints_type", type=found.type.value, name=typetest().types[found.type.value].name)
    return text("hints_pole")


def draw(access: Access, step: schema.Step) -> None:
    """The hints of a step in the tint of the type, at most five at a time, and what a move asks."""
    text, outcome = texts("stap"), Outcome(access.dossier)
    found = hints(step, outcome.main)
    if not found:
        st.caption(text("no_hints"))
        return
    with st.container(key=f"type-{outcome.main.type}-hints" if outcome.main.type else "note-hints"):
        st.markdown(f"**{literal(heading(outcome.main))}**")
        bullets(found[:AT_A_TIME])
        if found[AT_A_TIME:]:
            with st.expander(text("more_hints")):
                bullets(found[AT_A_TIME:])
    if len(outcome.shown) == len(Perspective) and outcome.comparison.moves:
        with st.expander(text("move")):
            type_text.draw_moves(outcome.comparison.moves)

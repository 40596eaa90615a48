"""What to look out for in a step, given what the typetest said."""

import streamlit as st

from content import schema
from content.loader import texts, typetest
from typetest.scoring import Score, score
from ui.access import Access
from ui.components.literal import literal

AT_A_TIME = 5


def leading_score(access: Access) -> Score:
    """The score of the perspective that drives the hints: gewenst if it was begun, else huidig."""
    return score(access.dossier.choices(access.dossier.leading))


def of_step(step: schema.Step, found: Score) -> tuple[str, tuple[str, ...]]:
    """A heading and the hints: of the type when it is decided, else of the poles that are."""
    text = texts("stap")
    if found.type and found.type.value in step.hints:
        name = typetest().types[found.type.value].name
        return text("hints_type", type=found.type.value, name=name), step.hints[found.type.value]
    poles = [a.pole for a in (found.sturing, found.insteek) if a.pole]
    hints = tuple(h for pole in poles for h in step.pole_hints.get(pole.value, ()))
    return text("hints_pole"), hints


def draw(access: Access, step: schema.Step) -> None:
    """The hints of a step in the tint of the type, at most five at a time."""
    text, found = texts("stap"), leading_score(access)
    heading, hints = of_step(step, found)
    if not hints:
        st.caption(text("no_hints"))
        return
    key = f"type-{found.type}-hints" if found.type else "note-hints"
    with st.container(key=key):
        st.markdown(f"**{literal(heading)}**")
        st.markdown("\n".join(f"- {literal(h)}" for h in hints[:AT_A_TIME]))
        if hints[AT_A_TIME:]:
            with st.expander(text("more_hints")):
                st.markdown("\n".join(f"- {literal(h)}" for h in hints[AT_A_TIME:]))

"""The type a result comes to, or while that is not decided, what it may become."""

import streamlit as st

from content.loader import texts, typetest
from ui.components import outcome, terms, type_text
from ui.components.literal import literal
from ui.components.outcome import Outcome


def draw(found: Outcome) -> None:
    """The type, or while it is not decided: the types and poles it may become."""
    text, now = texts("uitslag"), found.comparison.huidig.type
    if found.main.type:
        words = typetest().types[found.main.type.value]
        heading = texts("typetest")("heading", type=found.main.type, name=outcome.type_name(found.main.type))
        st.header(literal(heading), anchor=False)
        type_text.draw_type(found.main.type, "main")
        terms.explain((words.portrait, words.strength, words.risk, words.advice))
    else:
        for axis in found.main.axes:
            if axis.pole:
                type_text.draw_attention(axis.pole)
        for type_id in found.main.possible_types:
            label = text("portrait_possible", type=type_id, name=outcome.type_name(type_id))
            with st.expander(label):
                type_text.draw_type(type_id, f"possible-{type_id}")
    if now and now is not found.main.type:
        with st.expander(text("portrait_now", type=now, name=outcome.type_name(now))):
            type_text.draw_type(now, "now")

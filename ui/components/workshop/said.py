"""What a group says, in words: how a statement was answered, and what is shown of a group or why not.

One place to change when the group's own score card comes.
"""

import streamlit as st

from content.loader import texts
from typetest.group import Band, Card, Split
from typetest.model import Axis
from typetest.publication import Tables
from ui.components.outcome import type_name


def split(found: Split) -> str:
    """How a statement was answered, a first: "7 tegen 5, 1 open"."""
    text = texts("werksessie")
    words = text("split", a=found.a, b=found.b) if found.answered else text("split_nobody")
    return text("split_open", split=words, open=found.open) if found.open and found.answered else words


def band(found: Split) -> str:
    """How far the group agrees over a statement; nothing when nobody answered."""
    return texts("werksessie")(f"band_{found.band.value}") if found.band else ""


def larger(found: Split) -> str:
    """Which answer most people gave; nothing when everybody agrees or both sides are as large."""
    side = found.larger
    return (
        texts("werksessie")("larger", letter=side.value) if side and found.band is not Band.UNANIMOUS else ""
    )


def tables(found: Tables, smallest: int) -> None:
    """What is shown of the room or a group: the card, or why there is none; and whom the counts are about."""
    text = texts("werksessie")
    if found.card:
        card(found.card)
    else:
        st.markdown(_why_not(found.complete, smallest))
    if found.splits:
        key = "about_all" if found.splits_of == found.people else "about_complete"
        st.caption(text(key, n=found.splits_of))
    elif found.card is None:
        st.caption(text("people_joined", n=found.people))


def card(found: Card) -> None:
    """The conclusion, the centre, and a table of the types."""
    text = texts("werksessie")
    if found.type:
        st.markdown(f"**{text('group_type', type=found.type, name=type_name(found.type))}**")
    else:
        st.markdown(f"**{text('group_border' if found.on_border else 'group_divided')}**")
    centre = {axis.value: _number(found.centre(axis)) for axis in Axis}
    st.markdown(text("centre", **centre))
    columns = {
        text("column_type"): [f"{type_id} {type_name(type_id)}" for type_id, _ in found.of_type],
        text("column_people"): [people for _, people in found.of_type],
    }
    st.table(columns, alt=text("types_alt"), hide_index=True, border="horizontal")


def _why_not(people: int, smallest: int) -> str:
    key = "hidden_nobody" if not people else "hidden_few" if people < smallest else "hidden_others"
    return texts("werksessie")(key, smallest=smallest)


def _number(value: float | None) -> str:
    return str(round(value or 0, 1)).replace(".", ",")

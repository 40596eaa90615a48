"""What is asked every two seconds: who is there, who is ready, and how late it is.

Every tick is one look in the database whose cost hardly grows with people, and sends lines of text.
"""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from content.loader import texts
from dossier.workshop import Counted, Workshop
from typetest.publication import ROOM, likely_shown
from ui.access import GONE
from ui.components.literal import literal
from ui.components.workshop import clock
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating

EVERY = 2
"""Seconds between two looks."""


@lru_cache(maxsize=256)
def _shown(people: tuple[tuple[str, int], ...], smallest: int) -> frozenset[str]:
    return likely_shown(dict(people), smallest)


@st.fragment(run_every=EVERY)
def live(opened: Opened, *, counting: bool) -> None:
    """The clock, and with ``counting`` how many people are there; says so when another window moved on."""
    text = texts("werksessie")
    try:
        workshop, counted = facilitating().glance(opened.token, opened.id)
    except GONE:
        st.warning(text("said_gone"))
        return
    with st.container(key="live"):
        clock.tell(workshop)
        if counting:
            _counts(workshop, counted)
    if workshop.phase is not opened.workshop.phase:
        with st.container(key="warn-moved"):
            st.markdown(text("moved"))
            if st.button(text("follow"), key="follow"):
                st.rerun()


def _counts(workshop: Workshop, counted: Sequence[Counted]) -> None:
    """Who is there and ready, in all and for each group, and which groups are likely to be shown."""
    text, joined = texts("werksessie"), sum(each.joined for each in counted)
    shown = _shown(tuple((each.group, each.joined) for each in counted), workshop.setup.smallest)
    st.markdown(f"**{text('counts', n=joined, ready=sum(each.ready for each in counted))}**")
    lines = [_line(workshop.group_names[each.group], each, each.group in shown) for each in counted]
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.caption(text("room_shown" if ROOM in shown else "room_hidden", smallest=workshop.setup.smallest))


def _line(name: str, counted: Counted, visible: bool) -> str:
    text = texts("werksessie")
    said = text("group_counts", name=literal(name), joined=counted.joined, ready=counted.ready)
    return f"{said} {text('likely' if visible else 'unlikely')}"

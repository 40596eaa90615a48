"""What was revealed, perspective by perspective: the whole room, then each group or why it is not shown."""

import streamlit as st

from content.loader import texts, typetest
from dossier.workshop import Report
from typetest.model import Perspective
from typetest.publication import Tables
from ui.components import group_card, group_text
from ui.components.literal import literal


def draw(report: Report) -> None:
    """The results of every perspective, as they were shown last."""
    for perspective in report.workshop.setup.perspectives:
        _perspective(report, perspective)


def _perspective(report: Report, perspective: Perspective) -> None:
    text, found = texts("werksessie"), report.latest(perspective)
    if found is None:
        return
    setup = report.workshop.setup
    st.header(literal(typetest().perspectives[perspective.value].name), anchor=False)
    _tables(found.room, setup.smallest)
    if not found.groups:
        return
    with st.expander(text("groups_show"), key=f"groups-{perspective}"):
        for tables in found.groups:
            st.subheader(literal(report.workshop.group_names[tables.group]), anchor=False)
            _tables(tables, setup.smallest)


def _tables(found: Tables, smallest: int) -> None:
    """The card of the room or a group, or why there is none; and whom the counts of statements are about."""
    if found.card:
        group_card.draw(found.card)
    else:
        st.markdown(group_text.why_no_card(found, smallest))
    st.caption(group_text.about_whom(found) if found.splits else group_text.why_no_splits(found, smallest))

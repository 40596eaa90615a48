"""What was revealed, perspective by perspective: the whole room, then each group or why it is not shown."""

import streamlit as st

from content.loader import texts, typetest
from dossier.workshop import Report
from typetest.model import Perspective
from ui.components.literal import literal
from ui.components.workshop import said


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
    said.tables(found.room, setup.smallest)
    if not found.groups:
        return
    with st.expander(text("groups_show"), key=f"groups-{perspective}"):
        for tables in found.groups:
            st.subheader(literal(report.workshop.group_names[tables.group]), anchor=False)
            said.tables(tables, setup.smallest)

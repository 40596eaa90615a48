"""The second round: choosing what is answered again, and both rounds side by side."""

import streamlit as st

from content.loader import texts, typetest
from dossier.workshop import Report
from typetest.model import Perspective
from typetest.topics import Topic, proposed
from ui.components import group_text, statement
from ui.components.literal import literal
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating


def choose(opened: Opened, topics: tuple[Topic, ...]) -> None:
    """The statements to answer once more, the proposed ones ticked."""
    text, first = texts("werksessie"), proposed(topics)
    if not topics:
        return
    with st.expander(text("again_heading"), key="again-box"):
        st.markdown(text("again_text"))
        if st.session_state.pop("again-none", False):
            st.error(text("again_none"))
        for topic in topics:
            key = f"again-{opened.id}-{topic.question}"
            st.session_state.setdefault(key, topic.question in first)
            words = statement.question_of(topic.question)
            st.checkbox(f"{topic.question}. {literal(words.stem)}", key=key)
        numbers = tuple(topic.question for topic in topics)
        st.button(text("again"), key="again", on_click=_again, args=(opened, numbers))


def _again(opened: Opened, numbers: tuple[int, ...]) -> None:
    chosen = [n for n in numbers if st.session_state.get(f"again-{opened.id}-{n}")]
    if not chosen:
        st.session_state["again-none"] = True
        return
    o.move(opened, facilitating().answer_again, chosen)


def asked(opened: Opened) -> None:
    """What is answered again, as a list."""
    st.markdown(texts("werksessie")("again_now"))
    _statements(opened.workshop.chosen)


def _statements(numbers: tuple[int, ...]) -> None:
    st.markdown("\n".join(f"- **{n}.** {literal(statement.question_of(n).stem)}" for n in numbers))


def side_by_side(report: Report) -> None:
    """Both rounds of every statement that was answered again; nothing without a second round."""
    found = [p for p in report.workshop.setup.perspectives if report.shown(p, 2)]
    if not found:
        return
    text = texts("werksessie")
    st.header(text("rounds_heading"), anchor=False)
    st.markdown(text("rounds_intro"))
    _statements(report.workshop.chosen)
    for perspective in found:
        _rounds(report, perspective)


def _rounds(report: Report, perspective: Perspective) -> None:
    text = texts("werksessie")
    one, two = report.shown(perspective, 1), report.shown(perspective, 2)
    st.subheader(literal(typetest().perspectives[perspective.value].name), anchor=False)
    if not (one and two and one.room.splits and two.room.splits):
        st.markdown(text("rounds_hidden"))
        return
    rows = [
        {
            text("column_statement"): n,
            text("column_first"): group_text.split_in_words(one.room.splits[n - 1]),
            text("column_second"): group_text.split_in_words(two.room.splits[n - 1]),
            text("column_changed"): text("changed", n=two.changed[n - 1]),
        }
        for n in report.workshop.chosen
    ]
    st.table(rows, alt=text("rounds_alt"), hide_index=True, border="horizontal")

"""The statements in the order in which they are worth talking about, and the one that is open.

Which one is open stands in the address, so that a reload opens it again.
"""

import streamlit as st

from content.loader import texts, typetest, workshop
from dossier.workshop import Phase, Report
from typetest.group import Split
from typetest.model import Perspective
from typetest.topics import Topic, proposed, ranked
from ui import style
from ui.components import group_text, statement
from ui.components.lists import AT_A_TIME
from ui.components.literal import literal
from ui.components.workshop import finding, projecting
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating

OPEN = "stelling"


def topics_of(report: Report) -> tuple[Topic, ...]:
    """The statements, the most worth talking about first; none when nothing may be shown of the room."""
    return ranked(*(splits for splits in splits_of(report).values()))


def splits_of(report: Report) -> dict[Perspective, tuple[Split, ...]]:
    """How the room answered last, by perspective; only what is shown."""
    found = {p: report.latest(p) for p in report.workshop.setup.perspectives}
    return {p: shown.room.splits for p, shown in found.items() if shown and shown.room.splits}


def draw(opened: Opened, report: Report) -> None:
    """The list, and for who leads a way to take over what is largely agreed."""
    text, topics = texts("werksessie"), topics_of(report)
    if not topics:
        return
    st.header(text("statements_heading"), anchor=False)
    st.markdown(text("statements_intro"))
    if opened.edits:
        st.button(text("take_over"), key="take-over", on_click=_take_over, args=(opened,))
        st.caption(text("take_over_help"))
    first, rest = topics[:AT_A_TIME], topics[AT_A_TIME:]
    chosen = st.query_params.get(OPEN, "")
    for topic in first:
        _card(opened, report, topic.question, chosen, proposed(topics))
    is_open = chosen in {str(topic.question) for topic in rest}
    with st.expander(text("statements_rest", n=len(rest)), key="rest-of-statements", expanded=is_open):
        for topic in rest:
            _card(opened, report, topic.question, chosen, proposed(topics))


def _card(opened: Opened, report: Report, question: int, chosen: str, talk: tuple[int, ...]) -> None:
    """A statement; with all that can be done with it when it is the ``chosen`` one."""
    text, is_open = texts("werksessie"), chosen == str(question)
    with st.container(border=True, key=f"card-statement-{question}"):
        _head(report, question, is_proposed=question in talk)
        if is_open:
            _body(opened, report, question)
        label = text("statement_close" if is_open else "statement_open", n=question)
        at = f"{'close' if is_open else 'open'}-statement-{question}"
        st.button(label, key=at, on_click=_toggle, args=(question, not is_open))


def line(report: Report, perspective: Perspective, question: int) -> str:
    """How the room answered a statement: "Nu: 7 tegen 5, 1 open. Om over te praten. De meesten kozen a."."""
    text, splits = texts("werksessie"), splits_of(report).get(perspective)
    if splits is None:
        return text("line_hidden", perspective=_short(perspective))
    found = splits[question - 1]
    band = group_text.band_in_words(found.band) if found.band else ""
    parts = (group_text.split_in_words(found), band, finding.direction_of(report, perspective, question))
    return text("line", perspective=_short(perspective), said=" · ".join(filter(None, parts)))


def _short(perspective: Perspective) -> str:
    return texts("werksessie")(f"short_{perspective.value}")


def _head(report: Report, question: int, *, is_proposed: bool) -> None:
    text, words = texts("werksessie"), statement.question_of(question)
    mark = f" · {text('proposed')}" if is_proposed else ""
    st.markdown(f"**{question}. {literal(words.stem)}**{mark}")
    lines = [line(report, perspective, question) for perspective in report.workshop.setup.perspectives]
    st.markdown("\n".join(f"- {each}" for each in lines))


def _body(opened: Opened, report: Report, question: int) -> None:
    text, words = texts("werksessie"), statement.question_of(question)
    for choice in statement.CHOICE.choices:
        st.markdown(statement.option_text(words, choice))
    with st.container(key=f"note-discuss-{question}"):
        ask = next(talk.ask for talk in workshop().discussion_per_question if talk.number == question)
        st.markdown(f"**{text('discuss')}**  \n{literal(ask)}")
    perspectives = report.workshop.setup.perspectives
    if opened.edits and opened.workshop.phase is not Phase.CLOSED:
        args = (opened, "question", question, perspectives[-1])
        st.button(text("show_question", n=question), key="show-question", on_click=projecting.show, args=args)
    for perspective in perspectives:
        if len(perspectives) > 1:
            st.subheader(literal(typetest().perspectives[perspective.value].name), anchor=False)
        finding.draw(opened, report, perspective, question)


def _toggle(question: int, opening: bool) -> None:
    st.query_params.pop(OPEN, None)
    if opening:
        st.query_params[OPEN] = str(question)
    style.focus_on(f"card-statement-{question}" if opening else f"open-statement-{question}")


def _take_over(opened: Opened) -> None:
    o.act(facilitating().take_over_agreed, opened.token, opened.id, said="taken_over")

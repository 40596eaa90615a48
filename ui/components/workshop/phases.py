"""What the facilitator's screen holds in each phase of a session."""

import streamlit as st

from content.loader import texts
from dossier.workshop import Phase, Report
from ui.components.page import FieldError
from ui.components.workshop import joining, moving, paper, practising, results, second, statements, upload
from ui.components.workshop.opened import Opened


def wrong_forms(here: Opened) -> tuple[FieldError, ...]:
    """What is wrong with forms on paper, while those are taken."""
    if here.workshop.phase is not Phase.ANSWERING or not here.edits:
        return ()
    return (*upload.errors(), *paper.errors(here))


def _answering(here: Opened, wrong: tuple[FieldError, ...]) -> None:
    """People come in and answer; no results yet."""
    joining.draw(here)
    if not here.edits:
        return
    moving.reveal(here)
    practising.draw(here)
    text = texts("werksessie")
    st.header(text("paper_heading"), anchor=False)
    with st.expander(text("paper_one_form"), key="paper-box", expanded=bool(paper.errors(here))):
        paper.draw(here, wrong)
    with st.expander(text("paper_file"), key="upload-box", expanded=upload.busy()):
        upload.draw(here, wrong)


def _revealed(here: Opened, report: Report) -> None:
    """The results, the statements to talk about, and on to a second round."""
    second.side_by_side(report)
    results.draw(report)
    statements.draw(here, report)
    if here.edits and here.workshop.phase is Phase.REVEALED:
        second.choose(here, statements.topics_of(report))


def _again(here: Opened) -> None:
    """Some statements are answered once more."""
    joining.draw(here)
    second.asked(here)
    if here.edits:
        moving.compare(here)


def draw(here: Opened, report: Report, wrong: tuple[FieldError, ...]) -> None:
    """What belongs to the phase."""
    if here.workshop.phase is Phase.ANSWERING:
        _answering(here, wrong)
    elif here.workshop.phase is Phase.AGAIN:
        _again(here)
    else:
        _revealed(here, report)

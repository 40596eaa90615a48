"""The screen of who leads a session: one for each phase, and what is there throughout."""

import streamlit as st

from content.loader import texts
from dossier.workshop import Phase, Report
from ui import navigation, screens
from ui.components import editing
from ui.components.page import FieldError, frame
from ui.components.workshop import (
    attendance,
    clock,
    closing,
    joining,
    moving,
    notes,
    opened,
    paper,
    practising,
    projecting,
    results,
    second,
    statements,
    upload,
)
from ui.components.workshop.list import title_of
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating


def wrong_forms(here: Opened) -> tuple[FieldError, ...]:
    """What is wrong with forms on paper, while those are taken."""
    if here.workshop.phase is not Phase.ANSWERING or not here.edits:
        return ()
    return (*upload.errors(), *paper.errors(here))


def answering(here: Opened, wrong: tuple[FieldError, ...]) -> None:
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


def revealed(here: Opened, report: Report) -> None:
    """The results, the statements to talk about, and on to a second round."""
    second.side_by_side(report)
    results.draw(report)
    statements.draw(here, report)
    if here.edits and here.workshop.phase is Phase.REVEALED:
        second.choose(here, statements.topics_of(report))


def again(here: Opened) -> None:
    """Some statements are answered once more."""
    joining.draw(here)
    second.asked(here)
    if here.edits:
        moving.compare(here)


def phase(here: Opened, report: Report, wrong: tuple[FieldError, ...]) -> None:
    """What belongs to the phase."""
    if here.workshop.phase is Phase.ANSWERING:
        answering(here, wrong)
    elif here.workshop.phase is Phase.AGAIN:
        again(here)
    else:
        revealed(here, report)


def screen() -> None:
    """Draws the session as it is now."""
    text, here = texts("werksessie"), opened.require()
    now, place = here.workshop.phase, f"{here.id}/workshop/{here.workshop.phase}"
    wrong = (*wrong_forms(here), *editing.begin(place))
    frame(
        title_of(here.workshop),
        links=navigation.links(screens.OVERVIEW, here.access),
        errors=wrong,
        kicker=text(f"phase_{now.value}"),
        focus=place,
    )
    navigation.link(screens.WORKSHOPS, text("back"), here.access)
    practising.mark(here)
    opened.said()
    if now is not Phase.CLOSED:
        attendance.live(here, counting=now.round is not None)
        if here.edits:
            clock.button(here)
            projecting.draw(here)
    report = facilitating().report(here.token, here.id)
    phase(here, report, wrong)
    notes.draw(here, report)
    if now is Phase.CLOSED:
        closing.draw(here)
    elif here.edits:
        moving.close(here)
    editing.finish()


screen()

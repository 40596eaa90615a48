"""The screen on the wall during a session: its own window, to be read from ten metres.

It looks every two seconds whether something changed, which costs little, and draws only then.
"""

from datetime import UTC, datetime

import streamlit as st

from dossier.use_cases import NotFound
from dossier.workshop import Counted, Phase, Report, Workshop
from ui import access as doors
from ui import navigation, screens
from ui.access import Access
from ui.components import wall
from ui.components.page import frame
from ui.wiring import facilitating

EVERY = 2
"""Seconds."""

Look = tuple[Workshop, tuple[Counted, ...], Report | None, int | None]
"""What tells one moment from another; who is there, and the notes, only where they are shown."""


def look(access: Access, workshop_id: str) -> Look:
    """How things are at this moment."""
    workshop, counted = facilitating().glance(access.token, workshop_id)
    if workshop.phase is not Phase.ANSWERING and workshop.shown.view != "join":
        counted = ()
    began = workshop.shown.block_began
    minutes = int((datetime.now(UTC) - began).total_seconds() // 60) if began else None
    noted = workshop.shown.view == "closing"
    report = facilitating().report(access.token, workshop_id) if noted else None
    return workshop, counted, report, minutes


@st.fragment(run_every=EVERY)
def watch(access: Access, workshop_id: str, drawn: Look) -> None:
    """Draws the screen anew when something is otherwise than it was ``drawn``."""
    try:
        changed = look(access, workshop_id) != drawn
    except doors.GONE:
        changed = True
    if changed:
        st.rerun()


def screen() -> None:
    """Draws what the facilitator lets the room see."""
    access, workshop_id = navigation.require(), st.query_params.get("werksessie", "")
    try:
        now = look(access, workshop_id)
        report = facilitating().report(access.token, workshop_id)
    except NotFound:
        navigation.go(screens.OVERVIEW, access)
    workshop, counted, *_ = now
    shown = wall.of(wall.Seen(workshop, counted, report))
    with st.container(key=f"wall-{shown.view}"):
        frame(shown.heading, wide=True, focus=f"{workshop_id}/wall")
        st.html(shown.html)
    watch(access, workshop_id, now)


screen()

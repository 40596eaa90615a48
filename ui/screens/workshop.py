"""The screen of who leads a session: one for each phase, and what is there throughout."""

from content.loader import texts
from documents.session_names import name_of
from dossier.workshop import Phase
from ui import navigation, screens
from ui.components import editing
from ui.components.page import frame
from ui.components.workshop import (
    attendance,
    clock,
    closing,
    moving,
    notes,
    opened,
    phases,
    practising,
    projecting,
)
from ui.wiring import facilitating


def screen() -> None:
    """Draws the session as it is now."""
    text, here = texts("werksessie"), opened.require()
    now, place = here.workshop.phase, f"{here.id}/workshop/{here.workshop.phase}"
    wrong = (*phases.wrong_forms(here), *editing.begin(place))
    frame(
        name_of(here.workshop),
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
    phases.draw(here, report, wrong)
    notes.draw(here, report)
    if now is Phase.CLOSED:
        closing.draw(here)
    elif here.edits:
        moving.close(here)
    editing.finish()


screen()

"""The projector: its window, what it shows, and making it blank."""

from urllib.parse import urlencode

import streamlit as st

from content.loader import texts
from dossier.workshop import Phase
from typetest.model import Perspective
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating

PROJECTOR = "projector"
"""The path of the screen on the wall."""
VIEWS: dict[Phase, tuple[str, ...]] = {
    Phase.ANSWERING: ("join",),
    Phase.REVEALED: ("card", "groups", "questions"),
    Phase.AGAIN: ("join", "card", "questions"),
    Phase.COMPARED: ("rounds", "card", "groups", "questions"),
    Phase.CLOSED: ("closing", "card", "questions"),
}
"""What the projector can show in each phase; "question" is chosen at the statement itself."""


def draw(opened: Opened) -> None:
    """The link to the window on the wall, and for who leads what it shows."""
    text, shown = texts("werksessie"), opened.workshop.shown
    with st.expander(text("projector_heading"), key="projector-box"):
        st.markdown(text("projector_text"))
        st.link_button(text("to_projector"), f"/{PROJECTOR}?{urlencode(opened.params)}")
        now = text("projector_blank") if shown.blank else text("projector_now", view=view_name(opened))
        st.markdown(now)
        with st.container(horizontal=True, key="views"):
            for view in VIEWS[opened.workshop.phase]:
                label = text("projector_show", view=text(f"view_{view}"))
                st.button(label, key=f"view-{view}", on_click=show, args=(opened, view))
            label = text("unblank" if shown.blank else "blank")
            st.button(label, key="blank", on_click=_blank, args=(opened, not shown.blank))


def view_name(opened: Opened) -> str:
    """What the projector shows now, in words."""
    text, shown = texts("werksessie"), opened.workshop.shown
    key = f"view_{shown.view}"
    if shown.view == "question" and shown.question:
        return text("view_question", n=shown.question)
    return text(key) if key in text and shown.view != "question" else text("view_join")


def show(
    opened: Opened, view: str, question: int | None = None, perspective: Perspective | None = None
) -> None:
    """Lets the projector show something."""
    changes = {"view": view, "question": question, "perspective": perspective, "blank": False}
    o.act(facilitating().show, opened.token, opened.id, changes)


def _blank(opened: Opened, blank: bool) -> None:
    o.act(facilitating().show, opened.token, opened.id, {"blank": blank})

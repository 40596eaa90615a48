"""The session of this window, and carrying out what a button asks of it.

Two windows may be open on one session: everything that is drawn comes from the database, and a press that no
longer fits does nothing and is told.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from content.loader import texts
from dossier.roles import Action
from dossier.use_cases import NotFound
from dossier.workshop import Phase, Workshop
from dossier.workshop_cases import Full, WrongPhase
from ui import navigation, screens
from ui.access import GONE, Access
from ui.web.downloads import SESSION
from ui.wiring import facilitating

IN_ADDRESS = SESSION
_SAID = "workshop-said"
_MOVED = "workshop-moved"

AT_FIRST = {"question": None, "perspective": None, "blank": False}
_FIRST_VIEWS = {
    Phase.ANSWERING: "join",
    Phase.REVEALED: "card",
    Phase.AGAIN: "join",
    Phase.COMPARED: "rounds",
    Phase.CLOSED: "closing",
}
"""What the projector shows when a phase begins: so the room sees the results when they are revealed."""


@dataclass(frozen=True)
class Opened:
    """A session with the access to its dossier."""

    access: Access
    workshop: Workshop

    @property
    def id(self) -> str:
        """The session's id."""
        return self.workshop.id

    @property
    def token(self) -> str:
        """The secret that proves the access."""
        return self.access.token

    @property
    def edits(self) -> bool:
        """Whether this window leads the session, and does not only look on."""
        return self.access.may(Action.EDIT)

    @property
    def params(self) -> dict[str, str]:
        """What the addresses of this session carry."""
        return {**self.access.params, IN_ADDRESS: self.id}


def require() -> Opened:
    """The session in the address; leaves for the list of sessions when there is none."""
    access = navigation.require()
    try:
        return Opened(access, facilitating().workshop(access.token, st.query_params.get(IN_ADDRESS, "")))
    except NotFound:
        navigation.go(screens.WORKSHOPS, access, melding="weg")


def act(command: Callable[..., Any], *args: Any, said: str = "") -> bool:
    """Carries out a command of a button, and keeps what there is to say of it; whether it was done."""
    message = said
    try:
        command(*args)
    except WrongPhase:
        message = "moved_on"
    except Full:
        message = "full"
    except GONE:
        message = "gone"
    say(message)
    return message == said


def move(opened: Opened, command: Callable[..., Any], *args: Any) -> None:
    """Moves the session on from the phase in which its button was drawn; not when it has moved since."""
    mine = (opened.id, opened.workshop.phase)
    if st.session_state.get(_MOVED) == mine:
        return  # a double press
    if _phase_now(opened) is not opened.workshop.phase:
        say("moved_on")
    elif act(command, opened.token, opened.id, *args):
        st.session_state[_MOVED] = mine
        if after := _phase_now(opened):
            act(facilitating().show, opened.token, opened.id, {**AT_FIRST, "view": _FIRST_VIEWS[after]})


def _phase_now(opened: Opened) -> Phase | None:
    try:
        return facilitating().workshop(opened.token, opened.id).phase
    except GONE:
        return None


def say(message: str) -> None:
    """Keeps a message for `said`, by its key."""
    st.session_state[_SAID] = message


def said() -> None:
    """What there is to say of the last press, once."""
    message = st.session_state.pop(_SAID, "")
    text = texts("werksessie")
    if message in ("moved_on", "full", "gone"):
        st.warning(text(f"said_{message}"))
    elif message:
        st.success(text(f"said_{message}"))

"""Who takes part in a session in this window: from the address and a cookie (see `ui.access` for dossiers).

A dossier's link opens no seat, and a seat opens no dossier: they are other cookies and other secrets.
"""

from dataclasses import dataclass, field
from time import sleep, time

import streamlit as st

from dossier.participating import Gone, Seated, UnknownCode, as_code
from dossier.workshop import Workshop
from ui.web.cookies import seat_cookie
from ui.web.seats import ENTER, STAND, hand_on
from ui.wiring import doorman, participating

_WAY = "way-to-seat"
_FOUND = "code-found"
_WRONG = "code-wrong"


@dataclass(frozen=True)
class Participant:
    """Somebody with a seat in a session, as it is kept now."""

    seated: Seated
    token: str = field(repr=False)
    at: float
    """The moment before it was read, in seconds: what was kept after it may not be in here."""

    @property
    def workshop(self) -> Workshop:
        """The session."""
        return self.seated.workshop

    @property
    def stand(self) -> str:
        """The address where the browser asks how far the session is."""
        return f"{STAND}/{self.workshop.id}"


def token_for(workshop_id: str) -> str:
    """The secret of this browser for a session, or ""."""
    return st.context.cookies.get(seat_cookie(workshop_id), "")


def current(workshop_id: str) -> Participant | None:
    """Who takes part here, or None without a cookie. Raises Gone when the seat was removed."""
    token, at = token_for(workshop_id), time()
    return Participant(participating().seated(token), token, at) if token else None


def takes_part(workshop_id: str) -> bool:
    """Whether this browser has a seat in the session that is still there."""
    try:
        return current(workshop_id) is not None
    except Gone:
        return False


def way() -> str:
    """The address that the browser has to open now; empty when there is none.

    It stays: opening it ends this session, and until then a second tap must not take a second seat.
    """
    return str(st.session_state.get(_WAY, ""))


def look(typed: str) -> Workshop | None:
    """The session of a code, or None. After many wrong codes every new one first waits, right or wrong."""
    code = as_code(typed)
    address = st.context.ip_address
    if st.session_state.get(_FOUND) != code:
        sleep(doorman().wait(address))
    try:
        workshop = participating().look(code)
    except UnknownCode:
        if st.session_state.get(_WRONG) != code:  # what is only drawn again is no other guess
            doorman().failed(address)
        st.session_state[_WRONG] = code
        return None
    st.session_state[_FOUND] = code
    return workshop


def join(code: str, group: str) -> None:
    """Takes a seat, once. Raises Full, UnknownCode, and Invalid for a group the session lacks."""
    if not way():
        st.session_state[_WAY] = f"{ENTER}/{participating().join(code, group).token}"


def let_go(workshop_id: str) -> None:
    """Lets go of the seat of this browser, so that somebody else can join on the same phone."""
    st.session_state[_WAY] = hand_on(workshop_id, token_for(workshop_id))

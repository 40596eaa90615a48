"""Join a session: a code, a group, and what is shown to whom. A QR code leads to answering in three taps."""

import streamlit as st

from content.loader import texts
from dossier.participating import Full, UnknownCode, as_code
from dossier.workshop import CODE_LENGTH, Workshop
from dossier.writing import Invalid
from ui import access as doors
from ui import navigation, participant, screens
from ui.components import invitation
from ui.components.page import FieldError, field_error, frame

CODE = "join-code"
_PROBLEM = "join-problem"


def join(workshop: Workshop) -> None:
    """Takes a seat; what is in the way is told by the run that follows."""
    try:
        participant.join(workshop.code or "", invitation.group_of(workshop))
    except Full:
        st.session_state[_PROBLEM] = "full"
    except Invalid:
        st.session_state[_PROBLEM] = "group_missing"
    except UnknownCode:
        return  # the code is looked up again, and not found


def sought() -> tuple[Workshop | None, tuple[FieldError, ...]]:
    """The session of the code in the field, and what is wrong with what was filled in."""
    text, typed = texts("meedoen"), st.session_state.setdefault(CODE, st.query_params.get("code", ""))
    length = len(as_code(typed))
    if not typed.strip():
        return None, ()
    if length != CODE_LENGTH:
        return None, (FieldError(CODE, text("too_short", n=length)),)
    workshop = participant.look(typed)
    if workshop is None:
        return None, (FieldError(CODE, text("unknown")),)
    problem = st.session_state.pop(_PROBLEM, "")
    place = invitation.GROUP if problem == "group_missing" else CODE
    return workshop, (FieldError(place, text(problem)),) if problem else ()


def draw_session(workshop: Workshop, errors: tuple[FieldError, ...]) -> None:
    """What the session is, and the way in; for who is in already, the way back."""
    text = texts("meedoen")
    invitation.draw(workshop)
    if participant.takes_part(workshop.id):
        st.markdown(text("here"))
        navigation.onward(screens.TAKE_PART, text("go_on"), werksessie=workshop.id)
        st.caption(text("hand_on_help"))
        st.button(text("hand_on"), key="hand-on", on_click=participant.let_go, args=(workshop.id,))
        return
    invitation.draw_privacy(workshop)
    invitation.draw_groups(workshop, errors)
    st.button(text("join"), key="join", type="primary", on_click=join, args=(workshop,))


def screen() -> None:
    """Draws the code, and below it the session that it belongs to."""
    text = texts("meedoen")
    workshop, errors = sought()
    frame(
        text("title"),
        links=navigation.links(screens.JOIN, doors.current()),
        errors=errors,
        focus=f"join-{workshop.id if workshop else ''}-{len(errors)}",
        stored={CODE: st.session_state[CODE]},
        go=participant.way(),
    )
    if st.query_params.get("melding") == "onbekend" and workshop is None:
        st.warning(text("notice_onbekend"))
    if workshop is None:
        st.markdown(text("intro"))
    field_error(CODE, errors)
    st.text_input(text("code"), key=CODE, autocomplete="off")
    if workshop is None:
        st.button(text("find"), key="find", type="primary")
    else:
        draw_session(workshop, errors)


screen()

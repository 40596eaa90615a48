"""What the screen of the house style says after something was done, or could not be done."""

from collections.abc import Callable, Mapping
from contextlib import suppress

import streamlit as st

from content.loader import texts
from documents.style import logo
from documents.style.check import ROOM, check
from documents.style.problem import Problem
from dossier.house_style import LIMITS, MEGABYTE, Part
from ui.access import GONE
from ui.components.page import FieldError
from ui.web.house_style import KEPT

_DONE = "style-done"


def key_of(part: Part) -> str:
    """The key of the form of a part."""
    return f"style-{part}"


def act(done: str, command: Callable[..., None], *args: object) -> None:
    """Carries out a command of a button; what the address still says of a form is over then."""
    with suppress(*GONE):
        command(*args)
    st.session_state[_DONE] = done
    for name in ("melding", "onderdeel", "kleur"):
        st.query_params.pop(name, None)


def done(params: Mapping[str, str]) -> str:
    """What was done just now, by a button or by a form: the key of a message, or ""."""
    just_now = str(st.session_state.pop(_DONE, ""))
    return just_now or (KEPT if params.get("melding") == KEPT else "")


def error_in(params: Mapping[str, str]) -> FieldError | None:
    """What was wrong with a form, from the address it came back to; None when nothing was."""
    if params.get("melding", KEPT) == KEPT or params.get("onderdeel") not in list(Part):
        return None
    part = Part(params["onderdeel"])
    if part is Part.ACCENT:
        found = check(part, params.get("kleur", "").encode())
        message = _words("accent", found, part) if isinstance(found, Problem) else None
    else:
        message = _words("file", Problem(params["melding"], limits(part)), part)
    return FieldError(key_of(part), message) if message else None


def limits(part: Part) -> dict[str, str]:
    """The figures that hints and messages name."""
    figures = {"limit": LIMITS[part] // MEGABYTE, "least": logo.SMALLEST, "most": logo.LARGEST, "room": ROOM}
    return {name: str(figure) for name, figure in figures.items()}


def _words(kind: str, problem: Problem, part: Part) -> str | None:
    """The message of a problem, or None: an address may hold anything."""
    text = texts("huisstijl")
    for key in (f"{kind}_{problem.key}", f"{kind}_{problem.key}_{part}"):
        if key in text:
            return text(key, **problem.values)
    return None

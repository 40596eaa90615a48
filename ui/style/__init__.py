"""The look of every page, and the one piece of JavaScript: its stylesheet and its front-end component.

The stylesheet stands in the HTML page itself (see `ui.web.language`). ``inject`` goes once into every run;
its message is the same in every run, so a browser that has it gets a reference of a few bytes. What changes
from page to page goes through ``front_end``, and ``stored`` tells the browser which drafts may go.
"""

import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import NotRequired, TypedDict

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from content.loader import texts

HERE = Path(__file__).parent
_RUNS = count(int(time.time() * 1000))  # goes on counting upwards when the server starts anew
_CODE = "front-end-code"

# Hands its data to the code, which may be loaded before or after it.
_SIGNAL = """
export default ({ data }) => {
  (window.frontEndSignals ??= []).push(data);
  window.dispatchEvent(new Event("front-end-signal"));
};
"""


@cache
def _code() -> ComponentRenderer:
    source = (HERE / "front_end.js").read_text(encoding="utf-8")
    return st.components.v2.component("front_end_code", js=source, isolate_styles=False)


@cache
def _signal() -> ComponentRenderer:
    return st.components.v2.component("front_end_signal", js=_SIGNAL, isolate_styles=False)


def inject() -> None:
    """Puts the front-end code into the page."""
    text = texts("pagina")
    words = ("skip", "nav", "offline", "copied", "copy_failed", "progress", "close", "not_saved")
    _code()(
        key=_CODE,
        data={word: text(word) for word in words},
        # The browser asks for a run after a broken connection; the run itself is all that is needed.
        on_resumed_change=_nothing,
        on_typed_over_change=_note_typed_over,
        on_stand_change=_nothing,
        on_late_change=_note_late,
    )


def _nothing() -> None:
    """What happens on an event that only has to cause a run."""


def _note_typed_over() -> None:
    st.session_state["typed-over"] = dict(st.session_state[_CODE]["typed_over"])


def _note_late() -> None:
    st.session_state["came-late"] = True


def came_late() -> bool:
    """Whether an answer in a session came after its round and was not kept; once."""
    return bool(st.session_state.pop("came-late", False))


class TypedOver(TypedDict):
    """What the browser knows of a draft: its texts that were sent, and the version that it was typed over.

    Without a version it was typed over the one that the field has here.
    """

    own: list[str]
    version: NotRequired[int]


def typed_over() -> Mapping[str, TypedOver]:
    """The drafts of an earlier visit, by the keys of their fields; once.

    The browser sends a draft with a version when `stored` gives the field that version.
    """
    found: Mapping[str, TypedOver] = st.session_state.pop("typed-over", {})
    return found


class Watch(TypedDict):
    """What the browser asks about every few seconds: at which address, and the answer known here.

    The address answers with JSON, ``{"stand": …}``. When that differs, the browser asks for one run.
    """

    address: str
    stand: str


class Answers(TypedDict):
    """What is kept of a ballot: the choices by the numbers of the statements, as read at a moment in seconds.

    ``name`` tells it from every other ballot.
    """

    name: str
    kept: dict[str, str]
    at: float


@dataclass(frozen=True)
class Signal:
    """What the browser has to know about a page.

    ``title`` is the name of the tab, ``heading`` the text of the h1. When ``focus`` or ``errors`` (keys
    of fields) differ from the last ones, the heading gets the focus, or the error summary. ``stored``
    holds what the server has for the text fields of this page, and ``copy`` the text (or an address that
    begins with /) that a button copies, both by the key of the widget. ``go`` is an address in the app
    but outside Streamlit, to open at once, ``watch`` something that may change elsewhere, and ``answers``
    what is kept of the statements on this page.
    """

    title: str
    heading: str
    focus: str
    errors: tuple[str, ...] = ()
    stored: Mapping[str, str] = field(default_factory=dict)
    copy: Mapping[str, str] = field(default_factory=dict)
    go: str = ""
    watch: Watch | None = None
    answers: Answers | None = None


def focus_on(*keys: str) -> None:
    """Gives the focus, after the run that follows, to the first of these that is on the screen then.

    For a callback that takes away what was pressed. A key is that of a widget, or of a container: then its
    first field gets the focus, or the container itself. It stays where it is if a person has moved on.
    """
    st.session_state["focus-on"] = keys


def front_end(signal: Signal) -> None:
    """Tells the browser about this page."""
    _send("front-end-signal", asdict(signal))


def stored(values: Mapping[str, str], versions: Mapping[str, int]) -> None:
    """Tells the browser, at the end of a run, what it has for text fields, by the keys of the widgets.

    ``versions`` says over which version the text of a field is saved (see `typed_over`).
    """
    focus_on = list(st.session_state.pop("focus-on", ()))
    _send("front-end-stored", {"stored": dict(values), "versions": dict(versions), "focusOn": focus_on})


def _send(key: str, data: dict[str, object]) -> None:
    # The number makes every run's signal a new one; the browser would not look at it otherwise.
    _signal()(key=key, data=data | {"run": next(_RUNS)})

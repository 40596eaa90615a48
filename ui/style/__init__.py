"""The look of every page, and the one piece of JavaScript: its stylesheet and its front-end component.

``inject`` goes once into every run. Both its messages are the same in every run, so a browser that has
them gets a reference of a few bytes. What changes from page to page goes through ``front_end``, which
is small; inside a fragment that stores text, ``stored`` tells the browser that its draft may go.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from content.loader import texts

HERE = Path(__file__).parent

# Hands its data to the code, which may be loaded before or after it.
_SIGNAL = """
export default ({ data }) => {
  (window.frontEndSignals ??= []).push(data);
  window.dispatchEvent(new Event("front-end-signal"));
};
"""


@cache
def _stylesheet() -> str:
    return f"<style>{(HERE / 'style.css').read_text(encoding='utf-8')}</style>"


@cache
def _code() -> ComponentRenderer:
    source = (HERE / "front_end.js").read_text(encoding="utf-8")
    return st.components.v2.component("front_end_code", js=source, isolate_styles=False)


@cache
def _signal() -> ComponentRenderer:
    return st.components.v2.component("front_end_signal", js=_SIGNAL, isolate_styles=False)


def inject() -> None:
    """Puts the stylesheet and the front-end code into the page."""
    st.html(_stylesheet())
    text = texts("pagina")
    words = ("skip", "nav", "offline", "copied", "copy_failed", "progress")
    _code()(key="front-end-code", data={word: text(word) for word in words})


def front_end(
    title: str,
    *,
    focus: str = "",
    stored: Mapping[str, str] | None = None,
    errors: Sequence[str] = (),
    go: str = "",
) -> None:
    """Tells the browser about this page.

    ``title`` becomes the name of the tab. When ``focus`` differs from the last one, the page's heading
    gets the focus, or the error summary if there are ``errors`` (keys of fields). ``stored`` holds what
    the server has for the text fields of this page, by the key of the field. ``go`` is an address inside
    the app, outside Streamlit, to open at once.
    """
    _signal()(
        key="front-end-signal",
        data={"title": title, "focus": focus, "stored": dict(stored or {}), "errors": list(errors), "go": go},
    )


def stored(values: Mapping[str, str], *, place: str) -> None:
    """Tells the browser what the server has now for these fields, from within the fragment ``place``."""
    _signal()(key=f"front-end-stored-{place}", data={"stored": dict(values)})

"""Lists of things to read: as bullets, and so many at a time."""

from collections.abc import Iterable

import streamlit as st

from ui.components.literal import literal

AT_A_TIME = 5
"""How many of a list are shown at once; the rest comes with one press."""


def bullets(lines: Iterable[str]) -> None:
    """Our own lines as a list."""
    bullets_of_markdown(map(literal, lines))


def bullets_of_markdown(lines: Iterable[str]) -> None:
    """A list of lines that are Markdown already, each on one line."""
    st.markdown("\n".join(f"- {line}" for line in lines))

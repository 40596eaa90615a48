"""A quiet clock: which block of the programme is going on, and about how many minutes are left.

The time is the server's, so that two windows say the same. Nothing moves but the number of minutes.
"""

from datetime import UTC, datetime
from math import ceil

import streamlit as st

from content import schema
from content.loader import texts
from content.loader import workshop as script
from dossier.workshop import Shown, Workshop
from ui import navigation, screens
from ui.components.literal import literal
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating


def programme(workshop: Workshop) -> tuple[schema.Block, ...]:
    """The programme of a session: two hours for two perspectives, one for one."""
    both = len(workshop.setup.perspectives) > 1
    return script().programmes["two_hours" if both else "one_hour"].blocks


def current(workshop: Workshop) -> int | None:
    """Which block is going on, from 0; None before the first."""
    keys = [block.key for block in programme(workshop)]
    return keys.index(workshop.shown.block) if workshop.shown.block in keys else None


def minutes_left(shown: Shown, block: schema.Block, now: datetime) -> int:
    """How many minutes of a block are left, rounded up; 0 or less when the time is over."""
    began = shown.block_began or now
    return ceil(block.minutes - (now - began).total_seconds() / 60)


def tell(workshop: Workshop) -> None:
    """The block and its minutes, as text; for a fragment that is drawn again and again."""
    text, at = texts("werksessie"), current(workshop)
    if at is None:
        st.caption(text("clock_off"))
        return
    block = programme(workshop)[at]
    st.markdown(f"**{literal(block.title)}** · {rest(workshop, block)}")


def rest(workshop: Workshop, block: schema.Block) -> str:
    """How many minutes of a block are left, in words."""
    text, left = texts("werksessie"), minutes_left(workshop.shown, block, datetime.now(UTC))
    return text("clock_left", n=left) if left > 0 else text("clock_over")


def button(opened: Opened) -> None:
    """A way to the first block, or to the next, and to the script."""
    navigation.link(screens.SCRIPT, texts("werksessie")("to_script"), opened.access)
    text, at, blocks = texts("werksessie"), current(opened.workshop), programme(opened.workshop)
    following = 0 if at is None else at + 1
    if following >= len(blocks):
        return
    block = blocks[following]
    label = text("clock_start" if at is None else "clock_next", name=literal(block.title))
    st.button(label, key=f"block-{block.key}", on_click=_go_to, args=(opened, block.key))


def _go_to(opened: Opened, key: str) -> None:
    """Begins a block; one that is going on already goes on."""
    if opened.workshop.shown.block != key:
        began = {"block": key, "block_began": datetime.now(UTC)}
        o.act(facilitating().show, opened.token, opened.id, began)

"""A quiet clock: which block of the programme is going on, and about how many minutes are left.

The time is the server's, so that two windows say the same. Nothing moves but the number of minutes.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

import streamlit as st

from content.loader import texts
from dossier.workshop import Shown, Workshop
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating


@dataclass(frozen=True)
class Block:
    """A part of the programme, and how many minutes it takes."""

    key: str
    minutes: int


TWO_HOURS = (
    Block("welcome", 10),
    Block("answer", 20),
    Block("reveal", 15),
    Block("talk", 45),
    Block("again", 15),
    Block("close", 15),
)
ONE_HOUR = (
    Block("welcome", 5),
    Block("answer", 10),
    Block("reveal", 10),
    Block("talk", 25),
    Block("close", 10),
)


def programme(workshop: Workshop) -> tuple[Block, ...]:
    """The programme of a session: two hours for two perspectives, one for one."""
    return TWO_HOURS if len(workshop.setup.perspectives) > 1 else ONE_HOUR


def current(workshop: Workshop) -> int | None:
    """Which block is going on, from 0; None before the first."""
    keys = [block.key for block in programme(workshop)]
    return keys.index(workshop.shown.block) if workshop.shown.block in keys else None


def minutes_left(shown: Shown, block: Block, now: datetime) -> int:
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
    left = minutes_left(workshop.shown, block, datetime.now(UTC))
    rest = text("clock_left", n=left) if left > 0 else text("clock_over")
    st.markdown(f"**{text(f'block_{block.key}')}** · {rest}")


def button(opened: Opened) -> None:
    """A way to the first block, or to the next."""
    text, at, blocks = texts("werksessie"), current(opened.workshop), programme(opened.workshop)
    following = 0 if at is None else at + 1
    if following >= len(blocks):
        return
    block = blocks[following]
    label = text("clock_start" if at is None else "clock_next", name=text(f"block_{block.key}"))
    st.button(label, key=f"block-{block.key}", on_click=_go_to, args=(opened, block.key))


def _go_to(opened: Opened, key: str) -> None:
    """Begins a block; one that is going on already goes on."""
    if opened.workshop.shown.block != key:
        began = {"block": key, "block_began": datetime.now(UTC)}
        o.act(facilitating().show, opened.token, opened.id, began)

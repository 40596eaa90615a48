"""The simulated group of a practice session, and saying everywhere that it is one."""

import secrets
from contextlib import suppress
from random import SystemRandom

import streamlit as st

from content.loader import texts
from typetest.practice import simulated
from ui.access import GONE
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating

PEOPLE = 24
"""How many people the simulated group has: enough for three groups of eight."""


def mark(opened: Opened) -> None:
    """Says that this is no real session."""
    if opened.workshop.setup.practice:
        with st.container(key="warn-practice"):
            st.markdown(texts("werksessie")("practice"))


def draw(opened: Opened) -> None:
    """A button that lets the simulated group answer, in a practice session."""
    text = texts("werksessie")
    if opened.workshop.setup.practice:
        args = (opened, f"oefening-{secrets.token_hex(4)}")
        st.button(text("practice_fill", n=PEOPLE), key="practice-fill", on_click=_fill, args=args)


def _fill(opened: Opened, name: str) -> None:
    """Adds the group once: who presses twice meant one group."""
    with suppress(*GONE):
        if sum(counted.joined for counted in facilitating().counted(opened.token, opened.id)) >= PEOPLE:
            o.say("practice_full")
            return
    setup = opened.workshop.setup
    groups = [group.key for group in setup.groups]
    people = simulated(PEOPLE, groups, setup.perspectives, SystemRandom())
    forms = {f"{name}-{n}": (person.group, person.answers) for n, person in enumerate(people)}
    o.act(facilitating().add_forms, opened.token, opened.id, forms, said="practice_filled")

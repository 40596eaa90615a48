"""Choosing cells of the score card without a dossier. What is chosen stands in the address, to be shared."""

import streamlit as st

from content.loader import texts
from typetest.chart import Cell
from typetest.model import Axis, Perspective, pole_of
from ui.components import score_card
from ui.components.outcome import pole_in_words

CHOSEN = "cel"  # beside the two perspectives: the query parameter that names the cell to read about


def in_address(name: str) -> Cell | None:
    """The cell that the address gives for ``name``, or None."""
    return score_card.read(st.query_params.get(name, ""))


def address() -> dict[str, str]:
    """The cells in the address, by name, without anything else that stands there."""
    cells = {name: in_address(name) for name in (CHOSEN, *Perspective)}
    return {str(name): score_card.written(cell) for name, cell in cells.items() if cell}


def put(name: str, cell: Cell | None) -> None:
    """Puts something on the card, or with None takes it off."""
    if cell is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = score_card.written(cell)


def draw_picture(scores: score_card.Scores) -> None:
    """The card, of which a cell can be chosen."""
    chosen = in_address(CHOSEN)
    # A new picture for every choice: plotly would take a second press on a cell for taking it back.
    key = f"picture-{score_card.written(chosen) if chosen else 'empty'}"
    score_card.draw(scores, chosen=chosen, key=key, on_select=lambda: _from_picture(key))


def _from_picture(key: str) -> None:
    cell = score_card.selected(key)
    if cell:
        put(CHOSEN, cell)


def draw_lists() -> None:
    """Both counts as lists, for whoever does not use the picture."""
    text, chosen = texts("scorekaart"), in_address(CHOSEN)
    for number, axis in enumerate(Axis):
        key = f"count-{axis}"
        if chosen:
            st.session_state[key] = str(chosen[number])
        counts = reversed(score_card.COUNTS)
        # The first says that nothing is chosen; a list that can be cleared is partly English.
        names = {"": text("placeholder")}
        names |= {str(n): text("count", n=n, pole=pole_in_words(pole_of(axis, n))) for n in counts}
        st.selectbox(
            text(axis.value),
            list(names),
            key=key,
            format_func=names.__getitem__,
            filter_mode=None,
            on_change=_from_lists,
        )


def _from_lists() -> None:
    cell = score_card.read("-".join(st.session_state[f"count-{axis}"] for axis in Axis))
    if cell:
        put(CHOSEN, cell)


def draw_buttons() -> None:
    """Puts "now" and "wanted" in the chosen cell, or takes them off."""
    text, chosen = texts("scorekaart"), in_address(CHOSEN)
    for perspective in Perspective:
        name, here = perspective.value, in_address(perspective)
        if chosen and chosen != here:
            st.button(text(f"put_{name}"), key=f"put-{name}", on_click=put, args=(name, chosen))
        if here:
            label = text(f"remove_{name}")
            st.button(label, key=f"remove-{name}", type="tertiary", on_click=put, args=(name, None))

"""The score card for everybody, without a dossier."""

from urllib.parse import urlencode

import streamlit as st

from content.loader import texts, typetest
from typetest.chart import Cell
from typetest.model import Perspective
from typetest.scoring import poles_of_cell, type_of_cell
from ui import access as doors
from ui import navigation, screens
from ui.components import cell_choice, outcome, score_card, terms, type_text
from ui.components.page import frame


def moves(cells: dict[Perspective, Cell]) -> None:
    """What the way from "now" to "wanted" asks, once both are on the card."""
    if len(cells) == len(Perspective):
        now, wanted = (poles_of_cell(*cells[perspective]) for perspective in Perspective)
        pairs = [(origin, target) for origin, target in zip(now, wanted, strict=True) if origin is not target]
        type_text.draw_moves(pairs)


def about(cell: Cell) -> None:
    """The type of the chosen cell, and what belongs to both its poles."""
    type_id = type_of_cell(*cell)
    name = outcome.type_name(type_id)
    st.header(texts("typetest")("heading", type=type_id, name=name), anchor=False)
    type_text.draw_type(type_id, "chosen")
    for column, pole in zip(st.columns(2, gap="medium"), poles_of_cell(*cell), strict=True):
        with column:
            type_text.draw_pole(pole)
    words = typetest().types[type_id.value]
    terms.explain((words.portrait, words.strength, words.risk, words.advice))


def in_words(name: str, cell: Cell | None) -> str:
    """Where something is on the card, or that it is not there yet."""
    if cell is None:
        return texts("scorekaart")("nowhere", name=name)
    return outcome.position(name, score_card.score_of_cell(cell))


def screen() -> None:
    """Draws the card, what can be chosen, and what belongs to the choice."""
    text, access = texts("scorekaart"), doors.current()
    chosen = cell_choice.in_address(cell_choice.CHOSEN)
    cells = {p: cell for p in Perspective if (cell := cell_choice.in_address(p))}
    scores = {perspective: score_card.score_of_cell(cell) for perspective, cell in cells.items()}
    shared = f"/{screens.EXPLORE.url_path}?{urlencode(cell_choice.address())}"
    frame(
        text("title"),
        links=navigation.links(screens.EXPLORE, access),
        wide=True,
        focus="explore",
        copy={"share": shared},
    )
    st.markdown(text("intro"))
    places = {texts("typetest")(f"perspective_{p}"): cells.get(p) for p in Perspective}
    places[text("chosen")] = chosen
    st.markdown("  \n".join(in_words(name, cell) for name, cell in places.items()))
    left, right = st.columns([5, 4], gap="medium")
    with left:
        cell_choice.draw_picture(scores)
        score_card.table([(name, score_card.score_of_cell(cell)) for name, cell in places.items() if cell])
    with right:
        st.header(text("choose"), anchor=False)
        st.markdown(text("choose_help"))
        cell_choice.draw_lists()
        cell_choice.draw_buttons()
        if any(places.values()):
            st.button(text("share"), key="share", type="tertiary")
            st.caption(text("share_help"))
    moves(cells)
    if chosen:
        about(chosen)


screen()

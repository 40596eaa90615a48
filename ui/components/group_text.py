"""What a group says, in words: beside a statement, under a score card, and where something is not shown."""

import streamlit as st

from content.loader import texts
from documents.group_words import (
    about_whom,
    band_in_words,
    card_in_words,
    centre_in_words,
    conclusion,
    split_in_full,
    split_in_words,
    spread_in_words,
    why_no_card,
    why_no_splits,
)
from typetest.group import Card
from typetest.scoring import type_of_cell

__all__ = [
    "about_whom",
    "band_in_words",
    "card_in_words",
    "centre_in_words",
    "conclusion",
    "split_in_full",
    "split_in_words",
    "spread_in_words",
    "table",
    "why_no_card",
    "why_no_splits",
]


def table(card: Card) -> None:
    """The same as the picture, as a table with a row for each cell that has people."""
    text = texts("groep")
    columns = {
        text("column_sturing"): [cell.sturing for cell in card.cells],
        text("column_insteek"): [cell.insteek for cell in card.cells],
        text("column_type"): [type_of_cell(cell.sturing, cell.insteek).value for cell in card.cells],
        text("column_people"): [cell.people for cell in card.cells],
    }
    st.table(columns, alt=text("table_alt"), hide_index=True, border="horizontal")

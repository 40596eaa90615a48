"""The score card of a group as a picture, light enough to be drawn again and again.

The drawing is that of the documents. It is an image with its words as the alternative text: a drawing as
such would not pass the cleaning that Streamlit does.
"""

from functools import lru_cache

import streamlit as st

from content.loader import texts
from documents import group_card
from documents.figures import as_images, data_uri
from typetest.group import Card
from ui.components import group_text

Cell = tuple[int, int]
KEPT = 64
"""How many pictures are remembered: those of every group of a few sessions."""


@lru_cache(maxsize=KEPT)
def image(card: Card, own: Cell | None = None) -> str:
    """The picture as an element of HTML; ``own`` is the cell (sturing, insteek) of who looks, to outline."""
    text = texts("groep")
    drawn = group_card.picture(
        group_card.group_drawing(card, own), group_text.card_in_words(card), text("cross"), text("own")
    )
    return as_images(drawn, lambda figure: data_uri("image/svg+xml", figure.svg.encode()))


def draw(card: Card, own: Cell | None = None) -> None:
    """The conclusion in words, the picture, and the same as a table behind one press."""
    text = texts("groep")
    st.markdown(f"**{group_text.conclusion(card)}**")
    st.html(image(card, own))
    st.markdown(group_text.spread_in_words(card))
    with st.expander(text("table")):
        group_text.table(card)

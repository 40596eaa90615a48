"""The words of a page, explained on that page."""

from collections.abc import Iterable

import streamlit as st

from content.loader import texts
from content.terms import terms_in
from ui.components.literal import literal


def explain(shown: Iterable[str]) -> None:
    """The terms that appear in ``shown``, behind one press; nothing when there are none."""
    found = terms_in(shown)
    if not found:
        return
    with st.expander(texts("begrippen")("on_this_page", n=len(found))):
        for term in found:
            st.markdown(f"**{literal(term.term)}**  \n{literal(term.meaning)}")

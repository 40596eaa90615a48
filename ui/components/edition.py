"""Which wording of the questions a dossier belongs to."""

import streamlit as st

from content.loader import edition_name, texts
from ui.access import Access
from ui.components.literal import literal


def tell(access: Access) -> None:
    """Says that the dossier is of another edition of the content; nothing when it is of the one in use."""
    edition = access.dossier.edition
    if edition != edition_name():
        st.caption(texts("typetest")("other_edition", edition=literal(edition)))

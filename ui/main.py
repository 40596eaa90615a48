"""Navigation, and nothing else."""

import streamlit as st

from content.loader import texts
from ui import screens

text = texts("web")
st.set_page_config(page_title=text("title"), page_icon="static/favicon.svg", layout="wide")
pages = [
    st.Page(
        screen.file,
        title=text("title"),
        url_path=screen.url_path or None,
        default=screen is screens.START,
        visibility="hidden",
    )
    for screen in screens.ALL
]
st.navigation(pages, position="hidden").run()

"""Shows every nasty text in every element that reads Markdown, as a user's text would be shown."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from tests.browser.apps.nasty import NASTY
from ui.components.literal import literal

st.set_page_config(page_title="literal", layout="wide")
for number, text in enumerate(NASTY):
    shown = literal(text)
    elements: dict[str, Callable[[str], object]] = {
        "markdown": st.markdown,
        "caption": st.caption,
        "info": st.info,
        "error": st.error,
        "button": st.button,
        "checkbox": st.checkbox,
        "expander": st.expander,
        "text_input": st.text_input,
        "text_area": st.text_area,
    }
    for name, element in elements.items():
        with st.container(key=f"{name}-{number}"):
            element(shown)
    with st.container(key=f"title-{number}"):
        st.title(literal(" ".join(text.split())), anchor=False)
    with st.container(key=f"radio-{number}"):
        st.radio("-", [shown], key=f"r{number}", label_visibility="collapsed")
    with st.container(key=f"page_link-{number}"):
        st.page_link("https://example.org", label=shown)
    with st.container(key=f"metric-{number}"):
        st.metric(shown, "1")
    with st.container(key=f"metric_value-{number}"):
        st.metric("x", shown)
    with st.container(key=f"table-{number}"):
        st.table(pd.DataFrame({shown: [shown]}))
    with st.container(key=f"progress-{number}"):
        st.progress(0.5, text=shown)
    with st.container(key=f"tab-{number}"):
        st.tabs([shown])
st.text("klaar", width="content")

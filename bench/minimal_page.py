"""The least that Streamlit can do with an answer: one radio in a fragment, kept nowhere. To compare with."""

import streamlit as st


@st.fragment
def question() -> None:
    """One question."""
    st.radio("Question", ("Yes", "No"), index=None)


question()

"""Two pages with the frame around them: a page of fields that are kept in a file, and a form with errors."""

import os
from pathlib import Path

import streamlit as st

from ui.components.page import FieldError, NavLink, field_error, frame

KEPT = Path(os.environ["KEPT"])  # the file that stands for what a database holds of dossier 7


def links(active: str) -> list[NavLink]:
    return [
        NavLink("Proef", velden),
        NavLink("Velden", velden, {"dossier": "7"}, active=active == "velden"),
        NavLink("Formulier", formulier, active=active == "formulier"),
    ]


def fields() -> None:
    file = KEPT if st.query_params.get("dossier") == "7" else KEPT.with_name("other")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    if "item.7" not in st.session_state:
        st.session_state["item.7"] = kept
    if st.session_state["item.7"] != kept:
        kept = st.session_state["item.7"]
        file.write_text(kept, encoding="utf-8")
    step = st.session_state.setdefault("step", 1)
    frame(
        f"Stap {step}",
        links=links("velden"),
        focus=f"step-{step}",
        progress=step / 9,
        kicker=f"{step} van 9",
        stored={"item.7": kept},
        copy={"copy-link": "/open/abc"},
    )
    st.text_area("Wat *wilt* u?", key="item.7")
    st.caption(f"Bewaard: {kept}")
    st.button("Kopieer", key="copy-link")
    if st.button("Volgende stap"):
        st.session_state["step"] += 1
        st.rerun()
    st.button("Nog een keer")


def form() -> None:
    wrong = st.session_state.get("save") and not st.session_state.get("name")
    errors = [FieldError("name", "Vul een naam in.")] if wrong else []
    frame("Nieuw dossier", links=links("formulier"), errors=errors)
    field_error("name", errors)
    st.text_input("Naam", key="name")
    st.button("Bewaar", key="save", type="primary")


st.set_page_config(page_title="proef", layout="wide")
velden = st.Page(fields, url_path="velden", default=True)
formulier = st.Page(form, url_path="formulier")
st.navigation([velden, formulier], position="hidden").run()

"""How people come in: the code, the short address and the picture to scan."""

from functools import cache
from pathlib import Path
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st
from jinja2 import Environment, FileSystemLoader, Template

from content.loader import texts, typetest
from ui.components.literal import literal
from ui.components.qr import qr
from ui.components.workshop.opened import Opened
from ui.screens import JOIN

_FIRST = 3  # signs of the code before the gap


@cache
def _template() -> Template:
    folder = Path(__file__).parent
    return Environment(loader=FileSystemLoader(folder), autoescape=True).get_template("joining.html.j2")


def spaced(code: str) -> str:
    """A code in two pieces, as it is read out: "K7R 4MXP"."""
    return f"{code[:_FIRST]} {code[_FIRST:]}"


def short_address() -> str:
    """The address to type, without what a browser adds by itself."""
    return f"{urlsplit(st.context.url or '').netloc}/{JOIN.url_path}"


def address(code: str) -> str:
    """The address that fills in the code."""
    page = urlsplit(st.context.url or "")
    return urlunsplit((page.scheme, page.netloc, f"/{JOIN.url_path}", urlencode({"code": code}), ""))


def draw(opened: Opened) -> None:
    """Code, address and picture; nothing once the session is closed."""
    code, text = opened.workshop.code, texts("werksessie")
    if code is None:
        return
    names = (typetest().perspectives[p.value].name for p in opened.workshop.setup.perspectives)
    with st.container(key="card-joining"):
        st.header(text("join_heading"), anchor=False)
        st.html(
            _template().render(
                code=spaced(code),
                code_label=text("join_code"),
                address=short_address(),
                address_label=text("join_address"),
                picture=qr(address(code)),
                words=text("join_picture", code=spaced(code)),
            )
        )
        st.caption(text("join_about", names=literal(", ".join(names))))

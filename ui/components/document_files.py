"""The files of a document: made when they are asked for, then offered with their size."""

from datetime import UTC, date, datetime

import streamlit as st

from content.loader import texts
from documents.catalogue import Busy, DocumentError, TooMuch
from documents.render import FORMATS, Options
from dossier.house_style import HouseStyle
from stappenplan.dutch import day_of, size
from ui import style
from ui.access import Access
from ui.components.literal import literal
from ui.web.downloads import Wanted, job_of
from ui.wiring import press

_MADE = "document-made"
_READY = "files-ready"
_WHY = {Busy: "busy", TooMuch: "too_much"}
"""Why there are no files, in the words of the screen."""


def today() -> date:
    """The date that documents carry."""
    return day_of(datetime.now(UTC))


def notice() -> None:
    """Says so when a file that was asked for could not be made."""
    if st.query_params.get("melding") == "te_groot":
        st.error(texts("document")("too_much"))


def draw(access: Access, document: str, options: Options, on: date, house: HouseStyle) -> None:
    """A button that makes the files, and the files once they are made of what the dossier holds now."""
    text = texts("document")
    job = job_of(access.dossier, house, document, options, on)
    st.header(text("download_heading"), anchor=False)
    made = st.session_state.get(_MADE)
    press()  # its workers get ready while a person chooses
    if not made or made[0] != job.key:
        st.markdown(text("make_again" if made else "make_intro"))
        if not st.button(text("make"), key="make-files", type="primary"):
            return
        try:
            with st.spinner(text("making")):
                files = press().make(job)
        except DocumentError as error:
            st.error(text(_WHY.get(type(error), "not_made")))
            return
        made = st.session_state[_MADE] = (job.key, {name: len(content) for name, content in files.items()})
        style.focus_on(_READY)  # the button that had it is gone
        st.rerun()
    wanted = Wanted(access.dossier.id, access.role, document, options)
    with st.container(key=_READY):
        st.markdown(text("made"))
    for name, length in made[1].items():
        _file(wanted, name, length)


def _file(wanted: Wanted, name: str, length: int) -> None:
    text = texts("document")
    with st.container(border=True, key=f"card-{name}"):
        st.markdown(text(f"about_{name}"))
        label = text(f"download_{name}", size=size(length), kind=FORMATS[name].extension)
        st.link_button(literal(label), wanted.address(name), key=f"download-{name}")

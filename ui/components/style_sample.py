"""A house style to look at: a page on screen and to download, and the choice to use what is proposed."""

from collections.abc import Callable

import streamlit as st

from content.loader import texts
from documents.formats import FORMATS
from documents.style.check import warnings
from documents.style.sample import sample_file, sample_on_screen
from dossier.house_style import HouseStyle, KeptPart
from ui.access import Access
from ui.components.literal import literal
from ui.components.style_messages import act
from ui.wiring import use_cases

_IN_ORDER = ("odt", "docx", "pdf")


def draw(access: Access, style: HouseStyle, *, proposed: bool) -> None:
    """The page on screen, and a button for each format it can be had in."""
    text = texts("huisstijl")
    with st.container(border=True, key="paper"):
        st.html(sample_on_screen(style))
    st.markdown(text("sample_text"))

    def made(name: str) -> Callable[[], bytes]:
        return lambda: sample_file(name, use_cases().house_style(access.token, proposed=proposed))

    with st.container(horizontal=True, key="style-samples"):
        for name in (name for name in _IN_ORDER if name in FORMATS):
            st.download_button(
                text(f"sample_{name}"),
                made(name),
                file_name=f"{text('sample_name')}.{FORMATS[name].extension}",
                mime=FORMATS[name].media_type,
                key=f"sample-{name}",
                on_click="ignore",
            )


def draw_proposal(access: Access, found: list[KeptPart], style: HouseStyle) -> None:
    """What is new and what it lacks, a sample of it, and the choice to use it."""
    text = texts("huisstijl")
    st.header(text("proposal_heading"), anchor=False)
    st.markdown(text("proposal_text"))
    for new in found:
        content = getattr(style, new.part)
        named = literal(content if isinstance(content, str) else new.name)
        st.markdown(f"- **{text(f'heading_{new.part}')}**: {named}")
        for warning in warnings(new.part, content) if isinstance(content, bytes) else ():
            st.warning(text(f"warning_{warning.key}", **{k: literal(v) for k, v in warning.values.items()}))
    draw(access, style, proposed=True)
    # Only what was seen here: somebody else may propose another one meanwhile.
    use = ("used", use_cases().use_style, access.token, [new.digest for new in found])
    reject = ("rejected", use_cases().reject_style, access.token)
    with st.container(horizontal=True, key="style-choice"):
        st.button(text("use"), key="style-use", type="primary", on_click=act, args=use)
        st.button(text("reject"), key="style-reject", on_click=act, args=reject)

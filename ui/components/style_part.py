"""One part of a house style: what is in use, and a plain form to bring in something else."""

from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, Template

from content.loader import texts
from dossier.house_style import HouseStyle, KeptPart, Part
from ui.access import Access
from ui.components.literal import literal
from ui.components.page import FieldError
from ui.components.style_messages import key_of, limits
from ui.web.cookies import proof_of
from ui.web.house_style import action_of
from ui.web.sent_form import CONTENT, PROOF

_ACCEPT = {
    Part.LOGO: ".png,.jpg,.jpeg,image/png,image/jpeg",
    Part.REFERENCE_DOCX: ".docx",
    Part.REFERENCE_ODT: ".odt",
}


@cache
def _template(name: str) -> Template:
    return Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True).get_template(name)


def draw(part: Part, found: KeptPart | None, style: HouseStyle) -> None:
    """What is in use of a part."""
    text = texts("huisstijl")
    st.subheader(text(f"heading_{part}"), anchor=False)
    st.markdown(text(f"about_{part}"))
    if found is None:
        st.markdown(text("not_in_use"))
    elif part is Part.ACCENT and style.accent:
        st.markdown(text("in_use_accent", colour=literal(style.accent)))
        swatch(style.accent)
    else:
        size = max(1, found.size // 1024)
        st.markdown(text("in_use_file", name=literal(found.name), size=size))


def swatch(colour: str) -> None:
    """A patch of a colour."""
    words = texts("huisstijl")("colour_is", colour=colour)
    st.html(_template("swatch.html.j2").render(colour=colour, words=words))


def form(access: Access, part: Part, error: FieldError | None, typed: str) -> None:
    """The form to bring in another one; ``typed`` is what stands in the text field."""
    text = texts("huisstijl")
    with st.container(key=key_of(part)):
        st.html(
            _template("plain_form.html.j2").render(
                part=part.value,
                action=action_of(part, access.dossier.id, access.role),
                label=text(f"label_{part}"),
                hint=text(f"hint_{part}", **limits(part)),
                error=error.message if error and error.key == key_of(part) else "",
                accept=_ACCEPT.get(part, ""),
                value=typed,
                content=CONTENT,
                proof_field=PROOF,
                proof=proof_of(access.token),
                send=text(f"send_{part}"),
            )
        )

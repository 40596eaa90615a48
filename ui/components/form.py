"""The form of the long texts of an item: whether signs mean something, which, and how it looks.

All of it stands behind one press, once for an item and always in the same place. A preview that came and
went with what is typed would move the button that somebody is just about to press.
"""

from collections.abc import Iterable, Mapping

import streamlit as st

from content import schema
from content.loader import texts
from documents.markup import with_form
from stappenplan.fields import FORMATTED, Form, ItemField
from ui.components import editing, fields
from ui.components.editing import Subject
from ui.components.lists import bullets
from ui.components.literal import literal

SIGNS = ("form_bold", "form_list", "form_numbers", "form_link", "form_literal")


def is_offered(subject: Subject) -> bool:
    """Whether the texts of this thing may have form."""
    return FORMATTED.name in subject.values


def draw(
    subject: Subject, asked: Iterable[ItemField], words: Mapping[str, schema.FieldText] | None = None
) -> None:
    """The tick box, the signs and a preview of the long texts among ``asked``, each under its label.

    Without ``words`` there is one text, and it needs no label. To be called after the fields were drawn.
    """
    if not is_offered(subject):
        return
    text, name = texts("invullen"), subject.key.replace(".", "_")
    with st.expander(text("form"), key=f"form-{name}"):
        fields.draw(subject, FORMATTED, schema.FieldText(label=text("form_use")))
        if not st.session_state[editing.widget_key(subject, FORMATTED)]:
            st.caption(text("form_off"))
            return
        bullets(text(sign) for sign in SIGNS)
        st.markdown(f"**{text('form_preview')}**")
        with st.container(key=f"shape-{name}"):
            _preview(subject, asked, words or {})


def _preview(subject: Subject, asked: Iterable[ItemField], words: Mapping[str, schema.FieldText]) -> None:
    """What the fields hold now, as the document will have it; not what is too long to be kept."""
    typed = {f: str(st.session_state[editing.widget_key(subject, f)]) for f in asked if f.form is Form.LONG}
    shown = {f: raw for f, raw in typed.items() if raw.strip() and len(raw) <= (f.limit or 0)}
    if not shown:
        st.caption(texts("invullen")("form_empty"))
    for field, raw in shown.items():
        if field.name in words:
            st.caption(literal(words[field.name].label))
        st.html(with_form(raw))

"""Begin a dossier: a name for it, and that is all. Everything may be left empty."""

import streamlit as st
from pydantic import ValidationError

from content.loader import edition_name, texts
from dossier.model import Details
from stappenplan.fields import fields_in
from ui import access as doors
from ui import navigation, screens
from ui.components import values
from ui.components.page import FieldError, field_error, frame
from ui.wiring import use_cases

FIELDS = fields_in(Details)


def create() -> None:
    """Makes the dossier when everything typed can be kept; else says what is wrong."""
    errors, details = [], {}
    for field in FIELDS:
        raw = st.session_state.get(f"new-{field.name}", "")
        try:
            details[field.name] = values.from_widget(field, raw)
            Details.model_validate({field.name: details[field.name]})
        except values.Unreadable as error:
            errors.append(FieldError(f"new-{field.name}", error.message))
        except ValidationError as error:
            why = error.errors()[0]["type"]
            errors.append(FieldError(f"new-{field.name}", values.explain(field, raw, why)))
    st.session_state["new-errors"] = tuple(errors)
    if not errors and not doors.way_in():
        created = use_cases().create(Details.model_validate(details), edition_name())
        doors.enter(created)


def screen() -> None:
    """Draws the form."""
    text = texts("nieuw")
    errors: tuple[FieldError, ...] = st.session_state.pop("new-errors", ())
    frame(
        text("title"),
        links=navigation.links(screens.NEW, doors.current()),
        errors=errors,
        focus=f"new-{len(errors)}",
        go=doors.way_in(),
    )
    st.markdown(text("intro"))
    with st.form("new", border=False, enter_to_submit=False):
        for field in FIELDS:
            field_error(f"new-{field.name}", errors)
            st.text_input(text(f"label_{field.name}"), key=f"new-{field.name}")
        st.caption(text("no_names"))
        st.form_submit_button(text("create"), type="primary", on_click=create)


screen()

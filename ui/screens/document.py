"""The plan as it will be, on screen with its gaps marked, and to download."""

from datetime import UTC, date, datetime
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from content.loader import steps, texts
from documents.render import FORMATS, Place, file_name, preview, render
from stappenplan.dutch import day_of
from stappenplan.progress import Progress, count_done, per_part
from ui import navigation, screens
from ui.access import Access
from ui.components.literal import literal
from ui.components.page import frame

DOCUMENT = "plan_van_aanpak"


def downloads(access: Access, today: date) -> None:
    """A button for each format; the file is made when it is asked for."""
    text = texts("document")
    st.header(text("download_heading"), anchor=False)
    for name, made in FORMATS.items():
        with st.container(border=True, key=f"card-{name}"):
            st.markdown(text(f"about_{name}"))
            st.download_button(
                text(f"download_{name}"),
                partial(render, access.dossier, DOCUMENT, name, today),
                file_name=file_name(DOCUMENT, name),
                mime=made.media_type,
                key=f"download-{name}",
                on_click="ignore",
            )


def parts(access: Access) -> None:
    """How far each part of the plan is, and a link to what is missing."""
    text = texts("document")
    names = {p.key: p.title for p in (*steps().parts, *steps().additions)}
    found = per_part(steps(), access.dossier.items)
    done = count_done(found[: len(steps().parts)])
    st.header(text("parts_heading"), anchor=False)
    st.markdown(text("parts_done", n=done, total=len(steps().parts)))
    with st.expander(text("parts_show")):
        for number, part in enumerate(found, start=1):
            label = f"{number}. {names[part.key]}" if number <= len(steps().parts) else names[part.key]
            _part(access, literal(label), part)


def _part(access: Access, name: str, part: Progress) -> None:
    text = texts("document")
    filled = text("filled", done=part.done, total=part.total)
    st.markdown(f"**{name}** · {text(f'status_{part.status.value}')} · {filled}")
    if part.missing:
        first = part.missing[0]
        navigation.link(
            screens.STEP,
            text("to_missing", ask=literal(first.prompt.ask)),
            access,
            stap=str(first.step),
            onderdeel=first.section,
        )


def address(access: Access, place: Place) -> str:
    """Where a gap of the preview is filled in."""
    if place.step is None:
        return f"/{screens.CHECK.url_path}?{urlencode(access.params)}"
    query = {**access.params, "stap": str(place.step), "onderdeel": place.section}
    return f"/{screens.STEP.url_path}?{urlencode(query)}"


def screen() -> None:
    """Draws the screen."""
    text, access = texts("document"), navigation.require()
    frame(
        text("title"),
        links=navigation.links(screens.DOCUMENT, access),
        kicker=navigation.name_of(access.dossier),
        focus=f"document-{access.dossier.id}",
    )
    st.markdown(text("intro"))
    today = day_of(datetime.now(UTC))
    downloads(access, today)
    parts(access)
    st.header(text("preview_heading"), anchor=False)
    st.markdown(text("preview_intro"))
    with st.container(border=True, key="paper"):
        st.html(preview(access.dossier, DOCUMENT, today, lambda place: address(access, place)))


screen()

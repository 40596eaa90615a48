"""The links of the header bar, and moving between screens with the dossier in the address."""

from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import urlencode

import streamlit as st

from content.loader import texts
from documents.render import Place
from dossier.model import Dossier
from ui import access as doors
from ui import screens
from ui.access import Access
from ui.components.page import NavLink
from ui.screens import Screen

_WITH_DOSSIER = (
    ("to_test", screens.CHECK),
    ("to_result", screens.RESULT),
    ("to_plan", screens.OVERVIEW),
    ("to_document", screens.DOCUMENT),
)
_WITHOUT = (
    ("to_card", screens.EXPLORE),
    ("to_background", screens.BACKGROUND),
    ("to_glossary", screens.GLOSSARY),
    ("to_about", screens.ABOUT),
)


def links(active: Screen, access: Access | None) -> tuple[NavLink, ...]:
    """The product's name and the places to go, those of the dossier first when there is one."""
    text = texts("navigatie")
    params = access.params if access else {}
    places = (*(_WITH_DOSSIER if access else ()), *_WITHOUT)
    home = NavLink(text("product"), screens.START.file, params)
    return (home, *(NavLink(text(key), s.file, params, active=s is active) for key, s in places))


def go(screen: Screen, access: Access | None = None, **params: str) -> NoReturn:
    """Leaves for another screen, with the dossier in the address."""
    st.switch_page(screen.file, query_params={**(access.params if access else {}), **params})


def link(screen: Screen, label: str, access: Access | None = None, **params: str) -> None:
    """A link to another screen; ``label`` is Markdown, so a user's text in it must be literal."""
    st.page_link(screen.file, label=label, query_params={**(access.params if access else {}), **params})


def onward(screen: Screen, label: str, access: Access | None = None, **params: str) -> None:
    """The one link of a screen that leads on, shown as a button."""
    with st.container(key=f"primary-{screen.url_path or 'start'}"):
        link(screen, label, access, **params)


def address(access: Access, place: Place) -> str:
    """The address of the screen where something in a document is filled in."""
    if place.step is None:
        return f"/{screens.CHECK.url_path}?{urlencode(access.params)}"
    query = {**access.params, "stap": str(place.step), "onderdeel": place.section}
    return f"/{screens.STEP.url_path}?{urlencode(query)}"


def require() -> Access:
    """The access of this window; without one, leaves for the start screen, which says so."""
    access = doors.current()
    if access is None:
        go(screens.START, melding="geen_toegang")
    return access


def name_of(dossier: Dossier) -> str:
    """What a dossier is called: its title, else its municipality, else that it has no name yet."""
    details = dossier.details
    return details.title or details.municipality or texts("navigatie")("unnamed")


def period_of(dossier: Dossier) -> str:
    """The years of a dossier: "2026-2029", "2026", or nothing."""
    years = (dossier.details.period_start, dossier.details.period_end)
    return "-".join(str(y) for y in dict.fromkeys(years) if y)


def notice(params: Mapping[str, str]) -> str | None:
    """The message that a link or another screen sent along in the address, or None."""
    key = f"notice_{params.get('melding', '')}"
    text = texts("navigatie")
    return text(key) if key in text else None

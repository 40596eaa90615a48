"""A dossier in a database of its own, and its screens in AppTest."""

import html
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from content.loader import edition_name, examples
from dossier.json_format import from_json
from dossier.model import Details, Dossier
from dossier.roles import Role
from dossier.use_cases import Created, UseCases
from ui import wiring
from ui.screens import Screen
from ui.web.cookies import cookie_name
from ui.wiring import use_cases

MAIN = Path(__file__).parents[2] / "ui" / "main.py"

# Streamlit's own enforceSerializableSessionState cannot be on: it refuses its components.


@pytest.fixture(autouse=True)
def cookies(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The cookies of the browser, which AppTest does not have; and no headers."""
    kept: dict[str, str] = {}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: kept))
    monkeypatch.setattr(type(st.context), "headers", property(lambda _: {"host": "voorbeeld.nl"}))
    monkeypatch.setattr(type(st.context), "url", property(lambda _: "https://voorbeeld.nl"))
    return kept


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[UseCases]:
    """The use cases on an empty database."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for made in (
        wiring._storage,
        wiring.use_cases,
        wiring.facilitating,
        wiring.participating,
        wiring.doorman,
    ):
        made.cache_clear()
    yield use_cases()
    wiring._storage().close()


@dataclass
class Window:
    """A window on a dossier: opens its screens, and looks at what is kept."""

    made: Created
    role: Role
    cookies: dict[str, str]

    def __post_init__(self) -> None:
        self.cookies[cookie_name(self.made.dossier_id, self.role)] = self.token

    @property
    def token(self) -> str:
        """The secret this window has."""
        return self.made.edit_token if self.role is Role.BEGELEIDER else self.made.read_token

    @property
    def dossier(self) -> Dossier:
        """What is kept now."""
        return use_cases().open(self.made.edit_token)

    def open(self, screen: Screen, **params: object) -> AppTest:
        """A screen as it is shown, in a session of its own."""
        return open_screen(screen, dossier=self.made.dossier_id, rol=self.role.value, **params)


def open_screen(screen: Screen, **params: object) -> AppTest:
    """A screen with these parameters in its address, in a session of its own."""
    app = AppTest.from_file(MAIN, default_timeout=30).run()  # from its first run on it knows the screens
    for name, value in params.items():
        app.query_params[name] = str(value)
    return app.switch_page(screen.file).run()


Open = Callable[..., Window]


@pytest.fixture
def window(cookies: dict[str, str]) -> Open:
    """Makes a window on a new dossier, on a copy of an example, or on one that is ``made`` already."""

    def new(
        role: Role = Role.BEGELEIDER, *, made: Created | None = None, example: str = "", **details: Any
    ) -> Window:
        if made is None:
            made = _copy(example) if example else use_cases().create(Details(**details), edition_name())
        return Window(made, role, cookies)

    return new


def _copy(name: str) -> Created:
    return use_cases().create_from(from_json(examples()[name], "example", datetime.now(UTC)))


def shown(app: AppTest) -> str:
    """All text of a screen as a person reads it: one element a line, links and buttons too."""
    return "\n".join(plain(_text(element)) for kind in _KINDS for element in app.get(kind))


def plain(markdown: str) -> str:
    """A text that was made literal, as it is seen."""
    return html.unescape(markdown.replace(":gray[]", "")).replace("\\\n", "\n")


_KINDS = (
    *("title", "header", "subheader", "markdown", "caption", "info", "success", "warning", "error"),
    *("expander", "button", "page_link", "text_input", "text_area", "radio", "selectbox", "checkbox"),
)


def _text(element: Any) -> str:
    return str(getattr(element, "label", "") or getattr(element, "value", "") or element.proto.label)


def heading(app: AppTest) -> str:
    """The heading of a screen that was drawn without an error."""
    assert not app.exception, app.exception[0].message
    (title,) = app.title
    return plain(title.value)

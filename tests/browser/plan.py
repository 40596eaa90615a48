"""Dossiers for the browser tests, made beside the server in its own database, and where to find them."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page

from content.loader import edition_name, examples, texts
from dossier.json_format import from_json
from dossier.model import Details, Dossier
from dossier.roles import Role
from dossier.use_cases import Created, UseCases
from stappenplan.items import KINDS
from storage import SqlStorage, open_storage
from tests.browser.helpers import settle
from tests.browser.server import Server
from tests.rooms import dossiers


@cache
def _opened(data: Path) -> SqlStorage:
    return open_storage(data)


def storage_of(server: Server) -> SqlStorage:
    """The server's own database."""
    return _opened(server.folder / "data")


@dataclass(frozen=True)
class Plan:
    """A dossier of a running server, with its links."""

    server: Server
    made: Created

    @property
    def use_cases(self) -> UseCases:
        """What can be done with it behind the server's back."""
        return dossiers(storage_of(self.server))

    @property
    def dossier(self) -> Dossier:
        """What is kept of it now."""
        return self.use_cases.open(self.made.edit_token)

    @property
    def link(self) -> str:
        """The address that opens it to edit."""
        return f"{self.server.url}/open/{self.made.edit_token}"

    @property
    def reading_link(self) -> str:
        """The address that opens it to read."""
        return f"{self.server.url}/open/{self.made.read_token}"

    def address(self, path: str, role: Role = Role.BEGELEIDER, **params: Any) -> str:
        """A screen of it, for a window that came in by the link of ``role``."""
        query = {"dossier": self.made.dossier_id, "rol": role.value, **params}
        return f"{self.server.url}/{path}?{urlencode(query)}"

    def step(self, number: int, section: str = "", role: Role = Role.BEGELEIDER, **params: Any) -> str:
        """The address of a step, or of a section of it."""
        at = {"onderdeel": section} if section else {}
        return self.address("stap", role, stap=number, **at, **params)

    def save(self, item_id: str, step: int, kind: str, version: int = 0, **changes: Any) -> int:
        """Saves fields of an item as another person would; the version kept."""
        given = {"question": changes.pop("question")} if kind == "answer" else {}
        blank = KINDS[kind].model_validate(given)
        saved = self.use_cases.save_item(self.made.edit_token, item_id, step, blank, changes, version)  # type: ignore[arg-type] # KINDS holds the members of AnyItem
        return saved.version

    def text_of(self, item_id: str, field: str = "text") -> str:
        """A field of an item as it is kept; empty when there is no such item."""
        item = self.dossier.item(item_id)
        return str(getattr(item.data, field)) if item else ""


def empty(server: Server, **details: Any) -> Plan:
    """A new dossier with nothing in it."""
    made = dossiers(storage_of(server)).create(Details.model_validate(details), edition_name())
    return Plan(server, made)


def example(server: Server, name: str = "oldebroek") -> Plan:
    """A copy of a worked example."""
    source = from_json(examples()[name], "example", datetime.now(UTC))
    return Plan(server, dossiers(storage_of(server)).create_from(source))


def enter(page: Page, plan: Plan, role: Role = Role.BEGELEIDER) -> None:
    """Takes the cookie of the link of ``role``, without waiting for a screen."""
    link = plan.link if role is Role.BEGELEIDER else plan.reading_link
    page.context.request.get(link, max_redirects=0)


def field(page: Page, key: str) -> Locator:
    """The text field of the widget ``key``."""
    return page.locator(f".st-key-{key} :is(input, textarea)")


def fill(page: Page, key: str, text: str) -> None:
    """Types a text into a field, leaves it, and waits until that is done."""
    field(page, key).fill(text)
    field(page, key).blur()
    settle(page)


def press(page: Page, name: str) -> None:
    """Presses the button with this name, and waits until that is done."""
    page.get_by_role("button", name=name, exact=True).click()
    settle(page)


def download(page: Page, format_name: str = "docx") -> Path:
    """The file of the document screen in one format, made if need be, where the browser put it."""
    if page.locator(".st-key-make-files button").count():
        press(page, texts("document")("make"))
    with page.expect_download() as found:
        page.locator(f".st-key-download-{format_name} a").click()
    return Path(found.value.path())


def overflow(page: Page) -> int:
    """How many pixels the page is too wide for its window."""
    width: int = page.evaluate(
        """() => Math.max(...[document.documentElement, document.querySelector('[data-testid="stMain"]')]
            .map((element) => element.scrollWidth - element.clientWidth))"""
    )
    return width

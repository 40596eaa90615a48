"""Two processes of the app on one PostgreSQL, behind a proxy with sticky sessions, share a session."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from content.loader import texts
from storage import open_storage
from tests.browser.conftest import watch
from tests.browser.helpers import settle, visit
from tests.browser.proxy import behind_proxy, in_order
from tests.browser.server import Server, serving
from tests.rooms import NAMES, Room, new_room
from typetest.model import Choice, Perspective

WITHIN = 15_000  # ms; phones ask every four seconds how far it is


@dataclass(frozen=True)
class House:
    """The two processes, the proxy before them, and a session in their database."""

    servers: tuple[Server, Server]
    proxy: Server
    room: Room

    def cookie_for(self, number: int) -> str:
        """A cookie of Streamlit that leads to this process."""
        for _ in range(200):
            cookie = httpx.get(f"{self.servers[number].url}/_stcore/health").cookies["_streamlit_xsrf"]
            if in_order(f"\r\nCookie: _streamlit_xsrf={cookie}".encode(), (0, 1))[0] == number:
                return cookie
        raise AssertionError("no cookie leads to this process")


@pytest.fixture
def house(tmp_path: Path, postgres: Callable[[], str]) -> Iterator[House]:
    url = postgres()
    with ExitStack() as stack:
        one, two = (
            stack.enter_context(serving(tmp_path / name, DATABASE_URL=url)) for name in ("one", "two")
        )
        proxy = stack.enter_context(behind_proxy(tmp_path / "proxy", (one, two)))
        storage = open_storage(url)
        stack.callback(storage.close)
        yield House((one, two), proxy, new_room(storage))


@pytest.fixture
def phones(browser: Browser, house: House) -> Iterator[tuple[Page, Page]]:
    """A phone at each process."""
    contexts = [browser.new_context(locale="nl-NL", viewport={"width": 360, "height": 800}) for _ in range(2)]
    problems = [watch(context, house.proxy.url.partition("//")[2]) for context in contexts]
    for number, context in enumerate(contexts):
        cookie = house.cookie_for(number)
        context.add_cookies([{"name": "_streamlit_xsrf", "value": cookie, "url": house.proxy.url}])
    yield contexts[0].new_page(), contexts[1].new_page()
    for context in contexts:
        context.close()
    assert problems == [[], []]


def take_part(page: Page, house: House, group: str, option: int) -> None:
    """Join by the code and answer the first statement."""
    visit(page, f"{house.proxy.url}/meedoen?code={house.room.code}")
    page.get_by_role("radio", name=group).click(force=True)
    settle(page)
    page.get_by_role("button", name=texts("meedoen")("join"), exact=True).click()
    page.wait_for_url(re.compile("/deelnemen"))
    settle(page)
    first = page.get_by_test_id("stRadio").first
    first.get_by_role("radio").nth(option).click(force=True)
    expect(page.get_by_text(texts("deelnemen")("saved"), exact=True)).to_be_visible()


def test_people_at_two_processes_share_a_session(phones: tuple[Page, Page], house: House) -> None:
    for number, page in enumerate(phones):
        take_part(page, house, list(NAMES.values())[number], number)
    third = house.room.come_in()
    house.room.take.vote(third, Perspective.HUIDIG, 1, Choice.A)
    assert sum(house.room.joined) == 3
    house.room.reveal()
    shown = house.room.shown()
    assert shown is not None
    assert (shown.room.splits[0].a, shown.room.splits[0].b) == (2, 1)
    result = texts("deelnemen")("result")
    for page in phones:  # both see it by themselves
        expect(page.get_by_role("heading", name=result)).to_be_visible(timeout=WITHIN)
    house.servers[0].process.kill()
    house.servers[0].process.wait()
    visit(phones[0], phones[0].url)  # comes to the other process, and is who it was
    expect(phones[0].get_by_role("heading", name=result)).to_be_visible()

"""Two processes of the app on one PostgreSQL, behind a proxy with sticky sessions, share a session."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from content.loader import texts
from storage import open_storage
from tests.browser import plan as plans
from tests.browser.conftest import watch
from tests.browser.helpers import visit
from tests.browser.plan import Plan, press
from tests.browser.proxy import behind_proxy
from tests.browser.room import Room, come_in, tap
from tests.browser.server import Server, serving
from tests.rooms import NAMES, new_room
from typetest.model import Choice

WITHIN = 15_000  # ms; phones ask every four seconds how far it is
COOKIE = "_streamlit_xsrf"
LEAD, TAKE = texts("werksessie"), texts("deelnemen")

OpenPage = Callable[[int], Page]


def cookie_of(page: Page) -> str:
    """The cookie by which the proxy knows this page's browser; Streamlit writes it anew now and then."""
    (cookie,) = [c["value"] for c in page.context.cookies() if c["name"] == COOKIE]
    return str(cookie)


@dataclass(frozen=True)
class House:
    """The two processes, and a session in their database at the address of the proxy before them."""

    servers: tuple[Server, Server]
    proxy: Server
    room: Room

    def process_of(self, page: Page) -> int:
        """The process to which the proxy passed on the newest connection of this page's browser."""
        cookie = cookie_of(page)
        *_, backend = [line.split()[0] for line in self.proxy.log.splitlines() if line.endswith(f" {cookie}")]
        return [server.url for server in self.servers].index(f"http://{backend}")


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
        made = new_room(storage)
        yield House((one, two), proxy, Room(**vars(made), plan=Plan(proxy, made.dossier)))


@pytest.fixture
def open_page(browser: Browser, house: House) -> Iterator[OpenPage]:
    """Opens a page in a browser of its own."""
    problems: list[list[str]] = []
    with ExitStack() as stack:

        def new(width: int) -> Page:
            context = browser.new_context(locale="nl-NL", viewport={"width": width, "height": 800})
            stack.callback(context.close)
            problems.append(watch(context, house.proxy.url.partition("//")[2]))
            return context.new_page()

        yield new
    assert not any(problems)


def move(page: Page, house: House, number: int) -> None:
    """Opens the page anew, with another cookie, until that happens to lead to this process."""
    for _ in range(30):
        if house.process_of(page) == number:
            return
        page.context.clear_cookies(name=COOKIE)
        visit(page, page.url)
    raise AssertionError("no cookie leads to this process")


def open_screen(page: Page, house: House, path: str, number: int) -> None:
    """Opens a screen of the session, for who leads it, at this process."""
    plans.enter(page, house.room.plan)
    visit(page, house.room.plan.address(path, werksessie=house.room.id))
    move(page, house, number)


def test_who_opens_pages_again_and_again_stays_at_one_process(open_page: OpenPage, house: House) -> None:
    page = open_page(360)
    for number in (1, 0):
        visit(page, house.room.invitation)
        move(page, house, number)
        found = set()
        for _ in range(4):
            visit(page, page.url)
            assert house.process_of(page) == number
            found.add(cookie_of(page))
        assert len(found) > 1  # else this shows nothing


def test_people_at_two_processes_share_a_session(open_page: OpenPage, house: House) -> None:
    phones = open_page(360), open_page(360)
    for number, (page, group) in enumerate(zip(phones, NAMES.values(), strict=False)):
        come_in(page, house.room, group)
        move(page, house, number)
        tap(page, 1, number)
        expect(page.get_by_text(TAKE("saved"), exact=True)).to_be_visible()
    house.room.answered(Choice.A, questions=[1])
    lead, wall = open_page(1280), open_page(1280)
    open_screen(lead, house, "werksessie", 1)
    open_screen(wall, house, "projector", 0)
    expect(lead.get_by_text(LEAD("counts", n=3, ready=0))).to_be_visible()
    assert [house.process_of(page) for page in (phones[0], wall, lead, phones[1])] == [0, 0, 1, 1]
    press(lead, LEAD("reveal"))
    press(lead, LEAD("reveal_sure"))  # nobody said to be ready
    result = TAKE("result")
    for page in phones:  # all see it by themselves
        expect(page.get_by_role("heading", name=result)).to_be_visible(timeout=WITHIN)
    expect(wall.locator(".st-key-wall-card")).to_contain_text("2 tegen 1", timeout=WITHIN)
    assert [house.process_of(page) for page in (phones[0], wall, lead)] == [0, 0, 1]  # nobody moved for it
    shown = house.room.shown()
    assert shown is not None
    assert (shown.room.splits[0].a, shown.room.splits[0].b) == (2, 1)
    house.servers[0].process.kill()
    house.servers[0].process.wait()
    visit(phones[0], phones[0].url)  # comes to the other process, and is who it was
    expect(phones[0].get_by_role("heading", name=result)).to_be_visible()
    assert house.process_of(phones[0]) == 1

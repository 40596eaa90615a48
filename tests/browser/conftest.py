"""One server and one Chromium for all browser tests of a worker, and pages that are watched."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, sync_playwright

from tests.browser.server import Server, serving
from tests.storage.conftest import postgres

__all__ = ["postgres"]  # a fixture

HERE = Path(__file__).parent
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",  # root in a container has no other way
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Whatever a page asks for elsewhere does not leave this machine, and is reported by the page fixture.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test in this folder carries the mark ``browser``."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app itself, with an empty database; at the end, it must not have called out."""
    with serving(tmp_path_factory.mktemp("server")) as server:
        yield server
        assert server.probe()["outside"] == []


@pytest.fixture(scope="session")
def server(running: Server) -> str:
    """The address of the running app, without a slash at the end."""
    return running.url


def chromium(playwright: Playwright) -> str | None:
    """A Chromium: of CHROMIUM, of the system, or one playwright installed."""
    names = [os.environ["CHROMIUM"]] if "CHROMIUM" in os.environ else NAMES
    own = playwright.chromium.executable_path
    return next(filter(None, map(shutil.which, [*names, own])), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium. Without one the tests are skipped, but not in continuous integration (CI is set)."""
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            (pytest.fail if "CI" in os.environ else pytest.skip)("no Chromium: run script/bootstrap")
        with playwright.chromium.launch(executable_path=path, args=ARGUMENTS) as started:
            yield started


def watch(context: BrowserContext, host: str) -> list[str]:
    """Notes what no page may do: throw, break its own policy, ask another host."""
    problems: list[str] = []

    def ask(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != host:
            problems.append(f"asks another host: {url}")

    def console(message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            problems.append(message.text)

    context.on("request", lambda request: ask(request.url))
    context.on("console", console)
    context.on("weberror", lambda error: problems.append(f"page error: {error.error}"))
    context.on("page", lambda page: page.on("websocket", lambda socket: ask(socket.url)))
    return problems


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[OpenPage]:
    """Opens a page in a fresh context (a person's own browser); keywords are those of ``new_context``."""
    opened: list[tuple[BrowserContext, list[str]]] = []

    def new(**options: Any) -> Page:
        options = {"locale": "nl-NL", "viewport": {"width": 1280, "height": 900}, **options}
        context = browser.new_context(reduced_motion="reduce", **options)
        context.set_default_timeout(30_000)
        opened.append((context, watch(context, urlsplit(server).netloc)))
        return context.new_page()

    yield new
    for context, _ in opened:
        context.close()
    assert [problem for _, problems in opened for problem in problems] == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page 1280 pixels wide."""
    return open_page()

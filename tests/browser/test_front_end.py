"""The front-end component and literal text in a real browser, on small apps of their own."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.apps.nasty import NASTY
from tests.browser.server import ROOT, wait_until

APPS = Path(__file__).parent / "apps"
DRAFTS = """Object.entries(sessionStorage)
    .filter(([key]) => key.startsWith('draft')).map(([, draft]) => JSON.parse(draft).text)"""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@dataclass
class SmallApp:
    """A Streamlit app that can be killed and started again at the same address."""

    script: str
    kept: Path
    port: int = field(default_factory=free_port)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", str(APPS / self.script)]
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter and script
            [*command, f"--server.port={self.port}", "--server.address=127.0.0.1"],
            cwd=ROOT,
            env=os.environ | {"KEPT": str(self.kept), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
        )
        wait_until(self.answers, f"{self.script} does not start")

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/_stcore/health", timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


@contextmanager
def running_app(script: str, folder: Path) -> Iterator[SmallApp]:
    kept = folder / "kept.txt"
    kept.write_text("", encoding="utf-8")
    app = SmallApp(script, kept)
    app.start()
    try:
        yield app
    finally:
        app.kill()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[SmallApp]:
    with running_app("front_end_app.py", tmp_path) as started:
        yield started


@pytest.fixture
def tab(app: SmallApp, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{app.url}/?dossier=7")
    expect(page.get_by_role("navigation")).to_be_visible()
    expect(page).to_have_title("Stap 1 – Typetest vrijwillige inzet")
    yield page
    context.close()


def test_the_look_is_there_before_the_app(page: Page, server: str) -> None:
    page.goto(server, wait_until="domcontentloaded")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--accent')") == "#0f4c5c"


def test_the_heading_gets_the_focus_after_a_step_and_not_after_every_run(tab: Page) -> None:
    tab.get_by_role("button", name="Volgende stap").click()
    expect(tab.get_by_role("heading", name="Stap 2")).to_be_focused()
    tab.get_by_role("button", name="Nog een keer").click()
    tab.wait_for_timeout(800)
    expect(tab.get_by_role("button", name="Nog een keer")).to_be_focused()


def test_errors_get_the_focus_and_lead_to_the_field(tab: Page) -> None:
    tab.get_by_role("link", name="Formulier").click()
    expect(tab.get_by_role("heading", name="Nieuw dossier")).to_be_focused()
    tab.get_by_role("button", name="Bewaar").click()
    expect(tab.locator(".st-key-errors")).to_be_focused()
    expect(tab).to_have_title("Fout: Nieuw dossier – Typetest vrijwillige inzet")
    tab.get_by_role("link", name="Vul een naam in.").click()
    name = tab.get_by_role("textbox", name="Naam")
    expect(name).to_be_focused()
    expect(name).to_have_attribute("aria-invalid", "true")
    expect(name).to_have_accessible_description("Vul een naam in.")


def test_everything_around_the_page_has_a_dutch_name(tab: Page) -> None:
    expect(tab.get_by_role("navigation", name="Onderdelen")).to_be_visible()
    expect(tab.get_by_role("link", name="Velden")).to_have_attribute("aria-current", "page")
    expect(tab.get_by_role("progressbar", name="1 van 9")).to_be_visible()
    expect(tab.get_by_role("link", name="Naar de inhoud")).to_have_count(1)
    expect(tab.get_by_role("textbox", name="Wat wilt u?", exact=True)).to_be_visible()


def test_r_and_c_are_letters_only(tab: Page) -> None:
    tab.get_by_role("button", name="Nog een keer").focus()
    tab.evaluate("() => { window.runs = 0; addEventListener('front-end-signal', () => runs++); }")
    tab.keyboard.press("r")
    tab.keyboard.press("c")
    tab.wait_for_timeout(1000)
    assert tab.evaluate("window.runs") == 0
    expect(tab.get_by_role("dialog")).to_have_count(0)
    tab.get_by_role("textbox").press_sequentially("rc")
    expect(tab.get_by_role("textbox")).to_have_value("rc")


def test_text_typed_and_not_sent_survives_a_reload(app: SmallApp, tab: Page) -> None:
    tab.get_by_role("textbox").press_sequentially("half getypt")
    assert tab.evaluate(DRAFTS) == ["half getypt"]
    tab.reload()
    expect(tab.get_by_role("textbox")).to_have_value("half getypt")
    expect(tab.get_by_text("Bewaard: half getypt")).to_be_visible()
    wait_until(lambda: tab.evaluate(DRAFTS) == [], "the draft stays after the text was stored")
    assert app.kept.read_text(encoding="utf-8") == "half getypt"


def test_text_typed_survives_a_frozen_and_killed_server(app: SmallApp, tab: Page) -> None:
    app.kept.write_text("oud", encoding="utf-8")
    tab.reload()
    expect(tab.get_by_role("textbox")).to_have_value("oud")
    app.process.send_signal(signal.SIGSTOP)
    tab.get_by_role("textbox").fill("nieuw en niet aangekomen")
    tab.keyboard.press("Tab")
    tab.wait_for_timeout(300)
    app.kill()
    expect(tab.get_by_role("status").filter(has_text="Geen verbinding")).to_be_visible(timeout=20_000)
    expect(tab.get_by_role("dialog")).to_have_count(0)
    app.start()
    expect(tab.get_by_text("Bewaard: nieuw en niet aangekomen")).to_be_visible(timeout=60_000)
    expect(tab.get_by_role("status").filter(has_text="Geen verbinding")).to_have_count(0)
    assert app.kept.read_text(encoding="utf-8") == "nieuw en niet aangekomen"


def test_a_draft_never_replaces_the_same_text_and_never_crosses_dossiers(app: SmallApp, tab: Page) -> None:
    tab.get_by_role("textbox").press_sequentially("van zeven")
    tab.goto(f"{app.url}/?dossier=8")
    expect(tab.get_by_role("navigation")).to_be_visible()
    tab.wait_for_timeout(1500)
    expect(tab.get_by_role("textbox")).to_have_value("")


def test_a_button_copies_an_address_and_says_so(app: SmallApp, tab: Page) -> None:
    tab.get_by_role("button", name="Kopieer").click()
    expect(tab.get_by_role("status").filter(has_text="Gekopieerd.")).to_be_visible()
    assert tab.evaluate("navigator.clipboard.readText()") == f"{app.url}/open/abc"


SHOWN_IN = {
    "title": "h1",
    "expander": "summary",
    "radio": '[data-testid="stRadioOption"]',
    "metric": '[data-testid="stMetricLabel"]',
    "metric_value": '[data-testid="stMetricValue"]',
    "table": "td",
    "progress": "p",
    "tab": '[role="tab"]',
    "caption": '[data-testid="stCaptionContainer"]',
} | dict.fromkeys(
    ("markdown", "info", "error", "button", "checkbox", "text_input", "text_area", "page_link"),
    '[data-testid="stMarkdownContainer"]',
)
MARKED_UP = ":is(em, strong, code, del, img, math, sup, ul, ol, blockquote, hr, a:not([data-testid]))"


def test_user_text_is_literal_in_every_element(browser: Browser, tmp_path: Path) -> None:
    with running_app("literal_app.py", tmp_path) as started, browser.new_page() as page:
        page.goto(started.url)
        expect(page.get_by_text("klaar", exact=True)).to_be_visible(timeout=60_000)
        expect(page.locator(f".st-key-tab-{len(NASTY) - 1} [role=tab]")).to_be_visible()
        for number, text in enumerate(NASTY):
            for name, selector in SHOWN_IN.items():
                place = f".st-key-{name}-{number}"
                # White space collapses, as in any HTML; that is the one thing that may differ.
                shown = re.sub(r"\s+", " ", page.locator(f"{place} {selector}").first.inner_text()).strip()
                # An expander's icon is a word in a font of pictures.
                shown = shown.removeprefix("keyboard_arrow_right").strip()
                assert shown == re.sub(r"\s+", " ", text).strip(), (name, text)
                assert page.locator(f"{place} {MARKED_UP}").count() == 0, (name, text)

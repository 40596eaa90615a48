"""The documents screen: every document with its options, its files, and two people at once."""

import asyncio
import io
import os
import signal
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pypdfium2
import pytest
from anyio.from_thread import start_blocking_portal
from docx import Document
from playwright.sync_api import Page, expect

from content.loader import texts
from documents.catalogue import documents
from documents.render import FORMATS, Options
from documents.style.colour import darker
from dossier.house_style import Part
from dossier.roles import Role
from tests.browser.conftest import OpenPage
from tests.browser.helpers import axe, settle, visit
from tests.browser.plan import Plan, download, empty, enter, example, overflow, press
from tests.browser.server import Server, wait_until
from tests.unit.documents import small
from ui.web.cookies import cookie_name
from ui.web.downloads import Wanted

PLAN = "plan_van_aanpak"
WIDTHS = (1280, 360, 320)
MORE_THAN_THREADS = 60  # a server has 40 for everybody together


@pytest.fixture(scope="module")
def plan(running: Server) -> Plan:
    return example(running, "meierijstad")


def choose(page: Page, name: str) -> None:
    page.locator(".st-key-document label", has_text=documents()[name].title).first.click()
    settle(page)


def tick(page: Page, option: str) -> None:
    page.locator(f".st-key-option-{option} label").first.click()
    settle(page)


def word_of(path: Path) -> str:
    return "".join(Document(io.BytesIO(path.read_bytes())).element.body.itertext())


@pytest.mark.parametrize("name", list(documents()))
def test_every_document_comes_in_every_format(page: Page, plan: Plan, name: str) -> None:
    enter(page, plan)
    visit(page, plan.address("document", document=name))
    title = plan.dossier.details.title if name == PLAN else documents()[name].title
    expect(page.locator(".st-key-paper h2").first).to_have_text(title)
    kinds = {}
    for format_name in FORMATS:
        path = download(page, format_name)
        label = page.locator(f".st-key-download-{format_name} a").inner_text()
        assert f"{round(path.stat().st_size / 1000)} kB" in label
        kinds[format_name] = path.read_bytes()
    open_format = page.locator("[class*='st-key-download-'] a").first
    assert "/odt?" in (open_format.get_attribute("href") or "")
    assert zipfile.ZipFile(io.BytesIO(kinds["odt"])).read("mimetype").endswith(b"opendocument.text")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(kinds["docx"])).namelist()
    assert len(pypdfium2.PdfDocument(kinds["pdf"])) > 0
    assert kinds["html"].decode().startswith("<!DOCTYPE html>")


def test_the_focus_goes_to_the_files_when_they_are_made(page: Page, plan: Plan) -> None:
    enter(page, plan)
    visit(page, plan.address("document"))
    page.locator(".st-key-make-files button").focus()
    page.keyboard.press("Enter")
    settle(page)
    page.wait_for_function("document.activeElement.closest('.st-key-files-ready')")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.st-key-download-odt') !== null")


def test_the_document_on_screen_is_in_the_house_style(page: Page, running: Server) -> None:
    plan, colour = example(running, "meierijstad"), darker("#ffcc00")
    for part, content in ((Part.ACCENT, colour.encode()), (Part.LOGO, small.logo())):
        plan.use_cases.save_style(plan.made.edit_token, part, "", content)
    found = plan.use_cases.style_parts(plan.made.edit_token)
    plan.use_cases.use_style(plan.made.edit_token, [part.digest for part in found])
    enter(page, plan)
    visit(page, plan.address("document"))
    paper = page.locator(".st-key-paper")
    expect(paper.get_by_role("img", name="Logo van")).to_be_visible()
    own = "rgb({}, {}, {})".format(*bytes.fromhex(colour[1:]))
    for name in ("h2", "h3", "thead th"):
        expect(paper.locator(name).first).to_have_css("color", own)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert axe(page) == []
        assert overflow(page) <= 0


def test_a_wide_table_is_moved_sideways_on_a_phone(page: Page, plan: Plan) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    enter(page, plan)
    visit(page, plan.address("document", document="uitvoeringsoverzicht"))
    cells = page.locator(".st-key-paper .landscape td")
    expect(cells.first).to_be_attached()
    assert min(cells.evaluate_all("cells => cells.map(cell => cell.clientWidth)")) > 50
    paper = page.locator(".st-key-paper .house-style")
    paper.focus()
    page.keyboard.press("ArrowRight")
    wait_until(lambda: paper.evaluate("paper => paper.scrollLeft") > 0, "The table does not move.")
    assert overflow(page) <= 0


def test_options_change_preview_and_file_and_a_reload_keeps_the_document(page: Page, plan: Plan) -> None:
    enter(page, plan)
    visit(page, plan.address("document"))
    paper = page.locator(".st-key-paper")
    assert paper.locator(".gap").count() > 0
    tick(page, "without-empty")
    assert paper.locator(".gap").count() == 0
    assert "Nog invullen" not in word_of(download(page))
    tick(page, "guidance")
    expect(page.get_by_text(texts("document")("make_again"))).to_be_visible()
    assert paper.locator(".guidance").count() > 5
    choose(page, "prestatieafspraak")
    page.reload()
    settle(page)
    expect(page.locator(".st-key-paper h2").first).to_have_text(documents()["prestatieafspraak"].title)


def test_an_agreement_with_one_partner(page: Page, running: Server) -> None:
    own = empty(running, municipality="Voorbeeldstad")
    for number, partner in enumerate(("Stichting De Brug", "Vereniging *Anker*")):
        own.save(f"a{number}", 7, "agreement", title=f"Afspraak {number}", partner=partner)
    enter(page, own)
    visit(page, own.address("document", document="prestatieafspraak"))
    page.locator(".st-key-option-partner label", has_text="Vereniging *Anker*").click()
    settle(page)
    found = word_of(download(page))
    assert "Vereniging *Anker*" in found
    assert "De Brug" not in found


def test_two_people_never_get_each_others_file(open_page: OpenPage, running: Server) -> None:
    plans = [empty(running, municipality=f"Stad {n}", title=f"Plan {n}") for n in ("een", "twee")]
    pages = [open_page() for _ in plans]
    for page, own in zip(pages, plans, strict=True):
        enter(page, own)
        visit(page, own.address("document"))
    for page in pages:  # both at once: nobody waits for the other
        page.locator(".st-key-make-files button").click()
    for page, name in zip(pages, ("een", "twee"), strict=True):
        settle(page)
        assert f"Stad {name}" in word_of(download(page))


@contextmanager
def standing_still(server: Server) -> Iterator[None]:
    """The processes that make the files of ``server`` do nothing until the block ends."""
    found = Path(f"/proc/{server.process.pid}/task").glob("*/children")
    workers = [int(number) for path in found for number in path.read_text().split()]
    assert workers
    try:
        for worker in workers:
            os.kill(worker, signal.SIGSTOP)
        yield
    finally:
        for worker in workers:
            os.kill(worker, signal.SIGCONT)


def test_who_waits_for_a_file_holds_nobody_up(plan: Plan, running: Server) -> None:
    cookies = {cookie_name(plan.made.dossier_id, Role.BEGELEIDER): plan.made.edit_token}
    ready, wanted = (
        Wanted(plan.made.dossier_id, Role.BEGELEIDER, "visiedocument", Options(guidance=guidance)).address(
            "html"
        )
        for guidance in (False, True)
    )

    async def room() -> list[int]:
        asking = httpx.AsyncClient(base_url=running.url, cookies=cookies, limits=httpx.Limits(), timeout=25)
        async with asking as client:
            (await client.get(ready)).raise_for_status()  # from now on there are processes
            with standing_still(running):
                waiting = [asyncio.create_task(client.get(wanted)) for _ in range(MORE_THAN_THREADS)]
                await asyncio.sleep(1)
                assert (await client.get("/gezond")).status_code == 200
                assert not any(each.done() for each in waiting)
            return [answer.status_code for answer in await asyncio.gather(*waiting)]

    with start_blocking_portal() as portal:  # this thread has the event loop of the browser
        assert portal.call(room) == [200] * MORE_THAN_THREADS


def test_a_reader_may_download_and_a_stranger_may_not(page: Page, plan: Plan) -> None:
    visit(page, plan.reading_link)
    visit(page, plan.address("document", Role.LEZER))
    path = download(page, "html")
    assert "Meierijstad" in path.read_text(encoding="utf-8")
    address = page.locator(".st-key-download-html a").get_attribute("href")
    assert httpx.get(f"{plan.server.url}{address}").status_code == 404


def test_axe_finds_nothing_before_and_after_the_files_are_made(page: Page, plan: Plan) -> None:
    enter(page, plan)
    visit(page, plan.address("document", document="prestatieafspraak"))
    steps: tuple[Callable[[], None], ...] = (
        lambda: tick(page, "guidance"),
        lambda: press(page, texts("document")("make")),
        lambda: tick(page, "frame"),
    )
    for step in steps:
        step()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            settle(page)
            assert (width, axe(page)) == (width, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= width

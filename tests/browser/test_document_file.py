"""The HTML file of a document, on a desk and on a phone."""

from pathlib import Path

from playwright.sync_api import Browser
from pypdfium2 import PdfDocument

from documents.catalogue import documents
from documents.render import render
from documents.style.colour import darker
from dossier.house_style import NEUTRAL, HouseStyle
from tests.browser.helpers import axe
from tests.content.examples import EXAMPLES
from tests.unit.documents import dossiers, small


def unspaced(text: str) -> str:
    """A text as it can be found again, on whichever lines it was printed."""
    return "".join(text.replace("\x02", "").split())


def test_axe_finds_nothing(browser: Browser, tmp_path: Path) -> None:
    files = {
        "full": (dossiers.full(), NEUTRAL),
        "empty": (dossiers.dossier(), NEUTRAL),
        "coloured": (dossiers.full(), HouseStyle(accent=darker("#ffcc00"), logo=small.logo())),
    }
    for name, (dossier, style) in files.items():
        path = tmp_path / f"{name}.html"
        path.write_bytes(render(dossier, "plan_van_aanpak", "html", dossiers.TODAY, style=style))
        for width in (1280, 320):
            with browser.new_context(viewport={"width": width, "height": 900}) as context:
                page = context.new_page()
                page.goto(path.as_uri())
                assert axe(page) == []
                assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_document_fits_on_a_phone_and_axe_finds_nothing(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "document.html"
    wrong = []
    with browser.new_context(viewport={"width": 320, "height": 900}) as context:
        page = context.new_page()
        for example, dossier in EXAMPLES.items():
            for name in documents():
                path.write_bytes(render(dossier, name, "html", dossiers.TODAY))
                page.goto(path.as_uri())
                wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
                wrong += [(example, name, found) for found in (wider, axe(page)) if found]
    assert wrong == []


def test_print_has_no_heading_at_the_end_of_a_page(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "document.html"
    alone = []
    with browser.new_context() as context:
        page = context.new_page()
        for example, dossier in EXAMPLES.items():
            for name in documents():
                path.write_bytes(render(dossier, name, "html", dossiers.TODAY))
                page.goto(path.as_uri())
                headings = tuple(map(unspaced, page.locator("h2, h3, h4, caption, dt").all_inner_texts()))
                with PdfDocument(page.pdf(prefer_css_page_size=True)) as printed:
                    sheets = [sheet.get_textpage().get_text_range().strip() for sheet in printed]
                assert name != "raadsvoorstel" or len(sheets) <= 2
                for sheet in map(unspaced, sheets[:-1]):
                    if not sheet.startswith("Inhoud") and sheet.endswith(headings):
                        alone.append((example, name, sheet[-60:]))
    assert alone == []

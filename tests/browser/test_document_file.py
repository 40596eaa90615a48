"""The HTML file of a document, on a desk and on a phone."""

from pathlib import Path

from playwright.sync_api import Browser

from documents.catalogue import documents
from documents.render import render
from tests.browser.helpers import axe
from tests.content.examples import EXAMPLES
from tests.unit.documents import dossiers


def test_axe_finds_nothing(browser: Browser, tmp_path: Path) -> None:
    files = {"full": dossiers.full(), "empty": dossiers.dossier()}
    for name, dossier in files.items():
        path = tmp_path / f"{name}.html"
        path.write_bytes(render(dossier, "plan_van_aanpak", "html", dossiers.TODAY))
        for width in (1280, 320):
            with browser.new_context(viewport={"width": width, "height": 900}) as context:
                page = context.new_page()
                page.goto(path.as_uri())
                assert axe(page) == []
                assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_document_is_wider_than_a_phone(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "document.html"
    wider = []
    with browser.new_context(viewport={"width": 320, "height": 900}) as context:
        page = context.new_page()
        for example, dossier in EXAMPLES.items():
            for name in documents():
                path.write_bytes(render(dossier, name, "html", dossiers.TODAY))
                page.goto(path.as_uri())
                wider += [(example, name)] * page.evaluate(
                    "document.documentElement.scrollWidth > innerWidth"
                )
    assert wider == []

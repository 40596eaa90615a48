"""No accessibility findings in the HTML file, on a desk and on a phone."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from documents.render import render
from tests.browser.conftest import ARGUMENTS, chromium
from tests.unit.documents import dossiers


@pytest.mark.browser
def test_axe_finds_nothing(tmp_path: Path) -> None:
    files = {"full": dossiers.full(), "empty": dossiers.dossier()}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=ARGUMENTS)
        for name, dossier in files.items():
            path = tmp_path / f"{name}.html"
            path.write_bytes(render(dossier, "plan_van_aanpak", "html", dossiers.TODAY))
            for width in (1280, 320):
                page = browser.new_page(viewport={"width": width, "height": 900})
                page.goto(path.as_uri())
                assert Axe().run(page).response["violations"] == []
                assert page.evaluate("document.documentElement.scrollWidth") <= width
        browser.close()

"""Whatever is typed comes back literally: in the field, on a card, in the overview, on paper and in Word."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from playwright.sync_api import Page, expect

from content.loader import texts
from dossier.roles import Role
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, download, empty, enter, field, fill
from tests.browser.server import Server

VISION = "item-answer_visie_regierol-text"

NASTY = {
    "html": "<script>alert(1)</script><b>vet</b> <img src=x onerror=alert(1)> &lt; &amp;amp; <!-- weg -->",
    "markdown": "# kop **vet** _schuin_ [a](https://x.nl) ![b](c) `code` $x^2$ :smile: :red[rood] -> ~~weg~~",
    "jinja": "{{ 7 * 7 }} {% raw %} {# weg #} {{ config }} ${7*7} #{7*7}",
    "formula": '=1+1 +2 -3 @SUM(A1) =HYPERLINK("https://x.nl")',
    "emoji": "Samen 👩‍👩‍👧‍👦 🇳🇱 👍🏽 é e\u0301 ﬁ",
    "rtl": "مرحبا بكم \u202eomgekeerd\u202c שלום einde",
    "word": "“Krul” ‘enkel’ – streep … zacht\u00adafbreken vast\u00a0spatie •\u2028punt",
    "latex": r"\textbf{x} \\ % ^ ~ & _ #1 C:\map\bestand",
    "links": "www.voorbeeld.nl https://voorbeeld.nl naam@voorbeeld.nl",
    "spaces": "a  b   c    d",
}
LINES = "Eerste regel\n- streepje\n1. nummer\n\n> citaat\n\teen tab"


def squeezed(text: str) -> str:
    """As it is read: stretches of white space are one space, as in any HTML."""
    return " ".join(text.replace("\u2028", " ").split())


def in_word(path: Path) -> str:
    """All text of a Word file, of its tables too. A soft hyphen has a mark of its own there."""
    document: Any = Document(str(path))
    for hyphen in list(document.element.iter(qn("w:softHyphen"))):
        hyphen.tag, hyphen.text = qn("w:t"), "\u00ad"
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return squeezed(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


def on_screen(page: Page) -> str:
    return squeezed(page.locator("[data-testid='stMain']").inner_text())


@pytest.fixture(scope="module")
def plan(running: Server) -> Plan:
    """A dossier with every nasty text as its title, in an answer, and as title and text of items."""
    made = empty(running, title=NASTY["markdown"], municipality=NASTY["html"])
    everything = "\n".join(NASTY.values()) + "\n" + LINES
    made.save("answer.visie.regierol", 1, "answer", question="visie.regierol", text=everything)
    for name, text in NASTY.items():
        made.save(f"goal-{name}", 5, "goal", title=text, result=text)
    return made


def test_every_text_comes_back_in_the_field_it_was_typed_in(page: Page, running: Server) -> None:
    own = empty(running)
    enter(page, own)
    visit(page, own.step(1))
    typed = "\n".join(NASTY.values()) + "\n" + LINES
    fill(page, VISION, typed)
    assert own.text_of("answer.visie.regierol") == typed
    page.reload()
    settle(page)
    expect(field(page, VISION)).to_have_value(typed)
    expect(page.get_by_text(texts("invullen")("saved"))).to_be_visible()


def test_every_text_is_literal_on_cards_in_headings_and_for_readers(page: Page, plan: Plan) -> None:
    enter(page, plan)
    visit(page, plan.step(5, "doelen"))
    cards = on_screen(page)
    assert [name for name, text in NASTY.items() if squeezed(text) not in cards] == []
    visit(page, plan.address("dossier"))
    assert squeezed(page.locator("h1").inner_text()) == squeezed(NASTY["markdown"])
    assert squeezed(NASTY["html"]) in on_screen(page)
    assert page.title().startswith(NASTY["markdown"])
    visit(page, plan.reading_link)
    visit(page, plan.step(1, role=Role.LEZER))
    shown = on_screen(page)
    assert [name for name, text in NASTY.items() if squeezed(text) not in shown] == []


def test_every_text_is_literal_on_paper_and_in_word(page: Page, plan: Plan) -> None:
    enter(page, plan)
    visit(page, plan.address("document"))
    paper = squeezed(page.locator(".st-key-paper").inner_text())
    word = in_word(download(page))
    for place in (paper, word):
        assert [name for name, text in NASTY.items() if squeezed(text) not in place] == []
        assert squeezed(LINES) in place
    assert page.locator(".st-key-paper :is(script, img[src='x'])").count() == 0


def test_a_control_character_becomes_visible_with_a_message(page: Page, running: Server) -> None:
    own = empty(running)
    enter(page, own)
    visit(page, own.step(1))
    fill(page, VISION, "voor\x07na\x1b[31m")
    assert own.text_of("answer.visie.regierol") == "voor\ufffdna\ufffd[31m"
    expect(page.get_by_text(texts("invullen")("replaced", n=2))).to_be_visible()
    expect(field(page, VISION)).to_have_value("voor\ufffdna\ufffd[31m")


def test_a_long_text_fits_to_the_last_character_and_no_further(page: Page, running: Server) -> None:
    own, text = empty(running), texts("invullen")
    enter(page, own)
    visit(page, own.step(1))
    fill(page, VISION, "é" * 9_999 + "👍")
    assert len(own.text_of("answer.visie.regierol")) == 10_000
    fill(page, VISION, "é" * 10_000 + "👍")
    message = text("too_long", limit="10.000", length="10.001", over="1")
    expect(page.get_by_text(message)).to_have_count(2)
    expect(field(page, VISION)).to_have_value("é" * 10_000 + "👍")
    expect(field(page, VISION)).to_have_attribute("aria-invalid", "true")
    assert len(own.text_of("answer.visie.regierol")) == 10_000
    assert page.evaluate("document.activeElement.closest('.st-key-errors') !== null")
    page.locator(".st-key-errors a").click()
    expect(field(page, VISION)).to_be_focused()

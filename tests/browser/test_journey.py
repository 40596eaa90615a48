"""The whole way: from the start screen to a Word file, with a mouse and by keyboard alone."""

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from playwright.sync_api import Page, expect

from content import schema
from content.loader import item_texts, steps, texts
from stappenplan.items import KINDS
from tests.browser.conftest import OpenPage
from tests.browser.helpers import settle, visit
from tests.browser.plan import download, empty, enter, fill, press
from tests.browser.server import Server
from typetest.model import QUESTIONS

STEPS = steps().steps
TABS = 60  # more than a person should need to get to anything


def text_key(prompt: schema.Prompt) -> str:
    """The widget of a sub-question that is answered with a text."""
    return f"item-answer_{prompt.key.replace('.', '_')}-text"


def first(step: schema.Step, *, text: bool) -> tuple[schema.Section, schema.Prompt] | None:
    """The first sub-question of a step that is answered with a text, or with items; None without."""
    return next(
        (
            (section, prompt)
            for section in step.sections
            for prompt in section.prompts
            if (prompt.kind == "answer") == text and not prompt.addition_2026
        ),
        None,
    )


def add_item(page: Page, prompt: schema.Prompt, words: str) -> None:
    """Adds an item of this name."""
    page.locator(f".st-key-add-{prompt.key.replace('.', '-')} button").click()
    settle(page)
    name = KINDS[prompt.kind].title_field
    page.locator(f"[class*='st-key-item-'][class*='-{name}'] :is(input, textarea)").first.fill(words)
    page.locator("[class*='st-key-close-'] button").click()
    settle(page)


def follow(page: Page, key: str) -> None:
    """Follows the link that leads on, and waits until that is done."""
    page.locator(f".st-key-{key} a").click()
    settle(page)


def words_of(path: Path) -> str:
    """All text of a Word file, of tables too."""
    document: Any = Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def make_dossier(page: Page, server: str) -> None:
    """From the start screen into a new dossier."""
    visit(page, server)
    follow(page, "primary-nieuw")
    page.get_by_label(texts("nieuw")("label_municipality"), exact=True).fill("Voorbeeldstad")
    page.get_by_label(texts("nieuw")("label_title"), exact=True).fill("Samen sterk")
    page.get_by_role("button", name=texts("nieuw")("create")).click()
    page.wait_for_url("**/dossier?**")
    settle(page)


def answer_everything(page: Page) -> None:
    """Fills in the test on one screen, a for the odd questions and b for the even ones."""
    page.locator(".st-key-task-gewenst a").click()
    settle(page)
    page.get_by_role("link", name=texts("controle")("all_at_once")).click()
    settle(page)
    for number in QUESTIONS:
        option = page.locator(f".st-key-answer-gewenst-{number}-choice [data-testid='stRadioOption']")
        option.nth(0 if number % 2 else 1).click()
    settle(page)
    press(page, texts("vragen")("to_result"))


def walk_the_step(page: Page, step: schema.Step) -> list[str]:
    """Walks through all sections of a step; what was filled in on the way."""
    expect(page.locator("h1")).to_have_text(texts("stap")("title", n=step.number, title=step.title))
    written = []
    for section in step.sections:
        for text in (True, False):
            found = first(step, text=text)
            if found is None or found[0] is not section:
                continue
            words = f"{'Tekst' if text else 'Onderdeel'} van stap {step.number}"
            if text:
                fill(page, text_key(found[1]), words)
            else:
                add_item(page, found[1], words)
            written.append(words)
        last = section is step.sections[-1] and step is STEPS[-1]
        follow(page, "primary-document" if last else "primary-stap")
    return written


def test_the_whole_way_from_the_start_to_a_word_file_and_back(open_page: OpenPage, running: Server) -> None:
    page = open_page()
    make_dossier(page, running.url)
    link = page.locator(".st-key-link-own input").input_value()
    assert link.startswith(f"{running.url}/open/")
    answer_everything(page)
    expect(page.locator("h1")).to_contain_text("type")
    press(page, texts("uitslag")("to_plan"))
    page.locator(".st-key-task-1 a").first.click()
    settle(page)
    written = [words for step in STEPS for words in walk_the_step(page, step)]
    assert len(written) >= len(STEPS) + 5

    expect(page.locator("h1")).to_have_text(texts("document")("title"))
    paper = page.locator(".st-key-paper").inner_text()
    in_word = words_of(download(page))
    for words in ("Voorbeeldstad", "Samen sterk", *written):
        assert words in paper
        assert words in in_word

    again = open_page()
    visit(again, link)
    expect(again.locator("h1")).to_have_text("Samen sterk")
    overview = again.inner_text("body")
    assert texts("overzicht")("answered", n=14) in overview
    assert overview.count(texts("overzicht")("status_todo")) == 1  # the test about how it is now
    again.get_by_role("link", name=texts("navigatie")("to_document"), exact=True).click()
    settle(again)
    for words in written:
        assert words in again.locator(".st-key-paper").inner_text()


# --- by keyboard alone ---------------------------------------------------------------------------

FOCUSED = """() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const seen = (side) => parseFloat(side) || 0;
    const around = element.closest('[data-baseweb], [data-testid="stTextArea"]') ?? element;
    return {
        name: (element.getAttribute('aria-label') ?? '') + '|' + element.textContent.trim(),
        tag: element.tagName,
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        outline: Math.max(seen(style.outlineWidth), seen(getComputedStyle(around).outlineWidth)),
    };
}"""


def tab_to(page: Page, name: str) -> int:
    """Presses Tab until what has this name has the focus; how often. All on the way is visible."""
    for count in range(1, TABS + 1):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        assert focused["inside"], focused
        assert focused["outline"] >= 3, focused
        if name in focused["name"].split("|"):
            return count
    raise AssertionError(f"{name} is not within {TABS} tabs")


def on_heading(page: Page) -> bool:
    return bool(page.evaluate("document.activeElement.tagName") == "H1")


def test_from_the_start_to_a_filled_step_by_keyboard_alone(page: Page, running: Server) -> None:
    visit(page, running.url)
    tab_to(page, texts("start")("new"))
    page.keyboard.press("Enter")
    settle(page)
    assert on_heading(page)
    tab_to(page, texts("nieuw")("label_municipality"))
    page.keyboard.type("Voorbeeldstad")
    tab_to(page, texts("nieuw")("create"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/dossier?**")
    settle(page)
    tab_to(page, texts("overzicht")("to_step", n=1, title=STEPS[0].title))
    page.keyboard.press("Enter")
    settle(page)
    assert on_heading(page)
    prompt = STEPS[0].sections[0].prompts[0]
    tab_to(page, prompt.ask)
    page.keyboard.type("De gemeente kiest koers.")
    page.keyboard.press("Tab")
    expect(page.get_by_text(texts("invullen")("saved"))).to_be_visible()
    tab_to(page, texts("stap")("next_section", title=STEPS[0].sections[1].title))
    page.keyboard.press("Enter")
    settle(page)
    assert on_heading(page)
    assert page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollTop") == 0


def fill_text_by_keyboard(page: Page, step: schema.Step, prompt: schema.Prompt) -> None:
    """Types the answer to a sub-question, and waits until it is kept."""
    tab_to(page, prompt.ask)
    page.keyboard.type(f"Zonder muis {step.number}")
    page.keyboard.press("Tab")
    expect(page.get_by_text(texts("invullen")("saved")).first).to_be_visible()


def press_by_keyboard(page: Page, name: str) -> None:
    """Tabs to the button with this name and presses it."""
    tab_to(page, name)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("step", STEPS[1:6], ids=lambda step: f"step {step.number}")
def test_a_card_is_filled_in_closed_opened_and_removed_by_keyboard_alone(
    page: Page, running: Server, step: schema.Step
) -> None:
    plan, found = empty(running), first(step, text=False)
    assert found is not None
    section, prompt = found
    kind, text = KINDS[prompt.kind], texts("stap")
    words = item_texts().kinds[prompt.kind]
    name = f"{words.singular} 1"
    title = page.locator(f"[class*='st-key-item-'][class*='-{kind.title_field}'] :is(input, textarea)")
    enter(page, plan)
    visit(page, plan.step(step.number, section.key))

    press_by_keyboard(page, words.add)
    expect(title).to_be_focused()
    page.keyboard.type("Zonder muis")
    page.keyboard.press("Tab")
    expect(page.get_by_text(texts("invullen")("saved")).last).to_be_visible()
    settle(page)
    assert page.evaluate(FOCUSED)["tag"] != "BODY"  # the first save draws the card anew, but in its place
    page.keyboard.press("Shift+Tab")
    expect(title).to_be_focused()
    press_by_keyboard(page, text("close_item", name=name))
    change = page.get_by_role("button", name=text("change_item", name=name), exact=True)
    expect(change).to_be_focused()
    (item,) = plan.dossier.items
    assert plan.text_of(item.id, kind.title_field) == "Zonder muis"

    page.keyboard.press("Enter")
    expect(title).to_be_focused()
    press_by_keyboard(page, text("close_item", name=name))
    expect(change).to_be_focused()

    press_by_keyboard(page, text("remove_item", name=name))
    expect(page.get_by_role("button", name=texts("invullen")("put_back"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(change).to_be_focused()
    assert [item.id for item in plan.dossier.items] == [item.id]


def test_through_all_nine_steps_to_the_word_file_by_keyboard_alone(page: Page, running: Server) -> None:
    plan = empty(running)
    enter(page, plan)
    for step in STEPS:
        found = first(step, text=True)
        assert found is not None
        section, prompt = found
        visit(page, plan.step(step.number, section.key))
        fill_text_by_keyboard(page, step, prompt)
    visit(page, plan.address("dossier"))
    tab_to(page, texts("navigatie")("to_document"))
    page.keyboard.press("Enter")
    settle(page)
    assert on_heading(page)
    tab_to(page, texts("document")("make"))
    page.keyboard.press("Enter")
    settle(page)
    tab_to(page, page.locator(".st-key-download-docx a").inner_text())
    with page.expect_download() as word:
        page.keyboard.press("Enter")
    words = "".join(Document(str(word.value.path())).element.body.itertext())
    assert all(f"Zonder muis {step.number}" in words for step in STEPS)

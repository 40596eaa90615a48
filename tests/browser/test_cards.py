"""Where the focus goes when a card is added, opened, moved or left with a mouse, and when it stays.

By keyboard alone: see test_journey.py.
"""

import signal

import pytest
from playwright.sync_api import Page, expect

from content.loader import item_texts, texts
from dossier.roles import Role
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, empty, enter, field, press
from tests.browser.server import Server

WORDS = item_texts().kinds["activity"]
PLANNING = "item-answer_plan_planning-text"
FOCUSED = "document.activeElement.tagName"


@pytest.fixture
def plan(running: Server) -> Plan:
    """A dossier with two activities."""
    made = empty(running)
    made.save("a", 6, "activity", title="Training")
    made.save("b", 6, "activity", title="Feest")
    return made


@pytest.fixture
def activities(page: Page, plan: Plan) -> Page:
    """The screen with the list of activities and a text below it."""
    enter(page, plan)
    visit(page, plan.step(6, "activiteiten"))
    return page


def test_with_a_mouse_the_focus_goes_along_too(activities: Page) -> None:
    page, text = activities, texts("stap")
    press(page, WORDS.add)
    expect(page.locator("[class*='st-key-item-'][class*='-title'] input")).to_be_focused()
    press(page, text("close_item", name=text("new_item", name=WORDS.singular)))
    expect(page.get_by_role("button", name=WORDS.add)).to_be_focused()  # nothing was filled in
    press(page, text("change_item", name=f"{WORDS.singular} 2"))
    expect(field(page, "item-b-title")).to_be_focused()
    press(page, text("change_item", name=f"{WORDS.singular} 1"))
    expect(field(page, "item-a-title")).to_be_focused()
    press(page, text("move_item", name=f"{WORDS.singular} 2"))
    expect(page.locator(".st-key-open-plan-activiteiten-b button")).to_be_focused()


def test_who_reads_gets_the_opened_card(page: Page, plan: Plan) -> None:
    enter(page, plan, Role.LEZER)
    visit(page, plan.step(6, "activiteiten", role=Role.LEZER))
    press(page, texts("stap")("read_item", name=f"{WORDS.singular} 2"))
    expect(page.locator(".st-key-card-b")).to_be_focused()


def test_the_focus_stays_with_who_typed_on_elsewhere(activities: Page, plan: Plan) -> None:
    page = activities
    plan.server.process.send_signal(signal.SIGSTOP)  # the answer takes a while
    try:
        page.get_by_role("button", name=WORDS.add).click()
        field(page, PLANNING).click()
        page.keyboard.type("Eerst dit")
    finally:
        plan.server.process.send_signal(signal.SIGCONT)
    title = page.locator("[class*='st-key-item-'][class*='-title'] input")
    expect(title).to_be_visible()
    settle(page)
    expect(field(page, PLANNING)).to_be_focused()
    page.keyboard.type(" en dan dat.")
    expect(field(page, PLANNING)).to_have_value("Eerst dit en dan dat.")


def test_the_focus_is_not_taken_again_by_another_run_or_a_reload(activities: Page) -> None:
    page = activities
    press(page, WORDS.add)
    title = page.locator("[class*='st-key-item-'][class*='-title'] input")
    expect(title).to_be_focused()
    page.keyboard.type("Open dag")
    title.blur()
    settle(page)
    expect(page.get_by_text(texts("invullen")("saved"))).to_be_visible()
    assert page.evaluate(FOCUSED) == "BODY"
    page.reload()
    settle(page)
    expect(title).to_have_value("Open dag")
    assert page.evaluate(FOCUSED) != "INPUT"

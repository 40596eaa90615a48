"""Two people in one dossier, each in a browser of their own: nothing of either is lost."""

import pytest
from playwright.sync_api import Page, expect

from content.loader import texts
from tests.browser.conftest import OpenPage
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, empty, enter, field, fill, press
from tests.browser.server import Server

VISION = "item-answer_visie_regierol-text"
ANSWER = "answer.visie.regierol"
TITLE, RESULT = "item-g-title", "item-g-result"


@pytest.fixture
def plan(running: Server) -> Plan:
    """A dossier with one goal."""
    made = empty(running)
    made.save("g", 5, "goal", title="Doel")
    return made


@pytest.fixture
def both(open_page: OpenPage, plan: Plan) -> tuple[Page, Page]:
    """Two people, each in a browser of their own."""
    pages = open_page(), open_page()
    for page in pages:
        enter(page, plan)
    return pages


def open_goal(plan: Plan, *pages: Page) -> None:
    for page in pages:
        visit(page, plan.step(5, "doelen", open="doelen.doelen~g"))


@pytest.mark.parametrize(("keep", "kept"), [("keep_mine", "Van mij"), ("keep_theirs", "Van de ander")])
def test_in_one_field_both_versions_are_shown_and_one_is_chosen(
    both: tuple[Page, Page], plan: Plan, keep: str, kept: str
) -> None:
    text = texts("invullen")
    mine, theirs = both
    for page in both:
        visit(page, plan.step(1))
    fill(theirs, VISION, "Van de ander")
    fill(mine, VISION, "Van mij")
    question = mine.locator(f".st-key-warn-{VISION}")
    for words in (text("choose_heading"), "Van mij", "Van de ander"):
        expect(question.get_by_text(words, exact=True)).to_be_visible()
    assert plan.text_of(ANSWER) == "Van de ander"
    mine.reload()  # the question stays
    settle(mine)
    press(mine, text(keep))
    assert plan.text_of(ANSWER) == kept
    expect(field(mine, VISION)).to_have_value(kept)
    expect(question).to_have_count(0)
    if kept == "Van mij":
        fill(theirs, "item-answer_visie_insteek-text", "Nog iets")  # their window is drawn again
        expect(field(theirs, VISION)).to_have_value("Van de ander")
        press(theirs, text("show_newer"))
        expect(field(theirs, VISION)).to_have_value("Van mij")
        assert plan.text_of(ANSWER) == "Van mij"


def test_different_fields_of_one_item_are_merged(both: tuple[Page, Page], plan: Plan) -> None:
    mine, theirs = both
    open_goal(plan, *both)
    fill(theirs, RESULT, "Het resultaat van de ander")
    fill(mine, TITLE, "De titel van mij")
    assert (plan.text_of("g", "title"), plan.text_of("g", "result")) == (
        "De titel van mij",
        "Het resultaat van de ander",
    )
    expect(mine.get_by_text(texts("invullen")("choose_heading"))).to_have_count(0)


def test_what_another_removed_while_one_typed_in_it_can_be_put_back(
    both: tuple[Page, Page], plan: Plan
) -> None:
    mine, theirs = both
    open_goal(plan, mine)
    visit(theirs, plan.step(5, "doelen"))
    field(mine, TITLE).fill("Een beter doel")
    theirs.locator("[class*='st-key-remove-'] button").click()
    settle(theirs)
    assert plan.dossier.items == ()
    field(mine, TITLE).blur()
    settle(mine)
    expect(mine.get_by_text(texts("invullen")("gone"))).to_be_visible()
    expect(field(mine, TITLE)).to_have_value("Een beter doel")
    press(mine, texts("invullen")("put_back"))
    assert plan.text_of("g", "title") == "Een beter doel"
    expect(mine.get_by_text(texts("invullen")("gone"))).to_have_count(0)


def test_two_people_add_at_once_and_both_items_are_there(both: tuple[Page, Page], plan: Plan) -> None:
    for page in both:
        visit(page, plan.step(5, "doelen"))
        page.locator(".st-key-add-doelen-doelen button").click()
        settle(page)
    for number, page in enumerate(both):
        title = page.locator("[class*='st-key-item-'][class*='-title'] input")
        title.fill(f"Doel van {number}")
        title.blur()
        settle(page)
    titles = [getattr(item.data, "title", "") for item in plan.dossier.of_kind("goal")]
    assert titles == ["Doel", "Doel van 0", "Doel van 1"]

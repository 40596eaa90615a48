"""Text that was typed and not yet sent, when the page is left, and when somebody else was first."""

import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, enter, example, field, fill
from tests.browser.server import Server, wait_until
from typetest.model import Perspective

ITEM, KEY = "answer.visie.regierol", "item-answer_visie_regierol-text"
NOTE = "answer-gewenst-3-note"
MINE, THEIRS = "Wat ik typte.", "Wat de ander bewaarde."
DRAFTS = "Object.keys(sessionStorage).filter((key) => key.startsWith('draft')).length"


@pytest.fixture
def plan(running: Server) -> Plan:
    return example(running)


@pytest.fixture
def visitor(open_page: OpenPage, plan: Plan) -> Callable[[str], Page]:
    def come(address: str) -> Page:
        page = open_page()
        enter(page, plan)
        visit(page, address)
        return page

    return come


def note_of(plan: Plan) -> str:
    return plan.dossier.answers[Perspective.GEWENST][3].note


def type_and_lose(page: Page, key: str, text: str) -> None:
    """Types in a field and reloads; the browser has no time to send anything."""
    field(page, key).fill(text)
    page.evaluate("Object.defineProperty(document, 'activeElement', { get: () => document.body })")
    page.reload()
    settle(page)


def choose(page: Page, kept: str, key: str) -> None:
    page.locator(f".st-key-{kept}-{key} button").click()
    settle(page)


def no_draft_left(page: Page) -> None:
    wait_until(lambda: page.evaluate(DRAFTS) == 0, "the draft stays after the text was stored")


@pytest.mark.parametrize(("kept", "held"), [("keep_mine", MINE), ("keep_theirs", THEIRS)])
def test_both_versions_are_shown_and_one_is_chosen(
    plan: Plan, visitor: Callable[[str], Page], kept: str, held: str
) -> None:
    here, there = visitor(plan.step(1)), visitor(plan.step(1))
    fill(there, KEY, THEIRS)
    assert plan.text_of(ITEM) == THEIRS
    type_and_lose(here, KEY, MINE)
    warning = here.locator(f".st-key-warn-{KEY}")
    expect(warning).to_contain_text(MINE)
    expect(warning).to_contain_text(THEIRS)
    assert plan.text_of(ITEM) == THEIRS
    choose(here, kept, KEY)
    expect(warning).to_have_count(0)
    expect(field(here, KEY)).to_have_value(held)
    assert plan.text_of(ITEM) == held
    no_draft_left(here)


def test_the_choice_comes_back_after_another_reload(plan: Plan, visitor: Callable[[str], Page]) -> None:
    here, there = visitor(plan.step(1)), visitor(plan.step(1))
    fill(there, KEY, THEIRS)
    for _ in range(2):
        type_and_lose(here, KEY, MINE)
        expect(here.locator(f".st-key-warn-{KEY}")).to_contain_text(THEIRS)
        assert plan.text_of(ITEM) == THEIRS


def test_a_text_typed_back_to_what_it_was_changes_nothing(plan: Plan, visitor: Callable[[str], Page]) -> None:
    before = plan.text_of(ITEM)
    here, there = visitor(plan.step(1)), visitor(plan.step(1))
    fill(there, KEY, THEIRS)
    type_and_lose(here, KEY, before)
    expect(field(here, KEY)).to_have_value(THEIRS)
    no_draft_left(here)
    assert plan.text_of(ITEM) == THEIRS


def test_a_draft_of_a_field_that_nobody_changed_is_stored(plan: Plan, visitor: Callable[[str], Page]) -> None:
    here = visitor(plan.step(1))
    fill(here, "item-answer_visie_insteek-text", "Een ander veld, door mijzelf.")
    type_and_lose(here, KEY, MINE)
    expect(field(here, KEY)).to_have_value(MINE)
    no_draft_left(here)
    expect(here.locator(f".st-key-warn-{KEY}")).to_have_count(0)
    assert plan.text_of(ITEM) == MINE


def test_what_is_typed_on_after_a_save_is_no_conflict_with_that_save(
    plan: Plan, visitor: Callable[[str], Page]
) -> None:
    here = visitor(plan.step(1))
    fill(here, KEY, "Eerst dit.")
    type_and_lose(here, KEY, "Eerst dit. En toen dat.")
    no_draft_left(here)
    expect(here.locator(f".st-key-warn-{KEY}")).to_have_count(0)
    assert plan.text_of(ITEM) == "Eerst dit. En toen dat."


def test_what_was_sent_just_before_a_reload_is_not_the_text_of_another(
    plan: Plan, visitor: Callable[[str], Page]
) -> None:
    here = visitor(plan.step(1))
    # The server does not answer: the text is under way, the page goes, and the new one has not seen it.
    plan.server.process.send_signal(signal.SIGSTOP)
    try:
        field(here, KEY).fill("Eerst dit.")
        field(here, KEY).blur()
        field(here, KEY).fill("Eerst dit. En toen dat.")
        here.evaluate("Object.defineProperty(document, 'activeElement', { get: () => document.body })")
        with here.expect_navigation():
            here.evaluate("setTimeout(() => location.reload())")
            plan.server.process.send_signal(signal.SIGCONT)
    finally:
        plan.server.process.send_signal(signal.SIGCONT)
    settle(here)
    expect(field(here, KEY)).to_have_value("Eerst dit. En toen dat.")
    no_draft_left(here)
    expect(here.locator(f".st-key-warn-{KEY}")).to_have_count(0)
    assert plan.text_of(ITEM) == "Eerst dit. En toen dat."


def test_what_is_typed_at_once_after_a_reload_goes_on_where_the_draft_ends(
    plan: Plan, visitor: Callable[[str], Page]
) -> None:
    here, there = visitor(plan.step(1)), visitor(plan.step(1))
    fill(there, KEY, THEIRS)
    field(here, KEY).fill(MINE)
    here.evaluate("Object.defineProperty(document, 'activeElement', { get: () => document.body })")
    here.reload()
    field(here, KEY).press_sequentially(" En meer.", delay=0)  # before the page is whole
    here.keyboard.press("Tab")
    settle(here)
    warning = here.locator(f".st-key-warn-{KEY}")
    expect(warning).to_contain_text(f"{MINE} En meer.")
    expect(warning).to_contain_text(THEIRS)
    assert plan.text_of(ITEM) == THEIRS


def test_two_notes_on_one_answer(plan: Plan, visitor: Callable[[str], Page]) -> None:
    address = plan.address("vraag", perspectief="gewenst", vraag=3)
    here, there = visitor(address), visitor(address)
    for page in (here, there):
        page.locator(".st-key-why-answer-gewenst-3 summary").click()
        settle(page)
    fill(there, NOTE, THEIRS)
    assert note_of(plan) == THEIRS
    type_and_lose(here, NOTE, MINE)
    warning = here.locator(f".st-key-warn-{NOTE}")
    expect(warning).to_be_visible()
    expect(warning).to_contain_text(MINE)
    expect(warning).to_contain_text(THEIRS)
    assert note_of(plan) == THEIRS
    choose(here, "keep_mine", NOTE)
    assert note_of(plan) == MINE
    no_draft_left(here)


def test_an_item_removed_by_somebody_else_is_not_made_anew(
    plan: Plan, visitor: Callable[[str], Page]
) -> None:
    here = visitor(plan.step(1))
    field(here, KEY).fill(MINE)
    plan.use_cases.remove_item(plan.made.edit_token, ITEM)
    type_and_lose(here, KEY, MINE)
    expect(field(here, KEY)).to_have_value(MINE)
    assert plan.dossier.item(ITEM) is None


def test_a_text_is_stored_when_a_link_is_clicked_at_once(plan: Plan, visitor: Callable[[str], Page]) -> None:
    here = visitor(plan.step(1))
    field(here, KEY).fill(MINE)
    here.get_by_role("navigation").get_by_role("link", name="Begrippen").click()
    wait_until(lambda: plan.text_of(ITEM) == MINE, "the text was not stored")


def test_a_text_is_stored_when_the_tab_is_closed(plan: Plan, visitor: Callable[[str], Page]) -> None:
    here = visitor(plan.step(1))
    field(here, KEY).fill(MINE)
    here.close(run_before_unload=True)
    wait_until(lambda: plan.text_of(ITEM) == MINE, "the text was not stored")

"""Nothing is lost and nothing mixes: reloads, two windows, links, a new server, double clicks."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from content.loader import item_texts, steps, texts
from dossier.roles import Role
from tests.browser.conftest import OpenPage
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, empty, enter, example, field, fill, press
from tests.browser.server import Server, free_port, serving, wait_until

VISION = "item-answer_visie_regierol-text"
ANSWER = "answer.visie.regierol"
TYPED = "Dit typte ik, en toen ging er iets mis."
ON = " En nu verder, zonder te wachten."
# Counts how often a choice between two versions is shown, also when it goes again.
NOTE_CHOICES = """() => {
    window.choices = 0;
    new MutationObserver(() => {
        if (document.querySelector("[class*='st-key-choose-']")) window.choices += 1;
    }).observe(document.body, { subtree: true, childList: true });
}"""


@pytest.fixture
def plan(running: Server) -> Plan:
    return empty(running, title="Eerste dossier")


def open_step(page: Page, plan: Plan, number: int = 1, section: str = "") -> None:
    enter(page, plan)
    visit(page, plan.step(number, section))


# --- a reload with text typed ------------------------------------------------------------------------


def test_text_typed_before_a_reload_is_stored(page: Page, plan: Plan) -> None:
    open_step(page, plan)
    field(page, VISION).press_sequentially(TYPED, delay=0)
    page.reload()
    settle(page)
    expect(field(page, VISION)).to_have_value(TYPED)
    wait_until(lambda: plan.text_of(ANSWER) == TYPED, "the text is not stored")


def test_text_typed_in_a_new_card_before_a_reload_is_stored(page: Page, plan: Plan) -> None:
    open_step(page, plan, 5, "doelen")
    press(page, item_texts().kinds["goal"].add)
    title = page.locator("[class*='st-key-item-'][class*='-title'] input")
    title.press_sequentially(TYPED, delay=0)
    page.reload()
    settle(page)
    expect(title).to_have_value(TYPED)
    wait_until(
        lambda: [getattr(i.data, "title", "") for i in plan.dossier.of_kind("goal")] == [TYPED],
        "the goal is not stored",
    )


def test_details_typed_before_a_reload_are_stored(page: Page, plan: Plan) -> None:
    enter(page, plan)
    visit(page, plan.address("delen"))
    field(page, "details-municipality").press_sequentially(TYPED, delay=0)
    page.reload()
    settle(page)
    expect(field(page, "details-municipality")).to_have_value(TYPED)
    wait_until(lambda: plan.dossier.details.municipality == TYPED, "the name is not stored")


def test_a_form_that_was_not_sent_comes_back_after_a_reload(page: Page, server: str) -> None:
    visit(page, f"{server}/nieuw")
    field(page, "new-title").press_sequentially(TYPED, delay=0)
    page.reload()
    settle(page)
    expect(field(page, "new-title")).to_have_value(TYPED)


def test_text_too_long_is_still_there_after_a_reload(page: Page, plan: Plan) -> None:
    open_step(page, plan)
    fill(page, VISION, "x" * 10_001)
    page.reload()
    settle(page)
    expect(field(page, VISION)).to_have_value("x" * 10_001)
    message = texts("invullen")("too_long", limit="10.000", length="10.001", over="1")
    expect(page.get_by_text(message)).to_have_count(2)


def test_text_typed_goes_along_when_one_walks_on_at_once(page: Page, plan: Plan) -> None:
    open_step(page, plan)
    field(page, VISION).press_sequentially(TYPED, delay=0)
    page.locator(".st-key-primary-stap a").click()
    settle(page)
    assert plan.text_of(ANSWER) == TYPED


# --- windows and links ---------------------------------------------------------------------------------


def test_two_dossiers_in_two_windows_never_mix(page: Page, plan: Plan) -> None:
    other = empty(plan.server, title="Tweede dossier")
    visit(page, plan.link)
    second = page.context.new_page()
    visit(second, other.link)
    for window, own in ((page, plan), (second, other), (page, plan)):
        window.bring_to_front()
        visit(window, own.step(1))
        fill(window, VISION, f"Tekst van {own.dossier.details.title}")
        window.get_by_role("link", name=texts("stap")("to_overview")).click()
        settle(window)
        expect(window.locator("h1")).to_have_text(own.dossier.details.title)
    assert plan.text_of(ANSWER) == "Tekst van Eerste dossier"
    assert other.text_of(ANSWER) == "Tekst van Tweede dossier"


def test_a_link_that_is_unknown_or_withdrawn_says_so_in_dutch(open_page: OpenPage, plan: Plan) -> None:
    token = plan.use_cases.share(plan.made.edit_token, Role.BEGELEIDER)
    insider = open_page()
    visit(insider, f"{plan.server.url}/open/{token}")
    visit(insider, plan.step(1))
    plan.use_cases.withdraw(plan.made.edit_token, plan.use_cases.own_link(token))
    for address in (f"{plan.server.url}/open/{token}", f"{plan.server.url}/open/onbekend"):
        page = open_page()
        visit(page, address)
        expect(page.get_by_role("alert")).to_contain_text(texts("navigatie")("notice_link_onbekend"))
    fill(insider, VISION, "Te laat")
    expect(insider.get_by_role("alert")).to_contain_text(texts("navigatie")("notice_geen_toegang"))
    assert plan.text_of(ANSWER) == ""


def test_who_reads_can_change_nothing(page: Page, running: Server) -> None:
    plan = example(running)
    visit(page, plan.reading_link)
    expect(page.get_by_text(texts("overzicht")("intro_reader"))).to_be_visible()
    before = plan.dossier
    for number in range(1, len(steps().steps) + 1):
        visit(page, plan.step(number, role=Role.LEZER))
        assert page.locator(":is(input, textarea)").count() == 0
        assert not [
            b for b in page.get_by_role("button").all_inner_texts() if b.startswith(("Voeg", "Wijzig"))
        ]
    visit(page, plan.step(1))  # the address of somebody who may edit
    expect(page.get_by_role("alert")).to_contain_text(texts("navigatie")("notice_geen_toegang"))
    assert plan.dossier == before


@pytest.mark.parametrize("waits", [True, False], ids=["focus comes back", "goes there at once"])
def test_a_new_server_keeps_what_was_typed_meanwhile_and_at_once(
    browser: Browser, tmp_path: Path, waits: bool
) -> None:
    port = free_port()
    with browser.new_context(locale="nl-NL") as context:
        page = context.new_page()
        with serving(tmp_path, port=port) as first:
            plan = empty(first)
            open_step(page, plan)
            fill(page, VISION, "Dit was bewaard.")
            field(page, VISION).press("End")
            page.keyboard.type(" " + TYPED)
        expect(page.get_by_text(texts("pagina")("offline"))).to_be_visible()
        with serving(tmp_path, port=port):
            expect(field(page, VISION)).to_be_enabled(timeout=60_000)
            page.evaluate(NOTE_CHOICES)
            if waits:
                expect(field(page, VISION)).to_be_focused()
            else:
                field(page, VISION).focus()
            # All at once, or at a pace that goes on while the new server fills in its own text, and after it.
            page.keyboard.type(ON, delay=0 if waits else 100)
            page.keyboard.press("Tab")
            kept = f"Dit was bewaard. {TYPED}{ON}"
            expect(field(page, VISION)).to_have_value(kept)
            wait_until(lambda: plan.text_of(ANSWER) == kept, "the text is not stored")
            settle(page)
            expect(page.get_by_text(texts("invullen")("saved"))).to_be_visible()
            assert page.evaluate("window.choices") == 0


# --- double clicks -------------------------------------------------------------------------------------


def test_a_double_click_adds_takes_over_and_removes_once(page: Page, plan: Plan) -> None:
    open_step(page, plan, 3)
    page.locator("[class*='st-key-suggest-'] button").first.click()
    settle(page)
    take = page.locator("[class*='st-key-take-'] button")
    take.first.dblclick()
    settle(page)
    take.first.dblclick()
    settle(page)
    assert len(plan.dossier.items) == 2
    remove = page.locator("[class*='st-key-remove-'] button")
    remove.first.dblclick()
    settle(page)
    assert len(plan.dossier.items) == 1
    page.locator("[class*='st-key-restore-'] button").dblclick()
    settle(page)
    assert len(plan.dossier.items) == 2
    page.locator("[class*='st-key-add-'] button").first.dblclick()
    settle(page)
    assert page.locator("[class*='st-key-close-'] button").count() == 1
    assert len(plan.dossier.items) == 2


def test_a_double_click_makes_one_link(page: Page, plan: Plan) -> None:
    enter(page, plan)
    visit(page, plan.address("delen"))
    page.get_by_role("button", name=texts("delen")("make_lezer")).dblclick()
    settle(page)
    assert len(plan.use_cases.links(plan.made.edit_token)) == 3

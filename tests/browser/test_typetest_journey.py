"""The typetest in a browser: answering, leaving and coming back, the check, the result, the score card."""

import re

import pytest
from playwright.sync_api import Page, expect

from content.loader import texts, typetest
from dossier.roles import Role
from tests.browser.conftest import OpenPage
from tests.browser.helpers import axe, settle, visit
from tests.browser.plan import Plan, empty, enter, field
from tests.browser.server import Server
from typetest.model import QUESTIONS, Choice, Perspective

HUIDIG, GEWENST = Perspective
TYPE_I = "aaaaaaaaaabbbb"
TYPE_II = "abaaabaaabbbbb"
MIXED = "aabbaabbaabbab"
NASTY = "<b>hoi</b> $x$ :smile: *ja* {{ 1 }}"
WIDTHS = (1280, 360, 320)

STATES: dict[str, tuple[str, dict[str, object], dict[str, str]]] = {
    "begin": ("controle", {}, {}),
    "check-empty": ("controle", {"perspectief": "gewenst"}, {}),
    "check": ("controle", {"perspectief": "huidig"}, {"huidig": TYPE_I}),
    "question": ("vraag", {"perspectief": "huidig", "vraag": 2}, {"huidig": TYPE_I}),
    "question-open": ("vraag", {"perspectief": "gewenst", "vraag": 14}, {}),
    "all": ("vragen", {"perspectief": "gewenst"}, {"gewenst": "ab"}),
    "result-empty": ("uitslag", {}, {}),
    "result-incomplete": ("uitslag", {}, {"huidig": "aaaaaaa", "gewenst": "b"}),
    "result-mixed": ("uitslag", {}, {"huidig": MIXED}),
    "result": ("uitslag", {}, {"huidig": TYPE_I, "gewenst": TYPE_II}),
    "card-empty": ("scorekaart", {}, {}),
    "card": ("scorekaart", {"cel": "4-3", "huidig": "5-5", "gewenst": "5-2"}, {}),
}


def answered(running: Server, **choices: str) -> Plan:
    """A dossier with these answers, by perspective; a point stays open."""
    plan = empty(running, municipality="Voorbeeldstad")
    for name, given in choices.items():
        for number, choice in enumerate(given, start=1):
            if choice != ".":
                changes = {"choice": choice}
                plan.use_cases.answer(plan.made.edit_token, Perspective(name), number, changes, 0)
    return plan


def at_question(page: Page, plan: Plan, number: int) -> None:
    """Opens one question of the policy as it is."""
    enter(page, plan)
    visit(page, plan.address("vraag", perspectief="huidig", vraag=number))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()
    settle(page)


def choose(page: Page, choice: str) -> None:
    page.get_by_role("radio").nth("ab".index(choice)).check(force=True)  # a card covers the radio
    settle(page)


def stem(number: int) -> str:
    return typetest().questions[number - 1].stem


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def note_of(plan: Plan, number: int) -> str:
    given = plan.dossier.answers.get(HUIDIG, {}).get(number)
    return given.note if given else ""


def fits(page: Page) -> bool:
    """Whether nothing makes the page scroll sideways."""
    wide: bool = page.evaluate(
        "(main => main.scrollWidth <= main.clientWidth)(document.querySelector('[data-testid=stMain]'))"
    )
    return wide


def test_from_the_first_question_to_the_result(running: Server, page: Page) -> None:
    plan = answered(running)
    enter(page, plan)
    visit(page, plan.address("controle"))
    page.get_by_role("link", name="Begin met vraag 1 over nu").click()
    settle(page)
    for number, choice in enumerate(TYPE_I, start=1):
        assert heading(page) == stem(number)
        choose(page, choice)
        expect(page.get_by_text("✓ Bewaard")).to_be_visible()
        if number == 7:
            page.reload()
            settle(page)
            expect(page.get_by_role("radio").nth("ab".index(choice))).to_be_checked()
        press(page, "Volgende vraag" if number < len(QUESTIONS) else "Controleer uw antwoorden")
    assert plan.dossier.choices(HUIDIG) == dict(zip(QUESTIONS, map(Choice, TYPE_I), strict=True))
    expect(page.get_by_text("Alle vragen zijn beantwoord.")).to_be_visible()
    page.get_by_role("link", name="Wijzig vraag 3", exact=True).click()
    settle(page)
    assert heading(page) == stem(3)
    page.go_back()
    settle(page)
    press(page, "Bekijk de uitslag")
    assert heading(page) == "Uw beleid past bij type I: de ambitie voorbij"
    expect(page.get_by_role("figure", name=re.compile("Nu: sturing 5, insteek 5"))).to_be_visible()


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the focus is there; forty times must be enough."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_by_keyboard_alone(running: Server, page: Page) -> None:
    plan = answered(running)
    at_question(page, plan, 12)
    for number in (12, 13, 14):
        tab_to(page, "input[type=radio]")
        page.keyboard.press("Space")
        settle(page)
        tab_to(page, f".st-key-next-{number} button, .st-key-to-check button")
        page.keyboard.press("Enter")
        settle(page)
        expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert heading(page) == "Controleer uw antwoorden"
    assert sorted(plan.dossier.choices(HUIDIG)) == [12, 13, 14]


def test_a_double_click_goes_one_question_on(running: Server, page: Page) -> None:
    at_question(page, answered(running), 3)
    page.get_by_role("button", name="Volgende vraag").dblclick()
    settle(page)
    assert heading(page) == stem(4)


def test_a_skipped_question_stays_open_and_is_shown_as_such(running: Server, page: Page) -> None:
    plan = answered(running, huidig="a.aaaaaaaaaaaa")
    at_question(page, plan, 2)
    press(page, "Sla deze vraag over")
    assert heading(page) == stem(3)
    visit(page, plan.address("controle", perspectief="huidig"))
    expect(page.get_by_role("link", name="Beantwoord vraag 2", exact=True)).to_be_visible()
    assert 2 not in plan.dossier.choices(HUIDIG)


def test_a_note_survives_a_reload_and_leaving_at_once(running: Server, page: Page) -> None:
    plan = answered(running)
    at_question(page, plan, 5)
    page.get_by_text("Leg uit waarom u dit kiest").click()
    settle(page)
    field(page, "answer-huidig-5-note").fill(NASTY)
    page.reload()
    settle(page)
    expect(field(page, "answer-huidig-5-note")).to_have_value(NASTY)
    expect(field(page, "answer-huidig-5-note")).to_be_visible()
    field(page, "answer-huidig-5-note").fill("Iets anders")
    press(page, "Volgende vraag")
    assert heading(page) == stem(6)
    assert note_of(plan, 5) == "Iets anders"


def test_an_answer_can_be_wiped(running: Server, page: Page) -> None:
    plan = answered(running, huidig="ab")
    at_question(page, plan, 2)
    press(page, "Wis mijn antwoord")
    page.reload()
    settle(page)
    assert page.get_by_role("radio", checked=True).count() == 0
    assert plan.dossier.choices(HUIDIG) == {1: Choice.A}


def test_two_windows_on_one_question_lose_nothing(running: Server, open_page: OpenPage) -> None:
    plan = answered(running)
    first, second = open_page(), open_page()
    for window in (first, second):
        at_question(window, plan, 1)
    choose(first, "a")
    choose(second, "b")
    assert plan.dossier.choices(HUIDIG) == {1: Choice.A}
    press(second, texts("invullen")("keep_mine"))
    assert plan.dossier.choices(HUIDIG) == {1: Choice.B}


def test_a_cell_of_the_picture_is_chosen_and_shared(server: str, page: Page) -> None:
    visit(page, f"{server}/scorekaart")
    for cell, press_next in (((5, 6), "Zet ‘nu’ in dit vakje"), ((1, 2), "Zet ‘gewenst’ in dit vakje")):
        click_cell(page, *cell)
        press(page, press_next)
    click_cell(page, 1, 2)  # a second press on a chosen cell takes nothing back
    address = page.url
    assert "cel=1-2" in address
    assert "huidig=5-6" in address
    assert "gewenst=1-2" in address
    visit(page, address)
    expect(page.get_by_role("heading", name="Type IV: de leunstoel")).to_be_visible()
    expect(page.get_by_role("heading", name="Wat vraagt deze beweging?")).to_be_visible()


def click_cell(page: Page, sturing: int, insteek: int) -> None:
    """Clicks in the middle of a cell, as a mouse does."""
    place = page.evaluate(
        """([x, y]) => {
            const plot = document.querySelector('.js-plotly-plot');
            const { xaxis, yaxis } = plot._fullLayout, box = plot.getBoundingClientRect();
            return [box.x + xaxis._offset + xaxis.d2p(x), box.y + yaxis._offset + yaxis.d2p(y)];
        }""",
        [sturing, insteek],
    )
    page.mouse.click(*place)
    settle(page)


def test_the_lists_choose_a_cell_without_a_mouse(server: str, page: Page) -> None:
    visit(page, f"{server}/scorekaart")
    for axis in ("sturing", "insteek"):
        page.locator(f".st-key-count-{axis} input").focus()
        page.keyboard.press("ArrowDown")  # opens the list, at the first after "nothing chosen"
        page.keyboard.press("Enter")
        settle(page)
    assert "cel=7-7" in page.url
    expect(page.get_by_role("heading", name="Type I: de ambitie voorbij")).to_be_visible()


def test_a_reader_has_nothing_to_fill_in(running: Server, page: Page) -> None:
    plan = answered(running, huidig=TYPE_I)
    enter(page, plan, Role.LEZER)
    visit(page, plan.address("vraag", Role.LEZER, perspectief="huidig", vraag=1))
    assert page.get_by_role("radio").count() == 0
    expect(page.get_by_text("Gekozen antwoord: a")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_state_is_accessible_and_fits(running: Server, open_page: OpenPage, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800})
    for name, (path, params, choices) in STATES.items():
        plan = answered(running, **choices)
        enter(page, plan)
        visit(page, plan.address(path, Role.BEGELEIDER, **params))
        assert (name, axe(page)) == (name, [])
        assert (name, fits(page)) == (name, True)

"""Every screen of the plan in every state it can have: axe, width, language, heading and title."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from content.loader import item_texts, texts
from dossier.roles import Role
from tests.browser import plan as plans
from tests.browser import workshop_states
from tests.browser.conftest import watch
from tests.browser.helpers import axe, settle, visit
from tests.browser.plan import Plan, fill, overflow, press
from tests.browser.server import Server

WIDTHS = (1280, 360, 320)
LONG = "item-answer_visie_regierol-text"
PRODUCT = texts("pagina")("product")

# What Streamlit says by itself.
ENGLISH = re.compile(
    r"Press (Ctrl|Cmd|Enter)|Running|Choose an option|No results|Deploy|Rerun|Connecting|Skip to|"
    r"Stop\b|Loading|Upload|Drag and drop|Made with|Fullscreen|Select|Error",
    re.IGNORECASE,
)

# WCAG 1.4.12
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; }
* { word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""


@pytest.fixture(scope="module")
def page(browser: Browser, running: Server) -> Iterator[Page]:
    """One page for all states: what the browser has loaded once, it has."""
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
    problems = watch(context, running.url.removeprefix("http://"))
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()
    assert problems == []


@pytest.fixture(scope="module")
def empty(running: Server) -> Plan:
    return plans.empty(running)


@pytest.fixture(scope="module")
def filled(running: Server) -> Plan:
    return plans.example(running)


# --- the states: each brings the page where it has to be looked at ------------------------------------


def wrong_details(page: Page, empty: Plan, _filled: Plan) -> None:
    visit(page, f"{empty.server.url}/nieuw")
    page.get_by_label(texts("nieuw")("label_period_start"), exact=True).fill("x")
    press(page, texts("nieuw")("create"))


def too_long(page: Page, empty: Plan, _filled: Plan) -> None:
    visit(page, empty.step(1))
    fill(page, LONG, "x" * 10_001)


def open_suggestions(page: Page, _empty: Plan, filled: Plan) -> None:
    visit(page, filled.step(1))
    page.locator(".st-key-suggest-visie-regierol button").click()
    settle(page)
    page.locator("[class*='st-key-take-visie-regierol'] button").first.click()
    settle(page)


def form(page: Page, empty: Plan, _filled: Plan) -> None:
    plan = plans.empty(empty.server)
    plans.enter(page, plan)
    visit(page, plan.step(1))
    fill(
        page,
        LONG,
        "Wij **kiezen**:\n- een steunpunt\n  1. nu\n\nLees [de handreiking](https://voorbeeld.nl/a).",
    )
    page.get_by_text(texts("invullen")("form"), exact=True).first.click()
    settle(page)
    assert page.locator("[class*='st-key-shape-'] a").is_visible()


def open_card(page: Page, _empty: Plan, filled: Plan) -> None:
    goal = filled.dossier.of_kind("goal")[0].id
    visit(page, filled.step(5, "doelen", open=f"doelen.doelen~{goal}"))
    page.get_by_text(texts("invullen")("more"), exact=True).first.click()
    settle(page)


def new_line_with_an_error(page: Page, empty: Plan, _filled: Plan) -> None:
    visit(page, empty.step(6, "begroting"))
    press(page, item_texts().kinds["budget_line"].add)
    page.locator("[class*='-amount'] input").fill("veel")
    page.locator("[class*='-amount'] input").blur()
    settle(page)


def removed(page: Page, _empty: Plan, filled: Plan) -> None:
    visit(page, filled.step(3))
    page.locator("[class*='st-key-remove-'] button").last.click()
    settle(page)


def conflict(page: Page, empty: Plan, _filled: Plan) -> None:
    plan = plans.empty(empty.server)
    plans.enter(page, plan)
    visit(page, plan.step(1))
    plan.save("answer.visie.regierol", 1, "answer", question="visie.regierol", text="Van de ander")
    fill(page, LONG, "Van mij")
    assert page.get_by_role("button", name=texts("invullen")("keep_mine")).is_visible()


def newer(page: Page, empty: Plan, _filled: Plan) -> None:
    plan = plans.empty(empty.server)
    plans.enter(page, plan)
    visit(page, plan.step(1))
    plan.save("answer.visie.regierol", 1, "answer", question="visie.regierol", text="Van de ander")
    fill(page, "item-answer_visie_insteek-text", "Iets anders")
    assert page.get_by_role("button", name=texts("invullen")("show_newer")).is_visible()


def gone(page: Page, empty: Plan, _filled: Plan) -> None:
    plan = plans.empty(empty.server)
    plans.enter(page, plan)
    plan.save("g", 5, "goal", title="Doel")
    visit(page, plan.step(5, "doelen", open="doelen.doelen~g"))
    plan.use_cases.remove_item(plan.made.edit_token, "g")
    fill(page, "item-g-title", "Beter doel")


def links(page: Page, empty: Plan, _filled: Plan) -> None:
    plan = plans.empty(empty.server)
    plans.enter(page, plan)
    visit(page, plan.address("delen"))
    press(page, texts("delen")("make_lezer"))
    press(page, texts("delen")("withdraw", n=3))
    press(page, texts("delen")("withdraw", n=1))
    press(page, texts("delen")("delete"))


def at(path: str, role: Role = Role.BEGELEIDER, **params: Any) -> Callable[[Page, Plan, Plan], None]:
    return lambda page, _empty, filled: visit(page, filled.address(path, role, **params))


def bare(path: str, **params: Any) -> Callable[[Page, Plan, Plan], None]:
    return lambda page, empty, _filled: visit(page, empty.address(path, **params))


def outside(path: str) -> Callable[[Page, Plan, Plan], None]:
    return lambda page, empty, _filled: visit(page, f"{empty.server.url}/{path}")


STATES: dict[str, Callable[[Page, Plan, Plan], None]] = {
    **workshop_states.STATES,
    "start": outside(""),
    "start, link withdrawn": outside("open/bestaat-niet"),
    "start with a dossier": at(""),
    "new": outside("nieuw"),
    "new, wrong": wrong_details,
    "overview, empty": bare("dossier"),
    "overview, filled": at("dossier"),
    "overview, reader": at("dossier", Role.LEZER),
    "step 1, empty": bare("stap", stap=1),
    "step 1, too long": too_long,
    "step 1, suggestions": open_suggestions,
    "step 1, conflict": conflict,
    "step 1, newer": newer,
    "step 1, form": form,
    "step 3, removed": removed,
    "step 5, card open": open_card,
    "step 5, removed by another": gone,
    "step 6, filled": at("stap", stap=6, onderdeel="begroting"),
    "step 6, wrong amount": new_line_with_an_error,
    "step 6, reader": at("stap", Role.LEZER, stap=6),
    "step 9": at("stap", stap=9),
    "sharing": links,
    "sharing, reader": at("delen", Role.LEZER),
    "document, empty": bare("document"),
    "document, filled": at("document"),
    "background, scope": outside("achtergrond?onderwerp=insteek"),
    "background, deciding": outside("achtergrond?onderwerp=beslissen"),
    "background, law": outside("achtergrond?onderwerp=wet"),
    "script": outside("draaiboek"),
    "script with a dossier": at("draaiboek", onderwerp="voorbereiding"),
    "script, questions": outside("draaiboek?onderwerp=vragen"),
    "script, figures": outside("draaiboek?onderwerp=cijfers"),
    "glossary": outside("begrippen"),
    "about": outside("over"),
}
WRONG = {*workshop_states.WRONG, "new, wrong", "step 1, too long", "step 6, wrong amount"}


def problems(page: Page, width: int) -> list[str]:
    """What is wrong with the page in a window of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    settle(page)
    found = axe(page)
    if overflow(page) > 0:
        found.append(f"{overflow(page)} pixels too wide")
    return [f"{width}: {problem}" for problem in found]


@pytest.mark.parametrize("state", STATES)
def test_a_state_is_accessible_at_every_width(state: str, page: Page, empty: Plan, filled: Plan) -> None:
    for plan in (empty, filled):
        plans.enter(page, plan)
    plans.enter(page, filled, Role.LEZER)
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    STATES[state](page, empty, filled)
    found = [problem for width in WIDTHS for problem in problems(page, width)]
    assert found == []
    assert page.get_by_role("alert").filter(has_text=texts("web")("problem")).count() == 0
    assert page.locator("html").get_attribute("lang") == "nl"
    assert page.locator("h1").count() == 1
    assert ENGLISH.findall(page.inner_text("body")) == []
    title = page.title()
    assert title.endswith(f" – {PRODUCT}")
    assert title.startswith(texts("pagina")("error_title", title="")) == (state in WRONG)
    page.add_style_tag(content=SPACED)
    assert overflow(page) <= 0

"""A whole session in one journey: who leads, the wall and five phones, from the code to the report."""

from itertools import count
from typing import Any

import pypandoc
from playwright.sync_api import Page, expect

from content.loader import texts, typetest
from dossier.workshop import Phase
from tests.browser import plan as plans
from tests.browser import room as rooms
from tests.browser.conftest import OpenPage
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, download, fill, press
from tests.browser.room import tap
from tests.browser.server import Server
from typetest.model import QUESTIONS, Choice, Perspective

LIST, LEAD, INTO_PLAN = texts("werksessies"), texts("werksessie"), texts("naar_plan")
JOIN, TAKE = texts("meedoen"), texts("deelnemen")
WALL: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
MOVES_ON = 20_000  # ms
ID = "reis"


def start(page: Page, plan: Plan) -> str:
    """Starts a session on the screen; its code."""
    plans.enter(page, plan)
    visit(page, plan.address("werksessies", nieuw=ID))
    fill(page, f"start-{ID}-title", "Avond in het gemeentehuis")
    fill(page, f"start-{ID}-people", "12")
    fill(page, f"start-{ID}-groups", "Ambtenaren\nRaad & college")
    now = typetest().perspectives[Perspective.HUIDIG.value].name
    page.get_by_role("radio", name=now, exact=True).click(force=True)
    settle(page)
    press(page, LIST("start"))
    page.wait_for_url("**/werksessie?*")
    settle(page)
    return page.locator("dd.code").inner_text().replace(" ", "")


def join(page: Page, plan: Plan, code: str, group: str) -> None:
    """Types the code, chooses a group and comes in."""
    visit(page, f"{plan.server.url}/meedoen")
    page.get_by_role("textbox").fill(code.lower())
    press(page, JOIN("find"))
    page.get_by_role("radio", name=group).click(force=True)
    settle(page)
    page.get_by_role("button", name=JOIN("join"), exact=True).click()
    page.wait_for_url("**/deelnemen?werksessie=*")
    settle(page)


def moved_on(page: Page, heading: str) -> None:
    page.get_by_role("heading", name=heading, exact=True).wait_for(timeout=MOVES_ON)
    settle(page)


def answer(page: Page, choices: str) -> None:
    """Taps every statement, and says that it is finished."""
    for question, choice in zip(QUESTIONS, choices, strict=True):
        tap(page, question, "ab".index(choice))
    settle(page)
    press(page, TAKE("ready"))
    moved_on(page, TAKE("waiting"))


def show(lead: Page, view: str) -> None:
    """Lets the wall show something."""
    box = lead.locator(".st-key-projector-box")
    if not box.get_by_role("button").first.is_visible():
        box.get_by_text(LEAD("projector_heading"), exact=True).click()
        settle(lead)
    press(lead, LEAD("projector_show", view=LEAD(f"view_{view}")))


def test_a_session_from_the_code_to_the_report(running: Server, open_page: OpenPage) -> None:
    plan = plans.empty(running, municipality="Zeewolde")
    lead = open_page()
    code = start(lead, plan)
    room = rooms.of(plan, ID)
    wall = lead.context.new_page()
    wall.set_viewport_size(WALL["viewport"])
    visit(wall, plan.address("projector", werksessie=ID))
    expect(wall.locator("body")).to_contain_text(code[:3])

    phones = [open_page(**PHONE) for _ in range(5)]
    for phone, number in zip(phones, count(), strict=False):
        join(phone, plan, code, "Ambtenaren" if number < 3 else "Raad & college")
    for phone, choices in zip(phones, ["a" * 14, "a" * 14, "a" * 13 + "b", "ab" * 7, "ab" * 7], strict=True):
        answer(phone, choices)
    expect(lead.locator("body")).to_contain_text(LEAD("counts", n=5, ready=5), timeout=MOVES_ON)
    assert "tegen" not in wall.inner_text("body") + lead.inner_text("body")  # nothing before the reveal

    press(lead, LEAD("reveal"))
    for phone in phones:
        moved_on(phone, TAKE("result"))
    show(lead, "card")
    expect(wall.locator("body")).to_contain_text("3 tegen 2", timeout=MOVES_ON)
    assert wall.evaluate("() => document.querySelector('[data-testid=stMain]').scrollHeight <= 1080")

    lead.get_by_text(LEAD("again_heading"), exact=True).click()
    press(lead, LEAD("again"))  # the ones that were proposed
    moved_on(phones[3], TAKE("heading_huidig"))
    chosen = room.now.chosen
    assert chosen
    tap(phones[3], chosen[0], 0)
    settle(phones[3])
    press(phones[3], TAKE("ready"))
    press(lead, LEAD("compare"))
    if lead.get_by_role("button", name=LEAD("compare_sure")).count():
        press(lead, LEAD("compare_sure"))
    moved_on(phones[0], TAKE("result"))
    assert LEAD("changed", n=1) in lead.inner_text("body")
    press(lead, LEAD("take_over"))

    lead.get_by_text(LEAD("close_heading"), exact=True).click()
    lead.get_by_text(LEAD("close_sure"), exact=True).click()
    settle(lead)
    press(lead, LEAD("close"))
    assert room.now.phase is Phase.CLOSED
    moved_on(phones[4], TAKE("result_closed"))
    press(lead, INTO_PLAN("take_over"))
    assert plan.dossier.choices(Perspective.HUIDIG)[1] is Choice.A
    lead.get_by_role("link", name=LEAD("to_report")).click()
    lead.wait_for_url("**/document?*")
    settle(lead)
    assert f"werksessie={room.id}" in lead.url
    text = pypandoc.convert_file(str(download(lead)), "plain", format="docx", extra_args=["--wrap=none"])
    assert "Avond in het gemeentehuis" in text
    assert "3 tegen 2" in text

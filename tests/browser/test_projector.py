"""The wall in a real browser: large, whole, calm, and following what the facilitator does."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from dossier.roles import Role
from tests.browser import plan as plans
from tests.browser.conftest import OpenPage
from tests.browser.helpers import visit
from tests.browser.plan import Plan
from tests.browser.server import Server
from tests.browser.test_axe import ENGLISH, WIDTHS, problems
from tests.rooms import PEOPLE, Room, full_room
from tests.storage.helpers import NASTY

SIZES = ((1920, 1080), (1280, 720))
# How far what is seen is higher or wider than its window.
TOO_LARGE = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    const bottom = document.querySelector('.wall').getBoundingClientRect().bottom;
    return [main.scrollHeight - main.clientHeight, main.scrollWidth - main.clientWidth, bottom - innerHeight];
}"""
WATCH = """() => {
    window.changes = 0;
    new MutationObserver((found) => { window.changes += found.length; }).observe(
        document.querySelector('.wall').closest('[class*="st-key-wall-"]'),
        { subtree: true, childList: true, characterData: true, attributes: true });
}"""
MANY = {"ambtenaren": 60, "raad": 25, "college": 6, "steunpunt": 9, "organisaties": 70, "inwoners": 30}

Session = Callable[..., Room]


@pytest.fixture(scope="module")
def dossier(running: Server) -> Plan:
    return plans.example(running)


@pytest.fixture
def session(dossier: Plan) -> Session:
    return partial(full_room, plans.storage_of(dossier.server), dossier.made)


def open_wall(page: Page, dossier: Plan, held: Room, role: Role = Role.BEGELEIDER) -> None:
    plans.enter(page, dossier, role)
    query = f"dossier={dossier.made.dossier_id}&rol={role.value}&werksessie={held.id}"
    visit(page, f"{dossier.server.url}/projector?{query}")


def everything(held: Room) -> Iterator[str]:
    """Puts every view on the wall in turn, and gives its name."""
    yield "join"
    held.two_rounds(*range(1, 15))
    for number in range(9):
        held.note("promise", f"p{number}", who="De raad", what=f"bespreekt {NASTY.strip()}", when="mei")
    for view in ("card", "questions", "rounds", "groups", "closing"):
        held.show(view)
        yield view
    for number in (7, 12):
        held.show("question", question=number)
        yield f"question {number}"
    held.show("card", blank=True)
    yield "blank"


@pytest.mark.parametrize("people", [PEOPLE, MANY], ids=["three groups", "six groups"])
def test_every_view_fits_on_the_wall(
    people: dict[str, int], open_page: OpenPage, dossier: Plan, session: Session
) -> None:
    held, page = session(people=people), open_page(viewport={"width": 1920, "height": 1080})
    faults = []
    for view in everything(held):
        open_wall(page, dossier, held)
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(100)
            if any(size > 0 for size in page.evaluate(TOO_LARGE)):
                faults.append((view, width, page.evaluate(TOO_LARGE)))
    assert faults == []


def test_every_view_is_accessible_and_has_nothing_to_press(
    page: Page, dossier: Plan, session: Session
) -> None:
    held = session()
    for view in everything(held):
        open_wall(page, dossier, held, Role.LEZER)
        assert [problem for width in WIDTHS for problem in problems(page, width)] == [], view
        page.set_viewport_size({"width": 1280, "height": 720})
        assert page.locator("[data-testid=stMain] :is(a, button, input)").count() == 0, view
        assert page.locator(".st-key-masthead").count() == 0
        assert not ENGLISH.search(page.locator("[data-testid=stMain]").inner_text()), view
        assert page.title().endswith("Typetest vrijwillige inzet")


def test_the_wall_follows_the_facilitator_and_is_still_in_between(
    page: Page, dossier: Plan, session: Session
) -> None:
    held = session()
    open_wall(page, dossier, held)
    heading = page.locator("h1")
    expect(heading).to_have_text("21 van de 21 mensen zijn klaar")
    page.evaluate(WATCH)
    page.wait_for_timeout(5_000)
    assert page.evaluate("window.changes") == 0
    held.lead.add_forms(held.token, held.id, {f"{held.id}-late": ("raad", {})})
    expect(heading).to_have_text("22 van de 22 mensen zijn klaar")
    held.reveal()
    held.show("card")
    expect(page.locator(".wall-card img")).to_be_visible()
    held.show("card", blank=True)
    expect(heading).to_have_text("Even pauze")
    held.show("questions", blank=False)
    expect(heading).to_have_text("Alle veertien vragen")
    page.reload()
    expect(heading).to_have_text("Alle veertien vragen")
    held.lead.delete(held.token, held.id)
    expect(page.locator(".wall")).to_have_count(0)


def test_the_letters_are_large_enough_for_ten_metres(
    open_page: OpenPage, dossier: Plan, session: Session
) -> None:
    held, page = session(), open_page(viewport={"width": 1920, "height": 1080})
    open_wall(page, dossier, held)

    def size(selector: str) -> float:
        script = "(e) => parseFloat(getComputedStyle(e).fontSize)"
        found: float = page.locator(selector).first.evaluate(script)
        return found

    assert size(".wall .code") >= 120
    assert size(".wall .address") >= 50
    held.reveal()
    held.show("card")
    open_wall(page, dossier, held)
    assert size(".wall .statements p") >= 32
    assert size("h1") >= 45

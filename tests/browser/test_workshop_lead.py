"""Who leads a session, in a browser: from starting it to closing, in two windows, with what goes wrong."""

import re

import pytest
from playwright.sync_api import Page, expect

from content.loader import texts, workshop
from dossier.workshop import Phase
from tests.browser import plan as plans
from tests.browser import room as rooms
from tests.browser.conftest import OpenPage
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, field, fill, press
from tests.browser.room import Room
from tests.browser.server import Server
from tests.browser.workshop_states import HEADER, filled, lead, send
from typetest.model import Choice, Perspective

A, B = Choice
TEXT, LIST = texts("werksessie"), texts("werksessies")
TICK = 10_000  # ms; the screen looks every two seconds


@pytest.fixture
def plan(running: Server) -> Plan:
    return plans.empty(running)


@pytest.fixture
def room(running: Server) -> Room:
    return rooms.start(running)


def open_box(page: Page, key: str) -> None:
    page.get_by_text(TEXT(key), exact=True).click()
    settle(page)


def test_from_starting_to_closing(plan: Plan, page: Page, open_page: OpenPage) -> None:
    plans.enter(page, plan)
    visit(page, plan.address("dossier"))
    page.get_by_role("link", name=texts("overzicht")("to_workshops")).click()
    settle(page)
    press(page, LIST("begin"))
    new_id = re.search(r"nieuw=(\w+)", page.url)
    assert new_id
    key = f"start-{new_id[1]}"
    fill(page, f"{key}-title", "Raadzaal *7*")
    fill(page, f"{key}-people", "12")
    expect(page.get_by_text(LIST("expected_room"))).to_be_visible()
    fill(page, f"{key}-groups", "Raad\nVeld")
    fill(page, f"{key}-smallest", "3")
    expect(page.get_by_text(LIST("expected_all"))).to_be_visible()
    page.reload()
    settle(page)
    expect(field(page, f"{key}-groups")).to_have_value("Raad\nVeld")
    page.get_by_role("radio", name="Zoals het nu is").click(force=True)
    settle(page)
    page.get_by_role("button", name=LIST("start"), exact=True).dblclick()
    page.wait_for_url("**/werksessie?*")
    settle(page)
    expect(page.get_by_role("heading", level=1, name="Raadzaal *7*")).to_be_visible()
    assert page.get_by_role("img", name=re.compile("QR-code")).is_visible()
    assert "/meedoen" in page.locator(".joining .address").inner_text()

    phone = open_page(viewport={"width": 360, "height": 740})
    code = page.locator(".joining .code").inner_text()
    visit(phone, f"{plan.server.url}/meedoen?code={code.replace(' ', '')}")
    phone.get_by_role("radio", name="Veld").click(force=True)
    settle(phone)
    phone.get_by_role("button", name="Doe mee", exact=True).click()
    expect(page.get_by_text(TEXT("counts", n=1, ready=0))).to_be_visible(timeout=TICK)

    open_box(page, "paper_one_form")
    for letters in ("abababababab-b", "b" * 14, "a" * 14):
        form = re.search(r"formulier=(\w+)", page.url)
        assert form
        page.locator(f".st-key-paper-{form[1]}-group").get_by_role("radio", name="Raad").click(force=True)
        settle(page)
        fill(page, f"paper-{form[1]}-huidig", letters)
        press(page, TEXT("paper_keep"))
        expect(page.get_by_text(TEXT("said_form_kept"))).to_be_visible()
    send(page, "formulieren.csv", f"{HEADER}\nveld,b{',' * 13}\nveld,a{',' * 13}".encode())
    page.reload()
    settle(page)
    press(page, TEXT("file_add", n=2))
    expect(page.get_by_text(TEXT("said_forms_added"))).to_be_visible()
    expect(page.get_by_text(TEXT("counts", n=6, ready=5))).to_be_visible(timeout=TICK)

    press(page, TEXT("reveal"))
    expect(page.get_by_text(TEXT("statements_heading"))).to_be_visible()
    press(page, TEXT("take_over"))
    open_box(page, "again_heading")
    press(page, TEXT("again"))
    press(page, TEXT("compare"))
    press(page, TEXT("compare_sure"))
    expect(page.get_by_text(TEXT("rounds_intro"))).to_be_visible()
    open_box(page, "close_heading")
    page.get_by_text(TEXT("close_sure"), exact=True).click()
    settle(page)
    press(page, TEXT("close"))
    expect(page.get_by_text(TEXT("answers_text"))).to_be_visible()


def test_an_argument_that_is_being_typed_survives_a_reload(room: Room, page: Page) -> None:
    room.people(3, A)
    room.people(2, B)
    room.reveal()
    lead(page, room, stelling="1")
    key = f"finding-{room.id}-huidig-1-reasons_a"
    field(page, key).press_sequentially("Zo staat het er: *niet* weg")
    page.reload()
    settle(page)
    expect(field(page, key)).to_have_value("Zo staat het er: *niet* weg")
    field(page, key).blur()
    settle(page)
    found = room.report.finding(Perspective.HUIDIG, 1)
    assert found.reasons_a == "Zo staat het er: *niet* weg"


def test_a_tick_does_not_disturb_who_types(room: Room, page: Page) -> None:
    room.people(3, A)
    room.reveal()
    lead(page, room, stelling="1")
    key = f"finding-{room.id}-huidig-1-reasons_b"
    field(page, key).press_sequentially("half een wo")
    page.wait_for_timeout(5000)
    expect(field(page, key)).to_be_focused()
    expect(field(page, key)).to_have_value("half een wo")
    page.keyboard.type("ord")
    expect(field(page, key)).to_have_value("half een woord")


def test_two_windows_follow_the_same_session(room: Room, page: Page, open_page: OpenPage) -> None:
    room.people(4, A)
    other = open_page()
    for window in (page, other):
        lead(window, room)
    press(page, TEXT("reveal"))
    expect(other.get_by_text(TEXT("moved"))).to_be_visible(timeout=TICK)
    press(other, TEXT("reveal"))
    expect(other.get_by_text(TEXT("said_moved_on"))).to_be_visible()
    expect(other.get_by_text(TEXT("statements_heading"))).to_be_visible()
    assert room.now.phase is Phase.REVEALED
    for window in (page, other):
        press(window, TEXT("statement_open", n=1))
    for window, words in ((page, "van de een"), (other, "van de ander")):
        fill(window, f"finding-{room.id}-huidig-1-reasons_a", words)
    expect(other.get_by_text(texts("invullen")("choose_heading"))).to_be_visible()
    press(other, texts("invullen")("keep_mine"))
    found = room.report.finding(Perspective.HUIDIG, 1)
    assert found.reasons_a == "van de ander"


def test_the_clock_is_the_servers_and_the_wall_follows(plan: Plan, page: Page, open_page: OpenPage) -> None:
    room = filled(plan)
    lead(page, room)
    wall = open_page(viewport={"width": 1920, "height": 1080})
    plans.enter(wall, room.plan)
    visit(wall, room.plan.address("projector", werksessie=room.id))
    first = workshop().programmes["one_hour"].blocks[0]
    press(page, TEXT("clock_start", name=first.title))
    expect(page.get_by_text(TEXT("clock_left", n=first.minutes))).to_be_visible(timeout=TICK)
    open_box(page, "projector_heading")
    press(page, TEXT("blank"))
    expect(wall.get_by_text(texts("projector")("paused_text"))).to_be_visible(timeout=TICK)
    press(page, TEXT("unblank"))
    press(page, TEXT("reveal"))
    expect(wall.get_by_text(texts("projector")("paused_text"))).to_have_count(0, timeout=TICK)
    expect(wall.locator(".st-key-wall-card")).to_be_visible(timeout=TICK)


def test_notes_survive_a_reload_and_another_window(room: Room, page: Page) -> None:
    lead(page, room)
    press(page, TEXT("parked_add"))
    note_id = re.search(r"nieuw_punt=(\w+)", page.url)
    assert note_id
    key = f"jotted-{note_id[1]}-text"
    expect(field(page, key)).to_be_focused()
    page.keyboard.type("Later terug op vervoer")
    page.reload()
    settle(page)
    expect(field(page, key)).to_have_value("Later terug op vervoer")
    field(page, key).blur()
    settle(page)
    (note,) = room.report.of_kind("parked")
    room.lead.remove_note(room.token, room.id, note.id)
    fill(page, key, "Later terug op vervoer en tijd")
    expect(page.get_by_text(TEXT("note_gone", text="Later terug op vervoer en tijd"))).to_be_visible()
    press(page, texts("invullen")("put_back"))
    (note,) = room.report.of_kind("parked")
    assert note.data.model_dump() == {"text": "Later terug op vervoer en tijd"}

"""A person with a phone in a session: from the QR code to the end, with what goes wrong on the way."""

import signal
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from content.loader import texts
from tests.browser import room as rooms
from tests.browser.conftest import OpenPage
from tests.browser.helpers import axe, settle, visit
from tests.browser.plan import overflow, press
from tests.browser.room import Room, cards, come_in, tap
from tests.browser.server import Server, serving
from typetest.model import QUESTIONS, Choice, Perspective

A, B = Choice
HUIDIG, GEWENST = Perspective
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
JOIN, TAKE = texts("meedoen"), texts("deelnemen")
MOVES_ON = 15_000  # ms; a phone asks every four seconds
TARGET = 44

SMALL = """(least) => [...document.querySelectorAll('[data-testid="stMain"] :is(button, a[data-testid])')]
    .map((each) => [each.textContent.trim(), Math.round(each.getBoundingClientRect().height)])
    .filter(([, height]) => height > 0 && height < least)"""


@pytest.fixture
def room(running: Server) -> Room:
    return rooms.start(running)


def heading(page: Page, key: str, **values: Any) -> Any:
    """Waits for the heading with these words."""
    words = TAKE(key, **values)
    found = page.get_by_role("heading", name=words, exact=True)
    found.wait_for(timeout=MOVES_ON)
    settle(page)
    return found


def saved(page: Page, number: int, perspective: Perspective = HUIDIG) -> None:
    """Waits until a statement says that its answer is kept."""
    expect(cards(page, number, perspective).get_by_text(TAKE("saved"))).to_be_visible()


def tally(page: Page, done: int, total: int = 14) -> None:
    expect(page.get_by_role("status").filter(has_text="beantwoord")).to_have_text(
        TAKE("progress", n=done, total=total)
    )


def finish(page: Page) -> None:
    """Presses "klaar", whatever is open."""
    press(page, TAKE("ready"))
    if page.get_by_role("button", name=TAKE("ready_anyway")).count():
        press(page, TAKE("ready_anyway"))
    heading(page, "waiting")


# --- the whole way ----------------------------------------------------------------------------------


def test_from_the_code_to_the_end(room: Room, open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    come_in(page, room)
    assert page.url == room.address
    for question in QUESTIONS[:-1]:
        tap(page, question, 0)
        tally(page, question)
    tap(page, 2, 1)
    settle(page)
    assert room.cast_of(page).now(HUIDIG, 1) == {**dict.fromkeys(range(1, 14), A), 2: B}
    page.reload()
    settle(page)
    tally(page, 13)
    assert cards(page, 2).get_by_role("radio").nth(1).is_checked()
    tap(page, 2, 2)  # taken back
    tally(page, 12)
    assert 2 not in room.cast_of(page).now(HUIDIG, 1)
    tap(page, 2, 0)
    tap(page, 14, 0)
    tally(page, 14)
    press(page, TAKE("ready"))
    heading(page, "waiting")
    press(page, TAKE("change"))
    heading(page, "heading_huidig")
    finish(page)
    assert room.cast_of(page).seat.ready
    room.people(4, B)
    room.people(3, A, "raad")
    room.reveal()
    heading(page, "result")
    expect(page.locator("h1")).to_be_focused()
    assert "sturing 7, insteek 7" in page.inner_text("body")
    assert "4 voor a tegen 4 voor b" in page.inner_text("body")
    room.again(2, 5)
    heading(page, "heading_huidig")
    assert cards(page, 2).get_by_role("radio").nth(0).is_checked()
    tap(page, 2, 1)
    saved(page, 2)
    finish(page)
    room.compare()
    heading(page, "result")
    assert "U koos eerst a en nu b." in page.inner_text("body")
    assert "U koos weer a." in page.inner_text("body")
    room.close()
    heading(page, "result_closed")
    room.lead.forget_ballots(room.token, room.id)
    heading(page, "gone")


def test_two_phones_and_two_perspectives(running: Server, open_page: OpenPage) -> None:
    room = rooms.start(running, perspectives=["huidig", "gewenst"])
    one, two = open_page(**PHONE), open_page(**PHONE)
    for page in (one, two):
        come_in(page, room)
    tap(one, 1, 0)
    tap(two, 1, 1)
    for page in (one, two):
        tally(page, 1)
        press(page, TAKE("next_gewenst"))
        heading(page, "heading_gewenst")
        tally(page, 0)
    tap(one, 1, 1, GEWENST)
    tally(one, 1)
    one.reload()
    settle(one)
    heading(one, "heading_gewenst")
    tally(one, 1)
    found = [(room.cast_of(page).now(HUIDIG, 1), room.cast_of(page).now(GEWENST, 1)) for page in (one, two)]
    assert found == [({1: A}, {1: B}), ({1: B}, {})]


def test_a_qr_code_leads_to_the_first_statement_in_three_taps(room: Room, open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    visit(page, room.invitation)  # the first tap opened this
    page.get_by_role("radio", name="Raad & college").click(force=True)
    page.get_by_role("button", name=JOIN("join")).click()
    page.wait_for_url(room.address)
    settle(page)
    assert cards(page, 1).is_visible()
    (cookie,) = [c for c in page.context.cookies() if c["name"].startswith("deelname-")]
    assert (cookie["name"], cookie["httpOnly"], cookie["sameSite"]) == (f"deelname-{room.id}", True, "Lax")
    assert room.cast_of(page).seat.group == "raad"


def test_a_double_tap_takes_one_seat(room: Room, open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    visit(page, room.invitation)
    page.get_by_role("radio", name="Ambtenaren").click(force=True)
    settle(page)
    page.get_by_role("button", name=JOIN("join")).dblclick()
    page.wait_for_url(room.address)
    settle(page)
    assert room.joined == [1, 0, 0]


def test_by_keyboard_alone(room: Room, open_page: OpenPage) -> None:
    page = open_page()
    visit(page, f"{room.plan.server.url}/meedoen")
    page.get_by_label(JOIN("code")).focus()
    page.keyboard.type(f"{room.code[:3].lower()} {room.code[3:]}")
    page.keyboard.press("Enter")
    page.get_by_role("radio", name="Ambtenaren").wait_for()
    settle(page)
    page.get_by_role("radio", name="Ambtenaren").focus()
    page.keyboard.press("Space")
    settle(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=JOIN("join"))).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(room.address)
    settle(page)
    expect(page.locator("h1")).to_have_count(1)
    cards(page, 1).get_by_role("radio").nth(0).focus()
    page.keyboard.press("Space")
    tally(page, 1)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    tally(page, 2)
    page.keyboard.press("ArrowDown")
    settle(page)
    assert room.cast_of(page).now(HUIDIG, 1) == {1: A, 2: B}
    for _ in range(13):
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=TAKE("ready"))).to_be_focused()
    page.keyboard.press("Enter")
    heading(page, "open_heading", n=12)


# --- what goes wrong --------------------------------------------------------------------------------


@contextmanager
def offline(page: Page) -> Iterator[None]:
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)


def test_a_tap_without_a_connection_is_kept_when_it_is_back(room: Room, open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    room.sit(page)
    visit(page, room.address)
    tap(page, 1, 0)
    tally(page, 1)
    with offline(page):
        cards(page, 2).get_by_role("radio").nth(1).click(force=True, timeout=3_000)
        page.wait_for_timeout(500)
        assert room.cast_of(page).now(HUIDIG, 1) == {1: A}
        tally(page, 1)
    tally(page, 2)
    settle(page)
    assert room.cast_of(page).now(HUIDIG, 1) == {1: A, 2: B}


ANSWERS = "**/werksessie/antwoord/*"


def test_a_tap_that_does_not_arrive_is_told_and_sent_again_also_by_a_page_that_was_reloaded(
    room: Room, open_page: OpenPage
) -> None:
    page = open_page(**PHONE)
    room.sit(page)
    visit(page, room.address)
    unsaved = page.get_by_role("status").filter(has_text=texts("pagina")("not_saved"))
    page.route(ANSWERS, lambda route: route.abort())  # the server hears nothing of it
    tap(page, 1, 0)
    tap(page, 2, 0)
    tap(page, 1, 1)  # the last choice is the one that counts
    expect(unsaved).to_be_visible()
    tally(page, 0)
    assert "Bewaard" not in page.inner_text(".ballot")
    page.reload()
    settle(page)
    expect(unsaved).to_be_visible()
    assert cards(page, 1).get_by_role("radio").nth(1).is_checked()
    assert room.cast_of(page).now(HUIDIG, 1) == {}
    page.unroute(ANSWERS)
    tally(page, 2)
    expect(unsaved).to_have_count(0)
    assert room.cast_of(page).now(HUIDIG, 1) == {1: B, 2: A}


@pytest.mark.parametrize("status", [404, 429, 503])
def test_what_is_not_our_answer_is_no_answer_and_is_asked_again_now_and_then(
    room: Room, open_page: OpenPage, status: int
) -> None:
    page = open_page(**PHONE)
    room.sit(page)
    visit(page, room.address)
    asked: list[str] = []

    def refuse(route: Route) -> None:  # as a proxy does
        asked.append(route.request.url)
        route.fulfill(status=status, body="<h1>Error</h1>", content_type="text/html")

    page.route(ANSWERS, refuse)
    began = time.monotonic()
    for question in range(1, 6):
        tap(page, question, 0)
    page.wait_for_timeout(3_000)
    tally(page, 0)
    # Once at every tap and once a second; five times a second if each tap went on asking by itself.
    assert 2 <= len(asked) <= 5 + 1 + (time.monotonic() - began)
    page.unroute(ANSWERS)
    tally(page, 5)


def hold(page: Page) -> list[Route]:
    """Keeps the answers of a page on their way; what is on its way."""
    held: list[Route] = []
    page.route(ANSWERS, lambda route: held.append(route))  # noqa: PLW0108 - a built-in is no handler there
    return held


def test_who_is_finished_is_so_with_the_last_tap(room: Room, open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    token = room.sit(page)
    for question in QUESTIONS[:-1]:
        room.take.vote(token, HUIDIG, question, A)
    visit(page, room.address)
    held = hold(page)
    tap(page, 14, 1)
    page.get_by_role("button", name=TAKE("ready"), exact=True).click()
    page.wait_for_timeout(1_000)
    assert not room.cast(token).seat.ready
    assert TAKE("heading_huidig") in page.inner_text("h1")
    held[0].continue_()
    heading(page, "waiting")  # and not: one statement is open
    assert room.cast(token).now(HUIDIG, 1)[14] is B


def test_who_is_finished_with_an_answer_that_came_too_late_is_not(room: Room, open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    token = room.sit(page)
    for question in QUESTIONS:
        room.take.vote(token, HUIDIG, question, A)
    visit(page, room.address)
    page.route("**/werksessie/stand/*", lambda route: route.abort())  # the phone does not hear of it
    held = hold(page)
    tap(page, 1, 1)
    page.get_by_role("button", name=TAKE("ready"), exact=True).click()
    room.people(4, B)
    room.reveal()
    room.again(1)
    held[0].continue_()
    expect(page.get_by_text(TAKE("refused"))).to_be_visible()
    settle(page)
    assert not room.cast(token).seat.ready
    assert cards(page, 1).get_by_role("radio").nth(0).is_checked()


def test_two_windows_of_one_person_keep_the_last_tap(room: Room, open_page: OpenPage) -> None:
    one = open_page(**PHONE)
    room.sit(one)
    two = one.context.new_page()
    for page in (one, two):
        visit(page, room.address)
    tap(one, 1, 0)
    saved(one, 1)
    tap(two, 1, 1)
    saved(two, 1)
    assert room.cast_of(one).now(HUIDIG, 1) == {1: B}
    press(one, TAKE("ready"))
    press(one, TAKE("back_to_open"))
    expect(cards(one, 1).get_by_role("radio").nth(1)).to_be_checked()
    tally(one, 1)


def test_a_window_of_who_had_the_phone_before_shows_who_has_it_now(room: Room, open_page: OpenPage) -> None:
    old = open_page(**PHONE)
    first = room.sit(old)
    visit(old, room.address)
    second = room.sit(old.context.new_page())
    with old.expect_event("load"):  # it opens anew by itself
        tap(old, 1, 0)
    settle(old)
    tally(old, 0)
    tap(old, 2, 1)
    tally(old, 1)
    assert (room.cast(first).now(HUIDIG, 1), room.cast(second).now(HUIDIG, 1)) == ({}, {2: B})


def test_a_tap_that_comes_after_the_reveal_is_told_to_be_lost(room: Room, open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    room.sit(page)
    visit(page, room.address)
    page.route("**/werksessie/stand/*", lambda route: route.abort())  # the phone does not hear of it
    room.reveal()
    tap(page, 1, 0)
    heading(page, "result")
    assert TAKE("refused") in page.inner_text("body")
    assert room.cast_of(page).now(HUIDIG, 1) == {}


@contextmanager
def begun(folder: Path, browser: Browser) -> Iterator[tuple[Server, Room, Page]]:
    """A server of its own, and a phone that gave its first answer."""
    with serving(folder / "one") as server, closing(browser.new_context(**PHONE)) as context:
        page = context.new_page()
        room = rooms.start(server)
        room.sit(page)
        visit(page, room.address)
        tap(page, 1, 0)
        tally(page, 1)
        yield server, room, page


def test_a_server_that_starts_anew_loses_nothing(tmp_path: Path, browser: Browser) -> None:
    with begun(tmp_path, browser) as (server, room, page):
        server.process.kill()
        server.process.wait()
        with serving(tmp_path / "one", port=int(server.url.rpartition(":")[2])):
            settle(page)
            tally(page, 1)
            tap(page, 2, 1)
            tally(page, 2)
            assert room.cast_of(page).now(HUIDIG, 1) == {1: A, 2: B}


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no server can be frozen here")
def test_a_tap_that_died_with_a_frozen_server_is_kept(tmp_path: Path, browser: Browser) -> None:
    with begun(tmp_path, browser) as (server, room, page):
        server.process.send_signal(signal.SIGSTOP)
        tap(page, 2, 1)
        page.wait_for_timeout(500)
        tally(page, 1)
        server.process.kill()
        server.process.wait()
        with serving(tmp_path / "one", port=int(server.url.rpartition(":")[2])):
            settle(page)
            page.wait_for_timeout(1_000)
            settle(page)
            # Either it is saved now, or nothing shows it any more.
            chosen = cards(page, 2).locator("input:checked").count()
            tally(page, 1 + chosen)
            assert room.cast_of(page).now(HUIDIG, 1) == ({1: A, 2: B} if chosen else {1: A})
            assert chosen


def test_a_hidden_phone_does_not_ask_and_asks_at_once_when_it_is_back(
    room: Room, open_page: OpenPage
) -> None:
    page = open_page(**PHONE)
    room.sit(page)
    visit(page, room.address)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    hide(page, hidden=True)
    page.wait_for_timeout(6_000)
    assert stands(asked) == 0
    hide(page, hidden=False)
    page.wait_for_timeout(700)
    assert stands(asked) == 1
    page.wait_for_timeout(6_000)
    assert 2 <= stands(asked) <= 3


def stands(asked: list[str]) -> int:
    return sum("/werksessie/stand/" in url for url in asked)


def hide(page: Page, *, hidden: bool) -> None:
    page.evaluate(
        """(hidden) => {
            Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
            document.dispatchEvent(new Event("visibilitychange"));
        }""",
        hidden,
    )


def test_a_shared_phone_shows_nobody_what_the_one_before_answered(room: Room, open_page: OpenPage) -> None:
    page = open_page(**PHONE)
    come_in(page, room)
    tap(page, 1, 0)
    tally(page, 1)
    finish(page)
    first = room.cast_of(page)
    page.get_by_role("button", name=TAKE("hand_on")).click()
    page.wait_for_url(f"**/meedoen?code={room.code}")
    settle(page)
    assert [c for c in page.context.cookies() if c["name"].startswith("deelname-")] == []
    page.go_back()
    settle(page)
    nothing_of(page)
    page.go_forward()
    settle(page)
    page.get_by_role("radio", name="Raad & college").click(force=True)
    settle(page)
    page.get_by_role("button", name=JOIN("join")).click()
    page.wait_for_url(room.address)
    settle(page)
    tally(page, 0)
    assert room.cast_of(page).seat.id != first.seat.id
    for _ in range(3):
        page.go_back()
        page.wait_for_timeout(500)
        settle(page)
        nothing_of(page)
    assert room.joined == [1, 1, 0]


def nothing_of(page: Page) -> None:
    """Nothing is chosen, and nothing is said to be kept."""
    assert page.locator(".ballot input:checked").count() == 0
    assert "Bewaard" not in page.inner_text("body")


# --- how it looks -----------------------------------------------------------------------------------


def test_every_state_is_accessible(running: Server, open_page: OpenPage) -> None:
    room = rooms.start(running, perspectives=["huidig", "gewenst"])
    page = open_page()
    visit(page, f"{running.url}/meedoen")
    look(page, "code")
    page.get_by_label(JOIN("code")).fill("abc")
    press(page, JOIN("find"))
    look(page, "wrong code", wrong=True)
    visit(page, f"{running.url}/deelnemen")
    look(page, "nobody")
    visit(page, room.invitation)
    look(page, "invitation")
    press(page, JOIN("join"))
    look(page, "no group", wrong=True)
    token = room.sit(page)
    visit(page, room.invitation)
    look(page, "in already")
    visit(page, room.address)
    tap(page, 1, 0)
    tap(page, 2, 2)
    settle(page)
    look(page, "answering")
    visit(page, f"{room.address}&perspectief=gewenst")
    press(page, TAKE("ready"))
    look(page, "open")
    press(page, TAKE("ready_anyway"))
    look(page, "waiting")
    for question in QUESTIONS:
        for perspective in (HUIDIG, GEWENST):
            room.take.vote(token, perspective, question, A)
    room.people(4, B)
    room.people(3, A, "raad")
    room.reveal()
    visit(page, room.address)
    page.get_by_text(TAKE("all"), exact=True).first.click()
    settle(page)
    look(page, "result")
    room.again(3, 4)
    visit(page, room.address)
    look(page, "again")
    room.close()
    visit(page, room.address)
    look(page, "closed")
    room.lead.forget_ballots(room.token, room.id)
    visit(page, room.address)
    look(page, "gone")


def look(page: Page, state: str, *, wrong: bool = False) -> None:
    """What is wrong with the page at every width must be nothing."""
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        settle(page)
        found = axe(page)
        found += [f"{overflow(page)} pixels too wide"] if overflow(page) > 0 else []
        found += [f"{name!r} is {height} high" for name, height in page.evaluate(SMALL, TARGET)]
        assert found == [], f"{state} at {width}"
    assert page.locator("h1").count() == 1
    assert page.title().startswith(texts("pagina")("error_title", title="")) == wrong
    page.set_viewport_size({"width": 1280, "height": 900})

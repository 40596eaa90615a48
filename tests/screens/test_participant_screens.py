"""Joining a session and taking part in it, as screens."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import streamlit as st
from bs4 import BeautifulSoup, Tag
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from content.loader import texts
from content.loader import workshop as script
from dossier.model import Details
from dossier.participating import Seated
from dossier.use_cases import UseCases
from tests.rooms import Room, new_room, participating
from tests.screens.conftest import heading, open_screen, plain, shown
from tests.unit.web.client import Client
from typetest.model import QUESTIONS, Choice, Perspective
from ui import screens, wiring
from ui.web.answers import answer_routes

A, B = Choice
HUIDIG, GEWENST = Perspective
JOIN, TAKE = texts("meedoen"), texts("deelnemen")
NASTY = "Raad :smile: $x$ <b>"
SETUP: dict[str, Any] = {
    "title": "Avond *over* werk",
    "groups": [{"key": "ambtelijk", "name": "Ambtelijk"}, {"key": "raad", "name": NASTY}],
}


@dataclass(frozen=True)
class Guest(Room):
    """A session, and the browser of one person."""

    cookies: dict[str, str]

    def sit(self, group: str = "ambtelijk") -> str:
        token = self.cookies[f"deelname-{self.id}"] = self.come_in(group=group)
        return token

    def open(self, **params: object) -> AppTest:
        return open_screen(screens.TAKE_PART, werksessie=self.id, **params)

    def kept(self, token: str, perspective: Perspective = HUIDIG, round_number: int = 1) -> dict[int, Choice]:
        return self.cast(token).now(perspective, round_number)


@pytest.fixture
def start(cookies: dict[str, str], kept: UseCases) -> Callable[..., Guest]:
    def new(**setup: Any) -> Guest:
        made = kept.create(Details(), "nl")
        new_room(wiring._storage(), made, "w1", **SETUP | setup)
        return Guest(wiring.facilitating(), participating(wiring._storage()), made, "w1", cookies)

    return new


@pytest.fixture
def room(start: Callable[..., Guest]) -> Guest:
    return start()


def ballot(app: AppTest) -> Tag:
    """The statements on the screen."""
    (drawn,) = [found for html in app.get("html") if (found := soup(html.proto.body).select_one(".ballot"))]
    return drawn


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def options(app: AppTest) -> dict[int, str]:
    """The answers that each statement offers; - leaves it open."""
    return {
        int(str(row["data-question"])): "".join(str(card["value"]) or "-" for card in row.select("input"))
        for row in ballot(app).select("fieldset")
    }


def told(app: AppTest) -> dict[int, str]:
    """What the browser is told to be kept of these statements."""
    signals = [json.loads(each.proto.json) for each in app.get("bidi_component") if each.proto.json]
    (answers,) = [signal["answers"] for signal in signals if signal.get("answers")]
    assert answers["name"] == ballot(app)["data-name"]
    return {int(number): choice for number, choice in answers["kept"].items()}


def tap(app: AppTest, number: int, choice: Choice | None) -> int:
    """What the browser does at a tap; the status of the answer."""
    page = ballot(app)
    answer = {
        "proof": page["data-proof"],
        "round": int(str(page["data-round"])),
        "perspective": page["data-perspective"],
        "question": number,
        "choice": choice,
    }
    client = Client(Starlette(routes=answer_routes(wiring.participating)))
    held = "; ".join(f"{name}={value}" for name, value in st.context.cookies.items())
    return client.post(str(page["data-address"]), headers={"cookie": held}, json=answer).status_code


def find(code: str) -> AppTest:
    app = open_screen(screens.JOIN)
    app.text_input(key="join-code").set_value(code).run()
    return app


# --- joining ----------------------------------------------------------------------------------------


def test_the_start_screen_leads_to_joining() -> None:
    assert texts("start")("workshop") in shown(open_screen(screens.START))


def test_a_code_however_typed_shows_what_the_session_is(room: Guest) -> None:
    code = room.code
    app = find(f" {code[:3].lower()} {code[3:5]}-{code[5:]}")
    assert heading(app) == JOIN("title")
    for words in ("Avond *over* werk", NASTY, *script().privacy_for(3)):
        assert words in shown(app) or words in plain(str(app.radio(key="join-group").options))
    assert "Zeewolde" not in shown(app)


def test_the_address_fills_the_code_in(room: Guest) -> None:
    app = open_screen(screens.JOIN, code=room.code)
    assert app.text_input(key="join-code").value == room.code
    assert app.button(key="join")


def test_a_double_tap_joins_once_and_the_browser_is_sent_on(room: Guest) -> None:
    app = open_screen(screens.JOIN, code=room.code)
    app.radio(key="join-group").set_value("raad").run()
    app.button(key="join").click().run()
    way = app.session_state["way-to-seat"]
    app.button(key="join").click().run()
    assert app.session_state["way-to-seat"] == way
    assert sum(room.joined) == 1
    seat = room.take.seated(way.removeprefix("/deelname/")).cast.seat
    assert (seat.group, seat.ready) == ("raad", False)


def test_without_a_group_nobody_joins(room: Guest) -> None:
    app = open_screen(screens.JOIN, code=room.code)
    app.button(key="join").click().run()
    assert JOIN("group_missing") in shown(app)
    assert "way-to-seat" not in app.session_state
    app.radio(key="join-group").set_value("raad").run()
    assert JOIN("group_missing") not in shown(app)


def test_one_group_is_no_choice(start: Callable[..., Guest]) -> None:
    room = start(groups=SETUP["groups"][:1])
    app = open_screen(screens.JOIN, code=room.code)
    assert not app.radio
    app.button(key="join").click().run()
    assert app.session_state["way-to-seat"]


@pytest.mark.parametrize("typed", ["ABC2345", "  abc 23 45"])
def test_an_unknown_code_is_told_and_stays(typed: str) -> None:
    app = find(typed)
    assert JOIN("unknown") in shown(app)
    assert app.text_input(key="join-code").value == typed
    assert not app.exception


@pytest.mark.parametrize(("typed", "length"), [("K7R", 3), ("O0ILU01", 0), ("K7R4MXPP", 8)])
def test_a_code_of_another_length_is_told(typed: str, length: int) -> None:
    app = find(typed)
    assert JOIN("too_short", n=length) in shown(app)
    assert app.text_input(key="join-code").value == typed


def test_a_closed_session_cannot_be_joined(room: Guest) -> None:
    code = room.code
    app = open_screen(screens.JOIN, code=code)
    app.radio(key="join-group").set_value("raad").run()
    room.close()
    app.button(key="join").click().run()
    assert JOIN("unknown") in shown(app)
    assert app.text_input(key="join-code").value == code


def test_a_full_session_says_so(room: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.participating.MOST_PEOPLE", 0)
    app = open_screen(screens.JOIN, code=room.code)
    app.radio(key="join-group").set_value("raad").run()
    app.button(key="join").click().run()
    assert JOIN("full") in shown(app)


def test_only_wrong_codes_count_and_each_once(room: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr("ui.participant.sleep", waits.append)
    for _ in range(30):
        find(room.code)
    assert waits == [0] * 30
    app = find("ABC2345")
    for _ in range(60):
        app.run()
    assert max(waits) == 0
    for number in range(2, 9):
        for other in range(2, 9):
            app.text_input(key="join-code").set_value(f"ABC2{number}{other}X").run()
    waits.clear()
    find(room.code)
    assert 0 < waits[-1] <= 3


def test_who_is_in_already_goes_on_or_hands_the_phone_on(room: Guest) -> None:
    room.sit()
    app = open_screen(screens.JOIN, code=room.code)
    assert JOIN("go_on") in shown(app)
    assert "join" not in {button.key for button in app.button}
    app.button(key="hand-on").click().run()
    assert app.session_state["way-to-seat"].startswith("/werksessie/doorgeven/w1?bewijs=")


# --- answering --------------------------------------------------------------------------------------


def test_without_a_seat_one_is_told_how_to_join(room: Guest) -> None:
    assert heading(room.open()) == TAKE("nobody")
    assert heading(open_screen(screens.TAKE_PART)) == TAKE("nobody")
    room.cookies["deelname-w1"] = "onbekend"
    assert heading(room.open()) == TAKE("gone")


def test_a_link_to_the_dossier_gives_no_seat_and_a_seat_no_dossier(room: Guest) -> None:
    token = room.sit()
    dossier_id = room.now.dossier_id
    app = open_screen(screens.OVERVIEW, dossier=dossier_id, rol="begeleider")
    assert texts("navigatie")("notice_geen_toegang") in shown(app)
    for name in (f"dossier-{dossier_id}-begeleider", "deelname-w1"):
        room.cookies.clear()
        room.cookies[name] = token if name.startswith("dossier") else room.token
        assert heading(room.open()) in (TAKE("nobody"), TAKE("gone"))
        app = open_screen(screens.OVERVIEW, dossier=dossier_id, rol="begeleider")
        assert texts("navigatie")("notice_geen_toegang") in shown(app)


def test_an_answer_is_kept_and_changed(room: Guest) -> None:
    token = room.sit()
    app = room.open()
    assert heading(app) == TAKE("heading_huidig")
    assert options(app) == dict.fromkeys(QUESTIONS, "ab-")
    assert told(app) == {}
    for choice in (A, B, A):
        assert tap(app, 3, choice) == 200
        assert room.kept(token) == {3: choice}
        assert told(app.run()) == {3: choice}
    assert tap(app, 3, None) == 200
    assert told(app.run()) == room.kept(token) == {}


def test_the_statements_are_the_same_in_every_run(room: Guest) -> None:
    # Else the browser would draw them anew, and the focus would fall out of them.
    token = room.sit()
    app = room.open()
    before = str(ballot(app))
    room.take.vote(token, HUIDIG, 2, B)
    assert str(ballot(app.run())) == before


def test_what_was_answered_is_there_in_another_session(room: Guest) -> None:
    token = room.sit()
    room.take.vote(token, HUIDIG, 2, B)
    assert told(room.open()) == {2: B}


def test_another_window_of_the_same_person_is_followed(room: Guest) -> None:
    token = room.sit()
    first, second = room.open(), room.open()
    tap(first, 1, A)
    tap(second, 1, B)
    assert told(first.run()) == {1: B}
    assert room.kept(token) == {1: B}


def test_a_page_of_who_had_the_phone_before_answers_for_nobody(room: Guest) -> None:
    first = room.sit()
    app = room.open()
    second = room.sit()
    assert tap(app, 1, A) == 404
    assert (room.kept(first), room.kept(second)) == ({}, {})


@pytest.mark.parametrize("move", ["reveal", "close"])
def test_an_answer_after_the_round_is_refused_in_words(room: Guest, move: str) -> None:
    token = room.sit()
    app = room.open()
    getattr(room, move)()
    assert tap(app, 1, A) == 409
    assert room.kept(token) == {}
    app.session_state["came-late"] = True  # the browser says so
    assert TAKE("refused") in shown(app.run())
    assert TAKE("refused") not in shown(app.run())


def test_an_answer_of_the_first_round_does_not_count_in_the_second(room: Guest) -> None:
    token = room.sit()
    app = room.open()
    room.people(4, B)
    room.reveal()
    room.again(1, 2)
    assert tap(app, 1, A) == 409
    assert room.kept(token, round_number=2) == {}


def test_ready_with_open_statements_asks_first(room: Guest) -> None:
    token = room.sit()
    app = room.open()
    tap(app, 1, A)
    app.button(key="ready").click().run()
    assert heading(app) == TAKE("open_heading", n=13)
    app.button(key="back").click().run()
    assert told(app) == {1: A}
    app.button(key="ready").click().run()
    app.button(key="anyway").click().run()
    assert heading(app) == TAKE("waiting")
    assert TAKE("answered", n=1, total=14) in shown(app)
    assert room.take.seated(token).cast.seat.ready
    app.button(key="change").click().run()
    assert not room.take.seated(token).cast.seat.ready
    assert told(app) == {1: A}


def test_with_all_answered_ready_is_ready(room: Guest) -> None:
    token = room.sit()
    app = room.open()
    for question in QUESTIONS:
        room.take.vote(token, HUIDIG, question, A)
    app.button(key="ready").click().run()
    assert heading(app) == TAKE("waiting")


def test_two_perspectives_come_one_after_the_other(start: Callable[..., Guest]) -> None:
    room = start(perspectives=["huidig", "gewenst"])
    token = room.sit()
    app = room.open()
    assert heading(app) == TAKE("heading_huidig")
    assert TAKE("part", n=1, total=2) in shown(app)
    assert "ready" not in {button.key for button in app.button}
    tap(app, 1, A)
    app.button(key="to-gewenst").click().run()
    assert heading(app) == TAKE("heading_gewenst")
    tap(app, 1, B)
    assert (room.kept(token), room.kept(token, GEWENST)) == ({1: A}, {1: B})
    app.button(key="ready").click().run()
    assert heading(app) == TAKE("open_heading", n=26)
    app.button(key="back").click().run()
    app.button(key="to-huidig").click().run()
    assert told(app) == {1: A}


def test_a_session_by_link_says_until_when_and_stops(
    start: Callable[..., Guest], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = start(closes_on=(datetime.now(UTC) + timedelta(days=3)).date().isoformat())
    token = room.sit()
    app = room.open()
    tap(app, 1, A)
    room.take.ready(token, ready=True)
    assert heading(app.run()) == TAKE("waiting_by_link")
    room.take.ready(token, ready=False)
    app.run()
    later = datetime.now(UTC) + timedelta(days=9)
    monkeypatch.setattr(wiring.participating(), "_now", lambda: later)
    monkeypatch.setattr(Seated, "takes", lambda *_: False)  # the screen asks with its own clock
    assert tap(app, 1, B) == 409
    assert room.kept(token) == {1: A}
    assert heading(app.run()) == TAKE("over")


# --- the result -------------------------------------------------------------------------------------


def test_after_the_reveal_one_sees_the_own_place_and_the_divided_statements(room: Guest) -> None:
    token = room.sit()
    for question in QUESTIONS:
        room.take.vote(token, HUIDIG, question, A)
    room.people(4, B)
    room.people(3, A, "raad")
    room.reveal()
    app = room.open()
    assert heading(app) == TAKE("result")
    text = shown(app)
    assert "sturing 7, insteek 7" in text
    assert TAKE("centre", name=TAKE("room"), sturing="3,5", insteek="3,5") in text
    assert TAKE("centre", name="Ambtelijk", sturing="1,4", insteek="1,4") in text
    assert text.count("Groep: 4 voor a tegen 4 voor b. U koos **a**.") == 14
    assert TAKE("you") in table(app, TAKE("column_who"))


def table(app: AppTest, column: str) -> list[str]:
    return [plain(str(cell)) for cell in app.table[0].value[column]]


def test_what_is_hidden_is_not_shown_and_the_reason_is(room: Guest) -> None:
    token = room.sit("raad")
    room.take.vote(token, HUIDIG, 1, A)
    room.people(1, B)
    room.reveal()
    app = room.open()
    assert TAKE("no_room", smallest=3) in shown(app)
    assert "tegen" not in shown(app)
    assert not app.table


def test_a_small_group_is_not_shown_and_the_reason_is(room: Guest) -> None:
    token = room.sit("raad")
    for question in QUESTIONS:
        room.take.vote(token, HUIDIG, question, A)
    room.people(6, B)
    room.reveal()
    text = shown(room.open())
    assert TAKE("no_group") in text
    assert TAKE("divided_none") in text


def test_who_came_late_sees_the_result_without_a_place(room: Guest) -> None:
    room.people(6, B)
    room.reveal()
    room.sit()
    assert TAKE("place_none") in shown(room.open())


def test_the_second_round_asks_what_was_chosen_and_keeps_the_first_answers(room: Guest) -> None:
    token = room.sit()
    for question in QUESTIONS[:-1]:
        room.take.vote(token, HUIDIG, question, A)
    room.people(4, B)
    room.reveal()
    room.again(2, 14)
    app = room.open()
    assert TAKE("again_intro") in shown(app)
    assert TAKE("again_outside") not in shown(app)
    assert options(app) == {2: "ab", 14: "ab-"}
    assert told(app) == {2: A}
    tap(app, 2, B)
    assert (room.kept(token)[2], room.kept(token, round_number=2)[2]) == (A, B)
    tap(app, 14, B)
    tap(app, 14, None)
    assert 14 not in room.kept(token, round_number=2)
    app.button(key="ready").click().run()
    app.button(key="anyway").click().run()
    assert heading(app) == TAKE("waiting")
    assert "hand-on" not in {button.key for button in app.button}
    room.compare()
    text = shown(app.run())
    assert TAKE("voted_changed", before="a", now="b") in text
    assert TAKE("voted_open") in text


def test_the_second_round_begins_with_the_first_part_again(start: Callable[..., Guest]) -> None:
    room = start(perspectives=["huidig", "gewenst"])
    room.sit()
    app = room.open()
    app.button(key="to-gewenst").click().run()
    assert heading(app) == TAKE("heading_gewenst")
    room.people(4, B)
    room.reveal()
    room.again(2)
    assert heading(app.run()) == TAKE("heading_huidig")
    app.button(key="to-gewenst").click().run()
    assert heading(app) == TAKE("heading_gewenst")
    assert heading(app.run()) == TAKE("heading_gewenst")


def test_who_came_late_is_told_that_the_second_round_does_not_count_them(room: Guest) -> None:
    room.people(4, B)
    room.reveal()
    room.again(2)
    room.sit()
    assert TAKE("again_outside") in shown(room.open())


def test_at_the_end_one_hears_what_happens_and_later_that_answers_are_gone(room: Guest) -> None:
    room.sit()
    room.people(4, B)
    room.close()
    app = room.open()
    assert heading(app) == TAKE("result_closed")
    assert TAKE("closed_text") in shown(app)
    room.lead.forget_ballots(room.token, room.id)
    assert heading(app.run()) == TAKE("gone")


def test_handing_the_phone_on_lets_go_of_the_seat(room: Guest) -> None:
    token = room.sit()
    room.take.ready(token, ready=True)
    app = room.open()
    app.button(key="hand-on").click().run()
    assert app.session_state["way-to-seat"].startswith("/werksessie/doorgeven/w1?bewijs=")
    assert token not in app.session_state["way-to-seat"]

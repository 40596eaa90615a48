"""The routes of people who take part, with a few seats that are known."""

from dataclasses import dataclass
from http.cookies import SimpleCookie

import pytest
from starlette.applications import Starlette

from dossier.participating import Gone
from tests.unit.web.client import Client
from tests.unit.web.test_doorman import Clock
from ui.web import seats as module
from ui.web.seats import Stands, hand_on, seat_routes

TOKEN, OTHER = "k3F-_geheim", "t2"


@dataclass
class Session:
    id: str
    phase: str = "answering"
    code: str | None = "K7R4MXP"


class Known:
    """Who takes part where; ``reads`` counts the questions."""

    def __init__(self) -> None:
        self.sessions = {"w1": Session("w1"), "w2": Session("w2")}
        self.of = {TOKEN: "w1", OTHER: "w2"}
        self.reads = 0

    def session_of(self, token: str) -> Session:
        self.reads += 1
        if token not in self.of:
            raise Gone
        return self.sessions[self.of[token]]


@pytest.fixture
def known() -> Known:
    return Known()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(known: Known, clock: Clock) -> Client:
    return Client(Starlette(routes=seat_routes(lambda: known, clock)))


def cookie(**held: str) -> dict[str, str]:
    return {"cookie": "; ".join(f"deelname-{workshop}={token}" for workshop, token in held.items())}


def test_joining_sets_the_cookie_of_its_session(client: Client) -> None:
    answer = client.get(f"/deelname/{TOKEN}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/deelnemen?werksessie=w1")
    header = answer.headers["set-cookie"]
    assert header.startswith(f"deelname-w1={TOKEN};")
    for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=5184000"):
        assert part in header
    assert "Secure" not in header
    assert (answer.headers["cache-control"], answer.headers["referrer-policy"]) == ("no-store", "no-referrer")
    secure = client.get(f"/deelname/{TOKEN}", headers={"x-forwarded-proto": "https"})
    assert "Secure" in secure.headers["set-cookie"]


@pytest.mark.parametrize("token", ["onbekend", "%00", "a" * 5000])
def test_an_unknown_secret_leads_to_the_code(client: Client, token: str) -> None:
    answer = client.get(f"/deelname/{token}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/meedoen?melding=onbekend")
    assert "set-cookie" not in answer.headers


def test_a_phone_that_is_handed_on_forgets_the_seat(client: Client) -> None:
    answer = client.get(hand_on("w1", TOKEN), headers=cookie(w1=TOKEN, w2=OTHER))
    assert (answer.status_code, answer.headers["location"]) == (303, "/meedoen?code=K7R4MXP")
    (name, morsel), *rest = SimpleCookie(answer.headers["set-cookie"]).items()
    assert (name, morsel.value, morsel["max-age"], rest) == ("deelname-w1", "", "0", [])


def test_another_site_cannot_make_a_phone_forget(client: Client) -> None:
    for address in ("/werksessie/doorgeven/w1", hand_on("w1", OTHER)):
        answer = client.get(address, headers=cookie(w1=TOKEN))
        assert answer.headers["location"] == "/deelnemen?werksessie=w1"
        assert "set-cookie" not in answer.headers


def test_after_the_end_a_phone_is_let_go_without_a_code(client: Client, known: Known) -> None:
    known.sessions["w1"].code = None
    assert client.get(hand_on("w1", TOKEN), headers=cookie(w1=TOKEN)).headers["location"] == "/meedoen"
    del known.of[TOKEN]
    assert client.get(hand_on("w1", TOKEN), headers=cookie(w1=TOKEN)).headers["location"] == "/meedoen"
    assert client.get("/werksessie/doorgeven/w1").headers["location"] == "/meedoen"


def test_who_takes_part_hears_how_far_the_session_is(client: Client, known: Known, clock: Clock) -> None:
    answer = client.get("/werksessie/stand/w1", headers=cookie(w1=TOKEN))
    assert (answer.status_code, answer.json()) == (200, {"stand": "answering"})
    assert answer.headers["cache-control"] == "no-store"
    known.sessions["w1"].phase = "revealed"
    clock.now += module.FRESH
    assert client.get("/werksessie/stand/w1", headers=cookie(w1=TOKEN)).json() == {"stand": "revealed"}


@pytest.mark.parametrize("held", [{}, {"w1": "onbekend"}, {"w1": OTHER}, {"w2": OTHER}])
def test_nobody_else_hears_it(client: Client, held: dict[str, str]) -> None:
    client.get("/werksessie/stand/w1", headers=cookie(w1=TOKEN))  # it is in memory now
    answer = client.get("/werksessie/stand/w1", headers=cookie(**held))
    assert (answer.status_code, answer.json()) == (404, {"stand": "weg"})


def test_a_session_is_read_once_a_second_however_many_ask(known: Known, clock: Clock) -> None:
    people = [f"p{n}" for n in range(50)]
    known.of |= dict.fromkeys(people, "w1")
    stands = Stands(lambda: known, clock)
    for token in people:
        stands.read(token, "w1")
    known.reads = 0
    for second in range(1, 11):
        clock.now = float(second)
        for token in people:
            assert (stands.known(token, "w1") or stands.read(token, "w1")) == "answering"
    assert known.reads == 10


def test_a_seat_that_was_removed_is_noticed_within_a_second(known: Known, clock: Clock) -> None:
    stands = Stands(lambda: known, clock)
    assert stands.read(TOKEN, "w1") == "answering"
    del known.of[TOKEN]
    assert stands.known(TOKEN, "w1") == "answering"
    clock.now += module.FRESH
    assert stands.known(TOKEN, "w1") is None
    with pytest.raises(Gone):
        stands.read(TOKEN, "w1")


def test_memory_is_bounded(known: Known, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SEATS", 3)
    known.of |= {f"p{n}": "w1" for n in range(5)}
    stands = Stands(lambda: known, clock)
    for n in range(5):
        stands.read(f"p{n}", "w1")
    found = [stands.known(f"p{n}", "w1") for n in range(5)]
    assert found == [None, None, "answering", "answering", "answering"]

"""The route on which who takes part in a session answers."""

import asyncio
import json
from collections.abc import Sequence
from threading import Event

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette

from dossier.participating import Gone, Vote, WrongPhase
from dossier.workshop import Phase
from dossier.writing import Invalid
from tests.unit.web.client import Client
from typetest.model import Choice, Perspective
from ui.web.answers import MOST_AT_ONCE, MOST_BYTES, Together, answer_routes
from ui.web.cookies import proof_of

TOKEN, PATH = "k3F-_geheim", "/werksessie/antwoord/w1"
ANSWER = {"proof": proof_of(TOKEN), "round": 1, "perspective": "huidig", "question": 3, "choice": "a"}
REFUSED = 13
MANY = MOST_AT_ONCE + 10
MINE = {"cookie": f"deelname-w1={TOKEN}; deelname-w2=ander"}


class Votes:
    """Keeps what it is asked to keep, refuses it with ``refusal``, or fails with ``problem``."""

    def __init__(self) -> None:
        self.times: list[list[Vote]] = []
        self.refusal: Exception | None = None
        self.problem: Exception | None = None
        self.may_go = Event()
        self.may_go.set()

    @property
    def kept(self) -> list[Vote]:
        return [vote for votes in self.times for vote in votes]

    def vote_all(self, votes: Sequence[Vote]) -> list[Exception | None]:
        assert self.may_go.wait(20)
        if self.problem:
            raise self.problem
        self.times.append(list(votes))
        return [self.refusal if vote.question == REFUSED else None for vote in votes]


@pytest.fixture
def votes() -> Votes:
    return Votes()


@pytest.fixture
def client(votes: Votes) -> Client:
    return Client(Starlette(routes=answer_routes(lambda: votes)))


@pytest.mark.parametrize("choice", [*Choice, None])
def test_an_answer_is_kept_for_who_holds_the_cookie(
    client: Client, votes: Votes, choice: Choice | None
) -> None:
    said = client.post(PATH, headers=MINE, json={**ANSWER, "choice": choice})
    assert said.status_code == 200
    assert said.headers["cache-control"] == "no-store"
    assert said.json()["kept"] > 1_000_000_000
    assert votes.kept == [Vote(TOKEN, Perspective.HUIDIG, 3, choice, 1)]


@pytest.mark.parametrize("cookie", ["", "deelname-w2=ander", "deelname-w1=ander", "deelname-w1="])
def test_a_page_of_somebody_else_keeps_nothing(client: Client, votes: Votes, cookie: str) -> None:
    for proof in (proof_of(TOKEN), proof_of(""), "", "é"):
        said = client.post(PATH, headers={"cookie": cookie}, json={**ANSWER, "proof": proof})
        assert said.status_code == 404
    assert votes.kept == []


@pytest.mark.parametrize("proof", ["", "é", proof_of(TOKEN)[:-1], proof_of("ander")])
def test_a_cookie_without_its_page_keeps_nothing(client: Client, votes: Votes, proof: str) -> None:
    assert client.post(PATH, headers=MINE, json={**ANSWER, "proof": proof}).status_code == 404
    assert votes.kept == []


@pytest.mark.parametrize(
    ("refusal", "status", "why"),
    [
        (WrongPhase(Phase.REVEALED), 409, "late"),
        (Gone(), 404, "nobody"),
        (Invalid({"perspective": "missing"}), 400, "form"),
    ],
)
def test_what_is_refused_is_said_to_be_so(
    client: Client, votes: Votes, refusal: Exception, status: int, why: str
) -> None:
    votes.refusal = refusal
    said = client.post(PATH, headers=MINE, json={**ANSWER, "question": REFUSED})
    assert (said.status_code, said.json()) == (status, {"refused": why})


def test_a_failure_is_an_error_for_everybody_and_ends_with_its_cause(client: Client, votes: Votes) -> None:
    votes.problem = ConnectionError("database weg")
    said = client.all_at_once("POST", *[PATH] * 5, headers=MINE, json=ANSWER)
    assert [each.status_code for each in said] == [500] * 5
    votes.problem = None
    assert client.post(PATH, headers=MINE, json=ANSWER).status_code == 200
    assert len(votes.kept) == 1


def vote(number: int) -> Vote:
    return Vote(TOKEN, Perspective.HUIDIG, number, Choice.A, 1)


def test_answers_that_come_while_others_are_kept_are_kept_in_one_go_and_in_order(votes: Votes) -> None:
    votes.refusal = WrongPhase(Phase.REVEALED)

    async def room() -> list[object]:
        together = Together(lambda: votes)
        votes.may_go.clear()
        keeping = [asyncio.create_task(together.keep(vote(1)))]
        await asyncio.sleep(0.05)  # the first one is on its way
        keeping += [asyncio.create_task(together.keep(vote(number))) for number in range(2, MANY)]
        await asyncio.sleep(0.05)
        assert not any(task.done() for task in keeping)
        keeping.pop().cancel()  # who goes away stops nobody
        votes.may_go.set()
        return await asyncio.gather(*keeping, return_exceptions=True)

    with start_blocking_portal() as portal:  # in a thread of its own, as the client's
        outcomes = portal.call(room)
    sizes = [1, MOST_AT_ONCE, MANY - 2 - MOST_AT_ONCE]
    assert list(map(len, votes.times)) == sizes
    assert [each.question for each in votes.kept] == list(range(1, MANY))
    assert [number for number, outcome in enumerate(outcomes, start=1) if outcome] == [REFUSED]
    assert outcomes[REFUSED - 1] is votes.refusal


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"proof": "\\ud800"}',
        json.dumps({**ANSWER, "perspective": "later"}).encode(),
        json.dumps({**ANSWER, "choice": "c"}).encode(),
        json.dumps({**ANSWER, "question": "drie"}).encode(),
        json.dumps({k: v for k, v in ANSWER.items() if k != "choice"}).encode(),
        json.dumps({**ANSWER, "proof": "x" * MOST_BYTES}).encode(),
    ],
)
def test_anything_else_is_refused(client: Client, votes: Votes, body: bytes) -> None:
    assert client.post(PATH, headers=MINE, content=body).status_code == 400
    assert votes.kept == []


def test_there_is_nothing_to_read(client: Client) -> None:
    assert client.get(PATH, headers=MINE).status_code == 405

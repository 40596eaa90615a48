"""The route on which who takes part in a session answers."""

import json
from typing import Any

import pytest
from starlette.applications import Starlette

from dossier.participating import Gone, WrongPhase
from dossier.workshop import Phase
from dossier.writing import Invalid
from tests.unit.web.client import Client
from typetest.model import Choice, Perspective
from ui.web.answers import MOST_BYTES, answer_routes
from ui.web.cookies import proof_of

TOKEN, PATH = "k3F-_geheim", "/werksessie/antwoord/w1"
ANSWER = {"proof": proof_of(TOKEN), "round": 1, "perspective": "huidig", "question": 3, "choice": "a"}
MINE = {"cookie": f"deelname-w1={TOKEN}; deelname-w2=ander"}


class Votes:
    """Keeps what it is asked to keep, or raises ``problem``."""

    def __init__(self) -> None:
        self.kept: list[tuple[object, ...]] = []
        self.problem: Exception | None = None

    def vote(self, *asked: object) -> None:
        if self.problem:
            raise self.problem
        self.kept.append(asked)


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
    assert votes.kept == [(TOKEN, Perspective.HUIDIG, 3, choice, 1)]


@pytest.mark.parametrize(
    "headers", [{}, {"cookie": "deelname-w2=ander"}, {"cookie": "deelname-w1=ander"}, {"cookie": "deelname-w1="}]
)
def test_a_page_of_somebody_else_keeps_nothing(
    client: Client, votes: Votes, headers: dict[str, str]
) -> None:
    for proof in (proof_of(TOKEN), proof_of(""), "", "é"):
        assert client.post(PATH, headers=headers, json={**ANSWER, "proof": proof}).status_code == 404
    assert votes.kept == []


@pytest.mark.parametrize("proof", ["", "é", proof_of(TOKEN)[:-1], proof_of("ander")])
def test_a_cookie_without_its_page_keeps_nothing(client: Client, votes: Votes, proof: str) -> None:
    assert client.post(PATH, headers=MINE, json={**ANSWER, "proof": proof}).status_code == 404
    assert votes.kept == []


@pytest.mark.parametrize(
    ("problem", "status"),
    [
        (WrongPhase(Phase.REVEALED), 409),
        (Gone(), 404),
        (Invalid({"perspective": "missing"}), 400),
        (ConnectionError("database weg"), 500),
    ],
)
def test_what_is_not_kept_is_not_said_to_be_kept(
    client: Client, votes: Votes, problem: Exception, status: int
) -> None:
    votes.problem = problem
    said = client.post(PATH, headers=MINE, json=ANSWER)
    assert said.status_code == status
    assert "kept" not in said.text


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
    asked: dict[str, Any] = {"headers": MINE}
    assert client.get(PATH, **asked).status_code == 405

"""The plain routes, with a doorkeeper who knows one link."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from httpx import Response
from starlette.applications import Starlette

from tests.unit.web.client import Client
from ui.web.problems import ProblemWords, problem_handlers
from ui.web.routes import routes

TOKEN = "k3F-_geheim"


class Role(StrEnum):
    LEZER = "lezer"


@dataclass(frozen=True)
class Opened:
    dossier_id: str
    role: Role


class Doorkeeper:
    """Knows TOKEN; ``down`` is a database that does not answer."""

    def __init__(self) -> None:
        self.down = False

    def enter(self, token: str) -> Opened | None:
        if self.down:
            raise ConnectionError("database weg")
        return Opened("d-1", Role.LEZER) if token == TOKEN else None


@pytest.fixture
def doorkeeper() -> Doorkeeper:
    return Doorkeeper()


def client_of(doorkeeper: Doorkeeper, statics: Path, contact: str = "") -> Client:
    handlers = problem_handlers(ProblemWords("niet gevonden", "misgegaan"))
    app = Starlette(routes=routes(lambda: doorkeeper, contact, statics), exception_handlers=handlers)
    return Client(app)


@pytest.fixture
def client(doorkeeper: Doorkeeper, tmp_path: Path) -> Client:
    (tmp_path / "a.svg").write_text("<svg/>")
    return client_of(doorkeeper, tmp_path)


def cookies(answer: Response) -> SimpleCookie:
    return SimpleCookie(answer.headers.get("set-cookie", ""))


def test_health_follows_the_database(client: Client, doorkeeper: Doorkeeper) -> None:
    assert (client.get("/gezond").status_code, client.get("/gezond").json()) == (200, {"status": "gezond"})
    doorkeeper.down = True
    answer = client.get("/gezond")
    assert (answer.status_code, answer.json()) == (503, {"status": "storing"})
    assert answer.headers["cache-control"] == "no-store"


def test_a_link_becomes_a_cookie_of_its_dossier_and_role(client: Client) -> None:
    answer = client.get(f"/open/{TOKEN}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/dossier?dossier=d-1&rol=lezer"
    assert TOKEN not in answer.headers["location"]
    header = answer.headers["set-cookie"]
    assert header.count("=" + TOKEN) == 1
    for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=31536000"):
        assert part in header
    assert "Secure" not in header
    assert (answer.headers["cache-control"], answer.headers["referrer-policy"]) == ("no-store", "no-referrer")


def test_the_name_of_the_cookie_tells_dossiers_and_roles_apart(tmp_path: Path) -> None:
    class Two(Doorkeeper):
        def enter(self, token: str) -> Opened | None:
            return Opened(token, Role.LEZER)

    client = client_of(Two(), tmp_path)
    names = {name for token in ("a1", "b2") for name in cookies(client.get(f"/open/{token}"))}
    assert names == {"dossier-a1-lezer", "dossier-b2-lezer"}


def test_over_https_the_cookie_stays_there(client: Client) -> None:
    answer = client.get(f"/open/{TOKEN}", headers={"x-forwarded-proto": "https"})
    assert "Secure" in answer.headers["set-cookie"]


@pytest.mark.parametrize("token", ["onbekend", "%00", "%F0%9F%98%80", "a" * 5000])
def test_an_unknown_link_leads_to_the_start(client: Client, token: str) -> None:
    answer = client.get(f"/open/{token}")
    assert "set-cookie" not in answer.headers
    assert (answer.status_code, answer.headers["location"]) == (303, "/?melding=link_onbekend")


def test_looking_at_a_link_does_not_use_it_up(client: Client) -> None:
    assert client.head(f"/open/{TOKEN}").status_code == 303
    first, second = (client.get(f"/open/{TOKEN}") for _ in range(2))
    assert first.headers["set-cookie"] == second.headers["set-cookie"]
    assert client.post(f"/open/{TOKEN}").status_code == 405


def test_errors_are_told_in_dutch(client: Client, doorkeeper: Doorkeeper) -> None:
    missing = client.get("/app/static/b.svg")
    assert (missing.status_code, missing.text) == (404, "niet gevonden")
    assert client.post("/gezond").text == "misgegaan"
    doorkeeper.down = True
    broken = client.get(f"/open/{TOKEN}")
    assert (broken.status_code, broken.text) == (500, "misgegaan")


def test_own_files_may_be_kept(client: Client) -> None:
    assert client.get("/app/static/a.svg").headers["cache-control"] == "public, max-age=86400"


@pytest.mark.parametrize(
    ("contact", "line"),
    [
        ("wacht@voorbeeld.nl", "Contact: mailto:wacht@voorbeeld.nl"),
        ("https://voorbeeld.nl/lek", "Contact: https://voorbeeld.nl/lek"),
    ],
)
def test_security_txt_names_who_to_tell(
    doorkeeper: Doorkeeper, tmp_path: Path, contact: str, line: str
) -> None:
    answer = client_of(doorkeeper, tmp_path, contact).get("/.well-known/security.txt")
    fields = dict(row.split(": ", 1) for row in answer.text.splitlines())
    assert line in answer.text.splitlines()
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=170) < expires - datetime.now(UTC) < timedelta(days=365)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_without_a_contact_there_is_no_security_txt(client: Client) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404

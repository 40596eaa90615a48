import pytest
from anyio.from_thread import start_blocking_portal
from starlette.responses import PlainTextResponse
from starlette.types import Message, Scope

from tests.unit.web.client import Client
from ui.web.origin import POLICY_VIOLATION, OwnPagesOnly


def client() -> Client:
    return Client(OwnPagesOnly(PlainTextResponse("ja")))


@pytest.mark.parametrize("origin", ["http://huis", "https://HUIS"])
def test_our_own_page_may_ask(origin: str) -> None:
    assert client().get("/", headers={"origin": origin}).text == "ja"


def test_a_program_that_names_no_page_may_ask() -> None:
    assert client().get("/").text == "ja"


@pytest.mark.parametrize("origin", ["http://elders", "http://huis:81", "http://huis.elders", "null", ""])
def test_a_page_of_another_site_may_not(origin: str) -> None:
    assert client().get("/", headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize(("origin", "closed"), [(b"http://elders", True), (b"http://huis", False)])
def test_a_websocket_of_another_site_is_closed_before_anybody_hears_of_it(
    origin: bytes, closed: bool
) -> None:
    heard: list[Scope] = []
    sent: list[Message] = []

    async def app(scope: Scope, _receive: object, _send: object) -> None:
        heard.append(scope)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def connect() -> None:
        scope = {"type": "websocket", "headers": [(b"host", b"huis"), (b"origin", origin)]}
        await OwnPagesOnly(app)(scope, receive, send)

    with start_blocking_portal() as portal:
        portal.call(connect)
    assert bool(heard) is not closed
    assert sent == ([{"type": "websocket.close", "code": POLICY_VIOLATION}] if closed else [])

"""Security headers, and what is closed."""

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from tests.unit.web.client import Client
from ui.web.headers import ALWAYS, FILE_POLICY, SecurityHeaders, page_policy


@pytest.fixture
def client() -> Client:
    def text(_request: Request) -> Response:
        return PlainTextResponse("tekst", headers={"referrer-policy": "no-referrer"})

    return Client(Starlette(routes=[Route("/{path:path}", text)], middleware=[Middleware(SecurityHeaders)]))


def test_every_answer_has_the_headers_and_keeps_its_own(client: Client) -> None:
    headers = client.get("/x").headers
    assert headers.items() >= ({**ALWAYS, "referrer-policy": "no-referrer"}).items()
    assert "strict-transport-security" not in headers


@pytest.mark.parametrize("forwarded", ["https", "https, http"])
def test_over_https_the_browser_is_told_to_stay_there(client: Client, forwarded: str) -> None:
    headers = client.get("/x", headers={"x-forwarded-proto": forwarded}).headers
    assert headers["strict-transport-security"].startswith("max-age=")


def test_a_file_opened_by_itself_may_do_nothing(client: Client) -> None:
    assert client.get("/media/plan.html").headers["content-security-policy"] == FILE_POLICY
    assert "sandbox" in FILE_POLICY


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/_stcore/metrics", 404),
        ("/_stcore/metrics/", 404),
        ("/onder/_stcore/metrics", 404),
        ("/_stcore/agent/mcp", 404),
        ("/%5fstcore/metrics", 404),
        ("/_stcore/metricsx", 200),
        ("/_stcore/health", 200),
    ],
)
def test_figures_and_the_interface_for_programs_are_closed(client: Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "x-content-type-options" in answer.headers


def test_the_websocket_is_left_alone() -> None:
    seen: list[object] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.extend((scope, receive, send))

    async def unused() -> Message:
        raise AssertionError

    async def drop(_message: Message) -> None:
        raise AssertionError

    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": []}
    with start_blocking_portal() as portal:
        portal.call(SecurityHeaders(app), scope, unused, drop)
    assert seen == [scope, unused, drop]


def test_the_policy_names_each_inline_script() -> None:
    page = (
        '<script>\n  a</script><script type="module" src="./b.js"></script><script type="module">c</script>'
    )
    # printf '\n  a' | openssl dgst -sha256 -binary | base64, and the same of 'c'
    script_src = page_policy(page).split("script-src ")[1].split(";")[0]
    a = "'sha256-2FwEST+I74A71s1r6dLe1syZ4foa7+WVblARwdd+0rI='"
    c = "'sha256-Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78Y='"
    assert script_src == f"'self' blob: {a} {c}"

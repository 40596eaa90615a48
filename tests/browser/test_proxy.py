"""The sticky proxy of the tests: who carries the same cookie stays with one process."""

import secrets
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.browser.proxy import in_order
from tests.browser.server import free_port, serving


class Named(BaseHTTPRequestHandler):
    """Answers with the port it is at."""

    def do_GET(self) -> None:
        answer = str(self.connection.getsockname()[1]).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def named() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Named)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def asked(url: str, person: int) -> str:
    """Which process answers somebody, whose cookie begins otherwise every time."""
    cookie = f"2|{secrets.token_hex(4)}|{secrets.token_hex(4)}|{person}"
    return httpx.get(url, cookies={"other": "1", "_streamlit_xsrf": cookie}).text


def test_people_are_spread_and_everybody_stays_also_when_a_process_is_gone(tmp_path: Path) -> None:
    with ExitStack() as stack:
        stays, goes = stack.enter_context(named()), ExitStack()
        ends = goes.enter_context(named())
        backends = [f"127.0.0.1:{server.server_port}" for server in (stays, ends)]
        port = free_port()
        command = [sys.executable, "-m", "tests.browser.proxy", str(port), *backends]
        proxy = stack.enter_context(serving(tmp_path, command, port, health="/"))
        first = {person: asked(proxy.url, person) for person in range(20)}
        assert set(first.values()) == {backend.rpartition(":")[2] for backend in backends}
        assert {person: asked(proxy.url, person) for person in range(20)} == first
        goes.close()
        assert {asked(proxy.url, person) for person in range(20)} == {str(stays.server_port)}


@pytest.mark.parametrize(
    "head", [b"GET / HTTP/1.1\r\nHost: a\r\n\r\n", b"GET /_streamlit_xsrf=3 HTTP/1.1\r\n\r\n"]
)
def test_who_has_no_cookie_yet_comes_to_one_and_the_same(head: bytes) -> None:
    assert in_order(head, ["a", "b"]) == in_order(b"", ["a", "b"])

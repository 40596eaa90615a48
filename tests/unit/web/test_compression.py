"""Static files: compressed once, the same bytes, never anything else."""

import gzip

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tests.unit.web.client import Client
from ui.web.compression import CompressedStatics

SCRIPT = b"const a = 1;\n" * 500
FOREVER = {"cache-control": "public, immutable, max-age=31536000", "etag": '"1"', "accept-ranges": "bytes"}


class Origin:
    """An app with static files that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        routes = [Route("/static/js/geen.js", self.missing), Route("/{path:path}", self.file)]
        self.app = Starlette(routes=routes, middleware=[Middleware(CompressedStatics)])

    def file(self, _request: Request) -> Response:
        self.asked += 1
        return Response(SCRIPT, media_type="text/javascript", headers=FOREVER)

    def missing(self, _request: Request) -> Response:
        self.asked += 1
        return HTMLResponse("<html>", headers={"cache-control": "no-cache"})

    def ask(self, *paths: str, method: str = "GET", **headers: str) -> list[httpx.Response]:
        return Client(self.app).all_at_once(method, *paths, headers=headers)


@pytest.fixture
def origin() -> Origin:
    return Origin()


def test_a_room_full_of_phones_costs_one_compression(origin: Origin) -> None:
    answers = origin.ask(*["/static/js/a.js"] * 20)
    assert origin.asked == 1
    for answer in answers:
        assert answer.content == SCRIPT
        assert answer.headers["content-encoding"] == "gzip"
        assert int(answer.headers["content-length"]) < len(SCRIPT) / 10
        assert answer.headers["cache-control"] == FOREVER["cache-control"]
        assert answer.headers["vary"] == "Accept-Encoding"
        assert not {"etag", "accept-ranges"} & set(answer.headers)


def test_head_has_the_headers_without_the_body(origin: Origin) -> None:
    (answer,) = origin.ask("/static/js/a.js", method="HEAD")
    assert answer.content == b""
    assert int(answer.headers["content-length"]) == len(gzip.compress(SCRIPT, 9))


@pytest.mark.parametrize("path", ["/static/media/a.woff2", "/media/a.js", "/a.js", "/_stcore/health"])
def test_other_answers_pass_as_they_are(origin: Origin, path: str) -> None:
    (answer,) = origin.ask(path)
    assert "content-encoding" not in answer.headers
    assert answer.content == SCRIPT


def test_a_browser_that_cannot_unpack_gets_the_file_itself(origin: Origin) -> None:
    for _ in range(2):
        (answer,) = origin.ask("/static/js/a.js", **{"accept-encoding": "identity"})
        assert "content-encoding" not in answer.headers
    assert origin.asked == 2


def test_what_is_not_forever_is_not_kept(origin: Origin) -> None:
    for _ in range(2):
        (answer,) = origin.ask("/static/js/geen.js")
        assert answer.text == "<html>"
        assert "content-encoding" not in answer.headers
    assert origin.asked == 2

"""The page that Streamlit really ships, made Dutch."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import file_util

from tests.unit.web.client import Client
from ui.web.headers import page_policy
from ui.web.language import FONT, ICON, DutchPage, PageWords, dutch_page

INDEX = Path(file_util.get_static_dir()) / "index.html"
WORDS = PageWords("Titel <b> & meer", 'Zet "JavaScript" aan \\1')
SHEET = 'h1::before { content: "\\2713"; }'


def shipped() -> str:
    return INDEX.read_text(encoding="utf-8")


@pytest.fixture
def client() -> Client:
    def page(_request: Request) -> Response:
        return FileResponse(INDEX)

    def plain(request: Request) -> Response:
        return PlainTextResponse(str(sorted(request.headers)))

    def download(_request: Request) -> Response:
        return HTMLResponse("<html lang=en>")

    routes = [Route("/plat", plain, methods=["GET", "POST"]), Route("/media/x.html", download)]
    app = Starlette(
        routes=[*routes, Route("/{path:path}", page)],
        middleware=[Middleware(DutchPage, words=WORDS, sheet=SHEET)],
    )
    return Client(app)


def test_everything_english_in_the_page_is_replaced() -> None:
    page = dutch_page(shipped(), WORDS, SHEET)
    assert '<html lang="nl">' in page
    assert "<title>Titel &lt;b&gt; &amp; meer</title>" in page
    assert "<noscript><p>Zet &quot;JavaScript&quot; aan \\1</p></noscript>" in page
    assert f'<link rel="shortcut icon" href="{ICON}"' in page
    assert f'href="{FONT}"' in page
    for gone in ('lang="en"', "<title>Streamlit", "You need", "agent", "SourceSans", "favicon.png"):
        assert gone not in page


def test_the_stylesheet_stands_at_the_end_of_the_page() -> None:
    page = dutch_page(shipped(), WORDS, SHEET)
    assert page.partition("</body>")[0].endswith(f"<style>\n{SHEET}</style>\n")


def test_the_scripts_of_the_page_stay() -> None:
    for line in shipped().splitlines():
        if "modulepreload" in line or "<script" in line or "stylesheet" in line:
            assert line in dutch_page(shipped(), WORDS, SHEET)


def test_the_answer_fits_the_rewritten_page(client: Client) -> None:
    answer = client.get("/", headers={"range": "bytes=0-9", "if-none-match": "*", "accept-encoding": "gzip"})
    page = dutch_page(shipped(), WORDS, SHEET)
    assert answer.status_code == 200
    assert answer.text == page
    assert answer.headers["content-length"] == str(len(page.encode()))
    assert answer.headers["content-security-policy"] == page_policy(page)
    assert not {"etag", "last-modified", "accept-ranges"} & set(answer.headers)


def test_head_says_what_get_would_send(client: Client) -> None:
    answer = client.head("/dossier")
    assert answer.content == b""
    assert answer.headers["content-length"] == client.get("/dossier").headers["content-length"]


def test_what_is_no_page_stays_as_it_is(client: Client) -> None:
    assert "if-none-match" not in client.get("/plat", headers={"if-none-match": "x"}).text
    assert "if-none-match" in client.post("/plat", headers={"if-none-match": "x"}).text
    assert client.get("/media/x.html").text == "<html lang=en>"

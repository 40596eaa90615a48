"""The files of a document: made of the dossier that the visitor's own cookie opens, and of no other."""

import asyncio
from concurrent.futures import Future

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from documents.catalogue import Busy, DocumentError, TooMuch
from documents.press import Files, Job
from documents.render import FORMATS, Options, render_all
from dossier.house_style import HouseStyle
from dossier.model import Details, Dossier
from dossier.roles import NotAllowed, Role
from tests.unit.documents import dossiers
from tests.unit.web.client import Client
from ui.web.cookies import cookie_name
from ui.web.downloads import Wanted, download_routes, options_in, query_of
from ui.web.problems import ProblemWords, problem_handlers

PLAN = "plan_van_aanpak"
REPORT = "werksessie_verslag"
AGREEMENT, PARTNER = "prestatieafspraak", "De Brug & co"
STYLE = HouseStyle(accent="#123456")
BUSY = "Het is druk."
MORE_THAN_THREADS, PATIENCE = 60, 30
SESSION = dossiers.session(title="Avond", session_id="w1")


class Archive:
    """Two dossiers, each with a secret to edit and one to read."""

    def open(self, token: str) -> Dossier:
        name, _, _role = token.partition("-")
        if name not in ("een", "twee"):
            raise NotAllowed(token)
        agreed = dossiers.item("agreement", "a", title="Ruimte", partner=PARTNER)
        found = dossiers.dossier(agreed, details=Details(municipality=f"Gemeente {name}"))
        return found.model_copy(update={"id": name, "workshops": (SESSION,)})

    def house_style(self, token: str) -> HouseStyle:
        self.open(token)
        return STYLE


class Maker:
    """Makes files at once; ``refuses`` is raised instead, and ``held`` is what all wait for instead."""

    def __init__(self) -> None:
        self.refuses: DocumentError | None = None
        self.held: Future[Files] | None = None
        self.jobs: list[Job] = []

    def ask(self, job: Job) -> Future[Files]:
        self.jobs.append(job)
        if isinstance(self.refuses, Busy):
            raise self.refuses
        if self.held:
            return self.held
        made = Future[Files]()
        if self.refuses:
            made.set_exception(self.refuses)
        else:
            files = render_all(job.dossier, job.document, ["html"], job.today, job.options)
            made.set_result(files | {"docx": b"word"})
        return made


def in_a_thread(_request: Request) -> Response:
    return PlainTextResponse("kort")


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def client(maker: Maker) -> Client:
    handlers = problem_handlers(ProblemWords("niet gevonden", "misgegaan"))
    routes = [*download_routes(Archive, lambda: maker, BUSY), Route("/kort", in_a_thread)]
    return Client(Starlette(routes=routes, exception_handlers=handlers))


def wanted(
    dossier: str = "een",
    role: Role = Role.BEGELEIDER,
    options: Options | None = None,
    document: str = PLAN,
) -> Wanted:
    return Wanted(dossier, role, document, options or Options())


def cookie(dossier: str, role: Role = Role.BEGELEIDER, secret: str = "") -> str:
    return f"{cookie_name(dossier, role)}={secret or f'{dossier}-{role}'}"


def test_the_file_comes_as_a_download_that_nobody_keeps(client: Client) -> None:
    answer = client.get(wanted().address("docx"), headers={"cookie": cookie("een")})
    assert (answer.status_code, answer.content) == (200, b"word")
    assert answer.headers["content-disposition"] == 'attachment; filename="plan-van-aanpak.docx"'
    assert answer.headers["content-type"] == FORMATS["docx"].media_type
    assert answer.headers["cache-control"] == "no-store"
    assert "sandbox" in answer.headers["content-security-policy"]


def test_two_people_at_the_same_moment_each_get_their_own(client: Client) -> None:
    both = f"{cookie('een')}; {cookie('twee')}"
    paths = [wanted(name).address("html") for name in ("een", "twee") * 5]
    for n, answer in enumerate(client.all_at_once("GET", *paths, headers={"cookie": both})):
        assert f"Gemeente {('een', 'twee')[n % 2]}" in answer.text
        assert f"Gemeente {('twee', 'een')[n % 2]}" not in answer.text


@pytest.mark.parametrize(
    "cookies",
    ["", cookie("twee"), cookie("een", Role.LEZER), cookie("een", secret="ingetrokken-x")],
    ids=["none", "of another dossier", "of another role", "withdrawn"],
)
def test_without_a_link_to_the_dossier_there_is_nothing(client: Client, maker: Maker, cookies: str) -> None:
    answer = client.get(wanted().address("docx"), headers={"cookie": cookies})
    assert (answer.status_code, answer.text) == (404, "niet gevonden")
    assert maker.jobs == []


def test_who_may_read_may_download(client: Client) -> None:
    address = wanted(role=Role.LEZER).address("docx")
    assert client.get(address, headers={"cookie": cookie("een", Role.LEZER)}).status_code == 200


@pytest.mark.parametrize(
    "path", [f"/download/een/{PLAN}/exe", "/download/een/geheim/docx", "/download/een/..%2F..%2Fetc/docx"]
)
def test_what_does_not_exist_is_not_found(client: Client, path: str) -> None:
    assert client.get(path, headers={"cookie": cookie("een")}).status_code == 404


def test_too_large_a_document_leads_back_to_the_screen_with_a_message(client: Client, maker: Maker) -> None:
    maker.refuses = TooMuch("te veel")
    answer = client.get(wanted().address("docx"), headers={"cookie": cookie("een")})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/document?dossier=een&rol=begeleider&")
    assert "melding=te_groot" in answer.headers["location"]


def test_who_finds_too_many_waiting_hears_that_it_is_busy(client: Client, maker: Maker) -> None:
    maker.refuses = Busy("vol")
    answer = client.get(wanted().address("docx"), headers={"cookie": cookie("een")})
    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (503, BUSY, "no-store")
    assert int(answer.headers["retry-after"]) > 0


def test_who_waits_for_a_file_holds_no_thread_and_who_leaves_stops_nobody(
    client: Client, maker: Maker
) -> None:
    held = maker.held = Future[Files]()

    async def room(http: httpx.AsyncClient) -> list[httpx.Response]:
        def asking() -> asyncio.Task[httpx.Response]:
            address = wanted().address("docx")
            return asyncio.create_task(http.get(address, headers={"cookie": cookie("een")}))

        waiting = [asking() for _ in range(MORE_THAN_THREADS)]
        async with asyncio.timeout(PATIENCE):
            while len(maker.jobs) < MORE_THAN_THREADS:
                await asyncio.sleep(0.01)
            assert (await http.get("/kort")).text == "kort"
        assert not any(each.done() for each in waiting)
        left = waiting.pop()
        left.cancel()
        await asyncio.gather(left, return_exceptions=True)
        held.set_result({"docx": b"word"})
        return await asyncio.gather(*waiting)

    assert {answer.content for answer in client.run(room)} == {b"word"}


def test_the_report_of_one_session_comes_and_of_one_that_is_gone_there_is_none(client: Client) -> None:
    for session, status in (("w1", 200), ("weg", 404)):
        address = Wanted("een", Role.BEGELEIDER, REPORT, Options(session=session)).address("html")
        answer = client.get(address, headers={"cookie": cookie("een")})
        assert (answer.status_code, "Avond" in answer.text) == (status, status == 200)
    assert answer.text == "niet gevonden"


def test_the_way_back_from_too_large_a_document_keeps_the_session(client: Client, maker: Maker) -> None:
    maker.refuses = TooMuch("te veel")
    asked = Wanted("een", Role.BEGELEIDER, REPORT, Options(session="w1"))
    answer = client.get(asked.address("docx"), headers={"cookie": cookie("een")})
    assert answer.headers["location"].endswith("&werksessie=w1")


def test_the_options_of_the_address_are_those_of_the_file(client: Client, maker: Maker) -> None:
    options = Options(guidance=True, empty=False, partner=PARTNER)
    asked = wanted(options=options, document=AGREEMENT)
    assert client.get(asked.address("docx"), headers={"cookie": cookie("een")}).status_code == 200
    assert (maker.jobs[0].options, maker.jobs[0].style) == (options, STYLE)


@pytest.mark.parametrize(
    ("document", "one", "other"),
    [
        (PLAN, Options(), Options(partner="verzonnen", session="verzonnen")),
        (AGREEMENT, Options(partner=PARTNER), Options(partner=" de  brug & CO", session="verzonnen")),
        (REPORT, Options(session="w1"), Options(session="w1", partner="verzonnen", frame=True)),
    ],
)
def test_what_makes_no_other_document_makes_no_other_job(
    client: Client, maker: Maker, document: str, one: Options, other: Options
) -> None:
    for options in (one, other):
        asked = wanted(options=options, document=document)
        assert client.get(asked.address("docx"), headers={"cookie": cookie("een")}).status_code == 200
    first, second = maker.jobs
    assert first.key == second.key


@pytest.mark.parametrize(
    ("document", "options"),
    [(AGREEMENT, Options(partner="verzonnen")), (REPORT, Options(session="verzonnen"))],
)
def test_a_partner_or_session_that_the_dossier_lacks_makes_no_job(
    client: Client, maker: Maker, document: str, options: Options
) -> None:
    asked = wanted(options=options, document=document)
    answer = client.get(asked.address("docx"), headers={"cookie": cookie("een")})
    assert (answer.status_code, answer.text) == (404, "niet gevonden")
    assert maker.jobs == []


@given(st.builds(Options, st.booleans(), st.booleans(), st.booleans(), st.text(), st.text()))
def test_options_come_back_from_an_address(options: Options) -> None:
    assert options_in(query_of(options)) == options


def test_what_an_address_does_not_say_is_as_it_is_by_itself() -> None:
    assert options_in({}) == Options()
    assert options_in({"toelichting": "ja", "leeg": "onzin"}) == Options(guidance=True)

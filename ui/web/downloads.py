"""The files of a document, each at an address of its own.

Streamlit keeps a file to download under a hash of its ends and middle, so that two large files could be taken
for one another. Here a file is made of the dossier that the visitor's own cookie opens, and of nothing else.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from documents.catalogue import Busy, TooMuch, UnknownDocument
from documents.catalogue import document as described
from documents.options import known
from documents.press import Files, Job
from documents.render import FORMATS, Options, file_name
from dossier.house_style import HouseStyle
from dossier.model import Dossier
from dossier.roles import NotAllowed, Role
from dossier.use_cases import NotFound
from stappenplan.dutch import day_of
from ui.web.cookies import tokens_in
from ui.web.headers import FILE_POLICY

FLAGS: Mapping[str, str] = {"guidance": "toelichting", "empty": "leeg", "frame": "kader"}
"""What the options that are on or off are called in an address."""
PARTNER, SESSION = "partner", "werksessie"
YES, NO = "ja", "nee"
AGAIN = 60
"""After how many seconds somebody may try again when it is busy: by then what usually waits is made."""


class Archive(Protocol):
    """Who opens a dossier for a secret."""

    def open(self, token: str) -> Dossier:
        """The whole dossier."""

    def house_style(self, token: str) -> HouseStyle:
        """How its documents look."""


class Maker(Protocol):
    """Who makes documents."""

    def ask(self, job: Job) -> Future[Files]:
        """The files of a job once they are made."""


@dataclass(frozen=True)
class Wanted:
    """A document of a dossier, as somebody with a role in it wants it."""

    dossier_id: str
    role: Role
    document: str
    options: Options

    def address(self, format_name: str) -> str:
        """Where its file in one format is found."""
        query = {"rol": self.role.value, **query_of(self.options)}
        return f"/download/{self.dossier_id}/{self.document}/{format_name}?{urlencode(query)}"


def query_of(options: Options) -> dict[str, str]:
    """The options as they stand in an address."""
    flags = {word: YES if getattr(options, name) else NO for name, word in FLAGS.items()}
    about = {PARTNER: options.partner, SESSION: options.session}
    return flags | {word: chosen for word, chosen in about.items() if chosen}


def options_in(query: Mapping[str, str]) -> Options:
    """The options that stand in an address; what is not there is as it is by itself."""
    flags = {name: query[word] == YES for name, word in FLAGS.items() if query.get(word) in (YES, NO)}
    return Options(**flags, partner=query.get(PARTNER, ""), session=query.get(SESSION, ""))


def job_of(dossier: Dossier, style: HouseStyle, document: str, options: Options, today: date) -> Job:
    """What the press has to do for a document: all formats at once, for most of the work is shared.

    However the options are said, it is one job that makes one document. Raises UnknownDocument.
    """
    return Job(dossier, document, tuple(FORMATS), today, known(options, described(document), dossier), style)


def download_routes(archive: Callable[[], Archive], maker: Callable[[], Maker], busy: str) -> list[Route]:
    """The route of the files; ``busy`` is what somebody reads for whom there is no place in the line.

    Somebody without a link to the dossier does not learn that it exists.
    """

    def ask(dossier_id: str, document: str, options: Options, request: Request) -> Future[Files]:
        opened = _open(archive(), tokens_in(request.cookies, dossier_id), request.query_params.get("rol", ""))
        if opened is None:
            raise HTTPException(404)
        return maker().ask(job_of(*opened, document, options, day_of(datetime.now(UTC))))

    async def download(request: Request) -> Response:
        dossier_id, document, format_name = (
            request.path_params[n] for n in ("dossier", "document", "format")
        )
        options = options_in(request.query_params)
        try:
            name = file_name(document, format_name)
            coming = await run_in_threadpool(ask, dossier_id, document, options, request)
            # The threads are few and for everybody: who waits here holds none, and who leaves stops nothing.
            files = await asyncio.shield(asyncio.wrap_future(coming))
        except UnknownDocument:
            raise HTTPException(404) from None
        except Busy:
            return PlainTextResponse(busy, 503, {"cache-control": "no-store", "retry-after": str(AGAIN)})
        except TooMuch:
            asked = request.query_params.get("rol", "")
            query = {"dossier": dossier_id, "rol": asked, "document": document, "melding": "te_groot"}
            if options.session:
                query[SESSION] = options.session
            return RedirectResponse(f"/document?{urlencode(query)}", 303)
        headers = {
            "content-disposition": f'attachment; filename="{name}"',
            "cache-control": "no-store",
            "content-security-policy": FILE_POLICY,
        }
        return Response(files[format_name], headers=headers, media_type=FORMATS[format_name].media_type)

    return [Route("/download/{dossier}/{document}/{format}", download)]


def _open(archive: Archive, tokens: Mapping[Role, str], asked: str) -> tuple[Dossier, HouseStyle] | None:
    for token in _of_role(tokens, asked):
        try:
            return archive.open(token), archive.house_style(token)
        except (NotAllowed, NotFound):
            continue
    return None


def _of_role(tokens: Mapping[Role, str], asked: str) -> Iterable[str]:
    return (token for role, token in tokens.items() if asked in ("", role.value))

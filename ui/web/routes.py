"""The plain routes beside the app: its health, who to tell about a leak, and entering by secret link."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from ui.web.cookies import LIFE, cookie_name
from ui.web.headers import came_by_https

LOG = logging.getLogger(__name__)

SECURITY_TXT_LIFE = timedelta(days=180)  # RFC 9116 advises less than a year
ALSO = "lezen"  # the maker of a dossier comes in with two links at once: one to edit and one to read
NO_LINK = "gezond"  # far too short to be a link that was ever given out


class Entry(Protocol):
    """What a secret link opens."""

    @property
    def dossier_id(self) -> str:
        """The dossier's id, which is no secret."""

    @property
    def role(self) -> str:
        """The role the link gives."""


class Doorkeeper(Protocol):
    """Who knows the secret links. Entering changes nothing: a mail scanner that opens a link does no harm."""

    def enter(self, token: str) -> Entry | None:
        """What the link opens; None for an unknown or withdrawn one."""


class KeptFiles(StaticFiles):
    """Files of our own that a browser may keep for a day."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """As StaticFiles does, with the time to keep it."""
        response = await super().get_response(path, scope)
        response.headers["cache-control"] = "public, max-age=86400"
        return response


def routes(doorkeeper: Callable[[], Doorkeeper], contact: str, statics: Path) -> list[BaseRoute]:
    """The routes. ``contact`` is an address for security.txt, empty for none; ``statics`` our own files."""

    # Plain functions: Starlette runs them in a thread, so a slow database holds nobody else up.
    def health(_request: Request) -> Response:
        try:
            doorkeeper().enter(NO_LINK)  # reads the database
        except Exception:
            LOG.exception("The database does not answer")
            return JSONResponse({"status": "storing"}, 503, headers={"cache-control": "no-store"})
        return JSONResponse({"status": "gezond"}, headers={"cache-control": "no-store"})

    def security_txt(_request: Request) -> Response:
        if not contact:
            raise HTTPException(404)
        return PlainTextResponse(_security_txt(contact, datetime.now(UTC)))

    def open_dossier(request: Request) -> Response:
        token: str = request.path_params["token"]
        entry = doorkeeper().enter(token)
        if entry is None:
            return redirect("/", melding="link_onbekend")
        response = redirect("/dossier", dossier=entry.dossier_id, rol=entry.role)
        _keep(response, request, entry, token)
        other = request.query_params.get(ALSO, "")
        also = doorkeeper().enter(other) if other else None
        if also and also.dossier_id == entry.dossier_id:
            _keep(response, request, also, other)
        return response

    return [
        Route("/gezond", health),
        Route("/.well-known/security.txt", security_txt),
        Route("/open/{token}", open_dossier),
        Mount("/app/static", KeptFiles(directory=statics)),
    ]


def _keep(response: Response, request: Request, entry: Entry, token: str) -> None:
    """Sets the cookie of one dossier and one role."""
    response.set_cookie(
        cookie_name(entry.dossier_id, entry.role),
        token,
        max_age=LIFE,
        httponly=True,
        samesite="lax",
        secure=came_by_https(request.scope),
    )


def redirect(path: str, **query: str) -> Response:
    """Leads on with 303. The address that redirects may hold a secret: nobody keeps it or passes it on."""
    headers = {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-robots-tag": "noindex"}
    return RedirectResponse(f"{path}?{urlencode(query)}" if query else path, 303, headers)


def _security_txt(contact: str, now: datetime) -> str:
    """RFC 9116: who to tell about a leak, and how long this holds. A bare e-mail address becomes a mailto."""
    uri = contact if ":" in contact else f"mailto:{contact}"
    expires = (now + SECURITY_TXT_LIFE).strftime("%Y-%m-%dT00:00:00Z")
    return f"Contact: {uri}\nExpires: {expires}\nPreferred-Languages: nl, en\n"

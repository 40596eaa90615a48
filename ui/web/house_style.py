"""The route that takes a part of a house style from a plain form.

Streamlit's own upload is English and knows no roles. It changes something, so unlike the other routes it
asks for a cookie that edits and for a proof that the form is ours (`ui.web.cookies.proof_of`).
"""

import asyncio
import hmac
import re
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from documents.style.check import check
from documents.style.problem import Problem
from dossier.house_style import LIMITS, Part
from dossier.roles import Action, NotAllowed, Role, may
from dossier.use_cases import UseCases
from ui.web.cookies import cookie_name, proof_of
from ui.web.limited_form import TooLarge, Unreadable, read_form, throw_away

CONTENT, PROOF = "content", "proof"  # the fields of the form
KEPT = "proposed"  # the message when all is well
_FOLDERS = re.compile(r".*[\\/]", re.DOTALL)  # some browsers send where a file stood
_SHOWN = 20  # characters of a colour that is refused


def action_of(part: Part, dossier_id: str, role: Role) -> str:
    """Where the form of ``part`` goes to."""
    return f"/huisstijl/{part}?{urlencode({'dossier': dossier_id, 'rol': role.value})}"


class Forged(Exception):  # noqa: N818 - reads as what it says
    """The form does not come from a page of ours."""


def style_routes(use_cases: Callable[[], UseCases], refused: str) -> list[Route]:
    """The route; ``refused`` is what somebody reads whose form is not ours."""

    # A file can take tens of MB while it is looked at: so one at a time, and nobody waits in a thread.
    one_at_a_time = asyncio.Lock()

    async def take(request: Request) -> Response:
        if request.path_params["part"] not in list(Part):
            raise HTTPException(404)
        try:
            return await _take(use_cases(), Part(request.path_params["part"]), request, one_at_a_time)
        except NotAllowed:
            return _redirect("/", melding="geen_toegang")
        except (Forged, Unreadable) as error:
            return PlainTextResponse(refused, 403 if isinstance(error, Forged) else 400)

    return [Route("/huisstijl/{part}", take, methods=["POST"])]


async def _take(use_cases: UseCases, part: Part, request: Request, turn: asyncio.Lock) -> Response:
    """Back to the screen, with what came of it. Raises NotAllowed, Forged, Unreadable."""
    found = await run_in_threadpool(_editor, use_cases, request)
    if found is None:
        await throw_away(request)
        raise NotAllowed("no link that edits")
    role, token = found
    back = {"dossier": request.query_params["dossier"], "rol": role.value, "onderdeel": part.value}
    try:
        form = await read_form(request, LIMITS[part])
    except TooLarge:
        return _redirect("/huisstijl", **back, melding="too_large")
    if not hmac.compare_digest(str(form.get(PROOF, "")).encode(), proof_of(token).encode()):
        raise Forged
    name, content = await _content(form)
    async with turn:
        wrong = await run_in_threadpool(_keep, use_cases, token, part, name, content)
    if part is Part.ACCENT and wrong:
        back["kleur"] = content.decode(errors="replace")[:_SHOWN]
    return _redirect("/huisstijl", **back, melding=wrong.key if wrong else KEPT)


def _editor(use_cases: UseCases, request: Request) -> tuple[Role, str] | None:
    """The role in the address and the secret in its cookie when that link edits, as in `ui.access`."""
    dossier_id, asked = request.query_params.get("dossier", ""), request.query_params.get("rol", "")
    for role in (r for r in Role if asked in ("", r.value)):
        token = request.cookies.get(cookie_name(dossier_id, role))
        entry = use_cases.enter(token) if token else None
        if token and entry and entry.dossier_id == dossier_id and may(entry.role, Action.EDIT):
            return role, token
    return None


async def _content(form: FormData) -> tuple[str, bytes]:
    """The name of the file and what is in it; of a text field the text."""
    field = form.get(CONTENT, "")
    if isinstance(field, UploadFile):
        return _FOLDERS.sub("", field.filename or ""), await field.read()
    return "", field.encode()


def _keep(use_cases: UseCases, token: str, part: Part, name: str, raw: bytes) -> Problem | None:
    """Keeps a proposal. What is wrong, or None. Raises NotAllowed."""
    found = check(part, raw)
    if isinstance(found, Problem):
        return found
    use_cases.save_style(token, part, name, found)
    return None


def _redirect(path: str, **query: str) -> Response:
    return RedirectResponse(f"{path}?{urlencode(query)}", 303, {"cache-control": "no-store"})

"""The route that takes a part of a house style from a plain form.

Streamlit's own upload is English and knows no roles. It changes something, so unlike the other routes it
asks for a cookie that edits and for a proof that the form is ours (`ui.web.sent_form`).
"""

import asyncio
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from documents.style.check import check
from documents.style.problem import Problem
from dossier.house_style import LIMITS, Part
from dossier.roles import NotAllowed, Role
from dossier.use_cases import UseCases
from ui.web.limited_form import TooLarge, Unreadable
from ui.web.sent_form import Forged, content_of, proven_form, redirect, sender_of

KEPT = "proposed"  # the message when all is well
_SHOWN = 20  # characters of a colour that is refused


def action_of(part: Part, dossier_id: str, role: Role) -> str:
    """Where the form of ``part`` goes to."""
    return f"/huisstijl/{part}?{urlencode({'dossier': dossier_id, 'rol': role.value})}"


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
            return redirect("/", melding="geen_toegang")
        except (Forged, Unreadable) as error:
            return PlainTextResponse(refused, 403 if isinstance(error, Forged) else 400)

    return [Route("/huisstijl/{part}", take, methods=["POST"])]


async def _take(use_cases: UseCases, part: Part, request: Request, turn: asyncio.Lock) -> Response:
    """Back to the screen, with what came of it. Raises NotAllowed, Forged, Unreadable."""
    sender = await sender_of(use_cases, request)
    back = {**sender.params, "onderdeel": part.value}
    try:
        form = await proven_form(request, sender, LIMITS[part])
    except TooLarge:
        return redirect("/huisstijl", **back, melding="too_large")
    name, content = await content_of(form)
    async with turn:
        wrong = await run_in_threadpool(_keep, use_cases, sender.token, part, name, content)
    if part is Part.ACCENT and wrong:
        back["kleur"] = content.decode(errors="replace")[:_SHOWN]
    return redirect("/huisstijl", **back, melding=wrong.key if wrong else KEPT)


def _keep(use_cases: UseCases, token: str, part: Part, name: str, raw: bytes) -> Problem | None:
    """Keeps a proposal. What is wrong, or None. Raises NotAllowed."""
    found = check(part, raw)
    if isinstance(found, Problem):
        return found
    use_cases.save_style(token, part, name, found)
    return None

"""The route that takes a file of paper forms for a session, and makes a proposal of it.

Nothing is added here: the screen shows what was found, and adds it when somebody says so.
"""

import asyncio
import secrets
from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dossier.roles import NotAllowed
from dossier.use_cases import NotFound, UseCases
from dossier.workshop import Workshop
from dossier.workshop_cases import Facilitating
from dossier.workshop_forms import grouped
from typetest.model import Perspective
from typetest.table import read_sheet
from ui.web.limited_form import TooLarge, Unreadable
from ui.web.proposals import PROPOSALS, Proposal
from ui.web.sent_form import Forged, content_of, proven_form, redirect, sender_of

MOST_BYTES = 1_000_000
"""How large a file may be; a thousand forms take about 100 kB."""
PERSPECTIVE = "perspective"  # the field of the form, where the session has two
WORKSHOP, PROPOSAL = "werksessie", "voorstel"  # parameters of the address
_PATH = "/werksessie/formulieren"


def action_of(params: dict[str, str], workshop_id: str) -> str:
    """Where the form of a session goes to; ``params`` are those of the dossier."""
    return f"{_PATH}?{urlencode({**params, WORKSHOP: workshop_id})}"


def paper_routes(
    use_cases: Callable[[], UseCases], facilitating: Callable[[], Facilitating], refused: str
) -> list[Route]:
    """The route; ``refused`` is what somebody reads whose form is not ours."""
    # A spreadsheet takes some time to read: so one at a time, and nobody waits in a thread.
    one_at_a_time = asyncio.Lock()

    async def take(request: Request) -> Response:
        try:
            return await _take(use_cases(), facilitating(), request, one_at_a_time)
        except NotAllowed:
            return redirect("/", melding="geen_toegang")
        except (Forged, Unreadable) as error:
            return PlainTextResponse(refused, 403 if isinstance(error, Forged) else 400)

    return [Route(_PATH, take, methods=["POST"])]


async def _take(use_cases: UseCases, lead: Facilitating, request: Request, turn: asyncio.Lock) -> Response:
    """Back to the screen, with the name of the proposal. Raises NotAllowed, Forged, Unreadable."""
    sender = await sender_of(use_cases, request)
    workshop_id = request.query_params.get(WORKSHOP, "")
    back = {**sender.params, WORKSHOP: workshop_id}
    try:
        form = await proven_form(request, sender, MOST_BYTES)
    except TooLarge:
        return redirect("/werksessie", **back, melding="too_large")
    _, content = await content_of(form)
    if not content:
        return redirect("/werksessie", **back, melding="no_file")
    try:
        workshop = await run_in_threadpool(lead.workshop, sender.token, workshop_id)
    except NotFound:
        return redirect("/werksessies", **sender.params)
    async with turn:
        proposal = await run_in_threadpool(_read, workshop, str(form.get(PERSPECTIVE, "")), content)
    return redirect("/werksessie", **back, **{PROPOSAL: PROPOSALS.keep(proposal)})


def _read(workshop: Workshop, asked: str, content: bytes) -> Proposal:
    offered = workshop.setup.perspectives
    perspective = Perspective(asked) if asked in offered else offered[0]
    found = grouped(read_sheet(content), workshop.setup)
    forms = {secrets.token_hex(8): form for form in found.forms}
    return Proposal(workshop.id, perspective, forms, found.problems)

"""What every plain form with a file has to show before it may change something.

A cookie that edits, and a proof that the form is ours (`ui.web.cookies.proof_of`).
"""

import hmac
import re
from dataclasses import dataclass, field
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dossier.roles import Action, NotAllowed, Role, may
from dossier.use_cases import UseCases
from ui.web.cookies import cookie_name, proof_of
from ui.web.limited_form import read_form, throw_away

CONTENT, PROOF = "content", "proof"  # the fields of a form
_FOLDERS = re.compile(r".*[\\/]", re.DOTALL)  # some browsers send where a file stood


class Forged(Exception):  # noqa: N818 - reads as what it says
    """The form does not come from a page of ours."""


@dataclass(frozen=True)
class Sender:
    """Who sent a form: the dossier in the address, and the link that edits it."""

    dossier_id: str
    role: Role
    token: str = field(repr=False)

    @property
    def params(self) -> dict[str, str]:
        """What leads back to the dossier in an address."""
        return {"dossier": self.dossier_id, "rol": self.role.value}


async def sender_of(use_cases: UseCases, request: Request) -> Sender:
    """Who sent this. Raises NotAllowed, after reading what was sent, when nobody who edits did."""
    found = await run_in_threadpool(_editor, use_cases, request)
    if found is None:
        await throw_away(request)
        raise NotAllowed("no link that edits")
    return found


def _editor(use_cases: UseCases, request: Request) -> Sender | None:
    """The role in the address and the secret in its cookie when that link edits, as in `ui.access`."""
    dossier_id, asked = request.query_params.get("dossier", ""), request.query_params.get("rol", "")
    for role in (r for r in Role if asked in ("", r.value)):
        token = request.cookies.get(cookie_name(dossier_id, role))
        entry = use_cases.enter(token) if token else None
        if token and entry and entry.dossier_id == dossier_id and may(entry.role, Action.EDIT):
            return Sender(dossier_id, role, token)
    return None


async def proven_form(request: Request, sender: Sender, limit: int) -> FormData:
    """The fields of a form of ours, with a file of at most ``limit`` bytes.

    Raises TooLarge, Unreadable, and Forged for a form that is not ours.
    """
    form = await read_form(request, limit)
    if not hmac.compare_digest(str(form.get(PROOF, "")).encode(), proof_of(sender.token).encode()):
        raise Forged
    return form


async def content_of(form: FormData) -> tuple[str, bytes]:
    """The name of the file and what is in it; of a text field the text."""
    sent = form.get(CONTENT, "")
    if isinstance(sent, UploadFile):
        return _FOLDERS.sub("", sent.filename or ""), await sent.read()
    return "", sent.encode()


def redirect(path: str, **query: str) -> Response:
    """Back to a screen."""
    return RedirectResponse(f"{path}?{urlencode(query)}", 303, {"cache-control": "no-store"})

"""The plain route on which who takes part answers a statement of a session.

A phone answers every few seconds and a room has hundreds of them, so an answer does not run a screen: it is
one small request, and the browser shows what came of it (`ui/style/front_end.js`).
"""

import hmac
import time
from collections.abc import Callable
from typing import Protocol

from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dossier.participating import Gone, WrongPhase
from dossier.writing import Invalid
from typetest.model import Choice, Perspective
from ui.web.cookies import proof_of, seat_cookie
from ui.web.limited_form import TooLarge, Unreadable, read_body

ANSWER = "/werksessie/antwoord"
MOST_BYTES = 1_000
"""How large an answer may be; it takes some 150 bytes."""
TOO_LATE, NOBODY, NOT_OURS = 409, 404, 400
"""What the browser gets for an answer after its round, from somebody else, and in another form."""


class Answer(BaseModel):
    """What the page of a participant sends; ``choice`` None leaves the statement open."""

    proof: str
    """That the page is of who holds the cookie now: somebody else may have joined on this phone since."""
    round: int
    perspective: Perspective
    question: int
    choice: Choice | None


class Votes(Protocol):
    """Who keeps the answers."""

    def vote(
        self, token: str, perspective: Perspective, question: int, choice: Choice | None, in_round: int
    ) -> None:
        """Keep an answer. Raises Gone, WrongPhase and Invalid."""


def answer_routes(votes: Callable[[], Votes]) -> list[BaseRoute]:
    """The route; it says at what moment the answer was kept, as `ui.participant.Participant.at` does."""

    def keep(token: str, answer: Answer) -> float:
        if not token or not hmac.compare_digest(answer.proof.encode(), proof_of(token).encode()):
            raise Gone
        votes().vote(token, answer.perspective, answer.question, answer.choice, answer.round)
        return time.time()

    async def take(request: Request) -> Response:
        token = request.cookies.get(seat_cookie(request.path_params["workshop_id"]), "")
        try:
            answer = Answer.model_validate_json(await read_body(request, MOST_BYTES))
            return _json({"kept": await run_in_threadpool(keep, token, answer)})
        except WrongPhase:
            return _json({}, TOO_LATE)
        except Gone:
            return _json({}, NOBODY)
        except (Invalid, TooLarge, Unreadable, ValidationError):
            return _json({}, NOT_OURS)

    return [Route(f"{ANSWER}/{{workshop_id}}", take, methods=["POST"])]


def _json(content: dict[str, float], status: int = 200) -> Response:
    return JSONResponse(content, status, {"cache-control": "no-store"})

"""The plain route on which who takes part answers a statement of a session.

A phone answers every few seconds and a room has hundreds of them, so an answer does not run a screen: it is
one small request, and the browser shows what came of it (`ui/style/front_end.js`).
"""

import asyncio
import hmac
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dossier.participating import Gone, Vote, WrongPhase
from dossier.writing import Invalid
from typetest.model import Choice, Perspective
from ui.web.cookies import proof_of, seat_cookie
from ui.web.limited_form import TooLarge, Unreadable, read_body

ANSWER = "/werksessie/antwoord"
MOST_BYTES = 1_000
"""How large an answer may be; it takes some 150 bytes."""
MOST_AT_ONCE = 50
"""How many answers are kept in one transaction: a session that is moved on waits for it."""


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

    def vote_all(self, votes: Sequence[Vote]) -> Sequence[Exception | None]:
        """Keep answers; why each one is refused, or None."""


class Together:
    """Keeps all answers that came while others were being kept in one go.

    So a busy room does not wait in a line of transactions: the longer the line, the less each costs.
    """

    def __init__(self, votes: Callable[[], Votes]) -> None:
        self._votes = votes
        self._waiting: list[tuple[Vote, asyncio.Future[None]]] = []
        self._work: asyncio.Task[None] | None = None

    async def keep(self, vote: Vote) -> None:
        """Returns when the answer is kept. Raises why it is not."""
        kept = asyncio.get_running_loop().create_future()
        self._waiting.append((vote, kept))
        if self._work is None:
            self._work = asyncio.create_task(self._keep_all())
        await kept

    async def _keep_all(self) -> None:
        while self._waiting:
            taken, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            try:
                refusals = await run_in_threadpool(self._votes().vote_all, [vote for vote, _ in taken])
            except Exception as problem:  # each hears of it, and the next ones have their turn
                refusals = [problem] * len(taken)
            for (_, kept), refusal in zip(taken, refusals, strict=True):
                if kept.cancelled():  # nobody waits for it any more
                    continue
                if refusal:
                    kept.set_exception(refusal)
                else:
                    kept.set_result(None)
        self._work = None


def answer_routes(votes: Callable[[], Votes]) -> list[BaseRoute]:
    """The route. It says that the answer was ``kept``, with the moment in seconds, or why it was ``refused``.

    *late* is after its round, *nobody* for who takes part no longer or had this phone before, *form* is
    nothing that a page of ours sends. Anything else that the browser gets is no answer.
    """
    together = Together(votes)

    async def take(request: Request) -> Response:
        token = request.cookies.get(seat_cookie(request.path_params["workshop_id"]), "")
        try:
            answer = Answer.model_validate_json(await read_body(request, MOST_BYTES))
            if not token or not hmac.compare_digest(answer.proof.encode(), proof_of(token).encode()):
                raise Gone
            await together.keep(Vote(token, answer.perspective, answer.question, answer.choice, answer.round))
        except WrongPhase:
            return _json({"refused": "late"}, 409)
        except Gone:
            return _json({"refused": "nobody"}, 404)
        except (Invalid, TooLarge, Unreadable, ValidationError):
            return _json({"refused": "form"}, 400)
        return _json({"kept": time.time()})

    return [Route(f"{ANSWER}/{{workshop_id}}", take, methods=["POST"])]


def _json(content: dict[str, object], status: int = 200) -> Response:
    return JSONResponse(content, status, {"cache-control": "no-store"})

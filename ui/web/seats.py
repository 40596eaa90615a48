"""The plain routes of people who take part in a session: coming in, handing the phone on, and how far it is.

Phones ask how far the session is every few seconds, so that answer is a few bytes out of memory: who holds
which secret does not change, and the phase is read once a second at most.
"""

import hmac
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Protocol
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dossier.participating import Gone
from ui.web.cookies import SEAT_LIFE, proof_of, seat_cookie
from ui.web.headers import came_by_https
from ui.web.routes import redirect

FRESH = 1.0
"""Seconds in which the phase of a session is not read again."""
MOST_SEATS = 20_000
"""Secrets that are remembered with their sessions; above that the oldest one is read again."""
NOBODY = "weg"
"""How far it is for who takes part no longer: the screen then says why."""
ENTER, HAND_ON, STAND = "/deelname", "/werksessie/doorgeven", "/werksessie/stand"
PROOF = "bewijs"


class Session(Protocol):
    """What a route needs to know of a session."""

    @property
    def id(self) -> str:
        """Its id, which is no secret."""

    @property
    def phase(self) -> str:
        """How far it is."""

    @property
    def code(self) -> str | None:
        """What lets people join."""


class Seats(Protocol):
    """Who knows the participants by their secrets."""

    def session_of(self, token: str) -> Session:
        """The session of a participant. Raises Gone."""


class Stands:
    """How far sessions are, read once a second at most; ``now`` is a clock in seconds."""

    def __init__(self, seats: Callable[[], Seats], now: Callable[[], float]) -> None:
        self._seats = seats
        self._now = now
        self._lock = Lock()
        self._session_of: OrderedDict[str, str] = OrderedDict()
        self._phases: dict[str, tuple[float, str]] = {}

    def known(self, token: str, workshop_id: str) -> str | None:
        """The phase, if it was read less than a second ago and the participant is known; else None."""
        with self._lock:
            read, phase = self._phases.get(workshop_id, (-FRESH, ""))
            mine = self._session_of.get(token) == workshop_id
            return phase if mine and self._now() - read < FRESH else None

    def read(self, token: str, workshop_id: str) -> str:
        """The phase as it is kept. Raises Gone for who does not take part in this session."""
        moment = self._now()
        try:
            session = self._seats().session_of(token)
        except Gone:
            with self._lock:
                self._session_of.pop(token, None)
            raise
        if session.id != workshop_id:
            raise Gone
        with self._lock:
            self._phases = {k: kept for k, kept in self._phases.items() if moment - kept[0] < FRESH}
            self._phases[workshop_id] = (moment, session.phase)
            self._session_of[token] = workshop_id
            if len(self._session_of) > MOST_SEATS:
                self._session_of.popitem(last=False)
        return session.phase


def hand_on(workshop_id: str, token: str) -> str:
    """The address that lets go of this participant, so that somebody else can join on the same phone."""
    return f"{HAND_ON}/{workshop_id}?{urlencode({PROOF: proof_of(token)})}"


def seat_routes(seats: Callable[[], Seats], now: Callable[[], float] = time.monotonic) -> list[BaseRoute]:
    """The routes."""
    stands = Stands(seats, now)

    def enter(request: Request) -> Response:
        token: str = request.path_params["token"]
        try:
            workshop_id = seats().session_of(token).id
        except Gone:
            return redirect("/meedoen", melding="onbekend")
        response = redirect("/deelnemen", werksessie=workshop_id)
        response.set_cookie(
            seat_cookie(workshop_id),
            token,
            max_age=SEAT_LIFE,
            httponly=True,
            samesite="lax",
            secure=came_by_https(request.scope),
        )
        return response

    def let_go(request: Request) -> Response:
        workshop_id: str = request.path_params["workshop_id"]
        token = _token(request, workshop_id)
        # A link on another site must not be able to throw people out of their session.
        if token and not hmac.compare_digest(request.query_params.get(PROOF, ""), proof_of(token)):
            return redirect("/deelnemen", werksessie=workshop_id)
        response = redirect("/meedoen", **_code(seats(), token))
        response.delete_cookie(seat_cookie(workshop_id), httponly=True, samesite="lax")
        return response

    async def stand(request: Request) -> Response:
        workshop_id: str = request.path_params["workshop_id"]
        token = _token(request, workshop_id)
        phase = stands.known(token, workshop_id)
        if phase is None:
            try:
                phase = await run_in_threadpool(stands.read, token, workshop_id)
            except Gone:
                return _json(NOBODY, 404)
        return _json(phase, 200)

    return [
        Route(f"{ENTER}/{{token}}", enter),
        Route(f"{HAND_ON}/{{workshop_id}}", let_go),
        Route(f"{STAND}/{{workshop_id}}", stand),
    ]


def _token(request: Request, workshop_id: str) -> str:
    return request.cookies.get(seat_cookie(workshop_id), "")


def _code(seats: Seats, token: str) -> dict[str, str]:
    try:
        code = seats.session_of(token).code
    except Gone:
        return {}
    return {"code": code} if code else {}


def _json(stand: str, status: int) -> Response:
    return JSONResponse({"stand": stand}, status, headers={"cache-control": "no-store"})

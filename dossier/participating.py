"""What a participant of a session does: join by code, answer, and see what was revealed.

A participant is a secret token in a cookie, whose SHA-256 alone is kept: no name, no address, no moment.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dossier.door import hashed
from dossier.storage import Storage, Work
from dossier.workshop import CODE_SIGNS, MOST_PEOPLE, Cast, Phase, Result, Seat, Workshop
from dossier.workshop_cases import Full, WrongPhase
from dossier.workshop_steps import takes_answers
from dossier.writing import Invalid
from stappenplan.dutch import day_of
from typetest.model import Choice, Perspective

__all__ = ["Full", "Gone", "Joined", "Participating", "Seated", "UnknownCode", "WrongPhase", "as_code"]


class UnknownCode(Exception):  # noqa: N818 - reads as what it says
    """There is no session with this code (any more)."""


class Gone(Exception):  # noqa: N818 - reads as what it says
    """There is no participant with this token: the session, or its single answers, were removed."""


Refusal = Gone | WrongPhase | Invalid


@dataclass(frozen=True)
class Vote:
    """An answer that somebody gives in a round; ``choice`` None takes it back.

    What was given in a round that is over does not count in the next one.
    """

    token: str = field(repr=False)
    perspective: Perspective
    question: int
    choice: Choice | None
    round: int


@dataclass(frozen=True)
class Joined:
    """A new participant, and the only time the secret can be seen."""

    workshop_id: str
    token: str


@dataclass(frozen=True)
class Seated:
    """A participant with the session and the own answers; ``results`` is empty before the reveal."""

    workshop: Workshop
    cast: Cast
    results: tuple[Result, ...]

    def takes(self, question: int, at: datetime) -> bool:
        """Whether ``question`` can be answered at this moment."""
        return takes_answers(self.workshop, question, day_of(at))


def as_code(typed: str) -> str:
    """A code as somebody typed it, the way it is kept: capitals, and nothing between them."""
    return "".join(sign for sign in typed.upper() if sign in CODE_SIGNS)


class Participating:
    """What a participant does, given a storage, a clock, and makers of ids and tokens."""

    def __init__(
        self,
        storage: Storage,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        new_token: Callable[[], str],
    ) -> None:
        self._storage = storage
        self._now = now
        self._new_id = new_id
        self._new_token = new_token

    def look(self, code: str) -> Workshop:
        """The session that a code belongs to, before joining. Raises UnknownCode."""
        with self._storage.read() as work:
            return _of_code(work, code)

    def join(self, code: str, group: str) -> Joined:
        """A new participant. Raises UnknownCode, Full, and Invalid for a group the session lacks."""
        with self._storage.write() as work:
            workshop = _of_code(work, code)
            if group not in workshop.group_names:
                raise Invalid({"group": "missing"})
            if sum(counted.joined for counted in work.counted(workshop.id)) >= MOST_PEOPLE:
                raise Full(workshop.id)
            token = self._new_token()
            seat = Seat(id=self._new_id(), workshop_id=workshop.id, group=group, ready=False)
            work.add_seat(seat, hashed(token))
        return Joined(workshop.id, token)

    def seated(self, token: str) -> Seated:
        """The participant, the session and what was revealed. Raises Gone."""
        with self._storage.read() as work:
            workshop, seat = _seat(work, token)
            results = work.results(workshop.id) if workshop.phase is not Phase.ANSWERING else ()
            return Seated(workshop, work.cast(seat), results)

    def session_of(self, token: str) -> Workshop:
        """The session that a participant takes part in, and how far it is. Raises Gone."""
        with self._storage.read() as work:
            return _seat(work, token)[0]

    def vote_all(self, votes: Sequence[Vote]) -> list[Refusal | None]:
        """Keep answers that came at about the same time, in this order; why each one is refused, or None.

        When this returns, what is not refused is kept. Reasons are Gone, WrongPhase when the statement is
        not answered now, and Invalid for a perspective that the session lacks.
        """
        with self._storage.write() as work:
            return [self._vote(work, vote) for vote in votes]

    def _vote(self, work: Work, vote: Vote) -> Refusal | None:
        try:
            workshop, seat = _seat(work, vote.token)
        except Gone as refusal:
            return refusal
        late = vote.round != workshop.phase.round
        if late or not takes_answers(workshop, vote.question, day_of(self._now())):
            return WrongPhase(workshop.phase)
        if vote.perspective not in workshop.setup.perspectives:
            return Invalid({"perspective": "missing"})
        work.save_vote(seat.id, vote.round, vote.perspective, vote.question, vote.choice)
        return None

    def ready(self, token: str, *, ready: bool) -> None:
        """Say whether the answers are finished. Raises Gone, and WrongPhase when none are taken."""
        with self._storage.write() as work:
            workshop, seat = _seat(work, token)
            if workshop.phase.round is None:
                raise WrongPhase(workshop.phase)
            work.save_seat(seat.model_copy(update={"ready": ready}))


def _of_code(work: Work, code: str) -> Workshop:
    found = work.workshop_of_code(as_code(code))
    if found is None:
        raise UnknownCode
    return found


def _seat(work: Work, token: str) -> tuple[Workshop, Seat]:
    found = work.seat(hashed(token))
    if found is None:
        raise Gone
    return found

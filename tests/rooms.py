"""Sessions for tests and measurements: made as the app makes them, with people in them."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import Random
from typing import Any, Self

from dossier.model import Details
from dossier.participating import Participating, Vote
from dossier.storage import Storage
from dossier.use_cases import Created, UseCases
from dossier.workshop import CODE_LENGTH, CODE_SIGNS, Cast, Report, Workshop
from dossier.workshop_cases import Facilitating
from dossier.writing import Saved
from typetest.model import QUESTIONS, Answers, Choice, Perspective
from typetest.publication import Publication

PEOPLE = {"ambtelijk": 8, "raad": 6, "veld": 7}
KEYS = tuple(PEOPLE)
NAMES = {"ambtelijk": "Ambtenaren", "raad": "Raad & college", "veld": "Veld en inwoners"}
LEANS = {"ambtelijk": 0.75, "raad": 0.6, "veld": 0.3}
"""How often somebody of a group chooses a."""

Clock = Callable[[], datetime]


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


def groups_of(keys: Iterable[str]) -> list[dict[str, str]]:
    """The groups with these keys, as they are set up."""
    return [{"key": key, "name": NAMES.get(key, key)} for key in keys]


SETUP: dict[str, Any] = {
    "title": "Avond in het dorpshuis",
    "perspectives": ["huidig"],
    "groups": groups_of(KEYS),
    "smallest": 3,
}


def _new_id() -> str:
    return secrets.token_hex(8)


def _new_code() -> str:
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def dossiers(storage: Storage, clock: Clock = now) -> UseCases:
    """What can be done with the dossiers in a storage, with random ids and secrets."""
    return UseCases(storage, clock, _new_id, secrets.token_urlsafe)


def facilitating(storage: Storage, clock: Clock = now, code: str = "") -> Facilitating:
    """What facilitators do in a storage; sessions get this code, or each a random one."""
    return Facilitating(storage, clock, lambda: code or _new_code())


class Taking(Participating):
    """What participants do, and one answer at a time in the round that goes on."""

    def vote(self, token: str, perspective: Perspective, question: int, choice: Choice | None) -> None:
        """Keep an answer. Raises why it is refused."""
        round_number = self.session_of(token).phase.round or 1
        (refusal,) = self.vote_all([Vote(token, perspective, question, choice, round_number)])
        if refusal:
            raise refusal


def participating(storage: Storage, clock: Clock = now) -> Taking:
    """What participants do in a storage."""
    return Taking(storage, clock, _new_id, secrets.token_urlsafe)


@dataclass(frozen=True)
class Room:
    """A session of a dossier, and what is done in it by who leads and who takes part."""

    lead: Facilitating
    take: Taking
    dossier: Created
    id: str

    def on(self, storage: Storage, clock: Clock = now) -> Self:
        """The same session in a storage that was opened anew, or at another moment."""
        return replace(self, lead=facilitating(storage, clock), take=participating(storage, clock))

    @property
    def token(self) -> str:
        """The facilitator's secret."""
        return self.dossier.edit_token

    @property
    def now(self) -> Workshop:
        """The session as it is kept."""
        return self.lead.workshop(self.token, self.id)

    @property
    def code(self) -> str:
        """What people type to join; empty when it is closed."""
        return self.now.code or ""

    @property
    def report(self) -> Report:
        """What was shown and noted."""
        return self.lead.report(self.token, self.id)

    def shown(self, round_number: int = 1) -> Publication | None:
        """What was shown of the policy as it is, in a round."""
        return self.report.shown(Perspective.HUIDIG, round_number)

    @property
    def joined(self) -> list[int]:
        """How many people there are in each group."""
        return [group.joined for group in self.lead.counted(self.token, self.id)]

    def cast(self, token: str) -> Cast:
        """What is kept of somebody who takes part."""
        return self.take.seated(token).cast

    def come_in(self, number: int = 0, group: str = "") -> str:
        """The secret of somebody new in ``group``; without one ``number`` spreads people over the groups."""
        return self.take.join(self.code, group or KEYS[number % len(KEYS)]).token

    def answered(self, choice: Choice, group: str = KEYS[0], questions: Iterable[int] = QUESTIONS) -> str:
        """The secret of somebody new who answered these all alike, and did not say to be ready."""
        token = self.come_in(group=group)
        for perspective in self.now.setup.perspectives:
            for question in questions:
                self.take.vote(token, perspective, question, choice)
        return token

    def people(self, number: int, choice: Choice, group: str = KEYS[0]) -> None:
        """So many people answer everything alike, and are ready."""
        for _ in range(number):
            self.take.ready(self.answered(choice, group), ready=True)

    def show(self, view: str, **changes: object) -> None:
        """Put something on the wall."""
        self.lead.show(self.token, self.id, {"view": view, **changes})

    def note(self, kind: str, note_id: str = "n", version: int = 0, **fields: object) -> Saved:
        """Write something down."""
        return self.lead.save_note(self.token, self.id, note_id, kind, fields, version)

    def reveal(self) -> None:
        """End the first round."""
        self.lead.reveal(self.token, self.id)

    def again(self, *questions: int) -> None:
        """Let some be answered once more."""
        self.lead.answer_again(self.token, self.id, questions)

    def compare(self) -> None:
        """End the second round."""
        self.lead.compare(self.token, self.id)

    def close(self) -> None:
        """End the session."""
        self.lead.close(self.token, self.id)

    def two_rounds(self, *questions: int) -> None:
        """Reveal, answer ``questions`` again (nobody changes anything), and show both."""
        self.reveal()
        self.again(*questions)
        self.compare()


def new_room(
    storage: Storage,
    dossier: Created | None = None,
    workshop_id: str = "",
    clock: Clock = now,
    code: str = "",
    **setup: Any,
) -> Room:
    """A session without people, in a dossier of its own if none is given."""
    made = dossier or dossiers(storage, clock).create(Details(municipality="Voorbeeld"), "nl")
    lead = facilitating(storage, clock, code)
    workshop = lead.start(made.edit_token, workshop_id or _new_id(), SETUP | setup)
    return Room(lead, participating(storage, clock), made, workshop.id)


def full_room(
    storage: Storage, dossier: Created | None = None, people: Mapping[str, int] = PEOPLE, **given: Any
) -> Room:
    """A session of groups of so many ``people``, who gave the same answers every time and are ready."""
    room = new_room(storage, dossier, **{"groups": groups_of(people), "smallest": 5, **given})
    random = Random(4)  # noqa: S311 - people made up for a test
    forms = {
        f"{room.id}-{group}-{n}": (group, _form(random, room.now, LEANS.get(group, 0.5)))
        for group, number in people.items()
        for n in range(number)
    }
    room.lead.add_forms(room.token, room.id, forms)
    return room


def _form(random: Random, workshop: Workshop, lean: float) -> dict[Perspective, Answers]:
    return {perspective: _answers(random, lean) for perspective in workshop.setup.perspectives}


def _answers(random: Random, lean: float) -> dict[int, Choice]:
    """Somebody's answers; on the first two statements everybody agrees."""
    chosen = {n: Choice.A if random.random() < lean else Choice.B for n in QUESTIONS}
    return chosen | {1: Choice.A, 2: Choice.B}

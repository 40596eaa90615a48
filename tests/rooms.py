"""A session with people in it, as tests of screens, documents and storage need one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from dossier.storage import Storage
from dossier.workshop import Workshop
from dossier.workshop_cases import Facilitating
from typetest.model import QUESTIONS, Choice, Perspective

CODE = "K7R4MXP"
GROUPS = {"ambtelijk": 8, "raad": 6, "veld": 7}
NAMES = {"ambtelijk": "Ambtelijk", "raad": "Raad en college", "veld": "Veld en inwoners"}
LEANS = {"ambtelijk": 0.75, "raad": 0.6, "veld": 0.3}
"""How often somebody of a group chooses a."""


def answers(random: Random, lean: float) -> dict[int, Choice]:
    """Somebody's answers; on the first two statements everybody agrees."""
    chosen = {n: Choice.A if random.random() < lean else Choice.B for n in QUESTIONS}
    return chosen | {1: Choice.A, 2: Choice.B}


@dataclass(frozen=True)
class Room:
    """A session, and what its facilitator does."""

    lead: Facilitating
    token: str
    id: str

    @property
    def now(self) -> Workshop:
        """The session as it is."""
        return self.lead.workshop(self.token, self.id)

    def show(self, view: str, **changes: object) -> None:
        """Put something on the wall."""
        self.lead.show(self.token, self.id, {"view": view, **changes})

    def note(self, kind: str, note_id: str = "n", **fields: object) -> None:
        """Write something down."""
        self.lead.save_note(self.token, self.id, note_id, kind, fields, 0)

    def two_rounds(self, *questions: int) -> None:
        """Reveal, answer ``questions`` again (nobody changes anything), and show both."""
        self.lead.reveal(self.token, self.id)
        self.lead.answer_again(self.token, self.id, questions)
        self.lead.compare(self.token, self.id)


def room(
    storage: Storage,
    token: str,
    workshop_id: str = "w",
    people: Mapping[str, int] = GROUPS,
    code: str = CODE,
    **setup: object,
) -> Room:
    """A session of the dossier of ``token`` with ``people`` in each group, all ready."""
    lead = Facilitating(storage, lambda: datetime(2026, 11, 2, 19, 30, tzinfo=UTC), lambda: code)
    groups = [{"key": key, "name": NAMES.get(key, key)} for key in people]
    usual = {"title": "Avond in het dorpshuis", "perspectives": ["huidig"], "smallest": 5}
    lead.start(token, workshop_id, usual | {"groups": groups} | setup)
    perspectives = lead.workshop(token, workshop_id).setup.perspectives
    random = Random(4)  # noqa: S311 - people made up for a test
    forms = {
        f"{workshop_id}-{group}-{n}": (group, _form(random, perspectives, LEANS.get(group, 0.5)))
        for group, number in people.items()
        for n in range(number)
    }
    lead.add_forms(token, workshop_id, forms)
    return Room(lead, token, workshop_id)


def _form(
    random: Random, perspectives: tuple[Perspective, ...], lean: float
) -> dict[Perspective, dict[int, Choice]]:
    return {perspective: answers(random, lean) for perspective in perspectives}

"""A session as the app makes one, with random ids and secrets, for the long runs and the measurements."""

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from dossier.model import Details
from dossier.participating import Participating
from dossier.use_cases import Created, UseCases
from dossier.workshop import CODE_LENGTH, CODE_SIGNS
from dossier.workshop_cases import Facilitating
from storage import SqlStorage
from typetest.model import Perspective
from typetest.publication import Publication

GROUPS = tuple({"key": f"groep{number}", "name": f"Groep {number}"} for number in range(1, 4))
SETUP: dict[str, Any] = {"perspectives": ["huidig"], "groups": GROUPS, "smallest": 3}


def now() -> datetime:
    """The moment it is."""
    return datetime.now(UTC)


def _new_id() -> str:
    return secrets.token_hex(8)


def _new_code() -> str:
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def participating(storage: SqlStorage) -> Participating:
    """What participants do in this storage."""
    return Participating(storage, now, _new_id, secrets.token_urlsafe)


def facilitating(storage: SqlStorage) -> Facilitating:
    """What facilitators do in this storage."""
    return Facilitating(storage, now, _new_code)


@dataclass(frozen=True)
class Room:
    """A session that people can join, its facilitator's use cases and the dossier's links."""

    lead: Facilitating
    take: Participating
    dossier: Created
    id: str
    code: str

    def come_in(self, number: int = 1) -> str:
        """The secret of somebody new; ``number`` spreads people over the groups."""
        return self.take.join(self.code, GROUPS[number % len(GROUPS)]["key"]).token

    @property
    def joined(self) -> int:
        """How many people there are."""
        return sum(group.joined for group in self.lead.counted(self.dossier.edit_token, self.id))

    def on(self, storage: SqlStorage) -> "Room":
        """The same session in a storage that was opened anew."""
        return replace(self, lead=facilitating(storage), take=participating(storage))

    def reveal(self) -> None:
        """End the first round."""
        self.lead.reveal(self.dossier.edit_token, self.id)

    def shown(self, round_number: int = 1) -> Publication | None:
        """What was shown of the policy as it is, in a round."""
        report = self.lead.report(self.dossier.edit_token, self.id)
        return report.shown(Perspective.HUIDIG, round_number)


def new_room(storage: SqlStorage, **setup: Any) -> Room:
    """A session in a dossier of its own."""
    dossiers = UseCases(storage, now, _new_id, secrets.token_urlsafe)
    made = dossiers.create(Details(municipality="Voorbeeld"), "nl")
    lead = facilitating(storage)
    workshop = lead.start(made.edit_token, _new_id(), SETUP | setup)
    return Room(lead, participating(storage), made, workshop.id, workshop.code or "")

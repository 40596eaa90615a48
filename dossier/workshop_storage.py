"""The storage that sessions need, a part of `dossier.storage.Work`.

In a transaction that writes, a session that was read stays as it was until the end: whoever answers and
whoever closes wait for each other. People who answer do not wait for each other.
"""

from collections.abc import Mapping
from typing import Protocol

from dossier.workshop import Cast, Counted, KeptNote, Result, Seat, Workshop
from typetest.model import Choice, Perspective


class WorkshopWork(Protocol):
    """What one transaction can do with sessions."""

    def workshops(self, dossier_id: str) -> tuple[Workshop, ...]:
        """The sessions of a dossier, oldest first."""
        ...

    def workshop(self, dossier_id: str, workshop_id: str) -> Workshop | None:
        """One session, or None."""
        ...

    def workshop_of_code(self, code: str) -> Workshop | None:
        """The session that this code lets people join, or None."""
        ...

    def save_workshop(self, workshop: Workshop) -> None:
        """Insert or replace a session."""
        ...

    def delete_workshop(self, workshop_id: str) -> None:
        """Remove a session with everything in it."""
        ...

    def add_seat(self, seat: Seat, token_hash: str) -> None:
        """Add a participant; an empty ``token_hash`` is for one who has no phone."""
        ...

    def seat(self, token_hash: str) -> tuple[Workshop, Seat] | None:
        """The participant with this secret and the session, or None."""
        ...

    def save_seat(self, seat: Seat) -> None:
        """Keep whether a participant is ready."""
        ...

    def nobody_ready(self, workshop_id: str) -> None:
        """Make every participant one who is not ready."""
        ...

    def counted(self, workshop_id: str) -> tuple[Counted, ...]:
        """How many there are in each group that has anybody, in order of the groups' keys."""
        ...

    def save_vote(
        self, seat_id: str, round_number: int, perspective: Perspective, question: int, choice: Choice | None
    ) -> None:
        """Insert, replace or (None) remove an answer."""
        ...

    def cast(self, seat: Seat) -> Cast:
        """All answers of one participant."""
        ...

    def casts(self, workshop_id: str) -> tuple[Cast, ...]:
        """All answers of all participants, in an order that tells nothing of who came when."""
        ...

    def save_counts(self, seat_id: str, counts: Mapping[Perspective, bool]) -> None:
        """Keep in which perspectives the first round counted a participant, and whether as complete."""
        ...

    def delete_seats(self, workshop_id: str) -> None:
        """Remove all participants with their answers."""
        ...

    def results(self, workshop_id: str) -> tuple[Result, ...]:
        """What was shown, in order of round and perspective."""
        ...

    def save_result(self, workshop_id: str, result: Result) -> None:
        """Add what is shown of one perspective in one round."""
        ...

    def notes(self, workshop_id: str) -> tuple[KeptNote, ...]:
        """All notes, in order of kind, position and id."""
        ...

    def note(self, workshop_id: str, note_id: str) -> KeptNote | None:
        """One note, or None."""
        ...

    def save_note(self, workshop_id: str, note: KeptNote) -> None:
        """Insert or replace a note."""
        ...

    def delete_note(self, workshop_id: str, note_id: str) -> None:
        """Remove a note."""
        ...

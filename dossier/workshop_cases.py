"""What may be done with a session: by the facilitator with a dossier's link, by participants with their own.

Moving on (`reveal`, `answer_again`, `compare`, `close`) may be asked twice, by a double press or from two
windows, and is done once. What an ordinary save promises holds for notes (see `use_cases`).
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dossier import workshop_notes as notes
from dossier import workshop_steps as steps
from dossier.door import authorized
from dossier.roles import Action
from dossier.storage import Storage, Work
from dossier.use_cases import NotFound
from dossier.workshop import (
    MOST_PEOPLE,
    Counted,
    Phase,
    Report,
    Seat,
    Setup,
    Shown,
    Workshop,
)
from dossier.workshop_plan import PlanWords, carry, may_carry
from dossier.writing import Invalid, Saved, Writing, left_no_trace, validated
from typetest.model import QUESTIONS, Answers, Perspective

__all__ = ["Facilitating", "Full", "WrongPhase"]


class WrongPhase(Exception):  # noqa: N818 - reads as what it says
    """The session is at another point by now, so this cannot be done (any more)."""


class Full(Exception):  # noqa: N818 - reads as what it says
    """The session has as many people as it takes."""


@dataclass(frozen=True)
class InHand:
    """A session in a transaction that writes, and the dossier it belongs to."""

    workshop: Workshop
    writing: Writing


class Facilitating:
    """What a facilitator does, given a storage, a clock and a maker of join codes."""

    def __init__(
        self,
        storage: Storage,
        now: Callable[[], datetime],
        new_code: Callable[[], str],
    ) -> None:
        self._storage = storage
        self._now = now
        self._new_code = new_code

    # -- reading ----------------------------------------------------------------------------------

    def workshops(self, token: str) -> tuple[Workshop, ...]:
        """The sessions of the dossier, oldest first. Raises NotAllowed."""
        with self._storage.read() as work:
            return work.workshops(authorized(work, token, Action.READ).dossier_id)

    def workshop(self, token: str, workshop_id: str) -> Workshop:
        """One session. Raises NotAllowed, NotFound."""
        with self._reading(token, workshop_id) as (_, workshop):
            return workshop

    def glance(self, token: str, workshop_id: str) -> tuple[Workshop, tuple[Counted, ...]]:
        """One session, and how many people are there and ready in each group, also in the empty ones.

        What it costs does not grow with the people. Raises as `workshop`.
        """
        with self._reading(token, workshop_id) as (work, workshop):
            found = {counted.group: counted for counted in work.counted(workshop_id)}
        empty = (Counted(group=group.key, joined=0, ready=0) for group in workshop.setup.groups)
        return workshop, tuple(found.get(counted.group, counted) for counted in empty)

    def counted(self, token: str, workshop_id: str) -> tuple[Counted, ...]:
        """How many people are there and ready, for each group, also the empty ones. Raises as `workshop`."""
        return self.glance(token, workshop_id)[1]

    def report(self, token: str, workshop_id: str) -> Report:
        """What has been revealed (nothing before that) and noted. Raises as `workshop`."""
        with self._reading(token, workshop_id) as (work, workshop):
            return Report(workshop=workshop, results=work.results(workshop_id), notes=work.notes(workshop_id))

    # -- starting and moving on -------------------------------------------------------------------

    def start(self, token: str, workshop_id: str, setup: Mapping[str, Any]) -> Workshop:
        """A new session that people can join; one with this id that is there already stays as it is.

        Raises NotAllowed, and Invalid for a setup that cannot be.
        """
        with self._storage.write() as work:
            dossier_id = authorized(work, token, Action.EDIT).dossier_id
            there = work.workshop(dossier_id, workshop_id)
            if there:
                return there
            made = Workshop(
                id=workshop_id,
                dossier_id=dossier_id,
                code=self._new_code(),
                phase=Phase.ANSWERING,
                setup=validated(Setup, setup),
                created=self._now(),
            )
            work.save_workshop(made)
        return made

    def show(self, token: str, workshop_id: str, changes: Mapping[str, Any]) -> None:
        """Change what the projector shows. Raises NotAllowed, NotFound, Invalid."""
        with self._in_hand(token, workshop_id) as hand:
            shown = validated(Shown, {**hand.workshop.shown.model_dump(), **changes})
            self._keep(hand, shown=shown)

    def reveal(self, token: str, workshop_id: str) -> None:
        """End the first round and make what is shown of it. Raises NotAllowed, NotFound."""
        with self._in_hand(token, workshop_id) as hand:
            if hand.workshop.phase is Phase.ANSWERING:
                steps.end_first_round(hand.writing.work, hand.workshop)
                self._keep(hand, phase=Phase.REVEALED)

    def answer_again(self, token: str, workshop_id: str, questions: Collection[int]) -> None:
        """Let ``questions`` be answered once more. Raises NotAllowed, NotFound, Invalid, WrongPhase."""
        chosen = tuple(sorted(set(questions)))
        if not chosen or not set(chosen) <= set(QUESTIONS):
            raise Invalid({"questions": "range"})
        with self._in_hand(token, workshop_id) as hand:
            if hand.workshop.phase is Phase.AGAIN:
                return
            if hand.workshop.phase is not Phase.REVEALED:
                raise WrongPhase(hand.workshop.phase)
            hand.writing.work.nobody_ready(workshop_id)
            self._keep(hand, phase=Phase.AGAIN, chosen=chosen)

    def compare(self, token: str, workshop_id: str) -> None:
        """End the second round and show it beside the first. Raises NotAllowed, NotFound."""
        with self._in_hand(token, workshop_id) as hand:
            if hand.workshop.phase is Phase.AGAIN:
                steps.end_second_round(hand.writing.work, hand.workshop)
                self._keep(hand, phase=Phase.COMPARED)

    def close(self, token: str, workshop_id: str) -> None:
        """End the session: its code is dead. What was answered and not revealed is revealed.

        Raises NotAllowed, NotFound.
        """
        with self._in_hand(token, workshop_id) as hand:
            if hand.workshop.phase is Phase.ANSWERING:
                steps.end_first_round(hand.writing.work, hand.workshop)
            elif hand.workshop.phase is Phase.AGAIN:
                steps.end_second_round(hand.writing.work, hand.workshop)
            self._keep(hand, phase=Phase.CLOSED, code=None)

    # -- removing ---------------------------------------------------------------------------------

    def forget_ballots(self, token: str, workshop_id: str) -> None:
        """Remove all single answers of a closed session; what was shown of them stays.

        Raises NotAllowed, NotFound, and WrongPhase while the session is not closed.
        """
        with self._in_hand(token, workshop_id) as hand:
            if hand.workshop.phase is not Phase.CLOSED:
                raise WrongPhase(hand.workshop.phase)
            hand.writing.work.delete_seats(workshop_id)
            self._keep(hand, ballots_kept=False)
        left_no_trace(self._storage)

    def delete(self, token: str, workshop_id: str) -> None:
        """Remove a session with everything in it; one already gone stays gone. Raises NotAllowed."""
        with self._storage.write() as work:
            dossier_id = authorized(work, token, Action.EDIT).dossier_id
            if work.workshop(dossier_id, workshop_id):
                work.delete_workshop(workshop_id)
                work.remove_log(dossier_id, notes.subject(workshop_id))
        left_no_trace(self._storage)

    # -- people without a phone -------------------------------------------------------------------

    def add_forms(
        self, token: str, workshop_id: str, forms: Mapping[str, tuple[str, Mapping[Perspective, Answers]]]
    ) -> None:
        """Add people who filled in a paper form, all or none; a form that is there already is left.

        ``forms`` holds, by an id for each form, a group's key and the answers. Raises NotAllowed, NotFound,
        Full, WrongPhase after the first round, and Invalid for a group or perspective the session lacks.
        """
        with self._in_hand(token, workshop_id) as hand:
            if hand.workshop.phase is not Phase.ANSWERING:
                raise WrongPhase(hand.workshop.phase)
            work, setup = hand.writing.work, hand.workshop.setup
            there = {cast.seat.id for cast in work.casts(workshop_id)}
            new = {form_id: form for form_id, form in forms.items() if form_id not in there}
            if len(there) + len(new) > MOST_PEOPLE:
                raise Full(workshop_id)
            for form_id, (group, given) in new.items():
                if group not in hand.workshop.group_names or not set(given) <= set(setup.perspectives):
                    raise Invalid({form_id: "group"})
                work.add_seat(Seat(id=form_id, workshop_id=workshop_id, group=group, ready=True), "")
                for perspective, answers in given.items():
                    for question, choice in answers.items():
                        work.save_vote(form_id, 1, perspective, question, choice)

    # -- notes ------------------------------------------------------------------------------------

    def save_note(
        self, token: str, workshop_id: str, note_id: str, kind: str, changes: Mapping[str, Any], version: int
    ) -> Saved:
        """Save fields of a note; with ``version`` 0 it is made if it is not there yet.

        Raises NotAllowed, Invalid, and NotFound when the session or the note is gone.
        """
        with self._in_hand(token, workshop_id) as hand:
            return notes.save(hand.writing, workshop_id, note_id, kind, changes, version)

    def remove_note(self, token: str, workshop_id: str, note_id: str) -> None:
        """Remove a note; one already gone stays gone. Raises NotAllowed, NotFound."""
        with self._in_hand(token, workshop_id) as hand:
            notes.remove(hand.writing, workshop_id, note_id)

    def take_over_agreed(self, token: str, workshop_id: str) -> int:
        """Give statements that are largely agreed, and have no direction yet, that of the larger side.

        Gives how many there were. Raises NotAllowed, NotFound.
        """
        with self._in_hand(token, workshop_id) as hand:
            agreed = steps.agreed(hand.writing.work, hand.workshop)
            for note_id, direction in agreed.items():
                notes.give_direction(hand.writing, workshop_id, note_id, direction)
            return len(agreed)

    def into_plan(self, token: str, workshop_id: str, words: PlanWords) -> None:
        """Write the outcome into the plan, once (see `workshop_plan`).

        Raises NotAllowed, NotFound, and WrongPhase before the reveal and for practice.
        """
        with self._in_hand(token, workshop_id) as hand:
            if not may_carry(hand.workshop):
                raise WrongPhase(hand.workshop.phase)
            carry(hand.writing, hand.workshop, words)

    # -- parts ------------------------------------------------------------------------------------

    @contextmanager
    def _reading(self, token: str, workshop_id: str) -> Iterator[tuple[Work, Workshop]]:
        with self._storage.read() as work:
            workshop = work.workshop(authorized(work, token, Action.READ).dossier_id, workshop_id)
            if workshop is None:
                raise NotFound(workshop_id)
            yield work, workshop

    @contextmanager
    def _in_hand(self, token: str, workshop_id: str) -> Iterator[InHand]:
        with self._storage.write() as work:
            dossier_id = authorized(work, token, Action.EDIT).dossier_id
            workshop = work.workshop(dossier_id, workshop_id)
            if workshop is None:
                raise NotFound(workshop_id)
            yield InHand(workshop, Writing(work, dossier_id, self._now))

    def _keep(self, hand: InHand, **changes: Any) -> None:
        hand.writing.work.save_workshop(hand.workshop.model_copy(update=changes))

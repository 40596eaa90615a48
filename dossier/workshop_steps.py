"""What happens when a round of a session ends: what is shown is made, once."""

from collections.abc import Mapping
from datetime import date

from dossier.storage import Work
from dossier.workshop import Finding, KeptNote, Phase, Result, Workshop, finding_id
from typetest.group import Band
from typetest.model import QUESTIONS, Choice, Perspective
from typetest.publication import Publication, again, ballot, publish


def end_first_round(work: Work, workshop: Workshop) -> None:
    """Make and keep what is shown of the first round, and note who counted in it."""
    casts, groups = work.casts(workshop.id), [group.key for group in workshop.setup.groups]
    counts: dict[str, dict[Perspective, bool]] = {}
    for perspective in workshop.setup.perspectives:
        given = {cast.seat.id: ballot(cast.seat.group, cast.now(perspective, 1)) for cast in casts}
        for seat_id, one in given.items():
            if one.answers:
                counts.setdefault(seat_id, {})[perspective] = one.complete
        shown = publish(given.values(), groups, workshop.setup.smallest)
        work.save_result(workshop.id, Result(1, perspective, shown))
    for seat_id, counted in counts.items():
        work.save_counts(seat_id, counted)


def end_second_round(work: Work, workshop: Workshop) -> None:
    """Make and keep what is shown of the second round: of the people who counted in the first."""
    casts = work.casts(workshop.id)
    for result in work.results(workshop.id):
        counted = [cast for cast in casts if result.perspective in cast.counts]
        before = [ballot(cast.seat.group, cast.now(result.perspective, 1)) for cast in counted]
        now = [cast.now(result.perspective, 2) for cast in counted]
        work.save_result(workshop.id, Result(2, result.perspective, again(result.publication, before, now)))


def latest(work: Work, workshop: Workshop) -> Mapping[Perspective, Publication]:
    """What was shown last of each perspective; nothing before the reveal."""
    return {result.perspective: result.publication for result in work.results(workshop.id)}


def agreed(work: Work, workshop: Workshop) -> Mapping[str, Choice]:
    """The direction of the larger side, by finding, where the room largely agrees and none was chosen yet."""
    chosen = {note.id for note in work.notes(workshop.id) if _has_direction(note)}
    found: dict[str, Choice] = {}
    for perspective, publication in latest(work, workshop).items():
        for question, split in zip(QUESTIONS, publication.room.splits, strict=False):
            note_id = finding_id(perspective, question)
            if split.larger and split.band is not Band.TO_DISCUSS and note_id not in chosen:
                found[note_id] = split.larger
    return found


def _has_direction(note: KeptNote) -> bool:
    return isinstance(note.data, Finding) and note.data.direction is not None


def takes_answers(workshop: Workshop, question: int, today: date) -> bool:
    """Whether ``question`` is answered in the round that is going on, and the last day is not over."""
    if workshop.setup.closes_on and today > workshop.setup.closes_on:
        return False
    if workshop.phase is Phase.AGAIN:
        return question in workshop.chosen
    return workshop.phase is Phase.ANSWERING and question in QUESTIONS

"""What a copy of a dossier takes over of a session."""

from dossier.workshop import Phase, Report, Shown
from dossier.writing import Writing


def keep_copy(writing: Writing, report: Report, workshop_id: str) -> None:
    """Keep ``report`` as a closed session: what was shown and noted, and nothing of who took part."""
    work = writing.work
    closed = {
        "id": workshop_id,
        "dossier_id": writing.dossier_id,
        "code": None,
        "phase": Phase.CLOSED,
        "shown": Shown(),
        "ballots_kept": False,
    }
    work.save_workshop(report.workshop.model_copy(update=closed))
    for result in report.results:
        work.save_result(workshop_id, result)
    for note in report.notes:
        work.save_note(workshop_id, note.model_copy(update={"version": 1}))
        writing.log(f"workshop:{workshop_id}:{note.id}", 1, note.data.model_dump(mode="json"))

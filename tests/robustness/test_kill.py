"""kill -9 in the middle of writing: what was acknowledged is there when the database is opened again.

Environment: KILLS (100), the number of times. Prints its figures.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from dossier.model import Details
from dossier.storage import Work
from storage import open_storage
from tests.robustness.processes import Program, freeze, kill, printed_until_killed, reopened, running
from tests.storage.helpers import make_use_cases
from typetest.model import Perspective

KILLS = int(os.environ.get("KILLS", "100"))


def _is_kept(work: Work, dossier_id: str, line: str) -> bool:
    subject, version, text = line.split()
    change = work.logged(dossier_id, subject, int(version))
    return change is not None and change.values is not None and text in change.values.values()


def _is_whole(work: Work, dossier_id: str) -> bool:
    """Whether each answer and item is what the log says of its version: both were saved, or neither."""
    dossier = work.dossier(dossier_id)
    assert dossier is not None
    answers = dossier.answers[Perspective.HUIDIG].items()
    kept = [(f"answer:huidig:{n}", a.version, a.note) for n, a in answers]
    kept += [(f"item:{i.id}", i.version, i.data.title) for i in dossier.items if i.data.kind == "goal"]
    return all(
        _is_kept(work, dossier_id, f"{subject} {version} {text}")
        and work.logged(dossier_id, subject, version + 1) is None
        for subject, version, text in kept
    )


@pytest.mark.parametrize("before", [kill, freeze])
def test_nothing_acknowledged_is_lost(tmp_path: Path, before: Callable[[Program, Random], None]) -> None:
    random = Random(1)  # noqa: S311 - when to kill is no secret
    storage = open_storage(tmp_path)
    created = make_use_cases(storage).create(Details(), "nl")
    lines: list[str] = []
    lost = 0
    for _ in range(KILLS):
        storage.close()
        with running("tests.robustness.writer", str(tmp_path), created.edit_token) as writer:
            fresh = printed_until_killed(writer, random, before)
        lines += fresh
        storage = reopened(tmp_path)
        with storage.read() as work:
            lost += sum(not _is_kept(work, created.dossier_id, line) for line in fresh)
            assert _is_whole(work, created.dossier_id)
    with storage.read() as work:  # and nothing was lost later
        lost = max(lost, sum(not _is_kept(work, created.dossier_id, line) for line in lines))
    storage.close()
    print(f"\n{before.__name__}: kills {KILLS}, acknowledged {len(lines)}, lost {lost}")
    assert len(lines) > KILLS
    assert lost == 0

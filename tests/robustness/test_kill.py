"""kill -9 in the middle of writing: what was acknowledged is there when the database is opened again.

Environment: KILLS (100), the number of times. Prints its figures.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from dossier.model import Details
from dossier.storage import Work
from storage import SqlStorage, open_storage
from storage.engine import make_engine
from tests.storage.helpers import make_use_cases
from typetest.model import Perspective

KILLS = int(os.environ.get("KILLS", "100"))
Writer = subprocess.Popen[str]


def _kill(_writer: Writer, _random: Random) -> None:
    """Kill it as it runs: nothing comes before the signal."""


def _freeze(writer: Writer, random: Random) -> None:
    """Stop the process wherever it is, perhaps in the middle of a transaction, for a moment."""
    writer.send_signal(signal.SIGSTOP)
    time.sleep(random.uniform(0.01, 0.3))


def _acknowledged(folder: Path, token: str, random: Random, before: Callable[[Writer, Random], None]) -> str:
    """Let a writer run for up to 0.2 s and kill it; return what it acknowledged."""
    command = [sys.executable, "-m", "tests.robustness.writer", str(folder), token]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603 - our own program
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(random.uniform(0, 0.2))
        before(writer, random)
        writer.kill()
        rest = writer.stdout.read()
    assert writer.returncode == -signal.SIGKILL
    return first + rest


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


def _open(folder: Path) -> SqlStorage:
    """Open it as a server does after a crash, and let SQLite check itself."""
    engine = make_engine(folder)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
    engine.dispose()
    return open_storage(folder)


@pytest.mark.parametrize("before", [_kill, _freeze])
def test_nothing_acknowledged_is_lost(tmp_path: Path, before: Callable[[Writer, Random], None]) -> None:
    random = Random(1)  # noqa: S311 - when to kill is no secret
    storage = open_storage(tmp_path)
    created = make_use_cases(storage).create(Details(), "nl")
    lines: list[str] = []
    lost = 0
    for _ in range(KILLS):
        storage.close()
        fresh = _acknowledged(tmp_path, created.edit_token, random, before).splitlines()
        lines += fresh
        storage = _open(tmp_path)
        with storage.read() as work:
            lost += sum(not _is_kept(work, created.dossier_id, line) for line in fresh)
            assert _is_whole(work, created.dossier_id)
    with storage.read() as work:  # and nothing was lost later
        lost = max(lost, sum(not _is_kept(work, created.dossier_id, line) for line in lines))
    storage.close()
    print(f"\n{before.__name__[1:]}: kills {KILLS}, acknowledged {len(lines)}, lost {lost}")
    assert len(lines) > KILLS
    assert lost == 0

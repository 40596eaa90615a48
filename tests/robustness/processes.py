"""Programs that a test starts, asks something of and kills."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from storage import SqlStorage, open_storage
from storage.engine import is_sqlite, make_engine

Program = subprocess.Popen[str]
OTHERS = """SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()"""


@contextmanager
def running(module: str, *arguments: str) -> Iterator[Program]:
    """A Python program of our own that is killed when the block ends; both its streams are pipes of text."""
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as program:
        try:
            yield program
        finally:
            program.kill()


def kill(_program: subprocess.Popen[Any], _random: Random) -> None:
    """Kill it as it runs: nothing comes before the signal."""


def freeze(program: subprocess.Popen[Any], random: Random) -> None:
    """Stop the process wherever it is, perhaps in the middle of a transaction, for a moment."""
    program.send_signal(signal.SIGSTOP)
    time.sleep(random.uniform(0.01, 0.3))


def printed_until_killed(
    program: Program, random: Random, before: Callable[[Program, Random], None] = kill
) -> list[str]:
    """Let a program go on for up to 0.2 s after its first line and kill it; the lines it printed."""
    assert program.stdout is not None
    first = program.stdout.readline()
    time.sleep(random.uniform(0, 0.2))
    before(program, random)
    program.kill()
    rest = program.stdout.read()
    assert program.wait() == -signal.SIGKILL
    return (first + rest).splitlines()


def reopened(place: str | Path) -> SqlStorage:
    """The storage as a server opens it after a crash: SQLite has checked itself, nobody else is there."""
    engine = make_engine(place)
    with engine.connect() as connection:
        if is_sqlite(engine):
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        else:
            _wait_for_others(connection)
    engine.dispose()
    return open_storage(place)


def _wait_for_others(connection: sa.Connection) -> None:
    """PostgreSQL notices only after a while that a program is dead, and may keep what it sent last."""
    end = time.monotonic() + 30
    while connection.execute(sa.text(OTHERS)).scalar_one():
        assert time.monotonic() < end, "PostgreSQL does not let go of a killed program"
        connection.rollback()  # what it tells stays the same within a transaction
        time.sleep(0.01)

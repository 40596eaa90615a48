"""Every test here runs on SQLite and on a real PostgreSQL."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from dossier.use_cases import UseCases
from storage import SqlStorage, open_storage
from tests.storage.databases import postgresql
from tests.storage.helpers import make_use_cases


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """A function that gives the URL of a new, empty PostgreSQL database.

    Without one the tests are skipped, but not in continuous integration (CI is set).
    """
    with ExitStack() as stack:
        try:
            new = stack.enter_context(postgresql())
        except Exception as problem:
            if "CI" in os.environ:
                raise
            pytest.skip(f"no PostgreSQL: {problem}")
        yield new


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

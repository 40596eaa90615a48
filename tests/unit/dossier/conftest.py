"""A dossier to try the use cases on, kept in a real SQLite file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.model import Details
from dossier.use_cases import Created, UseCases
from storage import SqlStorage, open_storage
from tests.storage.helpers import make_use_cases


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[SqlStorage]:
    opened = open_storage(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def uc(storage: SqlStorage) -> UseCases:
    return make_use_cases(storage)


@pytest.fixture
def made(uc: UseCases) -> Created:
    return uc.create(Details(municipality="Voorbeeld", period_start=2026), "nl")


@pytest.fixture
def edit(made: Created) -> str:
    return made.edit_token

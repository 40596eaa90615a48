"""Puts the parts together: the use cases on the storage that the environment names."""

import os
import secrets
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from documents.press import Press
from dossier.use_cases import UseCases
from storage import open_storage


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return secrets.token_hex(8)


def _new_token() -> str:
    return secrets.token_urlsafe(32)


@cache
def use_cases() -> UseCases:
    """The use cases of this process; the first call opens the database and brings it up to date."""
    where = os.environ.get("DATABASE_URL") or Path(os.environ.get("DATA_DIR", "data"))
    return UseCases(open_storage(where), _now, _new_id, _new_token)


@cache
def press() -> Press:
    """The press of this process; the first call starts its workers, which then need a moment."""
    return Press()

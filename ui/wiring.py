"""Puts the parts together: the use cases on the storage that the environment names."""

import os
import secrets
import time
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from documents.press import Press
from dossier.participating import Participating
from dossier.use_cases import UseCases
from dossier.workshop import CODE_LENGTH, CODE_SIGNS
from dossier.workshop_cases import Facilitating
from storage import SqlStorage, open_storage
from ui.web.doorman import Doorman


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return secrets.token_hex(8)


def _new_token() -> str:
    return secrets.token_urlsafe(32)


def _new_code() -> str:
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


@cache
def _storage() -> SqlStorage:
    """The storage of this process; the first call opens the database and brings it up to date."""
    return open_storage(os.environ.get("DATABASE_URL") or Path(os.environ.get("DATA_DIR", "data")))


@cache
def use_cases() -> UseCases:
    """What may be done with a dossier."""
    return UseCases(_storage(), _now, _new_id, _new_token)


@cache
def facilitating() -> Facilitating:
    """What a facilitator may do with a session."""
    return Facilitating(_storage(), _now, _new_code)


@cache
def participating() -> Participating:
    """What a participant may do."""
    return Participating(_storage(), _now, _new_id, _new_token)


@cache
def doorman() -> Doorman:
    """Who counts the wrong join codes of this process."""
    return Doorman(time.monotonic)


@cache
def press() -> Press:
    """The press of this process; the first call starts its workers, which then need a moment."""
    return Press()

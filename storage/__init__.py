"""Where dossiers are kept: SQLite by default, PostgreSQL on request."""

from pathlib import Path

from storage.engine import make_engine
from storage.migrate import upgrade
from storage.repository import SqlStorage

__all__ = ["SqlStorage", "open_storage"]


def open_storage(place: str | Path) -> SqlStorage:
    """The storage at ``place``, with the newest tables.

    ``place`` is what DATABASE_URL says (``postgresql+psycopg://…``), or else the folder DATA_DIR.
    Raises ValueError for a URL of another kind.
    """
    engine = make_engine(place)
    upgrade(engine)
    return SqlStorage(engine)

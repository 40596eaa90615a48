"""Connections to SQLite or PostgreSQL, set up so that what was acknowledged is kept.

The stock ``sqlite3`` may carry a SQLite before 3.51.3, which can corrupt a WAL on reset: `pysqlite3`
brings its own.
"""

import json
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import event

SQLITE_FILE = "typetest.sqlite3"
BUSY_SECONDS = 15.0
"""How long a connection waits for another process that is writing."""

_PRAGMAS = (
    "PRAGMA synchronous = FULL",  # NORMAL loses acknowledged saves when the power fails
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten with zeros
    "PRAGMA temp_store = MEMORY",  # no text in temporary files
)
# NaN is no JSON: PostgreSQL would refuse it, SQLite would not.
_to_json = partial(json.dumps, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def make_engine(place: str | Path) -> sa.Engine:
    """An engine for the database at ``place``.

    ``place`` is a URL (``postgresql+psycopg://…``), or the folder that holds the SQLite file; the
    folder is made when it is not there. Raises ValueError for a URL of another kind.
    """
    if "://" not in str(place):
        return _sqlite(Path(place))
    url = sa.make_url(str(place))
    if url.drivername != "postgresql+psycopg":
        raise ValueError(f"not a database this can use: {url.drivername}, expected postgresql+psycopg")
    return sa.create_engine(url, json_serializer=_to_json, pool_pre_ping=True, hide_parameters=True)


def is_sqlite(engine: sa.Engine) -> bool:
    """Whether ``engine`` talks to SQLite."""
    return engine.dialect.name == "sqlite"


def _sqlite(folder: Path) -> sa.Engine:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # what people wrote is not for other accounts
    engine = sa.create_engine(
        sa.URL.create("sqlite+pysqlite", database=str(folder / SQLITE_FILE)),
        module=sqlite,
        json_serializer=_to_json,
        hide_parameters=True,  # an error may not carry what people wrote into the log
        # isolation_level None: the driver leaves BEGIN to `_begin`.
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:  # a pysqlite3 connection, which has no types
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: sa.Connection) -> None:
    """Begin; a writer takes its place in the queue before it reads (see `repository`)."""
    kind = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
    connection.connection.cursor().execute(f"BEGIN {kind}")  # past SQLAlchemy, for which it is a statement

"""Bring a database to the newest tables, at every start."""

from pathlib import Path
from time import monotonic, sleep
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from pysqlite3 import dbapi2 as sqlite

from storage.engine import BUSY_SECONDS, is_sqlite

_LOCK = 0x74797065  # any number, the same in every process: "type"


def upgrade(engine: sa.Engine) -> None:
    """Run the migrations this database does not have yet, all of them or none.

    Safe when processes start together: the second waits and then finds nothing to do.
    """
    with engine.execution_options(writes=True).connect() as connection:
        if is_sqlite(engine):
            _upgrade_sqlite(connection)
        else:
            with connection.begin():
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
                _migrate(connection)


def _upgrade_sqlite(connection: sa.Connection) -> None:
    # A migration that rebuilds a table drops the old one, and with foreign keys on that deletes the rows
    # that hang on it. They can be switched off only outside a transaction and on this connection,
    # which is therefore detached: it never goes back to the pool.
    connection.detach()
    driver = connection.connection
    _ahead_in_log(driver.cursor())
    driver.cursor().execute("PRAGMA foreign_keys = OFF")
    with connection.begin():
        _migrate(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"the migration would leave rows without their dossier: {broken}")


def _ahead_in_log(cursor: Any) -> None:  # a pysqlite3 cursor, which has no types
    """Let SQLite write ahead in a log (WAL); this stays so in the file.

    While another process is doing the same SQLite refuses at once, however long it may wait for a lock.
    """
    until = monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite.OperationalError:
            if monotonic() > until:
                raise
            sleep(0.02)
        else:
            return


def _migrate(connection: sa.Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

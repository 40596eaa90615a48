"""`dossier.storage.Storage` on SQLAlchemy: the transactions."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import RLock

from sqlalchemy import Engine

from dossier.storage import Work
from storage.engine import is_sqlite
from storage.work import SqlWork


class SqlStorage:
    """`dossier.storage.Storage` on an engine of `make_engine`. May be used by many threads at once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._sqlite = is_sqlite(engine)
        # SQLite lets in one writer; without a queue of our own the others poll, up to seconds. A thread
        # that asks twice gets SQLite's "database is locked" instead of waiting for itself for ever.
        self._queue: AbstractContextManager[object] = RLock() if self._sqlite else nullcontext()
        self._writing = engine.execution_options(writes=True)
        snapshot = {} if self._sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        self._reading = engine.execution_options(**snapshot)

    @contextmanager
    def write(self) -> Iterator[Work]:
        """A transaction that may write.

        It is committed, durably, when the block ends normally, and undone by every exception: also by
        Streamlit's stop and rerun, which are no ``Exception``.
        """
        with self._queue, self._writing.begin() as connection:
            yield SqlWork(connection, locks=not self._sqlite)

    @contextmanager
    def read(self) -> Iterator[Work]:
        """A transaction that sees the database as it was at one moment."""
        with self._reading.connect() as connection:
            yield SqlWork(connection, locks=False)

    def forget(self) -> None:
        """Leave nothing removed in the files of SQLite. Raises TimeoutError when a reader keeps it open.

        ``secure_delete`` has put zeros over rows and pages, but not over the copies of rows that stay
        behind when SQLite moves them between pages: hence the database is built anew. Then the log that
        SQLite writes ahead is cut to nothing. PostgreSQL is its administrator's (docs/adr/0002-storage.md).
        """
        if not self._sqlite:
            return
        with self._queue, self._engine.connect() as connection:
            driver = connection.connection.cursor()  # outside a transaction: SQLAlchemy would begin one
            driver.execute("VACUUM")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = driver.fetchall()[0][0]
        if busy:
            raise TimeoutError("the write-ahead log could not be emptied: a reader kept it open")

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

"""Migrations: they give the tables the code expects, and lose nothing on the way."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations

from dossier.house_style import Part, kept
from dossier.model import Change, Details
from storage import SqlStorage, migrate, open_storage
from storage.engine import make_engine
from storage.tables import metadata
from tests.storage.helpers import START


def _shape(engine: sa.Engine) -> dict[str, Any]:
    """Everything the database itself says of its tables, except Alembic's own."""
    found = sa.inspect(engine)
    return {
        table: {
            "columns": [{**c, "type": repr(c["type"])} for c in found.get_columns(table)],
            "key": found.get_pk_constraint(table),
            "foreign": found.get_foreign_keys(table),
            "unique": found.get_unique_constraints(table),
            "indexes": sorted(found.get_indexes(table), key=lambda i: str(i["name"])),
            "checks": found.get_check_constraints(table),
        }
        for table in found.get_table_names()
        if table != "alembic_version"
    }


def test_the_migrations_give_the_tables_of_the_code(place: str) -> None:
    engine = make_engine(place)
    migrate.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    migrated = _shape(engine)
    with engine.execution_options(writes=True).begin() as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)
    assert migrated.keys() == metadata.tables.keys()
    assert _shape(engine) == migrated
    engine.dispose()


def test_a_second_upgrade_changes_nothing(place: str) -> None:
    storage = open_storage(place)
    with storage.write() as work:
        work.add_dossier("d", "nl", START)
    storage.close()
    again = open_storage(place)
    with again.read() as work:
        assert work.dossier("d") is not None
    again.close()


def test_processes_that_start_together_all_start(place: str) -> None:
    start = (
        "import sys, storage; print(flush=True); input(); storage.open_storage(sys.argv[1]); print('open')"
    )
    processes = [
        subprocess.Popen(  # noqa: S603 - our own interpreter and our own text
            [sys.executable, "-c", start, place], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    for process in processes:  # each is past its imports: only now they begin
        assert process.stdout is not None
        process.stdout.readline()
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    assert [process.communicate(timeout=60)[0] for process in processes] == ["open\n"] * 3


def _up_to(connection: sa.Connection, revision: str) -> None:
    """The migrations up to one, as a server of that time ran them."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def test_a_database_of_the_first_version_keeps_its_data_and_can_hold_a_house_style(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = make_engine(place)
    with monkeypatch.context() as then:
        then.setattr(migrate, "_migrate", lambda connection: _up_to(connection, "0001"))
        migrate.upgrade(engine)
    assert "house_style" not in _shape(engine)
    old = SqlStorage(engine)
    change = Change(dossier_id="d", subject="details", version=1, at=START, values={"title": "Plan"})
    with old.write() as work:
        work.add_dossier("d", "nl", START)
        work.save_details("d", Details(title="Plan"), 1)
        work.log(change)
    old.close()

    upgraded = open_storage(place)
    with upgraded.write() as work:
        assert work.details("d") == (Details(title="Plan"), 1)
        assert work.logged("d", "details", 1) == change
        work.save_style_part("d", kept(Part.LOGO, "", b"x"), b"x")
    upgraded.close()


@pytest.fixture
def with_answers(tmp_path: Path) -> sa.Engine:
    """A SQLite database with a dossier and a line in its log."""
    engine = make_engine(tmp_path)
    migrate.upgrade(engine)
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("INSERT INTO dossier VALUES ('d', 'nl', '2026-01-01', '{}', 1)")
        connection.exec_driver_sql("INSERT INTO change_log VALUES ('d', 'details', 1, '2026-01-01', '{}')")
    return engine


def _count(engine: sa.Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(sa.select(sa.func.count()).select_from(sa.table(table))).scalar_one())


def test_rebuilding_a_table_keeps_the_rows_that_hang_on_it(
    with_answers: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rebuild(connection: sa.Connection) -> None:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("dossier", recreate="always") as table:
            table.add_column(sa.Column("region", sa.Text))

    monkeypatch.setattr(migrate, "_migrate", rebuild)
    migrate.upgrade(with_answers)
    assert _count(with_answers, "change_log") == 1
    with with_answers.connect() as connection:  # an ordinary connection guards them again
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_a_migration_that_leaves_orphans_is_undone(
    with_answers: sa.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "_migrate", lambda c: c.exec_driver_sql("DELETE FROM dossier"))
    with pytest.raises(RuntimeError, match="without their dossier"):
        migrate.upgrade(with_answers)
    assert _count(with_answers, "dossier") == 1


def test_sqlite_is_set_up_to_keep_what_it_acknowledged(with_answers: sa.Engine) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with with_answers.connect() as connection:
        for pragma, value in wanted.items():
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 15_000
        version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)  # before that a WAL reset can corrupt

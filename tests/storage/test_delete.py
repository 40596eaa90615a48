"""Deleting a dossier leaves nothing of it, in no table and in no file."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from dossier.model import Details
from dossier.use_cases import Created, UseCases
from stappenplan.items import Goal, Stakeholder
from storage import engine, open_storage
from storage.tables import metadata
from tests.storage.helpers import START, make_use_cases
from typetest.model import QUESTIONS, Perspective


def _fill(use_cases: UseCases, mark: str) -> Created:
    """A dossier with ``mark`` in every text, in short and in long ones, replaced and removed ones too."""
    created = use_cases.create(Details(municipality=mark, title=mark), "nl")
    token = created.edit_token
    for perspective in Perspective:
        for question in QUESTIONS:
            saved = use_cases.answer(token, perspective, question, {"note": f"{mark} first"}, 0)
            use_cases.answer(token, perspective, question, {"note": f"{mark} {question}"}, saved.version)
    for number in range(30):
        changes = {"title": f"{mark} {number}", "specific": f"{mark} " * (number * 25)}
        use_cases.save_item(token, f"g{number}", 5, Goal(), changes, 0)
    use_cases.save_item(token, "s", 3, Stakeholder(), {"name": mark}, 0)
    use_cases.remove_item(token, "s")
    return created


def _files_with(folder: Path, text: str) -> list[str]:
    return [f.name for f in folder.iterdir() if text.encode() in f.read_bytes()]


def test_no_row_is_left(place: str, use_cases: UseCases) -> None:
    kept, deleted = _fill(use_cases, "KEPT"), _fill(use_cases, "DELETED")
    before = use_cases.open(kept.read_token)
    use_cases.delete(deleted.edit_token)
    assert use_cases.enter(deleted.edit_token) is use_cases.enter(deleted.read_token) is None
    assert use_cases.open(kept.read_token) == before
    database = engine.make_engine(place)
    with database.connect() as connection:
        for table in metadata.sorted_tables:
            rows = connection.execute(sa.select(table)).all()
            assert rows
            assert [row for row in rows if "DELETED" in str(row) or deleted.dossier_id in row] == []
    database.dispose()


def test_no_text_is_left_in_the_files_of_sqlite(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    use_cases = make_use_cases(storage)
    marks = [f"MARK{number}x" for number in range(6)]
    created = {mark: _fill(use_cases, mark) for mark in marks}
    assert all(_files_with(tmp_path, mark) for mark in marks)  # so the search does find text
    for mark in marks[::2]:
        use_cases.delete(created[mark].edit_token)
        assert _files_with(tmp_path, mark) == []
    for mark in marks[1::2]:
        assert use_cases.open(created[mark].read_token).details.title == mark
        use_cases.delete(created[mark].edit_token)
    assert _files_with(tmp_path, "MARK") == []
    storage.close()


def test_a_reader_that_keeps_old_pages_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    storage = open_storage(tmp_path)
    with storage.write() as work:
        work.add_dossier("d", "nl", START)
    with storage.read() as reader:
        reader.dossier("d")
        with storage.write() as work:
            work.delete_dossier("d")
        with pytest.raises(TimeoutError):
            storage.forget()
    storage.forget()
    storage.close()

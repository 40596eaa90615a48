"""Deleting a dossier leaves nothing of it, in no table and in no file."""

from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa

from dossier.house_style import Part, kept
from dossier.model import Details
from dossier.use_cases import Created, UseCases
from dossier.workshop_cases import Facilitating
from stappenplan.items import Goal, Stakeholder
from storage import SqlStorage, engine, open_storage
from storage.tables import metadata
from tests.storage.helpers import START, make_use_cases
from typetest.model import QUESTIONS, Choice, Perspective


def _fill(storage: SqlStorage, use_cases: UseCases, mark: str) -> Created:
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
    _bring_in(use_cases, created, mark)
    _meet(storage, created, mark)
    return created


def _meet(storage: SqlStorage, created: Created, mark: str) -> None:
    """A session with people, answers, results and notes."""
    token, group = created.edit_token, {"key": "g", "name": mark}
    lead = Facilitating(storage, lambda: START, lambda: mark)
    lead.start(token, f"w-{mark}", {"title": mark, "perspectives": ["huidig"], "groups": [group]})
    whole = dict.fromkeys(QUESTIONS, Choice.A)
    lead.add_forms(token, f"w-{mark}", {f"{mark}-{n}": ("g", {Perspective.HUIDIG: whole}) for n in range(5)})
    lead.save_note(token, f"w-{mark}", "n", "parked", {"text": mark}, 0)
    lead.reveal(token, f"w-{mark}")


def _bring_in(use_cases: UseCases, created: Created, mark: str) -> None:
    """A logo in use that took the place of another, one that was removed, and proposals, large and small."""
    token, name = created.edit_token, f"{mark}.png"
    for part, times in ((Part.LOGO, 3), (Part.LOGO, 60_000), (Part.REFERENCE_ODT, 9_000)):
        content = f"{mark} file ".encode() * times
        use_cases.save_style(token, part, name, content)
        use_cases.use_style(token, [kept(part, name, content).digest])
    use_cases.remove_style(token, Part.REFERENCE_ODT)
    for times in (40_000, 2):
        use_cases.save_style(token, Part.REFERENCE_DOCX, name, f"{mark} file ".encode() * times)


def _files_with(folder: Path, text: str) -> list[str]:
    return [f.name for f in folder.iterdir() if text.encode() in f.read_bytes()]


def test_no_row_is_left(place: str, storage: SqlStorage, use_cases: UseCases) -> None:
    kept, deleted = _fill(storage, use_cases, "KEPT"), _fill(storage, use_cases, "DELETED")
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


def _scatter(use_cases: UseCases, dossiers: dict[str, Created], random: Random) -> None:
    """Save in all dossiers by turns, short and long, so that rows move about between pages."""
    for number in range(600):
        mark, created = random.choice(list(dossiers.items()))
        item_id, text = f"g{random.randrange(20)}", f"{mark} " * random.choice([1, 3, 10, 50, 400, 1600])
        use_cases.save_item(
            created.edit_token, item_id, 5, Goal(), {"specific": text, "title": str(number)}, 0
        )
        if number % 20 == 0:
            use_cases.remove_item(created.edit_token, f"g{random.randrange(20)}")


def test_no_text_is_left_in_the_files_of_sqlite(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    use_cases = make_use_cases(storage)
    dossiers = {mark: _fill(storage, use_cases, mark) for mark in (f"MK{n}Q" for n in range(8))}
    _scatter(use_cases, dossiers, Random(2))  # noqa: S311 - not for secrets; with 2, secure_delete is not enough
    for mark, created in dossiers.items():
        assert _files_with(tmp_path, mark)  # so the search does find text
        assert use_cases.open(created.read_token).details.title == mark
        use_cases.delete(created.edit_token)
        assert _files_with(tmp_path, mark) == []
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

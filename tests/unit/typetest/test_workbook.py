"""Forms in a spreadsheet come out as those in a CSV file, and no file takes more than its share."""

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.typetest.strategies import answer_sets
from typetest import workbook
from typetest.model import Choice
from typetest.table import COLUMNS, Form, Sheet, read_sheet

HEADER = ["groep", *COLUMNS]


def book(*rows: list[Any], change: Callable[[Any], None] = lambda _: None) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    change(sheet)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def rewritten(data: bytes, **parts: bytes) -> bytes:
    """The file with other parts: ``sheet1`` is xl/worksheets/sheet1.xml."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            name = info.filename.rpartition("/")[2].removesuffix(".xml")
            new.writestr(info.filename, parts.get(name, old.read(info)))
    return target.getvalue()


def problems(data: bytes) -> list[tuple[int, str, str, str | int]]:
    result = read_sheet(data)
    assert result.forms == ()
    return [(problem.line, problem.key, problem.column, problem.value) for problem in result.problems]


names = st.text(st.characters(codec="ascii", categories=("L", "N")), max_size=8)


@given(st.lists(st.tuples(names, answer_sets(1)), min_size=1, max_size=4), st.permutations(HEADER))
def test_forms_come_back_as_they_were_written(
    forms: list[tuple[str, dict[int, Choice]]], columns: list[str]
) -> None:
    rows = [
        [{"groep": group, **{f"vraag{q}": c.value for q, c in answers.items()}}.get(name) for name in columns]
        for group, answers in forms
    ]
    read = read_sheet(book(columns, *rows))
    assert read == Sheet(tuple(Form(group or None, answers) for group, answers in forms), ())


def test_values_of_every_kind_are_texts() -> None:
    data = book([*HEADER], [7, " A "], [2.5], [date(2026, 1, 2)], [None, "b"])
    assert [(form.group, dict(form.answers), form.line) for form in read_sheet(data).forms] == [
        ("7", {1: Choice.A}, 2),
        ("2.5", {}, 3),
        ("2026-01-02 00:00:00", {}, 4),
        (None, {1: Choice.B}, 5),
    ]


def test_a_whole_number_with_a_point_has_none() -> None:
    assert workbook._text(7.0) == "7"


def test_everything_wrong_is_told_with_row_and_column() -> None:
    rows: list[list[Any]] = [
        [None],
        ["Groep", *COLUMNS[:-1], "naam"],
        [],
        ["x", "c", *[None] * 12, "a", "zo"],
    ]
    assert problems(book(*rows)) == [
        (2, "column_unknown", "naam", ""),
        (2, "column_missing", "vraag14", ""),
        (4, "cell", "vraag1", "c"),
        (4, "row_long", "naam", 16),
    ]


def test_blank_rows_are_no_forms() -> None:
    assert problems(book()) == [(1, "empty", "", "")]
    assert problems(book(HEADER, [" "])) == [(1, "no_rows", "", "")]


def test_a_formula_without_an_outcome_is_not_an_open_answer() -> None:
    assert problems(book(HEADER, ["x", "a", '=IF(1=1,"a","b")'])) == [(2, "workbook_formula", "3", "")]


def test_a_formula_with_an_outcome_counts_as_that() -> None:
    data = book(HEADER, ["x", "a", '=IF(1=1,"a","b")'])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml")
    assert xml.count(b"</f><v></v>") + xml.count(b"</f><v />") + xml.count(b"</f><v/>") == 1
    for empty in (b"</f><v></v>", b"</f><v />", b"</f><v/>"):
        xml = xml.replace(empty, b"</f><v>b</v>")
    xml = xml.replace(b'<c r="C2">', b'<c r="C2" t="str">')
    (form,) = read_sheet(rewritten(data, sheet1=xml)).forms
    assert dict(form.answers) == {1: Choice.A, 2: Choice.B}


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(500), book()[:-40]])
def test_a_damaged_file_is_told(data: bytes) -> None:
    assert problems(data) == [(1, "workbook_unreadable", "", "")]


def test_another_archive_is_told() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("x.txt", "x")
    assert problems(target.getvalue()) == [(1, "workbook_unreadable", "", "")]


def test_a_bomb_is_not_unpacked() -> None:
    began = time.process_time()
    assert problems(rewritten(book(HEADER), sheet1=bytes(200_000_000))) == [(1, "workbook_too_large", "", "")]
    assert time.process_time() - began < 5  # most of it is making the bomb
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number in range(workbook.MOST_PARTS + 1):
            archive.writestr(f"{number}.xml", "")
    assert problems(target.getvalue()) == [(1, "workbook_too_large", "", "")]


def test_a_part_that_is_larger_than_it_says_is_refused() -> None:
    data = bytearray(rewritten(book(HEADER), sheet1=bytes(30_000_000)))
    said = (30_000_000).to_bytes(4, "little")
    while (at := data.find(said)) >= 0:
        data[at : at + 4] = (1000).to_bytes(4, "little")
    assert problems(bytes(data)) == [(1, "workbook_unreadable", "", "")]


def test_entities_are_refused() -> None:
    bomb = b"<!DOCTYPE x [" + b"".join(
        b'<!ENTITY e%d "%s">' % (n, (b"&e%d;" % (n - 1)) * 10 if n else b"x" * 10) for n in range(9)
    )
    sheet = bomb + b"]><worksheet>&e8;</worksheet>"
    for part in ("sheet1", "workbook", "styles"):
        began = time.process_time()
        assert read_sheet(rewritten(book(HEADER), **{part: sheet})).forms == ()
        assert time.process_time() - began < 3


def test_too_many_rows_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    assert len(read_sheet(book(HEADER, ["x"], ["y"])).forms) == 2
    assert problems(book(HEADER, ["x"], [], ["y"], ["z"])) == [(5, "workbook_rows", "", "")]


def far_away(sheet: Any) -> None:
    sheet["A1048576"] = "x"


def test_a_row_far_down_is_told_and_a_column_far_right_takes_no_room() -> None:
    began = time.process_time()
    assert problems(book(HEADER, change=far_away)) == [(workbook.MOST_LINES + 1, "workbook_rows", "", "")]
    xml = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    xml += b'<row r="1"><c r="ZZZZZZ1" t="str"><v>x</v></c></row></sheetData></worksheet>'
    assert problems(rewritten(book(HEADER), sheet1=xml)) in (
        [(1, "empty", "", "")],
        [(1, "workbook_unreadable", "", "")],
    )
    assert time.process_time() - began < 10


@given(st.binary(max_size=60))
def test_any_bytes_give_forms_or_problems(data: bytes) -> None:
    result = read_sheet(b"PK\x03\x04" + data)
    assert bool(result.forms) != bool(result.problems)

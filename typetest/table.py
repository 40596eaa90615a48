"""Reads paper forms that were typed into a table: CSV or XLSX in, answers or everything that is wrong out.

Nothing here speaks to the user: a problem is a key of the shell's texts with the values that belong in it.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from typetest import workbook
from typetest.model import QUESTIONS, Answers, Choice

GROUP = "groep"
COLUMNS = tuple(f"vraag{question}" for question in QUESTIONS)
_SPACE = " \t\r\n\u00a0"
"""What may surround a cell; control characters that Python counts as space are not blank but wrong."""
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Form:
    """One filled-in form; ``group`` is None where the column is absent or the cell blank.

    ``line`` is where it stands in the file, counted from 1.
    """

    group: str | None
    answers: Answers
    line: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Problem:
    """Something wrong at a physical line of the file, counted from 1.

    ``key`` names the text that explains it, ``column`` and ``value`` are what that text may mention. A column
    without a name goes by its number, from 1.
    """

    line: int
    key: str
    column: str = ""
    value: str | int = ""


@dataclass(frozen=True)
class Sheet:
    """What a file holds; the forms count only when there are no problems."""

    forms: tuple[Form, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Cell:
    line: int
    text: str


_Record = list[_Cell]


def read_sheet(data: bytes) -> Sheet:
    """Read a file of forms: XLSX, or CSV with comma or semicolon, UTF-8 with or without byte order mark.

    Every problem is given, in the order of the file; one that makes the rest unreadable comes last.
    """
    return _workbook_sheet(data) if workbook.is_workbook(data) else _csv_sheet(data)


def _workbook_sheet(data: bytes) -> Sheet:
    """Read the first sheet of a workbook; a row that is blank there is no form."""
    try:
        rows = workbook.read_rows(data)
    except workbook.Unreadable as error:
        return Sheet((), (Problem(error.line, error.key, error.column),))
    return _sheet([[_Cell(line, text) for text in cells] for line, cells in rows], [])


def _csv_sheet(data: bytes) -> Sheet:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Sheet((), (Problem(data.count(b"\n", 0, error.start) + 1, "encoding"),))
    if "\0" in _header_line(text):  # UTF-16 without a mark: every other byte is empty
        return Sheet((), (Problem(1, "encoding"),))
    problems: list[Problem] = []
    records = list(_records(text, problems))
    return _sheet(records, problems)


def _sheet(records: list[_Record], problems: list[Problem]) -> Sheet:
    """The forms in ``records``; ``problems`` are those met while reading, which broke off then."""
    if not records:
        return Sheet((), tuple(problems) or (Problem(1, "empty"),))
    header, *rows = records
    names = [cell.text.lower() for cell in header]
    found = [*_header_problems(header, names), *(p for row in rows for p in _row_problems(names, row))]
    # A file that breaks off was not read to its end, so it cannot be blamed for having no rows.
    problems = [*found, *problems] if rows or problems else [*found, Problem(header[-1].line, "no_rows")]
    return Sheet((), tuple(problems)) if problems else Sheet(tuple(_form(names, row) for row in rows), ())


def _records(text: str, problems: list[Problem]) -> Iterator[_Record]:
    """Give the records that are not blank, each cell stripped and with the line it starts on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for cells in reader:
            if len(cells) > 1 or "".join(cells).strip(_SPACE):
                yield list(_placed(cells, line))
            line = reader.line_num + 1
    except csv.Error:
        problems.append(Problem(line, "quotes"))


def _header_line(text: str) -> str:
    return _LINE_END.split(text.lstrip(_SPACE), maxsplit=1)[0]


def _delimiter(text: str) -> str:
    """Give the sign that the header line uses most: no column name holds either."""
    header = _header_line(text)
    return ";" if header.count(";") > header.count(",") else ","


def _placed(cells: list[str], line: int) -> Iterator[_Cell]:
    for cell in cells:
        yield _Cell(line, cell.strip(_SPACE))
        line += len(_LINE_END.findall(cell))


def _header_problems(header: _Record, names: list[str]) -> Iterator[Problem]:
    for position, cell in enumerate(header, start=1):
        if not cell.text:
            yield Problem(cell.line, "column_without_name", str(position))
        elif names[position - 1] not in (*COLUMNS, GROUP):
            yield Problem(cell.line, "column_unknown", cell.text)
        elif names[position - 1] in names[: position - 1]:
            yield Problem(cell.line, "column_doubled", cell.text)
    for column in COLUMNS:
        if column not in names:
            yield Problem(header[-1].line, "column_missing", column)


def _row_problems(names: list[str], row: _Record) -> Iterator[Problem]:
    for name, cell in zip(names, row, strict=False):
        if name in COLUMNS and cell.text.lower() not in ("a", "b", ""):
            yield Problem(cell.line, "cell", name, cell.text)
    if len(row) < len(names):
        yield Problem(row[-1].line, "row_short", names[len(row)] or str(len(row) + 1), len(row))
    elif len(row) > len(names):
        yield Problem(row[-1].line, "row_long", names[-1] or str(len(names)), len(row))


def _form(names: list[str], row: _Record) -> Form:
    cells = {name: cell.text for name, cell in zip(names, row, strict=True)}
    given = ((question, cells[f"vraag{question}"].lower()) for question in QUESTIONS)
    answers = {question: Choice(text) for question, text in given if text}
    return Form(cells.get(GROUP) or None, answers, row[0].line)

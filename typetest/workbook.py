"""Reads the values of a spreadsheet (XLSX), within bounds, for `typetest.table`.

A file from outside can be made to take all the memory there is: so what it says to hold is looked at before
anything is unpacked, rows and columns are counted while they are read, and entities of XML are refused.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl

MOST_BYTES = 20_000_000
"""What all parts of a file may hold together, unpacked."""
MOST_PARTS = 200
"""How many parts a file may have; a plain one has about ten."""
MOST_ROWS = 2_000
"""How many rows with something in them are read."""
MOST_COLUMNS = 40
"""How many columns are read; what stands further to the right is far outside any form."""
MOST_LINES = 10_000
"""How far down is looked, blank rows included."""
_SIGNATURE = b"PK\x03\x04"
_SPACE = " \t\r\n\u00a0"


class Unreadable(Exception):  # noqa: N818 - reads as what it says
    """The file cannot be read; ``key`` names the text that says why, ``line`` the row, from 1."""

    def __init__(self, key: str, line: int = 1, column: str = "") -> None:
        super().__init__(key)
        self.key, self.line, self.column = key, line, column


def is_workbook(data: bytes) -> bool:
    """Whether ``data`` begins as an XLSX file does."""
    return data.startswith(_SIGNATURE)


def read_rows(data: bytes) -> list[tuple[int, list[str]]]:
    """The rows of the first sheet that are not blank, each with its number, as texts without outer space.

    All rows are as wide as the first, or wider when something stands there. Raises Unreadable.
    """
    _require_small(data)
    try:
        rows = list(_rows(data))
    except Unreadable:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged file leads it to
        raise Unreadable("workbook_unreadable") from error
    width = len(rows[0][1]) if rows else 0
    return [(line, [*cells, *[""] * (width - len(cells))]) for line, cells in rows]


def _require_small(data: bytes) -> None:
    """Raise Unreadable for a file that is no archive, or unpacks to too much.

    What a part says to hold is the most that is ever unpacked of it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise Unreadable("workbook_unreadable") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise Unreadable("workbook_too_large")


def _rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    found = 0
    both = zip(_sheet(data, values=True), _sheet(data, values=False), strict=True)
    for line, (values, cells) in enumerate(both, 1):
        if line > MOST_LINES:
            raise Unreadable("workbook_rows", line)
        texts = [_text(value).strip(_SPACE) for value in values]
        while texts and not texts[-1]:
            texts.pop()
        for position, cell in enumerate(cells):
            # A formula whose outcome was never kept would look like an open answer.
            if isinstance(cell, str) and cell.startswith("=") and values[position] is None:
                raise Unreadable("workbook_formula", line, str(position + 1))
        if texts:
            found += 1
            if found > MOST_ROWS:
                raise Unreadable("workbook_rows", line)
            yield line, texts


def _sheet(data: bytes, *, values: bool) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet: values as they were last worked out, or formulas as they stand."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()  # what a file says of its own size is not believed
    return sheet.iter_rows(max_row=MOST_LINES + 1, max_col=MOST_COLUMNS, values_only=True)


def _text(value: Any) -> str:
    """A value as it would stand in a CSV file; a whole number has no point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

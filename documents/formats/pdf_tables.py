"""Tables for ``document.typ``: their columns, and which rows stay in one piece."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from math import ceil
from typing import Any

from documents.formats.layout import SIGNATURES, is_to_fill
from documents.formats.pdf_inlines import Node, Setting
from documents.pandoc import Element

Blocks = Callable[[Iterable[Element], Setting], list[Node]]

SMALL = 0.9
"""The letter in tables beside that of running text."""
PADDING = 1.3
"""What stands free beside the text of a cell, in ems."""
WHOLE_ROW, WHOLE_TABLE, WHOLE_SIGNATURES = 12, 16, 30
"""A row of at most so many lines stays on one page, and so does a table; where people sign, a longer one."""
_LETTER = 0.55  # the width of one, on the wide side, in ems


def table(element: Element, setting: Setting, blocks: Blocks) -> Iterator[Node]:
    """The node of a table, or none when it has no columns."""
    (_, kinds, _), (_, caption), columns, (_, head), bodies, (_, foot) = element["c"]
    if not columns:
        return
    widths = _widths([width for _, width in columns])
    maker = _Rows(setting, widths, blocks)
    heads = [maker.row(row) for row in head]
    rows = [maker.row(row) for _, _, above, body in bodies for row in (*above, *body)]
    rows += [maker.row(row) for row in foot]
    most = WHOLE_SIGNATURES if SIGNATURES in kinds else WHOLE_TABLE
    whole = sum(row["lines"] for row in (*heads, *rows)) <= most
    rows[-1:] = [row | {"introduces": False} for row in rows[-1:]]
    pushes = not whole and len(rows) > len(rows[-3:]) and all(row["whole"] for row in rows[-3:])
    yield {
        "t": "Table",
        "columns": widths,
        "aligns": [_side(align) for align, _ in columns],
        "caption": blocks(caption, setting),
        "head": heads,
        "rows": rows,
        "whole": whole,
        "fill": is_to_fill(kinds),
        # A name for the last row but two, where the template keeps the last two together.
        "mark": f"row-{next(setting.marks)}" if pushes else "",
    }


def _widths(given: list[Element]) -> list[float]:
    """The part of the width that each column takes; what is not said is divided evenly."""
    return [width.get("c", 1 / len(given)) for width in given]


def _side(align: Element) -> str:
    return {"AlignRight": "right", "AlignCenter": "center"}.get(align["t"], "")


class _Rows:
    """Makes rows of one table."""

    def __init__(self, setting: Setting, widths: list[float], blocks: Blocks) -> None:
        self._setting, self._blocks = setting, blocks
        self._rooms = [setting.room * width / SMALL - PADDING for width in widths]

    def row(self, row: list[Any]) -> Node:
        """A row, with how many lines it takes about."""
        cells, column, lines = [], 0, 1
        for _, align, down, across, content in row[1]:
            room = max(1.0, sum(self._rooms[column : column + across]))
            inner = self._blocks(content, replace(self._setting, room=room))
            cells.append({"down": down, "across": across, "align": _side(align), "c": inner})
            lines = max(lines, _lines(inner, room))
            column += across
        filled = [cell for cell in cells if cell["c"]]
        return {
            "cells": cells,
            "lines": lines,
            "whole": lines <= WHOLE_ROW,
            "blank": not filled,
            "introduces": len(filled) == 1 and filled[0]["across"] > 1 and _is_bold(filled[0]["c"]),
        }


def _is_bold(nodes: list[Node]) -> bool:
    """Whether all that a cell says is bold, as in a heading for the rows below it."""
    return all(part["t"] == "Strong" for node in nodes for part in node["c"])


def _lines(nodes: Any, room: float) -> int:
    """About how many lines the nodes take in a cell."""
    broken, letters = _size(nodes)
    return broken + ceil(letters * _LETTER / room)


def _size(value: Any) -> tuple[int, int]:
    """How many paragraphs and line breaks there are in a value, and how many letters."""
    if isinstance(value, list):
        sizes = [_size(part) for part in value]
        return sum(b for b, _ in sizes), sum(n for _, n in sizes)
    if not isinstance(value, dict):
        return 0, 0
    if isinstance(value.get("c"), str):
        return 0, len(value["c"])
    broken, letters = _size(list(value.values()))
    return broken + (value.get("t") in ("LineBreak", "Para")), letters

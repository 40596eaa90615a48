"""The chapters of a document, with the numbers that Word and LibreOffice will count for themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from documents.pandoc import Tree


@dataclass(frozen=True)
class Chapter:
    """A heading of the first level; ``number`` is None for one of class ``unnumbered``."""

    name: str
    words: str
    number: int | None


def chapters(tree: Tree) -> list[Chapter]:
    """Every chapter of the document in order, that of the contents included."""
    found, number = [], 0
    for header in _headers(tree["blocks"]):
        name, classes, _ = header["c"][1]
        numbered = "unnumbered" not in classes
        number += numbered
        found.append(Chapter(name, words_of(header["c"][2]), number if numbered else None))
    return found


def words_of(inlines: Any) -> str:
    """The text of (a part of) a tree without its marks."""
    if isinstance(inlines, list):
        return "".join(map(words_of, inlines))
    if not isinstance(inlines, dict):
        return ""
    if inlines["t"] in ("Str", "Code"):
        return str(inlines["c"] if inlines["t"] == "Str" else inlines["c"][1])
    if inlines["t"] in ("Space", "SoftBreak", "LineBreak"):
        return " "
    return words_of(inlines.get("c"))


def _headers(blocks: list[Any]) -> Iterator[dict[str, Any]]:
    """The headings of the first level, also those in a Div."""
    for block in blocks:
        if block["t"] == "Header" and block["c"][0] == 1:
            yield block
        elif block["t"] == "Div":
            yield from _headers(block["c"][1])

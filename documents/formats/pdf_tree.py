"""From pandoc's tree to what ``document.typ`` lays out: nodes as plain data, so that text is never read as code.

A node is ``{"t": NAME, …}`` by pandoc's names. Text is joined to whole strings, fit for the fonts. Words that are
wider than their line become a Long, which may be broken anywhere. Widths are in ems, text size by text size.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from documents.catalogue import DocumentError
from documents.fonts import MISSING, drawable
from documents.formats.pdf_words import pieces
from documents.pandoc import Element, Tree, classes
from documents.source import Source

Node = dict[str, Any]

PAGE, LANDSCAPE = 45.0, 69.0
"""How wide running text is, in ems, on a page and on one that lies."""
SMALL = 1 / 0.9
"""Text in a table is smaller: so many of its ems go into one of running text."""

_MARKS = ("Strong", "Emph", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps")
_TEXTS = {"Space": " ", "SoftBreak": " "}


class Nodes:
    """Makes the nodes of one document. Afterwards ``missing`` says how many signs the fonts do not have."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._level = 0
        self._ids: set[str] = set()
        self._links = _headings(source.tree["blocks"])
        self.missing = 0

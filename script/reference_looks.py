"""How paragraphs of the house style look, for the reference files of Word and of LibreOffice alike."""

from collections.abc import Mapping
from typing import Any

from documents.formats.colours import ACCENT, LINE, MUTED, TEXT, TINT, WRONG
from documents.formats.layout import NOTE, TITLE_ABOVE, WRITING_LINE
from documents.formats.pictures import LOGO

FONT = "Calibri"  # on every municipality's desk; LibreOffice has Carlito, of the same widths
LANGUAGE, COUNTRY = "nl", "NL"
FOOTER_DISTANCE, INDENT_OF_NUMBERED = 1.25, 1.5
"""In centimetres."""

# Size in points, space before and after, and what else differs from running text. "rule" is a line below;
# "note" is the tint of a block that stands apart, with a line of the accent at its left.
LOOKS: Mapping[str, Mapping[str, Any]] = {
    "Normal": {"size": 11, "before": 0, "after": 6, "line": 1.15},
    "Body Text": {"size": 11, "before": 0, "after": 8},
    "Compact": {"size": 11, "before": 0, "after": 2},
    LOGO: {"size": 11, "before": 0, "after": 0},
    "Title": {"size": 32, "before": 190, "after": 12, "colour": ACCENT, "bold": True, "left": True},
    "Subtitle": {"size": 18, "before": 0, "after": 24, "colour": TEXT, "left": True},
    "Heading 1": {"size": 19, "before": 26, "after": 8, "colour": ACCENT, "bold": True},
    "Heading 2": {"size": 14, "before": 16, "after": 4, "colour": ACCENT, "bold": True},
    "Heading 3": {"size": 11.5, "before": 10, "after": 2, "colour": TEXT, "bold": True},
    "TOC Heading": {"size": 19, "before": 0, "after": 12, "colour": ACCENT, "bold": True},
    "Table Caption": {"size": 10, "before": 10, "after": 4, "colour": MUTED, "bold": True, "keep": True},
    "Image Caption": {"size": 10, "before": 2, "after": 10, "colour": MUTED},
    "Captioned Figure": {"size": 11, "before": 8, "after": 2, "keep": True},
    "Voorblad": {"size": 12, "before": 0, "after": 4, "line": 1.0},
    "First Paragraph": {"size": 11, "before": 5, "after": 8},
    "Tabeltekst": {"size": 10, "before": 1, "after": 1, "line": 1.0},
    "Tabelkop": {
        "size": 10,
        "before": 1,
        "after": 1,
        "line": 1.0,
        "colour": ACCENT,
        "bold": True,
        "keep": True,
    },
    "Nog invullen": {"size": 11, "before": 4, "after": 8, "colour": WRONG},
    "Aanvulling": {"size": 10, "before": 0, "after": 8, "colour": MUTED, "keep": True},
    NOTE: {"size": 10, "before": 0, "after": 6, "line": 1.0, "colour": MUTED, "note": TINT, "keep": True},
    "Definition Term": {"size": 11, "before": 4, "after": 0, "bold": True, "keep": True},
    "Definition": {"size": 11, "before": 0, "after": 6},
    WRITING_LINE: {"size": 11, "before": 12, "after": 0, "rule": LINE},
    "toc 1": {"size": 11, "before": 0, "after": 5},
    "Header": {"size": 9, "before": 0, "after": 0, "colour": MUTED, "rule": ACCENT},
    "Footer": {"size": 9, "before": 0, "after": 0, "colour": MUTED},
}
# Styles that are another one but for a thing or two. They follow it, also where a municipality has its own.
LIKE: Mapping[str, Mapping[str, Any]] = {
    TITLE_ABOVE: {"like": "Title", "before": 0},
    "Bij tabel": {"like": "Body Text", "keep": True},
}
NOTE_INDENT, NOTE_PADDING = 0.6, 0.2
"""How far a note stands in, and how far its text is from its line, in centimetres."""
GAP = "Nog invullen teken"
"""The style of a mark in running text."""

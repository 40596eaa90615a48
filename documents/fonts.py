"""The fonts of the house: which characters they can draw, how wide those are, and what stands for the others.

typst stops at a character that no font has, and a font must hold a whole cluster (a letter with its marks, an
emoji of several parts) to draw it: so text that a person typed goes through `drawable` first.
"""

import re
import unicodedata
from functools import cache

import typst
from fontTools.ttLib import TTFont

from documents.catalogue import HOUSE_STYLE

FOLDER = HOUSE_STYLE / "fonts"
FAMILIES = (
    "Noto Sans",
    "Noto Sans Hebrew",
    "Noto Sans Arabic",
    "Noto Sans Math",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
    "Noto Emoji",
)
"""In the order in which typst looks for a sign."""
MISSING = "\ufffd"
"""A question mark in a diamond: what stands for a character that no font of the house has."""
JOINER = "\u200d"

_WIDE = 1.3  # of an emoji, in ems; no sign of another font is wider
# Drawn as nothing when a font does not know them.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_STROKED = re.compile(".\u0338")
"""A sign that is struck through, in two: our fonts have those that are one, as ≠."""
# PDF/A forbids the first, the old form of an unseen character that is allowed; the others break a line.
_OTHERWISE = str.maketrans({"\ufeff": "\u2060", "\u2028": " ", "\u2029": " ", "\u0085": " "})


@cache
def fonts() -> typst.Fonts:
    """The fonts as typst takes them, and no others."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER])


def drawable(text: str) -> str:
    """``text`` as the fonts can draw it: MISSING for what they cannot, a space for a strange white space."""
    if text.isascii() or _plain().issuperset(text):
        return text
    result, last = [], ""
    holding = list(range(len(FAMILIES)))
    for character in _STROKED.sub(_as_one, text.translate(_OTHERWISE)):
        new = character
        if not _UNSEEN.match(character):
            able = [f for f in _holding(character) if f in holding or not _belongs(character, last)]
            if not able:
                new = " " if character.isspace() else MISSING
                able = _holding(new)
            holding = able
        result.append(new)
        last = character
    return "".join(result)


def _as_one(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[0])


def in_first_font(text: str) -> str:
    """``text`` as the first font alone can draw it: MISSING for what it cannot."""
    return "".join(map(_in_first_font, text.translate(_OTHERWISE)))


def one_by_one(text: str) -> str:
    """``text`` without signs that change another: each letter with its mark as one sign, or MISSING."""
    whole = unicodedata.normalize("NFC", text.translate(_OTHERWISE))
    return "".join(map(_by_itself, whole))


@cache
def width(character: str) -> float:
    """How wide a character is in bold, in ems; an unknown one is wide."""
    return _widths().get(ord(character), 0 if _UNSEEN.match(character) else _WIDE)


@cache
def _in_first_font(character: str) -> str:
    if _UNSEEN.match(character):
        return ""
    return character if character.isspace() or ord(character) in _known()[0] else MISSING


@cache
def _by_itself(character: str) -> str:
    if character.isascii():
        return character
    if _UNSEEN.match(character):
        return ""
    return MISSING if _belongs(character, "") or not _holding(character) else character


def _belongs(character: str, last: str) -> bool:
    """Whether it makes one cluster with what stands before it."""
    modifies = "\U0001f3fb" <= character <= "\U0001f3ff"
    return modifies or last == JOINER or unicodedata.category(character).startswith("M")


@cache
def _holding(character: str) -> list[int]:
    return [f for f, known in enumerate(_known()) if ord(character) in known]


@cache
def _plain() -> frozenset[str]:
    """What needs no second look: letters and signs of the first font that stand alone."""
    return frozenset(c for c in map(chr, _known()[0] - _OTHERWISE.keys()) if not _belongs(c, ""))


@cache
def _known() -> list[frozenset[int]]:
    """The characters of each family: those that all its fonts have, for typst looks in one of them."""
    cuts: dict[str, list[frozenset[int]]] = {name: [] for name in FAMILIES}
    for path in sorted(FOLDER.glob("*.ttf")):
        font = TTFont(path, lazy=True)
        cuts[font["name"].getDebugName(1)].append(frozenset(font.getBestCmap()))
    return [frozenset.intersection(*found) for found in cuts.values()]


@cache
def _widths() -> dict[int, float]:
    font = TTFont(FOLDER / "NotoSans-Bold.ttf", lazy=True)
    advances, em = font["hmtx"], font["head"].unitsPerEm
    return {code: advances[glyph][0] / em for code, glyph in font.getBestCmap().items()}

"""How much room words take in a figure, estimated on the safe side, and how they are broken to fit.

Nobody knows in which font a reader sees a drawing: Noto Sans if it is there, Calibri or another sans-serif
if not. The estimate is never less than the bold letters of Noto Sans, which are about as wide as the plain
ones of the widest common fonts. A test holds it against the fonts of the house style.
"""

import unicodedata
from collections.abc import Callable, Iterable

# In hundredths of the size of the letters, rounded up; what is in none of the strings is UNKNOWN.
_CLASSES = {
    30: " !',.:;ijl",
    40: '()-/IJ[\\]`frı{}’‘“”"›‹·¹²³ªº',
    50: "_st°„–",
    60: "*|cz?E$+<=>0123456789^~LFSTxvy€§",
    70: "#«»abdeghknopquABCKPRUVXYZßðþ&",
    80: "DGNHOQwØÞÐø½¼¾…",
    100: "%@mMWæÆœŒ—©®",
}
_WIDTHS = {letter: width / 100 for width, letters in _CLASSES.items() for letter in letters}
UNKNOWN, WIDE = 1.0, 1.5
"""Letters of other scripts; ideographs and pictures."""
SAFETY, BOLD = 1.05, 1.15
ELLIPSIS = "…"


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The room that ``text`` takes on one line in letters of ``size``: at least what it needs."""
    ems = sum(map(_letter_width, unicodedata.normalize("NFC", text)))
    return ems * size * SAFETY * (BOLD if bold else 1)


def wrapped(text: str, width: float, size: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """``text`` on at most ``most`` lines of at most ``width``; what does not fit ends in "…".

    A word that is wider than a line is broken. There is always at least one line.
    """

    def fits(line: str) -> bool:
        return text_width(line, size, bold) <= width

    lines = _filled(text.split(), fits)
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and not fits(last + ELLIPSIS):
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + ELLIPSIS)


def _filled(words: Iterable[str], fits: Callable[[str], bool]) -> list[str]:
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".lstrip()
        if fits(longer):
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        for letter in word:
            if not fits(lines[-1] + letter):
                lines.append("")
            lines[-1] += letter
    return lines


def _letter_width(letter: str) -> float:
    letter = unicodedata.normalize("NFD", letter)[0]  # what is joined to it takes no room
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):  # marks on a letter, and signs that do not show
        return 0
    wide = unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So"
    return WIDE if wide else UNKNOWN

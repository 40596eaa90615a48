"""The accent colour: written as #rrggbb, and dark enough to read on white and on its own light shade.

The header row of a table is the accent on that shade.
Contrast as WCAG 2.2 counts it (relative luminance).
"""

import re

from documents.formats.colours import lightened
from documents.style.problem import Refused

WHITE = "#ffffff"

ENOUGH = 4.5
"""The contrast that text needs with what is behind it (WCAG 2.2, 1.4.3)."""

_SHORT, _LONG = re.compile(r"#?([0-9a-f]{3})"), re.compile(r"#?([0-9a-f]{6})")
_STEPS = 1000  # of brightness in which a darker colour is looked for: finer than a colour can be


def read_colour(raw: bytes) -> bytes:
    """The colour as #rrggbb, from any way to write it in hex. Raises Refused."""
    text = raw.decode("utf-8", "replace").strip().lower()
    short, long = _SHORT.fullmatch(text), _LONG.fullmatch(text)
    if short:
        text = "".join(digit * 2 for digit in short[1])
    elif long:
        text = long[1]
    else:
        raise Refused("colour_unreadable")
    colour = f"#{text}"
    if not _readable(colour):
        raise Refused("colour_light", colour=colour, suggestion=darker(colour))
    return colour.encode()


def contrast(colour: str, behind: str = WHITE) -> float:
    """How much a colour differs from a lighter one: 1 is not at all, 21 is black from white."""
    return (_light(behind) + 0.05) / (_light(colour) + 0.05)


def darker(colour: str) -> str:
    """The lightest colour of the same hue that is dark enough; the colour itself when it is."""
    for step in range(_STEPS, -1, -1):
        red, green, blue = (value * step // _STEPS for value in _channels(colour))
        found = f"#{red:02x}{green:02x}{blue:02x}"
        if _readable(found):
            return found
    raise AssertionError("black is dark enough")


def _readable(colour: str) -> bool:
    return all(contrast(colour, behind) >= ENOUGH for behind in (WHITE, lightened(colour)))


def _light(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

"""The accent colour: written as #rrggbb, and dark enough to read on white.

Contrast as WCAG 2.2 counts it (relative luminance).
"""

import re

from documents.style.problem import Refused

ENOUGH = 4.5
"""The contrast that text needs with white (WCAG 2.2, 1.4.3)."""

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
    if contrast_with_white(colour) < ENOUGH:
        raise Refused("colour_light", colour=colour, suggestion=darker(colour))
    return colour.encode()


def contrast_with_white(colour: str) -> float:
    """How much a colour differs from white: 1 is white itself, 21 is black."""
    red, green, blue = (_linear(value / 255) for value in _channels(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darker(colour: str) -> str:
    """The lightest colour of the same hue that is dark enough; the colour itself when it is."""
    for step in range(_STEPS, -1, -1):
        red, green, blue = (value * step // _STEPS for value in _channels(colour))
        found = f"#{red:02x}{green:02x}{blue:02x}"
        if contrast_with_white(found) >= ENOUGH:
            return found
    raise AssertionError("black is dark enough")


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

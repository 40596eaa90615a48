"""The colours of the house style, in which a municipality's own accent takes the place of ours."""

from dossier.house_style import HouseStyle

ACCENT, TINT = "#0f4c5c", "#e9f2f5"
"""Of headings, lines and figures, and its light shade behind header rows: both follow the municipality."""
TEXT, MUTED, WRONG, LINE, LINK = "#1b1b1b", "#41494d", "#8a1c10", "#b9c2c6", "#0b5e86"

_SHARE = 0.09
"""How much of the accent is in its light shade."""


def accent(style: HouseStyle) -> str:
    """The colour of headings, lines and figures, as ``#rrggbb``."""
    return style.accent or ACCENT


def tint(style: HouseStyle) -> str:
    """The light shade of the accent."""
    return TINT if style.accent is None else lightened(style.accent)


def lightened(colour: str) -> str:
    """The light shade of any accent."""
    parts = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * _SHARE):02x}" for part in parts)

"""Figures for formats that cannot hold SVG."""

import typst

from documents.catalogue import HOUSE_STYLE

DOTS_PER_INCH = 300.0
_SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""


def to_png(svg: str) -> bytes:
    """The drawing as PNG, at DOTS_PER_INCH, in the fonts of the house style alone."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[HOUSE_STYLE / "fonts"])
    return typst.compile(_SOURCE, format="png", ppi=DOTS_PER_INCH, font_paths=fonts, sys_inputs={"svg": svg})

"""Figures, for places that cannot hold SVG in their text: as pictures that say the same in words."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass

import typst

from documents.catalogue import HOUSE_STYLE, DocumentError

DOTS_PER_INCH = 300.0
_SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""

# Only our own templates make these: in a user's text "<" is escaped.
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_WIDTH = re.compile(r'\swidth="(\d+)"')
_WORDS = re.compile(r'\saria-label="([^"]*)"')


@dataclass(frozen=True)
class Form:
    """A form of picture: the type the web knows it by, and how a drawing becomes it."""

    media_type: str
    made_of: Callable[[str], bytes]


def to_png(svg: str) -> bytes:
    """The drawing as PNG, at DOTS_PER_INCH, in the fonts of the house style alone."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[HOUSE_STYLE / "fonts"])
    return typst.compile(_SOURCE, format="png", ppi=DOTS_PER_INCH, font_paths=fonts, sys_inputs={"svg": svg})


PNG = Form("image/png", to_png)
SVG = Form("image/svg+xml", str.encode)


def as_pictures(body: str, form: Form) -> str:
    """``body`` with every drawing as a picture. Raises DocumentError for one without width or words."""

    def picture(found: re.Match[str]) -> str:
        svg = found[0]
        width, words = _WIDTH.search(svg), _WORDS.search(svg)
        if not (width and words):
            raise DocumentError("an svg needs a width and an aria-label")
        data = b64encode(form.made_of(svg)).decode()
        return f'<img src="data:{form.media_type};base64,{data}" alt="{words[1]}" width="{width[1]}">'

    return _SVG.sub(picture, body)

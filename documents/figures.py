"""Figures: drawings in the HTML of a document, for places that cannot hold SVG in their text."""

import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import typst

from documents.catalogue import DocumentError
from documents.fonts import fonts, in_first_font

DOTS_PER_INCH = 300.0
_PNG = b"\x89PNG"
_SOURCE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""

# Only our own templates make these: in a user's text "<" is escaped.
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_WIDTH = re.compile(r'\swidth="(\d+)"')
_WORDS = re.compile(r'\saria-label="([^"]*)"')


@dataclass(frozen=True)
class Figure:
    """A drawing with its ``width`` in pixels, and what it says in ``words``, escaped for HTML."""

    svg: str
    width: str
    words: str

    @cached_property
    def drawable(self) -> str:
        """The drawing for typst, in one font: in drawings it takes a wrong one for signs of another."""
        return in_first_font(self.svg)

    @cached_property
    def png(self) -> bytes:
        """The drawing at DOTS_PER_INCH in the fonts of the house style alone, drawn once."""
        inputs = {"svg": self.drawable}
        return typst.compile(_SOURCE, format="png", ppi=DOTS_PER_INCH, font_paths=fonts(), sys_inputs=inputs)


def as_images(body: str, address: Callable[[Figure], str]) -> str:
    """``body`` with every drawing as an image at its address. Raises DocumentError for one without words."""

    def image(found: re.Match[str]) -> str:
        width, words = _WIDTH.search(found[0]), _WORDS.search(found[0])
        if not (width and words):
            raise DocumentError("an svg needs a width and an aria-label")
        figure = Figure(found[0], width[1], words[1])
        return f'<img src="{address(figure)}" alt="{figure.words}" width="{figure.width}">'

    return _SVG.sub(image, body)


def picture_uri(picture: bytes) -> str:
    """A PNG or JPEG as an address that holds it."""
    return data_uri("image/png" if picture.startswith(_PNG) else "image/jpeg", picture)


def data_uri(media_type: str, content: bytes) -> str:
    """The content as an address that holds it."""
    return f"data:{media_type};base64,{b64encode(content).decode()}"

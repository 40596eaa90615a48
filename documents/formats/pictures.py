"""Pictures for formats that hold them as PNG: the figures of a document, and the logo on its front page."""

import io
import struct
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from documents.catalogue import DocumentError
from documents.figures import data_uri
from documents.formats.running import logo_words
from documents.page import Page
from documents.pandoc import Element
from documents.source import Source

_NO_PICTURE = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, struct.error)
LOGO = "Logo"
"""The name of the style of the paragraph that holds the logo."""
LOGO_WIDTH, LOGO_HEIGHT = 7.0, 2.5
"""A logo is made to fit in so many centimetres."""


def as_png(element: Element, source: Source) -> Element | None:
    """An Image of a figure of ``source`` with its PNG in it; None for anything else."""
    if element["t"] != "Image" or element["c"][2][0] not in source.figures:
        return None
    attributes, words, (target, title) = element["c"]
    png: Any = data_uri("image/png", source.figures[target].png)
    return {"t": "Image", "c": [attributes, words, [png, title]]}


def logo(page: Page) -> list[Element]:
    """The logo of the municipality in a paragraph of its own style, or nothing. Raises DocumentError."""
    if page.style.logo is None:
        return []
    read = _opened(page.style.logo)
    scale = min(LOGO_WIDTH / read.px_width, LOGO_HEIGHT / read.px_height)
    sides = {"width": read.px_width, "height": read.px_height}
    size = ["", [], [[name, f"{scale * dots:.2f}cm"] for name, dots in sides.items()]]
    target = [data_uri(read.content_type, page.style.logo), ""]
    image = {"t": "Image", "c": [size, [{"t": "Str", "c": logo_words(page)}], target]}
    return [styled(LOGO, {"t": "Para", "c": [image]})]


def _opened(picture: bytes) -> Image:
    """The picture with its size. Raises DocumentError for anything but a PNG or JPEG."""
    try:
        read: Image = Image.from_file(io.BytesIO(picture))
    except _NO_PICTURE as error:
        raise DocumentError(f"logo: {error!r}") from error
    if read.content_type not in ("image/png", "image/jpeg") or not read.px_width or not read.px_height:
        raise DocumentError(f"logo: {read.content_type} of {read.px_width} by {read.px_height}")
    return read


def styled(style: str, *blocks: Element) -> Element:
    """The blocks in the style of that name."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], list(blocks)]}

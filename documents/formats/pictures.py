"""Pictures for formats that hold them as PNG: the figures of a document, and the logo on its front page."""

import io
from typing import Any

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from documents.catalogue import DocumentError
from documents.figures import data_uri
from documents.formats.running import logo_words
from documents.page import Page
from documents.pandoc import Element
from documents.source import Source

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
    try:
        read = Image.from_file(io.BytesIO(page.style.logo))
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError) as error:
        raise DocumentError(f"logo: {error!r}") from error
    width = min(LOGO_WIDTH, LOGO_HEIGHT * read.px_width / read.px_height)
    size = [
        "",
        [],
        [["width", f"{width:.2f}cm"], ["height", f"{width * read.px_height / read.px_width:.2f}cm"]],
    ]
    target = [data_uri(read.content_type, page.style.logo), ""]
    image = {"t": "Image", "c": [size, [{"t": "Str", "c": logo_words(page)}], target]}
    return [styled(LOGO, {"t": "Para", "c": [image]})]


def styled(style: str, *blocks: Element) -> Element:
    """The blocks in the style of that name."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], list(blocks)]}

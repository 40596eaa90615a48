"""Pictures for formats that hold them as PNG: the figures of a document, and the logo on its front page."""

import io
import struct
import zlib
from collections.abc import Mapping

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from documents.catalogue import DocumentError
from documents.figures import Figure, data_uri
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
    """An Image of a figure of ``source`` with what stands in for its PNG; None for anything else."""
    if element["t"] != "Image" or element["c"][2][0] not in source.figures:
        return None
    attributes, words, (target, title) = element["c"]
    stands_in = data_uri("image/png", _stand_in(target, source.figures[target]))
    return {"t": "Image", "c": [attributes, words, [stands_in, title]]}


def by_stand_in(source: Source) -> Mapping[bytes, bytes]:
    """The PNG of every figure by what stood in for it while pandoc wrote."""
    return {_stand_in(name, figure): figure.png for name, figure in source.figures.items()}


def _stand_in(name: str, figure: Figure) -> bytes:
    """A PNG of no more than its size and its name: pandoc is slow with what is drawn in it."""
    begin = figure.png[: figure.png.index(b"IDAT") - 4]
    return begin + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND") + name.encode()


def _chunk(kind: bytes, content: bytes = b"") -> bytes:
    """A piece of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


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

"""Looks at what a municipality brings in, by its content: what is wrong with it, or what is kept of it."""

import logging
from collections.abc import Callable, Mapping

from documents.formats import FORMATS, docx_page, odt_page
from documents.style import odt, word
from documents.style.colour import read_colour
from documents.style.logo import read_logo
from documents.style.problem import Problem, Refused
from documents.style.sample import sample_file
from dossier.house_style import LIMITS, Part, style_of

LOG = logging.getLogger(__name__)

_READERS: Mapping[Part, Callable[[bytes], bytes]] = {
    Part.ACCENT: read_colour,
    Part.LOGO: read_logo,
    Part.REFERENCE_DOCX: word.read_word,
    Part.REFERENCE_ODT: odt.read_odt,
}
_OF_FORMAT = {Part.REFERENCE_DOCX: "docx", Part.REFERENCE_ODT: "odt"}
_ROOM_OF: Mapping[Part, Callable[[bytes], float]] = {
    Part.REFERENCE_DOCX: docx_page.room,
    Part.REFERENCE_ODT: odt_page.room,
}
ROOM = 8
"""How wide and high the text on a page is at least, in centimetres: in less no table can be read."""


def check(part: Part, raw: bytes) -> bytes | Problem:
    """What can be kept of ``raw`` for ``part``, or what is wrong with it. Nothing in it is ever run."""
    if not raw.strip():
        return Problem("empty")
    if part is not Part.ACCENT and len(raw) > LIMITS[part]:
        return Problem("too_large")
    try:
        content = _READERS[part](raw)
        _try_out(part, content)
    except Refused as refusal:
        return refusal.problem
    return content if len(content) <= LIMITS[part] else Problem("too_large")


def warnings(part: Part, content: bytes) -> tuple[Problem, ...]:
    """What a document will miss with ``content``, as ``check`` gave it; it can be used all the same."""
    if part is Part.REFERENCE_DOCX:
        return word.warnings(content)
    return odt.warnings(content) if part is Part.REFERENCE_ODT else ()


def _try_out(part: Part, content: bytes) -> None:
    """Raises Refused for a file with which no document can be made, now and not when somebody needs it.

    Nor is one of use whose pages have no room for text.
    """
    format_name = _OF_FORMAT.get(part)
    if format_name not in FORMATS:
        return
    try:
        made = sample_file(format_name, style_of({part: content}))
        room = _ROOM_OF[part](made)
    except Exception as error:  # whatever the programs that make a document trip over
        LOG.warning("No document can be made with this reference file: %s", type(error).__name__)
        raise Refused("unusable") from error
    if round(room, 1) < ROOM:
        raise Refused("no_room")

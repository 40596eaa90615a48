"""A dossier in, a document out: the functions that screens and the shell use."""

from datetime import date

from documents import context
from documents.catalogue import UnknownDocument, document
from documents.context import Link
from documents.figures import SVG, as_pictures
from documents.filters import one_line
from documents.formats import FORMATS, Format
from documents.page import Page
from documents.parts import Place
from documents.templates import fill_in
from dossier.model import Dossier

__all__ = ["FORMATS", "Link", "Place", "file_name", "preview", "render"]

BODY = "body.html.j2"


def render(dossier: Dossier, document_name: str, format_name: str, today: date) -> bytes:
    """The document as a file. ``today`` is the date it carries.

    Raises UnknownDocument, and DocumentError when a template is wrong.
    """
    wanted = _format(format_name)
    values = context.values(dossier, document(document_name), today, None)
    page = Page(
        title=str(values["title"]),
        municipality=one_line(dossier.details.municipality),
        today=today,
        body=fill_in(f"{document_name}/{BODY}", values | {"shift": 0}),
    )
    return wanted.write(page)


def preview(dossier: Dossier, document_name: str, today: date, link: Link | None = None) -> str:
    """The document as HTML for the screen, its headings one level lower than in the file.

    Each gap is an element of class ``gap``; with ``link`` it holds a link to where it is filled in.
    Raises as ``render`` does.
    """
    values = context.values(dossier, document(document_name), today, link)
    # A screen that cleans the HTML it is given leaves pictures alone, but no drawings.
    return as_pictures(fill_in(f"{document_name}/{BODY}", values | {"shift": 1}), SVG)


def file_name(document_name: str, format_name: str) -> str:
    """The name of the file to download. Raises UnknownDocument."""
    return f"{document(document_name).file_name}.{_format(format_name).extension}"


def _format(name: str) -> Format:
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownDocument(name) from None

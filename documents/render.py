"""A dossier in, a document out: the functions that screens and the shell use."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

from documents import context
from documents.captions import with_numbers
from documents.catalogue import TooMuch, UnknownDocument, document
from documents.context import Link
from documents.filters import one_line
from documents.formats import FORMATS, Format
from documents.formats.colours import accent
from documents.on_screen import on_screen
from documents.options import PLAIN, Options
from documents.page import Page
from documents.parts import Place
from documents.templates import fill_in
from dossier.house_style import NEUTRAL, HouseStyle
from dossier.model import Dossier

__all__ = ["FORMATS", "Link", "Options", "Place", "file_name", "preview", "render", "render_all"]

BODY = "body.html.j2"
SHOWN = 500_000
"""Of how many characters, written as JSON, a dossier may be for a preview: ten times a usual plan."""


def render(
    dossier: Dossier,
    document_name: str,
    format_name: str,
    today: date,
    options: Options = PLAIN,
    style: HouseStyle = NEUTRAL,
) -> bytes:
    """The document as a file. ``today`` is the date it carries.

    Raises UnknownDocument, also for a session that is not in the dossier, and DocumentError when a template
    is wrong.
    """
    return render_all(dossier, document_name, [format_name], today, options, style)[format_name]


def render_all(
    dossier: Dossier,
    document_name: str,
    format_names: Iterable[str],
    today: date,
    options: Options = PLAIN,
    style: HouseStyle = NEUTRAL,
) -> dict[str, bytes]:
    """The document in several formats, by name; what they share is done once. Raises as ``render`` does."""
    wanted = {name: _format(name) for name in format_names}
    page = _filled(dossier, document_name, today, options, style)
    page = replace(page, pictures=any(made.pictures for made in wanted.values()))
    if len(wanted) == 1:
        return {name: made.write(page) for name, made in wanted.items()}
    _ = page.source  # before the threads, which all use it
    with ThreadPoolExecutor() as pool:  # most of the time goes to pandoc, in processes of its own
        coming = {name: pool.submit(made.write, page) for name, made in wanted.items()}
    return {name: future.result() for name, future in coming.items()}


def preview(
    dossier: Dossier,
    document_name: str,
    today: date,
    link: Link | None = None,
    options: Options = PLAIN,
    style: HouseStyle = NEUTRAL,
) -> str:
    """The document as HTML for the screen, its headings one level lower than in the file.

    It has the colour and the logo of ``style``. Each gap is an element of class ``gap``; with ``link`` it
    holds a link to where it is filled in. Raises as ``render`` does, and TooMuch for a dossier that is too
    large: it is made in the server itself, where nothing limits how long that takes.
    """
    if len(dossier.model_dump_json()) > SHOWN:
        raise TooMuch(f"a dossier of more than {SHOWN} characters")
    return on_screen(_filled(dossier, document_name, today, options, style, link, shift=1))


def file_name(document_name: str, format_name: str) -> str:
    """The name of the file to download. Raises UnknownDocument."""
    return f"{document(document_name).file_name}.{_format(format_name).extension}"


def _filled(
    dossier: Dossier,
    document_name: str,
    today: date,
    options: Options,
    style: HouseStyle,
    link: Link | None = None,
    shift: int = 0,
) -> Page:
    """The document with its template filled in, its headings ``shift`` levels lower."""
    values = context.values(dossier, document(document_name), today, link, options)
    body = fill_in(f"{document_name}/{BODY}", values | {"accent": accent(style), "shift": shift})
    municipality = one_line(dossier.details.municipality)
    return Page(str(values["title"]), municipality, today, with_numbers(body), style)


def _format(name: str) -> Format:
    try:
        return FORMATS[name]
    except KeyError:
        raise UnknownDocument(name) from None

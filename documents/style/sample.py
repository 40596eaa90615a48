"""A page to see a house style by before it is used: on screen, and as a file in every format."""

from datetime import date

from content.loader import texts
from documents.captions import with_numbers
from documents.formats import FORMATS
from documents.on_screen import on_screen
from documents.page import Page
from documents.templates import fill_in
from dossier.house_style import HouseStyle

TEMPLATE = "huisstijl/proef.html.j2"
TEXTS = "document_tekst"
_A_DAY = date(2027, 1, 1)  # a sample is of no day; this one is in its footer


def sample_on_screen(style: HouseStyle) -> str:
    """The page as HTML, with its headings two levels lower: it stands below the heading of a screen."""
    return on_screen(_page(style, _A_DAY, shift=2))


def sample_file(format_name: str, style: HouseStyle, today: date = _A_DAY) -> bytes:
    """The page as a file, made as a document is: each format does with the style what it does there.

    Raises DocumentError, and whatever a format trips over in a reference file.
    """
    return FORMATS[format_name].write(_page(style, today, shift=0))


def _page(style: HouseStyle, today: date, shift: int) -> Page:
    title = texts(TEXTS)("sample_title")
    body = with_numbers(fill_in(TEMPLATE, {"title": title, "shift": shift}))
    return Page(title=title, municipality="", today=today, body=body, style=style)

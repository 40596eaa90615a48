"""HTML: one file that holds everything it needs."""

from documents.catalogue import HOUSE_STYLE
from documents.figures import picture_uri
from documents.formats.colours import accent, tint
from documents.formats.running import logo_words
from documents.page import Page
from documents.source import LANGUAGE
from documents.templates import fill_in

SHEET = "document.css"


def write(page: Page) -> bytes:
    """The page as a complete HTML file in UTF-8."""
    values = {
        "language": LANGUAGE,
        "title": " – ".join(filter(None, (page.title, page.municipality))),
        "body": page.body,
        "style": (HOUSE_STYLE / SHEET).read_text(encoding="utf-8"),
        "colours": {"accent": accent(page.style), "tint": tint(page.style)} if page.style.accent else {},
        "logo": picture_uri(page.style.logo) if page.style.logo else "",
        "logo_words": logo_words(page),
    }
    return fill_in("gedeeld/pagina.html.j2", values).encode()

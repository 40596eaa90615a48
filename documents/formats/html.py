"""HTML: one file that holds everything it needs."""

from documents.catalogue import HOUSE_STYLE
from documents.page import Page
from documents.templates import fill_in

SHEET = "document.css"


def write(page: Page) -> bytes:
    """The page as a complete HTML file in UTF-8."""
    style = (HOUSE_STYLE / SHEET).read_text(encoding="utf-8")
    title = " – ".join(filter(None, (page.title, page.municipality)))
    return fill_in("gedeeld/pagina.html.j2", {"title": title, "body": page.body, "style": style}).encode()

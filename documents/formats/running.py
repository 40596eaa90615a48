"""The words of header and footer, and what is told about a logo."""

import re

from content.loader import texts
from documents.page import Page
from stappenplan.dutch import day

TEXTS = "document_tekst"
PAGE, PAGES = "\t", "\n"
"""Stand in the words of a footer for the number of the page and for how many there are."""


def concept(page: Page) -> str:
    """What the footer begins with: that this is a draft, and of when."""
    return texts(TEXTS)("footer", date=day(page.today))


def page_of_pages() -> list[str]:
    """What the footer ends with, in pieces: words, PAGE and PAGES."""
    words = texts(TEXTS)("footer_page", page=PAGE, pages=PAGES)
    return [piece for piece in re.split(f"([{PAGE}{PAGES}])", words) if piece]


def logo_words(page: Page) -> str:
    """What a logo says to those who do not see it."""
    text = texts(TEXTS)
    return text("logo", municipality=page.municipality) if page.municipality else text("logo_unnamed")

"""A document on a screen of the app: in the colours and with the logo of the municipality."""

from content.loader import texts
from documents.figures import as_images, data_uri, picture_uri
from documents.formats.colours import accent, tint
from documents.formats.running import TEXTS, logo_words
from documents.page import Page
from documents.templates import fill_in

TEMPLATE = "gedeeld/scherm.html.j2"


def on_screen(page: Page) -> str:
    """The page as HTML. A screen that cleans what it is given leaves pictures alone, but no drawings."""
    values = {
        "body": as_images(page.body, lambda figure: data_uri("image/svg+xml", figure.svg.encode())),
        "name": texts(TEXTS)("on_screen"),
        "accent": accent(page.style),
        "tint": tint(page.style),
        "logo": picture_uri(page.style.logo) if page.style.logo else "",
        "logo_words": logo_words(page),
    }
    return fill_in(TEMPLATE, values)

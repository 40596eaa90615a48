"""The plan as it will be, on screen with its gaps marked, and to download."""

from content.loader import texts
from ui import navigation, screens
from ui.components.page import frame


def screen() -> None:
    """Draws the screen."""
    text, access = texts("document"), navigation.require()
    frame(text("title"), links=navigation.links(screens.DOCUMENT, access), focus="document")


screen()

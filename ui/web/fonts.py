"""Keeps fonts that no screen shows out of the first load: 0.5 of its 1.1 MB.

Streamlit's stylesheet names its own text font, which the browser fetches for the moments before our theme
arrives, and its script asks for the font of all its icons on every page, by loading a space from it. So the
text font goes (the browser's own stands in), and the icons come with the first icon that is shown.
"""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.capture import capture, is_reading

SHEET = re.compile(r"/static/css/index\.[^/]+\.css")
TEXT_FONT = re.compile(r"@font-face\{font-family:Source Sans;[^}]*\}")
ICON_FONT = re.compile(r"(@font-face\{font-family:Material Symbols Rounded;[^}]*)\}")
ICON_LETTERS = "U+30-39,U+5F,U+61-7A"  # an icon is written as its name: home, arrow_back, 10k


def lean_sheet(sheet: str) -> str:
    """Streamlit's stylesheet without the fonts that are fetched for nothing."""
    return ICON_FONT.sub(rf"\1;unicode-range:{ICON_LETTERS}}}", TEXT_FONT.sub("", sheet))


class LeanFonts:
    """ASGI middleware that changes Streamlit's main stylesheet."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on everything but that stylesheet."""
        if not (is_reading(scope) and SHEET.fullmatch(scope["path"])):
            await self._app(scope, receive, send)
            return
        answer = await capture(self._app, scope, receive)
        answer.change(lean_sheet(answer.body.decode()).encode())
        await answer.send(scope, send)

"""Makes Streamlit's one HTML page Dutch, and gives it our look from the first moment on.

Streamlit writes ``lang="en"``, its own name as title, an English text for browsers without JavaScript, its
own icon and a preload of a font that this app does not use. A stylesheet that comes with the first run is too
late: for a moment all is shown without it. Every address without a file of its own gets that page, so it is
recognised by its content type.
"""

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.capture import capture, is_reading
from ui.web.headers import page_policy

FONT = "./app/static/fonts/NotoSans-Regular.woff2"
ICON = "./app/static/favicon.svg"

# Files and downloads, which are nobody's page even when they are HTML.
FILES = ("/_stcore/", "/app/static/", "/component/", "/download/", "/media/")


@dataclass(frozen=True)
class PageWords:
    """The words in the page that stand there before the app is loaded."""

    title: str
    noscript: str


@lru_cache(maxsize=8)
def dutch_page(page: str, words: PageWords, sheet: str) -> str:
    """Streamlit's page with our language, words, icon, font and stylesheet."""
    replacements = (
        (r'<html lang="[^"]*"', '<html lang="nl"'),
        (r"(?s)<title>.*?</title>", f"<title>{_literal(words.title)}</title>"),
        (r"(?s)<noscript>.*?</noscript>", f"<noscript><p>{_literal(words.noscript)}</p></noscript>"),
        # The interface for programs is off.
        (r'(?s)<!--\s*Machine-readable.*?-->\s*<link rel="service-desc"[^>]*>', ""),
        (r'(<link rel="shortcut icon" href=)"[^"]*"', rf'\1"{ICON}" type="image/svg+xml"'),
        (r'(<link\s+rel="preload"\s+href=)"[^"]*woff2"', rf'\1"{FONT}"'),
    )
    for pattern, replacement in replacements:
        page = re.sub(pattern, replacement, page)
    # After everything that Streamlit puts into the head while it runs, or ours would lose every tie.
    return page.replace("</body>", f"<style>\n{sheet}</style>\n</body>", 1)


def _literal(text: str) -> str:
    return html.escape(text).replace("\\", r"\\")  # once for HTML, once for re.sub


class DutchPage:
    """ASGI middleware that rewrites the HTML page and gives it a policy that fits its scripts."""

    def __init__(self, app: ASGIApp, words: PageWords, sheet: str) -> None:
        self._app = app
        self._words = words
        self._sheet = sheet

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is no page request."""
        if not is_reading(scope) or scope["path"].startswith(FILES):
            await self._app(scope, receive, send)
            return
        answer = await capture(self._app, scope, receive)
        if answer.headers.get("content-type", "").startswith("text/html"):
            page = dutch_page(answer.body.decode(), self._words, self._sheet)
            answer.change(page.encode())
            answer.headers["content-security-policy"] = page_policy(page)
        await answer.send(scope, send)

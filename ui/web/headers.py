"""The security headers, and what is closed.

Only the page itself carries the policy that lets scripts run; it is made from the page that is
really served, so an upgrade of Streamlit with another inline script does not break it.
"""

import base64
import hashlib
import re
from functools import lru_cache

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)

ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

# A file that somebody opens by itself shows its content and does nothing.
FILE_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

HSTS = "max-age=31536000"  # seconds: a year

# Streamlit's figures about memory and sessions, and its interface for programs.
CLOSED = re.compile(r"/_stcore/(metrics|agent)(/|$)")


@lru_cache(maxsize=8)
def page_policy(page: str) -> str:
    """The Content-Security-Policy that fits this page: our own address and its inline scripts, nothing else.

    ``blob:`` is how Streamlit loads the script of a component, and it writes its styles inline.
    """
    digests = [hashlib.sha256(script.encode()).digest() for script in INLINE_SCRIPT.findall(page)]
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {hashes}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def came_by_https(scope: Scope) -> bool:
    """Whether the visitor's own connection is https, perhaps up to a proxy before us.

    Anyone can send the proxy's header; all it does is make cookies stricter.
    """
    forwarded = dict(scope["headers"]).get(b"x-forwarded-proto", b"")
    return scope.get("scheme") == "https" or forwarded.split(b",")[0].strip() == b"https"


class SecurityHeaders:
    """ASGI middleware: security headers on every answer, and 404 for what is closed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Leaves websockets alone."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope)
            await send(message)

        if CLOSED.search(scope["path"]):
            await Response(status_code=404)(scope, receive, with_headers)
            return
        await self._app(scope, receive, with_headers)


def _add(headers: MutableHeaders, scope: Scope) -> None:
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if scope["path"].startswith("/media/"):
        headers["content-security-policy"] = FILE_POLICY
    if came_by_https(scope):
        headers.setdefault("strict-transport-security", HSTS)

"""Only our own pages talk to the server.

Asked from another site's page, Streamlit looks up its own outside address before it says no: it calls
a third party, and waits for it. So the question does not reach it.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY_VIOLATION = 1008  # the code with which a websocket is closed, RFC 6455


class OwnPagesOnly:
    """ASGI middleware: refuses what a page of another site asks. Programs send no Origin, and may ask."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A refused websocket is closed before it is accepted; anything else gets 403."""
        if scope["type"] not in ("http", "websocket") or not _is_foreign(Headers(scope=scope)):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await Response(status_code=403)(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    """Whether the page that asks is not ours: its host and port are not those the request came to."""
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()

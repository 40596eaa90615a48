"""Sends Streamlit's static files compressed; it does not do so itself.

Their names hold a hash of their content, so each is compressed once and kept: 2.3 MB of the first load
become 0.7, and it costs CPU only after a start. Nothing a person typed passes here, and the websocket is
left alone: compressing a secret together with what another can choose gives the secret away.
"""

import asyncio
import gzip

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.web.capture import Answer, accepts_gzip, capture, is_reading

COMPRESSIBLE = (".css", ".js", ".svg", ".wasm")
LEVEL = 9  # zlib's best; paid once a file


class CompressedStatics:
    """ASGI middleware that keeps a gzipped copy of every static file that was asked for.

    What is kept is bounded by what Streamlit ships (362 files): an address without a file is not immutable.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[str, Answer] = {}
        # After a start a room full of phones asks for the same files at once.
        self._lock = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is not a text file under /static/."""
        if not (is_reading(scope) and scope["path"].startswith("/static/") and accepts_gzip(scope)):
            await self._app(scope, receive, send)
            return
        if not scope["path"].endswith(COMPRESSIBLE):
            await self._app(scope, receive, send)
            return
        answer = self._kept.get(scope["path"]) or await self._compress(scope, receive)
        await answer.send(scope, send)

    async def _compress(self, scope: Scope, receive: Receive) -> Answer:
        async with self._lock:
            path = scope["path"]
            if path in self._kept:
                return self._kept[path]
            answer = await capture(self._app, scope, receive)
            if answer.status == 200 and "immutable" in answer.headers.get("cache-control", ""):
                answer.change(await asyncio.to_thread(gzip.compress, answer.body, LEVEL))
                answer.headers["content-encoding"] = "gzip"
                answer.headers.add_vary_header("Accept-Encoding")
                self._kept[path] = answer
            return answer

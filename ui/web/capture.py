"""An answer of an ASGI app as a value, for middleware that needs the whole of it."""

from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# With these in the request the answer could be compressed, partial or "not modified".
CONDITIONAL = frozenset(
    [b"accept-encoding", b"range", b"if-range", b"if-none-match", b"if-modified-since", b"if-match"]
)


@dataclass
class Answer:
    """Status, headers and the whole body of an answer."""

    status: int = 500
    headers: MutableHeaders = field(default_factory=MutableHeaders)
    body: bytes = b""

    def change(self, body: bytes) -> None:
        """Another body, and without the headers that were about the one before."""
        self.body = body
        for name in ("etag", "last-modified", "accept-ranges"):
            del self.headers[name]

    async def send(self, scope: Scope, send: Send) -> None:
        """Sends it; the content length is set here, and HEAD gets no body."""
        self.headers["content-length"] = str(len(self.body))
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers.raw})
        body = b"" if scope["method"] == "HEAD" else self.body
        await send({"type": "http.response.body", "body": body})


def unconditional(scope: Scope) -> Scope:
    """The same request, asking for the whole plain answer."""
    headers = [(name, value) for name, value in scope["headers"] if name not in CONDITIONAL]
    return {**scope, "headers": headers}


async def capture(app: ASGIApp, scope: Scope, receive: Receive) -> Answer:
    """The whole plain answer of ``app``, with its body for HEAD as well."""
    answer = Answer()

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = MutableHeaders(raw=list(message.get("headers", [])))
        elif message["type"] == "http.response.body":
            answer.body += message.get("body", b"")

    await app({**unconditional(scope), "method": "GET"}, receive, collect)
    return answer


def is_reading(scope: Scope) -> bool:
    """Whether this is a GET or HEAD request."""
    return scope["type"] == "http" and scope["method"] in ("GET", "HEAD")


def accepts_gzip(scope: Scope) -> bool:
    """Whether the browser takes a gzipped answer."""
    return "gzip" in Headers(scope=scope).get("accept-encoding", "")

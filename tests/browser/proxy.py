"""A small proxy with sticky sessions, for tests and measurements; production has a real one.

    python -m tests.browser.proxy PORT HOST:PORT HOST:PORT ...

Whoever carries the same last part of Streamlit's cookie comes to the same process, as in
docs/two-processes.md: the rest of it Streamlit writes anew again and again. The first request of a connection
decides: a browser does not share connections between people. For each it prints the process that it went to,
and the cookie.
"""

import asyncio
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit
from zlib import crc32

from tests.browser.server import Server, free_port, serving

COOKIE = re.compile(rb"\r\ncookie:[^\r]*\b_streamlit_xsrf=([^;\r]*)", re.IGNORECASE)
Backend = TypeVar("Backend")
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


def cookie_of(head: bytes) -> bytes:
    """The cookie of Streamlit in a request; empty when there is none."""
    found = COOKIE.search(head)
    return found[1] if found else b""


def in_order(head: bytes, backends: Sequence[Backend]) -> list[Backend]:
    """The processes for a request: the one it belongs to, then those that stand in when that is gone."""
    first = crc32(cookie_of(head).rpartition(b"|")[2]) % len(backends)
    return [*backends[first:], *backends[:first]]


async def reach(backends: Sequence[str]) -> Streams:
    """A connection to the first process that is there. Raises ConnectionError when there is none."""
    for backend in backends:
        host, _, port = backend.rpartition(":")
        with suppress(ConnectionError):
            return await asyncio.open_connection(host, int(port))
    raise ConnectionError("no process is there")


async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Pass on all that comes, and then the end."""
    with suppress(ConnectionError):
        while piece := await reader.read(2**16):
            writer.write(piece)
            await writer.drain()
    writer.close()


async def serve(port: int, backends: Sequence[str]) -> None:
    """Pass connections on, for ever."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            answers, there = await reach(in_order(head, backends))
            host, backend_port, *_ = there.get_extra_info("peername")
            print(f"{host}:{backend_port} {cookie_of(head).decode('latin-1')}", flush=True)
            there.write(head)
            await asyncio.gather(copy(reader, there), copy(answers, writer))
        writer.close()

    async with await asyncio.start_server(handle, "127.0.0.1", port) as server:
        await server.serve_forever()


@contextmanager
def behind_proxy(folder: Path, servers: Sequence[Server]) -> Iterator[Server]:
    """A proxy in a process of its own before ``servers``, until the block ends."""
    port = free_port()
    backends = [urlsplit(server.url).netloc for server in servers]
    command = [sys.executable, "-m", "tests.browser.proxy", str(port), *backends]
    with serving(folder, command, port, health=servers[0].health) as proxy:
        yield proxy


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), sys.argv[2:]))

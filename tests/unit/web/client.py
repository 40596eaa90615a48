"""A client that asks an ASGI app without a server."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import httpx
from anyio.from_thread import start_blocking_portal
from starlette.types import ASGIApp

T = TypeVar("T")


class Client:
    """Asks in a thread of its own, so that it does not meddle with an event loop of the tests' browser."""

    def __init__(self, app: ASGIApp) -> None:
        self._transport = httpx.ASGITransport(app, raise_app_exceptions=False)

    def all_at_once(self, method: str, *paths: str, **options: Any) -> list[httpx.Response]:
        """The answers to several requests at the same time."""

        async def ask(client: httpx.AsyncClient) -> list[httpx.Response]:
            return await asyncio.gather(*(client.request(method, path, **options) for path in paths))

        return self.run(ask)

    def run(self, asking: Callable[[httpx.AsyncClient], Awaitable[T]]) -> T:
        """What comes of asking more than one thing, in an order of its own."""

        async def ask() -> T:
            async with httpx.AsyncClient(transport=self._transport, base_url="http://huis") as client:
                return await asking(client)

        with start_blocking_portal() as portal:
            return portal.call(ask)

    def get(self, path: str, **options: Any) -> httpx.Response:
        """The answer to GET."""
        return self.all_at_once("GET", path, **options)[0]

    def head(self, path: str, **options: Any) -> httpx.Response:
        """The answer to HEAD."""
        return self.all_at_once("HEAD", path, **options)[0]

    def post(self, path: str, **options: Any) -> httpx.Response:
        """The answer to POST."""
        return self.all_at_once("POST", path, **options)[0]

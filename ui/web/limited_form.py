"""What a browser sends, such as a form with a file in it, read within bounds and kept in memory alone."""

from collections.abc import AsyncGenerator

from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

AROUND = 16 * 1024
"""How many bytes a form may have besides its file."""
READ_ON = 64 * 1024 * 1024
"""Up to where a form that is too large is read and thrown away.

A browser whose sending is cut off shows its own English error instead of our answer.
"""


class TooLarge(Exception):  # noqa: N818 - reads as what it says
    """There is more in the form than it may have."""


class Unreadable(Exception):  # noqa: N818 - reads as what it says
    """The request holds no form as our pages send it."""


async def read_form(request: Request, limit: int) -> FormData:
    """The fields of a form with one file of at most ``limit`` bytes. Raises TooLarge, Unreadable."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        await throw_away(request)
        raise Unreadable
    parser = MultiPartParser(
        request.headers, _bounded(request, limit + AROUND), max_files=1, max_fields=4, max_part_size=AROUND
    )
    parser.spool_max_size = limit + AROUND  # never on disk
    try:
        return await parser.parse()
    except MultiPartException as error:
        raise Unreadable from error


async def read_body(request: Request, limit: int) -> bytes:
    """What was sent, at most ``limit`` bytes. Raises TooLarge, Unreadable."""
    return b"".join([chunk async for chunk in _bounded(request, limit)])


async def throw_away(request: Request) -> None:
    """Reads what the browser sends, and keeps nothing of it."""
    async for _ in _bounded(request, 0, quiet=True):
        """Nothing comes out."""


async def _bounded(request: Request, limit: int, *, quiet: bool = False) -> AsyncGenerator[bytes, None]:
    size = 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size <= limit:
                yield chunk
            elif size > READ_ON:
                break
    except ClientDisconnect as error:
        raise Unreadable from error
    if size > limit and not quiet:
        raise TooLarge

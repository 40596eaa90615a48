"""Dutch words for answers that are errors, where Starlette and Streamlit have English ones."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

Handler = Callable[[Request, Exception], Awaitable[Response]]


@dataclass(frozen=True)
class ProblemWords:
    """What a visitor reads when something is not there, and when anything else is wrong."""

    not_found: str
    problem: str


def problem_handlers(words: ProblemWords) -> Mapping[type[Exception], Handler]:
    """Handlers for st.App. Status and headers stay; the server still logs what it did not expect."""

    async def answer(_request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            return PlainTextResponse(words.problem, 500)
        text = words.not_found if error.status_code == 404 else words.problem
        return PlainTextResponse(text, error.status_code, error.headers)

    return {HTTPException: answer, Exception: answer}

"""Reads a dossier from a file for the shell, and says in Dutch what is wrong with it."""

import json
from datetime import datetime

from content import shell
from content.loader import texts
from content.shell import Refusal, visible
from dossier.json_format import BadFile, from_json
from dossier.model import Dossier

SHELL_TEXTS = "shell_documents"
NO_ID = "bestand"
"""The id of a dossier that is not kept."""


def read_dossier(file: str, now: datetime) -> Dossier:
    """The dossier in ``file``. Raises Refusal with one Dutch line for each fault."""
    try:
        text = shell.read(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(texts(SHELL_TEXTS)("encoding", file=visible(file))) from None
    _require_json(text, file)
    try:
        return from_json(text, NO_ID, now)
    except BadFile as error:
        raise Refusal(shell.listed(error.problems, _line)) from error


def _require_json(text: str, file: str) -> None:
    """Pydantic reads JSON too, but does not say on which line it went wrong in a way that can be shown."""
    say = texts(SHELL_TEXTS)
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise Refusal(say("not_json", line=error.lineno, column=error.colno)) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, nesting without end
        raise Refusal(say("not_json_anywhere", file=visible(file))) from None


def _line(fault: tuple[str, str]) -> str:
    say, (place, problem) = texts(SHELL_TEXTS), fault
    key = f"wrong_{problem}" if f"wrong_{problem}" in say else "wrong_other"
    return say("wrong", place=_shown(place) or say("place_whole"), message=say(key))


def _shown(place: str) -> str:
    """A place in the file, each of its parts fit to be shown on one line."""
    return ".".join(map(visible, place.split(".")))

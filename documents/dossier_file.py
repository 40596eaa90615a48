"""Reads a dossier from a file for the shell, and says in Dutch what is wrong with it."""

import json
from datetime import datetime
from pathlib import Path

from content.loader import texts
from dossier.json_format import BadFile, from_json
from dossier.model import Dossier
from typetest.report import MOST_PROBLEMS, visible

TEXTS = "shell_documents"
NO_ID = "bestand"
"""The id of a dossier that is not kept."""


class BadDossier(Exception):  # noqa: N818 - reads as what it says
    """The file cannot be read as a dossier; the message has one Dutch line for each fault."""


def read_dossier(file: str, now: datetime) -> Dossier:
    """The dossier in ``file``. Raises BadDossier."""
    text = _read(file)
    _require_json(text, file)
    try:
        return from_json(text, NO_ID, now)
    except BadFile as error:
        raise BadDossier("\n".join(_lines(error.problems))) from error


def _read(file: str) -> str:
    say, name = texts(TEXTS), visible(file)
    try:
        return Path(file).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise BadDossier(say("file_missing", file=name)) from None
    except UnicodeDecodeError:
        raise BadDossier(say("encoding", file=name)) from None
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise BadDossier(say("file_unreadable", file=name)) from None


def _require_json(text: str, file: str) -> None:
    """Pydantic reads JSON too, but does not say on which line it went wrong in a way that can be shown."""
    say = texts(TEXTS)
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise BadDossier(say("not_json", line=error.lineno, column=error.colno)) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, nesting without end
        raise BadDossier(say("not_json_anywhere", file=visible(file))) from None


def _lines(problems: list[tuple[str, str]]) -> list[str]:
    lines = [_line(place, problem) for place, problem in problems[:MOST_PROBLEMS]]
    rest = len(problems) - len(lines)
    return [*lines, texts(TEXTS)("more", n=rest)] if rest else lines


def _line(place: str, problem: str) -> str:
    say = texts(TEXTS)
    key = f"wrong_{problem}" if f"wrong_{problem}" in say else "wrong_other"
    return say("wrong", place=_shown(place) or say("place_whole"), message=say(key))


def _shown(place: str) -> str:
    """A place in the file, each of its parts fit to be shown on one line."""
    return ".".join(map(visible, place.split(".")))

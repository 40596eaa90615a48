"""What commands from the shell share: Dutch where argparse speaks English, and text that is safe to show.

Results go to standard output. Whatever is wrong goes to standard error, one line each, with exit status 2 and
nothing on standard output.
"""

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TextIO, TypeVar

from content.loader import ContentError, texts

OK, WRONG = 0, 2
MOST_PROBLEMS = 20
MOST_CHARACTERS = 40
TEXTS = "shell"
HELP = {"-h", "--help"}

P = TypeVar("P")


class Refusal(Exception):  # noqa: N818 - reads as what it says
    """The command cannot be carried out; the message tells the user why, one line a problem."""


class Parser(argparse.ArgumentParser):
    """A parser that leaves the wording to our texts; ``usage`` is how the command is called."""

    def __init__(self, usage: str) -> None:
        super().__init__(usage=usage, add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse hands over its English sentence
        """Refuse arguments that are wrong or incomplete."""
        raise Refusal(texts(TEXTS)("arguments_wrong", usage=self.usage))

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The options in ``arguments``. Raises Refusal."""
        options, unknown = self.parse_known_args(arguments)
        if unknown:
            argument = visible(" ".join(unknown))
            raise Refusal(texts(TEXTS)("argument_unknown", argument=argument, usage=self.usage))
        return options


def run(
    arguments: Sequence[str], explain: Callable[[], str], carry_out: Callable[[Sequence[str]], str]
) -> int:
    """Say what the command gives, or its explanation where that is asked; give the exit status."""
    try:
        told = explain() if HELP & set(arguments) else carry_out(arguments)
    except (Refusal, ContentError) as refusal:
        say(str(refusal), sys.stderr)
        return WRONG
    say(told)
    return OK


def say(text: str, stream: TextIO | None = None) -> None:
    """Print in UTF-8, also where the locale is C; on standard output unless ``stream`` says otherwise.

    Nothing happens when nobody is left to read it, as after ``| head``.
    """
    stream = stream or sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
    try:
        print(text, file=stream, flush=True)
    except BrokenPipeError:
        # What is left in the buffer goes nowhere, or Python would complain of it on its way out.
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), stream.fileno())


def read(file: str) -> bytes:
    """What a file holds. Raises Refusal when it is not there or cannot be read."""
    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        raise Refusal(texts(TEXTS)("file_missing", file=visible(file))) from None
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise Refusal(texts(TEXTS)("file_unreadable", file=visible(file))) from None


def listed(problems: Sequence[P], line: Callable[[P], str]) -> str:
    """One line a problem; beyond MOST_PROBLEMS a last line counts the rest."""
    lines = [line(problem) for problem in problems[:MOST_PROBLEMS]]
    rest = len(problems) - len(lines)
    return "\n".join([*lines, texts(TEXTS)("more", n=rest)] if rest else lines)


def visible(text: str) -> str:
    """Give text to show on one line: at most MOST_CHARACTERS, with control characters made visible."""
    cut = text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
    return "".join(map(_visible_character, cut))


def _visible_character(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    # Unicode has a picture of each of the first 32 control characters, 0x2400 further on.
    return chr(0x2400 + code) if code < 0x20 else f"\\u{code:04x}"

"""The shell command ``python -m typetest score FILE [--json]``, for advisers with paper forms.

Results go to standard output with exit status 0. Whatever is wrong goes to standard error, one line each,
with exit status 2 and nothing on standard output.
"""

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from content.loader import texts
from typetest.report import TEXTS, as_json, as_table, problem_lines, visible
from typetest.table import read_sheet

OK, WRONG = 0, 2
STANDARD_INPUT = "-"


class _CommandError(Exception):
    """The command cannot be carried out; the message tells the user why."""


class _Parser(argparse.ArgumentParser):
    """A parser that leaves the wording to our texts: argparse itself speaks English."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse hands over its English sentence
        raise _CommandError(texts(TEXTS)("arguments_wrong"))


def main(arguments: Sequence[str]) -> int:
    """Carry out the command and give the exit status: 0, or 2 when something is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # also where the locale is C
    try:
        print(_output(arguments))
    except _CommandError as refusal:
        print(refusal, file=sys.stderr)
        return WRONG
    return OK


def _output(arguments: Sequence[str]) -> str:
    if {"-h", "--help"} & set(arguments):
        return texts(TEXTS)("help")
    options = _parse(arguments)
    sheet = read_sheet(_read(options.file))
    if sheet.problems:
        raise _CommandError("\n".join(problem_lines(sheet.problems)))
    return as_json(sheet.forms) if options.json else as_table(sheet.forms)


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("command", choices=["score"])
    parser.add_argument("file")
    parser.add_argument("--json", action="store_true")
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise _CommandError(texts(TEXTS)("argument_unknown", argument=visible(" ".join(unknown))))
    return options


def _read(file: str) -> bytes:
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except FileNotFoundError:
        raise _CommandError(texts(TEXTS)("file_missing", file=visible(file))) from None
    except OSError:
        raise _CommandError(texts(TEXTS)("file_unreadable", file=visible(file))) from None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

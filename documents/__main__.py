"""The shell command ``python -m documents render DOSSIER.json --document NAME --format NAME --output FILE``.

Whatever is wrong goes to standard error, one line each, with exit status 2 and nothing on standard output.
"""

import argparse
import io
import sys
from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from content.loader import texts
from documents.catalogue import DocumentError, documents
from documents.dossier_file import BadDossier, read_dossier
from documents.render import FORMATS, render
from typetest.report import visible

OK, WRONG = 0, 2
TEXTS = "shell_documents"
HERE = ZoneInfo("Europe/Amsterdam")


class _CommandError(Exception):
    """The command cannot be carried out; the message tells the user why."""


class _Parser(argparse.ArgumentParser):
    """A parser that leaves the wording to our texts: argparse itself speaks English."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse hands over its English sentence
        raise _CommandError(texts(TEXTS)("arguments_wrong", usage=texts(TEXTS)("usage")))


def main(arguments: Sequence[str]) -> int:
    """Carry out the command and give the exit status: 0, or 2 when something is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # also where the locale is C
    try:
        print(_carry_out(arguments))
    except (_CommandError, BadDossier) as refusal:
        print(refusal, file=sys.stderr)
        return WRONG
    return OK


def _carry_out(arguments: Sequence[str]) -> str:
    text = texts(TEXTS)
    if {"-h", "--help"} & set(arguments):
        return text("help", documents=", ".join(documents()), formats=", ".join(FORMATS))
    options = _parse(arguments)
    _require("document_unknown", options.document, documents())
    _require("format_unknown", options.format, FORMATS)
    now = datetime.now(HERE)
    dossier = read_dossier(options.dossier, now)
    try:
        content = render(dossier, options.document, options.format, now.date())
    except DocumentError as error:
        raise _CommandError(text("template_wrong", problem=" ".join(str(error).split()))) from error
    try:
        Path(options.output).write_bytes(content)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise _CommandError(text("output_unwritable", file=visible(options.output))) from None
    return text("done", file=visible(options.output))


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("command", choices=["render"])
    parser.add_argument("dossier")
    for name in ("--document", "--format", "--output"):
        parser.add_argument(name, required=True)
    options, unknown = parser.parse_known_args(arguments)
    if unknown:
        text = texts(TEXTS)
        argument = visible(" ".join(unknown))
        raise _CommandError(text("argument_unknown", argument=argument, usage=text("usage")))
    return options


def _require(key: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        raise _CommandError(texts(TEXTS)(key, name=visible(name), known=", ".join(known)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

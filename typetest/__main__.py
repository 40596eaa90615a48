"""The shell command ``python -m typetest score FILE [--json]``, for advisers with paper forms."""

import sys
from collections.abc import Sequence

from content import shell
from content.loader import texts
from typetest.report import TEXTS, as_json, as_table, problem_line
from typetest.table import read_sheet

STANDARD_INPUT = "-"


def main(arguments: Sequence[str]) -> int:
    """Carry out the command and give the exit status: 0, or 2 when something is wrong."""
    return shell.run(arguments, _explanation, _output)


def _explanation() -> str:
    text = texts(TEXTS)
    return text("help", usage=text("usage"))


def _output(arguments: Sequence[str]) -> str:
    parser = shell.Parser(texts(TEXTS)("usage"))
    parser.add_argument("command", choices=["score"])
    parser.add_argument("file")
    parser.add_argument("--json", action="store_true")
    options = parser.read(arguments)
    from_standard_input = options.file == STANDARD_INPUT
    sheet = read_sheet(sys.stdin.buffer.read() if from_standard_input else shell.read(options.file))
    if sheet.problems:
        raise shell.Refusal(shell.listed(sheet.problems, problem_line))
    return as_json(sheet.forms) if options.json else as_table(sheet.forms)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""``python -m content check``: is everything in the edition of the content right?"""

import argparse
import sys

from content import check, loader, shell


def main(arguments: list[str] | None = None) -> int:
    """Prints every problem of an edition, or how much was checked. Returns 0 when all is well, else 1."""
    parser = argparse.ArgumentParser(prog="python -m content", description=__doc__)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("check", help="read every file of an edition and say what is wrong")
    about = f"a folder in content/, or a path to one elsewhere ({loader.SETTING}, or else {loader.STANDARD})"
    command.add_argument("--edition", default=loader.chosen(), help=about)
    edition = check.read(parser.parse_args(arguments).edition)
    problems = check.problems(edition)
    if problems:
        shell.say("\n".join(problems))
        return 1
    files = len(edition.models) + len(edition.screens)
    shell.say(f"{files} files, {sum(1 for _ in edition.texts())} texts: no problems")
    return 0


if __name__ == "__main__":
    sys.exit(main())

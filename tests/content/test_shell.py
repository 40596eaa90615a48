"""What all commands from the shell do: here with the typetest's, which reads as much as one gives it."""

import subprocess
import sys
from pathlib import Path

import pytest

from content.shell import listed, visible
from typetest.table import COLUMNS

ROOT = Path(__file__).parents[2]
FORMS = "\n".join([",".join(COLUMNS), *[",".join("a" * 14)] * 2000]).encode()


def test_visible_leaves_ordinary_text_alone() -> None:
    assert visible("Hoogeveen, “ïjs” 北 é") == "Hoogeveen, “ïjs” 北 é"


def test_what_is_too_long_is_cut_and_what_does_something_is_shown() -> None:
    assert visible("a" * 40) == "a" * 40
    assert visible("a" * 41) == "a" * 39 + "…"
    assert visible("\0\n\x7f\u202e") == "␀␊\\u007f\\u202e"


def test_the_problems_beyond_twenty_are_counted() -> None:
    assert listed(range(20), str).splitlines() == [str(n) for n in range(20)]
    assert listed(range(21), str).splitlines()[20:] == ["En nog 1 fout."]
    assert listed(range(50), str).splitlines()[20:] == ["En nog 30 fouten."]


@pytest.mark.parametrize(
    ("arguments", "given", "status"),
    [
        (["typetest", "score", "-"], FORMS, 0),
        (["typetest", "score", "-"], b"", 2),
        (["dossier", "schema"], b"", 0),
    ],
)
def test_nobody_left_to_read_is_nothing_to_complain_of(
    arguments: list[str], given: bytes, status: int
) -> None:
    """As with ``| head``, but nothing is read at all, of either stream."""
    with subprocess.Popen(  # noqa: S603 - our own modules
        [sys.executable, "-m", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        (process.stderr if status else process.stdout).close()
        process.stdin.write(given)
        process.stdin.close()
        left = (process.stdout if status else process.stderr).read()
        assert (left, process.wait(timeout=60)) == (b"", status)

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from content import loader
from tests.unit.typetest.strategies import counted_type
from typetest.__main__ import main
from typetest.model import Choice
from typetest.table import COLUMNS

ROOT = Path(__file__).parents[3]
HEADER = ",".join(COLUMNS)
ALL_A = ",".join("a" * 14)
BLANK = "," * 13


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "formulieren.csv"


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The lines on standard error of a command that must fail."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def shell(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own module with arguments of this test
        [sys.executable, "-m", "typetest", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_json_has_exactly_the_promised_shape(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(f"groep,{HEADER}\nRaad,{ALL_A}\n,A,,,,,,,,,,,,,b\n", encoding="utf-8")
    assert main(["score", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "rows": [
            {
                "groep": "Raad",
                "sturing": {"a": 7, "b": 0, "open": 0},
                "insteek": {"a": 7, "b": 0, "open": 0},
                "type": "I",
                "possible_types": ["I"],
            },
            {
                "groep": None,
                "sturing": {"a": 1, "b": 0, "open": 6},
                "insteek": {"a": 0, "b": 1, "open": 6},
                "type": None,
                "possible_types": ["I", "II", "III", "IV"],
            },
        ],
        "count": 2,
    }


def test_a_thousand_forms_agree_with_a_count_by_hand(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    forms = [format(number * 16, "014b").replace("0", "b").replace("1", "a") for number in range(1000)]
    file.write_text("\n".join([HEADER, *(",".join(form) for form in forms)]), encoding="utf-8")
    assert main(["score", "--json", str(file)]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["type"] for row in rows] == [
        counted_type({question: Choice(letter) for question, letter in enumerate(form, start=1)})
        for form in forms
    ]


def test_the_table_shows_counts_poles_and_types(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(f"groep,{HEADER}\nRaad,{ALL_A}\n\x07,a{BLANK}\n", encoding="utf-8")
    assert main(["score", str(file)]) == 0
    head, rule, first, second, _, total = capsys.readouterr().out.splitlines()
    assert head.split() == ["nr", "groep", "sturing", "insteek", "type"]
    assert set(rule) == {"-", " "}
    assert "7 a, 0 b: dirigent" in first
    assert "7 a, 0 b: smal" in first
    assert first.endswith(f"I {loader.typetest().types['I'].name}")
    assert "␇" in second
    assert "1 a, 0 b, 6 open: nog niet zeker" in second
    assert second.endswith("nog niet zeker: I, II, III of IV")
    assert total == "2 formulieren"
    assert first.index("7 a") == head.index("sturing") == second.index("1 a")


def test_each_problem_is_one_line_with_its_place(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header = HEADER.replace("vraag2,", "").replace("vraag4", "vraag3")
    file.write_text(f'{header},naam,\n\nc{BLANK}\na\nb{BLANK},\n"', encoding="utf-8")
    lines = refused(capsys, "score", str(file))
    places = [line.partition(": ")[0] for line in lines]
    assert places == [
        "Regel 1, kolom vraag3",
        "Regel 1, kolom naam",
        "Regel 1, kolom 15",
        "Regel 1, kolom vraag2",
        "Regel 1, kolom vraag4",
        "Regel 3, kolom vraag1",
        "Regel 3, kolom 15",
        "Regel 4, kolom vraag3",
        "Regel 6",
    ]
    assert "“c”" in lines[5]


@pytest.mark.parametrize(
    ("text", "line"),
    [("", "Regel 1"), (HEADER, "Regel 1"), (f'{HEADER}\n"', "Regel 2"), (f"{HEADER}\n{BLANK},", "Regel 2")],
)
def test_every_kind_of_problem_has_its_words(
    file: Path, text: str, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(text, encoding="utf-8")
    (told,) = refused(capsys, "score", str(file), "--json")
    assert told.startswith(line)


@pytest.mark.parametrize(
    ("wrong", "last"), [(20, "Regel 21"), (21, "En nog 1 fout."), (50, "En nog 30 fouten.")]
)
def test_at_most_twenty_problems_are_told_and_the_rest_counted(
    file: Path, wrong: int, last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("\n".join([HEADER, *[f"x{BLANK}"] * wrong]), encoding="utf-8")
    lines = refused(capsys, "score", str(file))
    assert len(lines) == min(wrong, 21)
    assert lines[-1].startswith(last)


def test_what_a_cell_holds_is_shown_without_doing_anything(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = ("\x1b[31mrood", '"een\r\ntwee"', "\u202egniks", "\x85\x7f", "😀" * 50, "{line}")
    file.write_bytes("\n".join([HEADER, *(cell + BLANK for cell in cells)]).encode())
    lines = refused(capsys, "score", str(file))
    for line, shown in zip(
        lines,
        ("␛[31mrood", "een␍␊twee", "\\u202egniks", "\\u0085\\u007f", "😀" * 39 + "…", "{line}"),
        strict=True,
    ):
        assert f"“{shown}”" in line


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (missing,) = refused(capsys, "score", str(tmp_path / "weg\n.csv"))
    assert "bestaat niet" in missing
    for unreadable in (str(tmp_path), "a\0b"):
        (told,) = refused(capsys, "score", unreadable)
        assert "niet lezen" in told


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("score",),
        ("tel", "x.csv"),
        ("score", "x.csv", "--jsn"),
        ("score", "x", "y"),
        ("score", "x", "--json=1"),
    ],
)
def test_a_wrong_command_is_explained_in_dutch(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = refused(capsys, *arguments)
    assert line.endswith("Gebruik: python -m typetest score BESTAND [--json]")


def test_an_unknown_argument_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = refused(capsys, "score", "x.csv", "--kleur", "\x1b")
    assert "--kleur ␛" in line


@pytest.mark.parametrize("arguments", [("--help",), ("score", "-h")])
def test_help_explains_the_file(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for word in ("BESTAND", "--json", "vraag1", "groep", "UTF-8"):
        assert word in out


def test_standard_input_is_read_for_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{HEADER}\n{ALL_A}".encode())))
    assert main(["score", "-"]) == 0
    assert "1 formulier\n" in capsys.readouterr().out


def test_output_may_be_captured_without_an_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    caught = io.StringIO()
    monkeypatch.setattr("sys.stdout", caught)
    assert main(["--help"]) == 0
    assert "BESTAND" in caught.getvalue()


def test_the_texts_hold_no_key_that_is_never_used() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "typetest").glob("*.py"))
    texts = yaml.safe_load((ROOT / "content/nl/scherm/shell_typetest.yaml").read_text(encoding="utf-8"))
    assert [key for key in texts if f'"{key}"' not in code] == []


def test_a_real_shell_in_the_c_locale_speaks_utf_8() -> None:
    data = f"groep;{HEADER.replace(',', ';')}\r\nÉén 😀;{ALL_A.replace(',', ';')}\r\n".encode("utf-8-sig")
    done = shell("score", "-", given=data, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Één 😀" in done.stdout.decode()


def test_a_real_shell_gives_status_2_and_nothing_on_standard_output() -> None:
    data = f"{HEADER}\né{BLANK}\n".encode()
    done = shell("score", "-", "--json", given=data, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith("Regel 2, kolom vraag1: hier staat “é”.")

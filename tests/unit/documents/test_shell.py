"""The shell command: a document, or one clear Dutch line for each thing that is wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

from documents import catalogue
from documents.__main__ import main
from documents.formats import FORMATS
from dossier.json_format import to_json
from tests.unit.documents import dossiers

PLAN = ["--document", "plan_van_aanpak"]


def command(file: Path | str, output: Path | str, *more: str) -> list[str]:
    return ["render", str(file), *(more or [*PLAN, "--format", "html"]), "--output", str(output)]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.json"
    path.write_text(to_json(dossiers.full()), encoding="utf-8-sig")
    return path


@pytest.mark.parametrize(
    ("format_name", "start"), [("html", b"<!DOCTYPE html>"), ("docx", b"PK"), ("odt", b"PK")]
)
def test_makes_the_document(
    good: Path, tmp_path: Path, format_name: str, start: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "plan"
    assert main(command(good, output, *PLAN, "--format", format_name)) == 0
    assert output.read_bytes().startswith(start)
    assert capsys.readouterr().err == ""


def html_of(good: Path, output: Path, *more: str) -> str:
    assert main(command(good, output, "--format", "html", *more)) == 0
    return output.read_text(encoding="utf-8")


def test_carries_out_what_is_chosen(good: Path, tmp_path: Path) -> None:
    out, agreements = tmp_path / "out", ["--document", "prestatieafspraak"]
    assert "haal dit weg" in html_of(good, out, *PLAN, "--guidance")
    assert "haal dit weg" not in html_of(good, out, *PLAN)
    assert '<div class="writing">' in html_of(good, out, *PLAN, "--frame")
    assert "Nog invullen" in html_of(good, out, *PLAN)
    assert "Nog invullen" not in html_of(good, out, *PLAN, "--without-empty")
    assert "Er zijn geen afspraken met Niemand." in html_of(good, out, *agreements, "--partner", "Niemand")


def test_refuses_an_option_that_the_document_does_not_have(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    none = catalogue.document("plan_van_aanpak").model_copy(
        update={"guidance": False, "empty": False, "frame": False}
    )
    monkeypatch.setitem(catalogue.documents(), "plan_van_aanpak", none)
    for option in (
        ["--guidance"],
        ["--without-empty"],
        ["--frame"],
        ["--partner", "Steunpunt"],
        ["--session", "x"],
    ):
        (line,) = refused(command(good, tmp_path / "out", *PLAN, "--format", "html", *option), capsys)
        assert line == f"Het document plan_van_aanpak heeft de keuze {option[0]} niet. Laat die keuze weg."
    assert not (tmp_path / "out").exists()


REPORT = ["--document", "werksessie_verslag"]


def with_sessions(folder: Path, *titles: str) -> Path:
    """A dossier with a session of each title, the last in the year 2027."""
    years = range(2028 - len(titles), 2028)
    held = tuple(
        dossiers.session(f"tekst{n}", title=title, session_id=str(n), year=year)
        for n, (title, year) in enumerate(zip(titles, years, strict=True))
    )
    path = folder / "sessies.json"
    path.write_text(to_json(dossiers.dossier(workshops=held)), encoding="utf-8")
    return path


@pytest.mark.parametrize("wanted", ["Avond tekst0", " avond  TEKST0 ", "bestand-0"])
def test_makes_the_report_of_one_session_by_its_name_or_id(tmp_path: Path, wanted: str) -> None:
    file = with_sessions(tmp_path, "Avond", "Ochtend")
    found = html_of(file, tmp_path / "out", *REPORT, "--session", wanted)
    assert "later§tekst0" in found
    assert "tekst1" not in found
    assert "later§tekst1" in html_of(file, tmp_path / "out", *REPORT)


def test_refuses_a_session_that_is_not_there_and_says_which_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    html = [*REPORT, "--format", "html"]
    for titles, wanted, said in (
        (
            ["Avond", "Ochtend"],
            "Weg",
            "De werksessie Weg staat niet in dit dossier. Kies uit: Avond tekst0; ",
        ),
        (["Avond"], "Avond\n", "De werksessie Avond␊ staat niet in dit dossier."),
        ([], "Weg", "Er is nog geen werksessie met een uitslag."),
    ):
        file = with_sessions(tmp_path, *titles)
        (line,) = refused(command(file, out, *html, "--session", wanted), capsys)
        assert said in line
    assert not out.exists()


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err.splitlines()


MANY_WRONG = ("{" + ", ".join(f'"v{n}": 1' for n in range(25)) + "}").encode()


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b'{"a": 1,\n "b" 2}', ["Regel 2, kolom 6: hier klopt de JSON niet."]),
        (b"\xff\xfe", ["geen tekst in UTF-8"]),
        (b"[" * 100_000, ["geen JSON die we kunnen lezen"]),
        (b"[]", ["Op de plek het hele bestand:"]),
        (b'{"x": 1}', ["Op de plek x: dit veld kennen we niet."]),
        (b'{"items": [{"id": "a", "step": 1}]}', ["Op de plek items.0.data: dit ontbreekt."]),
        (
            b'{"items": [{"id": "a", "step": 1, "data": {"kind": "goal", "priority": "x", "title": 3}}]}',
            ["items.0.data.goal.title: deze waarde", "items.0.data.goal.priority: deze waarde"],
        ),
        (
            b'{"items": [{"id": "a", "step": 1, "data": {"kind": "goal"}},'
            b' {"id": "a", "step": 1, "data": {"kind": "goal"}}]}',
            ["Op de plek a: dit kenmerk (id) staat er meer dan"],
        ),
        (
            b'{"items": [{"id": "d1", "step": 2, "data": {"kind": "goal"}},'
            b' {"id": "a1", "step": 1, "data": {"kind": "answer", "question": "visie.onzin"}}]}',
            [
                "Op de plek items.0.step 2 → 5 (goal, d1): bij deze stap vraagt geen scherm",
                "Op de plek items.1.step 1 (visie.onzin, a1): bij geen enkele stap vraagt een scherm",
            ],
        ),
        (
            ("{" + ", ".join(f'"v{n}": 1' for n in range(25)) + "}").encode(),
            [*["Op de plek v"] * 20, "En nog 5 fouten."],
        ),
    ],
)
def test_says_what_is_wrong_in_the_file(
    content: bytes, wanted: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    lines = refused(command(path, tmp_path / "out"), capsys)
    assert len(lines) == len(wanted)
    assert all(w in line for w, line in zip(wanted, lines, strict=True))
    assert not (tmp_path / "out").exists()


def test_says_what_is_wrong_with_files_and_names(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    html = ["--format", "html"]
    for arguments, wanted in (
        (command(tmp_path / "nowhere.json", out), "bestaat niet"),
        (command(tmp_path, out), "niet lezen"),
        (command("a\0b", out), "niet lezen"),
        (
            command(good, out, "--document", "brief", *html),
            "Het document brief kennen we niet. Kies uit: ",
        ),
        (command(good, out, *PLAN, "--format", "rtf\n"), f"kennen we niet. Kies uit: {', '.join(FORMATS)}."),
        (command(good, tmp_path / "no" / "folder"), "niet maken"),
        (command(good, tmp_path), "niet maken"),
        ([], "niet compleet"),
        (["render", str(good)], "niet compleet"),
        ([*command(good, out), "--snel"], "Dit kennen we niet: --snel."),
    ):
        (line,) = refused(arguments, capsys)
        assert wanted in line


def test_help_names_the_documents_and_formats(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "plan_van_aanpak" in said
    assert ", ".join(FORMATS) in said
    assert all(
        option in said for option in ("--guidance", "--without-empty", "--frame", "--partner", "--session")
    )


def test_runs_as_a_module_where_the_locale_is_c() -> None:
    result = subprocess.run(  # noqa: S603 - our own module
        [
            sys.executable,
            "-m",
            "documents",
            "render",
            "niet-één.json",
            *PLAN,
            "--format",
            "html",
            "--output",
            "x",
        ],
        capture_output=True,
        env={"LC_ALL": "C", "PATH": ""},
        check=False,
    )
    assert result.returncode == 2
    assert result.stdout == b""
    assert "bestaat niet" in result.stderr.decode("utf-8")

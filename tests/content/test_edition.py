"""A municipality's own edition of the content: which one is in use, and what keeps it from being used."""

from pathlib import Path

import pytest

from content import check, loader, schema
from content.__main__ import main
from tests.conftest import OWN_STEM, forget_content
from typetest.__main__ import main as typetest_main


def test_without_the_setting_it_is_the_standard_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loader.edition_name() == "nl"
    for named, name in (("zeewolde", "zeewolde"), ("", "nl")):
        monkeypatch.setenv(loader.SETTING, named)
        assert loader.edition_name() == name


def test_a_name_is_a_folder_of_the_content_and_a_path_is_one_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert loader.folder_of("zeewolde") == loader.ROOT / "zeewolde"
    assert loader.folder_of("./zeewolde") == loader.folder_of(f"{tmp_path}/zeewolde") == tmp_path / "zeewolde"


def test_the_loader_reads_the_edition_of_the_setting(own_edition: Path) -> None:
    own = loader.typetest()
    standard = loader.load(schema.Typetest, loader.STANDARD)
    assert loader.edition_name() == own_edition.name
    assert own.questions[2].stem == OWN_STEM != standard.questions[2].stem
    assert own.questions[:2] == standard.questions[:2]
    (own_edition / "scherm" / "start.yaml").write_text("title: Welkom in Zeewolde\n", encoding="utf-8")
    assert loader.texts("start")("title") == "Welkom in Zeewolde"


def test_other_words_and_other_sub_questions_are_right(
    own_edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(own_edition, "stappen.yaml", "- key: visie.mantelzorg", "- key: visie.zorg")
    edit(own_edition, "stappen.yaml", "- visie.mantelzorg", "- visie.zorg")
    assert main(["check"]) == 0, capsys.readouterr().out
    check.require(loader.chosen())


def edit(folder: Path, file: str, old: str, new: str) -> None:
    """Replaces a text in a file by another."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "problems"),
    [
        ("scherm/stap.yaml", "untitled: Nog zonder naam\n", "", ["untitled: is missing"]),
        (
            "scherm/stap.yaml",
            "untitled:",
            "naamloos:",
            ["untitled: is missing", "naamloos: is unknown"],
        ),
        (
            "scherm/stap.yaml",
            "Nieuw – {name}",
            "Nieuw – {naam}",
            ["new_item: nothing is filled in for {naam}"],
        ),
        (
            "scherm/stap.yaml",
            "Toon 1 voorstel",
            "Toon {}",
            ["show_suggestions: nothing is filled in for {}"],
        ),
        (
            "scherm/stap.yaml",
            "Nieuw – {name}",
            "Nieuw – {naam",
            ["new_item: expected '}' before end of string"],
        ),
        (
            "typetest.yaml",
            "- number: 3\n",
            "- number: 13\n",
            ["questions.2.number: 3: is missing", "questions.2.number: 13: is unknown"],
        ),
        (
            "typetest.yaml",
            "om de steun te gebruiken.\n      pole: dirigent",
            "om de steun te gebruiken.\n      pole: op_afstand",
            ["questions.2.a.pole: dirigent: is missing", "questions.2.a.pole: op_afstand: is unknown"],
        ),
        ("velden.yaml", "high: ", "top: ", [".choices.high: is missing", ".choices.top: is unknown"]),
        ("velden.yaml", "  progress_note:", "  note:", ["kinds.progress_note: is missing"]),
    ],
)
def test_what_is_missing_is_named_and_keeps_the_app_from_starting(
    file: str, old: str, new: str, problems: list[str], own_edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(own_edition, file, old, new)
    assert main(["check"]) == 1
    printed = capsys.readouterr().out.splitlines()
    for problem in problems:
        assert [line for line in printed if line.startswith(f"{file}: ") and problem in line]
    with pytest.raises(loader.ContentError, match=f"^The content of {loader.SETTING}={own_edition} cannot"):
        check.require(loader.chosen())


def test_a_file_that_is_missing_is_named(own_edition: Path) -> None:
    for file in ("veld.yaml", "scherm/vraag.yaml"):
        (own_edition / file).unlink()
    found = check.problems(check.read(loader.chosen()))
    assert [problem.partition(": [Errno 2]")[0] for problem in found] == [
        f"{own_edition}/veld.yaml",
        f"{own_edition}/scherm/vraag.yaml",
    ]


def test_a_long_sentence_is_named_and_does_not_keep_the_app_from_starting(own_edition: Path) -> None:
    edit(own_edition, "typetest.yaml", OWN_STEM, "woord " * 26)
    (problem,) = check.problems(check.read(loader.chosen()))
    assert problem.startswith("typetest.yaml: questions.2.stem: 26 words in one sentence")
    check.require(loader.chosen())


def test_an_edition_elsewhere_has_a_name_of_its_own(own_edition: Path) -> None:
    named_as_the_standard = own_edition.rename(own_edition.with_name(loader.STANDARD))
    (problem,) = check.problems(check.read(str(named_as_the_standard)))
    assert problem == f"{named_as_the_standard}: content/ has a folder 'nl' too; give this one another name"


def test_a_folder_that_is_not_there_is_one_problem(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(loader.SETTING, "bestaat_niet")
    assert main(["check"]) == 1
    assert capsys.readouterr().out == f"{loader.ROOT / 'bestaat_niet'}: there is no such folder\n"


def test_a_command_from_the_shell_says_what_is_wrong_with_the_edition(
    own_edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_edition / "scherm" / "shell_typetest.yaml").unlink()
    forget_content()
    assert typetest_main(["--help"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"{own_edition}/scherm/shell_typetest.yaml: ")

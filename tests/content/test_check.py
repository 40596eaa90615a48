"""``python -m content check`` finds what is wrong in any file, and says where."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from content import check, loader
from content.__main__ import main

Edit = Callable[[str, str, str], None]

ROW = """rows:
  - {then: Wmo-raden en TSV, now: Adviesraad, note: Een toets., forbidden: [Wmo-rad, TSV], source: proef}
"""


@pytest.fixture
def edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A few files of the edition, under a name of its own."""
    name = tmp_path.name
    (tmp_path / name / "scherm").mkdir(parents=True)
    for file in ("veld.yaml", "begrippen.yaml", "toen_nu.yaml"):
        shutil.copy(loader.ROOT / loader.STANDARD / file, tmp_path / name)
    monkeypatch.setattr(loader, "ROOT", tmp_path)
    return name


@pytest.fixture
def edit(edition: str, tmp_path: Path) -> Edit:
    """Replaces the first place of an old text in a file of the copy by a new one."""

    def replace(file: str, old: str, new: str) -> None:
        path = tmp_path / edition / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def write(edition: str, tmp_path: Path, file: str, text: str) -> None:
    (tmp_path / edition / file).write_text(text, encoding="utf-8")


def problems(edition: str) -> str:
    return "\n".join(check.problems(check.read(edition)))


def test_the_edition_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0, capsys.readouterr().out
    printed = capsys.readouterr().out
    assert printed.endswith("no problems\n")
    assert printed.count("\n") == 1


def test_every_wrong_file_is_named(edition: str, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("veld.yaml", "title: Bedrijven", "titel: Bedrijven")
    edit("begrippen.yaml", "term: Typetest", "naam: Typetest")
    assert main(["check", "--edition", edition]) == 1
    printed = capsys.readouterr().out
    assert "veld.yaml: new_partners.0.titel: Extra inputs are not permitted" in printed
    assert "veld.yaml: new_partners.0.title: Field required" in printed
    assert "begrippen.yaml: terms.0.term: Field required" in printed


def test_every_missing_file_is_named(tmp_path: Path) -> None:
    found = problems(str(tmp_path))
    screens = [f"scherm/{path.name}" for path in (loader.ROOT / loader.STANDARD / "scherm").glob("*.yaml")]
    assert len(screens) > 20
    assert [name for name in (*loader.FILES.values(), *screens) if f"{name}: [Errno 2]" not in found] == []


def test_a_key_written_twice_in_one_mapping(edition: str, tmp_path: Path) -> None:
    write(edition, tmp_path, "scherm/proef.yaml", "kop: Een\nkop: Twee\n")
    assert "proef.yaml:2: key 'kop' stands twice" in problems(edition)


def test_a_screen_text_of_a_wrong_shape(edition: str, tmp_path: Path) -> None:
    write(edition, tmp_path, "scherm/proef.yaml", "kop: {one: Een doel}\n")
    assert "proef.yaml: kop" in problems(edition)


def test_a_brace_that_is_not_closed(edition: str, tmp_path: Path) -> None:
    write(edition, tmp_path, "scherm/proef.yaml", "kop: {one: 'Type {naam', other: Typen}\n")
    assert "scherm/proef.yaml: kop.one: expected '}'" in problems(edition)


@pytest.mark.parametrize(("count", "found"), [(25, False), (26, True)])
def test_a_sentence_of_more_than_25_words(count: int, found: bool, edition: str, tmp_path: Path) -> None:
    write(edition, tmp_path, "scherm/proef.yaml", f"kop: Kort. {'woord ' * (count - 1)}eind. Kort.\n")
    assert ("scherm/proef.yaml: kop: 26 words in one sentence" in problems(edition)) is found


def test_a_word_of_2007(edition: str, edit: Edit) -> None:
    edit("veld.yaml", "title: Bedrijven", "title: Kansen voor wmo-raden en tsv")
    edit("toen_nu.yaml", "rows:", ROW)
    found = problems(edition)
    assert "veld.yaml: new_partners.0.title: 'Wmo-rad' is a word of 2007" in found
    assert "new_partners.0.title: 'TSV'" not in found, "an abbreviation is written in capitals"
    assert "toen_nu.yaml: rows" not in found, "the table shows the old words on purpose"


def test_a_key_that_stands_twice_in_a_list(edition: str, edit: Edit) -> None:
    edit("veld.yaml", "- key: bibliotheken", "- key: scholen")
    edit("veld.yaml", "- number: 9", "- number: 8")
    found = problems(edition)
    assert "veld.yaml: new_partners: key 'scholen' stands twice" in found
    assert "veld.yaml: performance_fields: number 8 stands twice" in found

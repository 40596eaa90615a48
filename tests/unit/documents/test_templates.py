"""Templates: what they may not do, and what is said when one is wrong."""

from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from content import loader
from documents import catalogue, templates
from documents.catalogue import DocumentError
from documents.filters import in_words, one_line, used_in
from documents.markup import paragraphs
from documents.templates import fill_in


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(templates, "ROOT", tmp_path)
    templates.environment.cache_clear()
    yield tmp_path
    templates.environment.cache_clear()


@pytest.mark.parametrize(
    "wrong",
    [
        "{{ unknown }}",
        "{{ text.unknown }}",
        "{% if %}",
        "{{ text | nofilter }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ text + 1 }}",
        '{% include "nowhere.html.j2" %}',
    ],
)
def test_a_wrong_template_is_named_with_its_line(folder: Path, wrong: str) -> None:
    (folder / "part.html.j2").write_text(f"<p>\n\n{wrong}</p>", encoding="utf-8")
    (folder / "main.html.j2").write_text('{% include "part.html.j2" %}', encoding="utf-8")
    with pytest.raises(DocumentError, match=r"part\.html\.j2:3: "):
        fill_in("main.html.j2", {"text": "x"})


def test_a_template_cannot_change_what_it_is_given(folder: Path) -> None:
    (folder / "main.html.j2").write_text("{% set _ = items.append(1) %}", encoding="utf-8")
    with pytest.raises(DocumentError):
        fill_in("main.html.j2", {"items": []})


def test_a_new_document_needs_a_folder_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "brief").mkdir()
    described = tmp_path / "brief" / "document.yaml"
    words = "title: Brief\ndescription: Een brief.\nfile_name: brief\norder: 9\n"
    described.write_text(words, encoding="utf-8")
    monkeypatch.setattr(catalogue, "ROOT", tmp_path)
    catalogue.documents.cache_clear()
    try:
        assert list(catalogue.documents()) == ["brief"]
        described.write_text("title: Brief\n", encoding="utf-8")
        catalogue.documents.cache_clear()
        with pytest.raises(DocumentError, match="description"):
            catalogue.documents()
    finally:
        catalogue.documents.cache_clear()


def test_no_text_in_a_template_goes_on_on_the_next_line() -> None:
    """It would come out as a line break, as one that a person typed."""
    lexer = jinja2.Environment(autoescape=True)
    broken = [
        (path.name, line, value)
        for path in sorted(catalogue.ROOT.rglob("*.j2"))
        for line, kind, value in lexer.lex(path.read_text(encoding="utf-8"))
        if kind == "string" and "\n" in value
    ]
    assert broken == []


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs("\na\nb\n \n\nc<\n") == "<p>a<br>\nb</p>\n<p>c&lt;</p>"


def test_words_on_one_line() -> None:
    assert one_line(" a\n b\t") == "a b"
    assert in_words(["a", "", 2027]) == "a; 2027"


def test_terms_are_found_as_whole_words() -> None:
    html = "<p title='smart'>De scorekaarten en <b>INSTEEK</b></p>"
    found = [term.key for term in used_in(loader.glossary().terms, html)]
    assert "insteek" in found
    assert {"scorekaart", "smart"}.isdisjoint(found)

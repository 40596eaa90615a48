"""The Word document, opened again and read from inside."""

from itertools import pairwise
from pathlib import Path

import openxml_audit
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Length

from content import loader
from tests.unit.documents import reading

PARTS = [part.title for part in loader.steps().parts]
# Word takes number 0 for "no number": the audit does not know that.
NO_NUMBER = "Numbering definition '0' referenced but not found"


def headings(document: WordDocument, level: int) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == f"Heading {level}"]


def is_numbered(document: WordDocument, text: str) -> bool:
    heading = next(
        p for p in document.paragraphs if p.text == text and p.style and p.style.name == "Heading 1"
    )
    number = heading._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return number is None or number.get(qn("w:val")) != "0"


@pytest.mark.parametrize("name", ["full_word", "empty_word"])
def test_the_fifteen_parts_are_numbered_headings_in_order(name: str, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(name)
    numbered = [h for h in headings(document, 1) if is_numbered(document, h)]
    assert numbered[:15] == PARTS
    assert len(numbered) == (15 if name == "empty_word" else 15 + len(loader.steps().additions))


def test_the_contents_are_filled_with_links_that_lead_somewhere(full_word: WordDocument) -> None:
    entries = [p for p in full_word.paragraphs if p.style and p.style.name == "toc 1"]
    words = [reading.one_spaced(p.text) for p in entries]
    chapters = headings(full_word, 1)
    numbers = iter(range(1, 100))
    assert words == [f"{next(numbers)}. {c}" if is_numbered(full_word, c) else c for c in chapters]
    marks = {m.get(qn("w:name")) for m in full_word.element.body.iter(qn("w:bookmarkStart"))}
    anchors = [link.get(qn("w:anchor")) for p in entries for link in p._p.iter(qn("w:hyperlink"))]
    assert len(anchors) == len(chapters)
    assert set(anchors) <= marks
    field = "".join(t.text or "" for t in full_word.element.body.iter(qn("w:instrText")))
    assert "TOC" in field
    kinds = [c.get(qn("w:fldCharType")) for p in entries for c in p._p.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_every_table_has_a_header_row_that_repeats_and_a_caption(full_word: WordDocument) -> None:
    assert len(full_word.tables) > 15
    for table in full_word.tables:
        first, *rest = table._tbl.tr_lst
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None for row in rest)
        above = table._tbl.getprevious()
        assert above.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")) == "TableCaption"


def test_columns_fill_the_width_and_are_not_all_alike(full_word: WordDocument) -> None:
    grids = [[int(c.get(qn("w:w"))) for c in t._tbl.tblGrid] for t in full_word.tables]
    assert all(9000 < sum(grid) <= 9072 for grid in grids)
    assert any(len(set(grid)) > 1 for grid in grids)


def test_the_picture_is_sharp_and_says_what_it_shows(full_word: WordDocument) -> None:
    (inline,) = full_word.element.body.iter(qn("wp:inline"))
    words = inline.find(qn("wp:docPr")).get("descr")
    assert "Een behouden koers" in words
    assert "De leunstoel" in words
    assert all(n.get("descr") == words for n in inline.iter(qn("pic:cNvPr")))
    shape = full_word.inline_shapes[0]
    (picture,) = [p for p in full_word.part.package.image_parts if p.image.content_type == "image/png"]
    assert picture.image.px_width / (shape.width / Cm(2.54)) > 200


def test_page_language_and_footer(full_word: WordDocument) -> None:
    section = full_word.sections[0]
    size = [Length(side or 0).cm for side in (section.page_width, section.page_height)]
    assert size == pytest.approx([21.0, 29.7], abs=0.01)
    languages = {e.get(qn("w:val")) for e in full_word.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    line = section.footer.paragraphs[0]
    assert line.text == "Samen sterker\nConcept, 9 maart 2027\tPagina "
    assert "PAGE" in "".join(t.text or "" for t in line._p.iter(qn("w:instrText")))
    assert section.different_first_page_header_footer


def test_the_front_page(full_word: WordDocument) -> None:
    front = [p.text for p in full_word.paragraphs[:5]]
    assert front[:2] == ["Samen sterker", "Gemeente Voorbeeldstad"]
    assert front[2:] == [
        "Plan van aanpak vrijwillige inzet",
        "Periode: 2027 tot en met 2030",
        "Concept, 9 maart 2027",
    ]


def test_levels_of_headings_are_not_skipped(full_word: WordDocument) -> None:
    names = [p.style.name or "" for p in full_word.paragraphs if p.style]
    levels = [int(name[-1]) for name in names if name.startswith("Heading ")]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_the_file_is_valid(full_docx: bytes, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(full_docx)
    problems = {str(e) for e in openxml_audit.OpenXmlValidator().validate(str(path)).errors}
    assert {p for p in problems if NO_NUMBER not in p} == set()


def test_an_empty_part_says_what_belongs_there(empty_word: WordDocument) -> None:
    gaps = [p.text for p in empty_word.paragraphs if p.style and p.style.name == "Nog invullen"]
    for part in loader.steps().parts:
        assert f"Nog invullen. {part.belongs}" in gaps

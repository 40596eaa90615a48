"""The Word document, opened again and read from inside."""

import io
from itertools import pairwise
from pathlib import Path

import openxml_audit
import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Twips
from docx.table import Table
from docx.text.paragraph import Paragraph

from content import loader
from documents.catalogue import DocumentError
from documents.formats import FORMATS
from dossier.house_style import HouseStyle
from tests.unit.documents import reading, small

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
    captions = [p for p in full_word.paragraphs if p.style and p.style.name == "Table Caption"]
    for number, caption in enumerate(captions, 1):
        words = reading.one_spaced("".join(t.text or "" for t in caption._p.iter(qn("w:t"))))
        assert words.startswith(f"Tabel {number}. ")
        (field,) = caption._p.iter(qn("w:fldSimple"))
        assert "SEQ" in field.get(qn("w:instr"))


def test_columns_fill_the_width_and_are_not_all_alike(full_word: WordDocument) -> None:
    grids = [[int(c.get(qn("w:w"))) for c in t._tbl.tblGrid] for t in full_word.tables]
    section = full_word.sections[0]
    widths = {9072, 9072 + ((section.page_height or 0) - (section.page_width or 0)) // Twips(1)}
    assert all(any(width - 72 < sum(grid) <= width for width in widths) for grid in grids)
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


def test_page_language_header_and_footer(full_word: WordDocument) -> None:
    section = full_word.sections[0]
    size = [Length(side or 0).cm for side in (section.page_width, section.page_height)]
    assert size == pytest.approx([21.0, 29.7], abs=0.01)
    languages = {e.get(qn("w:val")) for e in full_word.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}
    assert [p.text for p in section.header.paragraphs] == ["Samen sterker"]
    (line,) = section.footer.paragraphs
    assert line.text == "Concept, 9 maart 2027\tPagina  van "
    assert [(t.text or "").strip() for t in line._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
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


def made(style: HouseStyle | None = None) -> WordDocument:
    return reading.word(FORMATS["docx"].write(small.page(style=style)))


@pytest.fixture(scope="module")
def little() -> WordDocument:
    return made()


def styles_of(document: WordDocument) -> list[str]:
    return [p.style.name or "" for p in document.paragraphs if p.style]


def test_pages_lie_where_a_template_says_so_and_stand_again(little: WordDocument) -> None:
    sections = list(little.sections)
    sides = [
        (round(Length(s.page_width or 0).cm, 1), round(Length(s.page_height or 0).cm, 1)) for s in sections
    ]
    assert sides == [(21.0, 29.7), (29.7, 21.0)] * 2
    assert [s.different_first_page_header_footer for s in sections] == [True, False, False, False]
    widths = [sum(int(c.get(qn("w:w"))) for c in t._tbl.tblGrid) for t in little.tables]
    assert widths == pytest.approx([1440 / 2.54 * 24.7, 1440 / 2.54 * 16], abs=4)
    for section, width in zip(sections, [16.0, 24.7] * 2, strict=True):
        assert [p.text for p in section.header.paragraphs] == ["Klein & fijn"]
        (line,) = section.footer.paragraphs
        assert line.text.startswith("Concept, 9 maart 2027")
        (stop,) = line.paragraph_format.tab_stops
        assert stop.position.cm == pytest.approx(width, abs=0.01)
    in_sections = [[p.text for p in part] for part in by_section(little)]
    assert [part[-1] for part in in_sections] == [
        "Voor de liggende bladzijde.",
        "",
        "Dit ontbreekt.",
        "Het einde ligt.",
    ]


def by_section(document: WordDocument) -> list[list[Paragraph]]:
    parts: list[list[Paragraph]] = [[]]
    for paragraph in document.paragraphs:
        parts[-1].append(paragraph)
        if paragraph._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            parts.append([])
    return parts


def test_room_to_write_and_a_new_page(little: WordDocument) -> None:
    assert styles_of(little).count("Schrijfregel") == 4
    block = next(p for p in little.paragraphs if p.text == "Nieuwe bladzijde.")
    assert block.paragraph_format.page_break_before
    assert "Merk-" not in little.element.xml
    borders = little.styles["Schrijfregel"].element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    assert {b.tag for b in borders} == {qn("w:bottom"), qn("w:between")}


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_accent_and_logo_of_the_municipality(form: str) -> None:
    document = made(HouseStyle(accent="#8a2be2", logo=small.logo(form)))
    assert str(document.styles["Heading 1"].font.color.rgb) == "8A2BE2"
    assert "0f4c5c" not in document.styles.element.xml.lower()
    assert styles_of(document)[:2] == ["Logo", "Title"]
    (inline,) = document.paragraphs[0]._p.iter(qn("wp:inline"))
    assert inline.find(qn("wp:docPr")).get("descr") == "Logo van Voorbeeldstad"
    shape = document.inline_shapes[0]
    assert (shape.width.cm, shape.height.cm) == pytest.approx((7.0, 7 / 3), abs=0.02)


REFERENCES = {"pandoc": small.pandocs_reference("docx"), "office": small.offices_reference()}


@pytest.mark.parametrize("name", REFERENCES)
def test_a_reference_document_that_lacks_our_styles_is_completed(name: str, tmp_path: Path) -> None:
    style = HouseStyle(reference_docx=REFERENCES[name])
    document = made(style)
    used = set(styles_of(document)) | {
        p.style.name for t in document.tables for p in paragraphs_of(t) if p.style
    }
    assert {"Schrijfregel", "Nog invullen", "toc 1", "Table Caption", "Tabeltekst", "Tabelkop"} <= used
    ids = [s.style_id for s in document.styles]
    assert len(ids) == len(set(ids))
    # Chapters are numbered, though theirs were not.
    number = document.styles["Heading 1"].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    numbering = document.part.numbering_part.element
    kind = numbering.num_having_numId(int(number.get(qn("w:val")))).abstractNumId.val
    (levels,) = [a for a in numbering.iter(qn("w:abstractNum")) if a.get(qn("w:abstractNumId")) == str(kind)]
    assert levels.find(f"{qn('w:lvl')}/{qn('w:lvlText')}").get(qn("w:val")) == "%1."
    path = tmp_path / "plan.docx"
    document.save(str(path))
    found = {str(e) for e in openxml_audit.OpenXmlValidator().validate(str(path)).errors}
    own = tmp_path / "reference.docx"
    own.write_bytes(style.reference_docx or b"")
    theirs = {str(e) for e in openxml_audit.OpenXmlValidator().validate(str(own)).errors}
    assert {p for p in found - theirs if NO_NUMBER not in p} == set()


def paragraphs_of(table: Table) -> list[Paragraph]:
    return [p for row in table.rows for cell in row.cells for p in cell.paragraphs]


def test_what_an_office_has_in_its_footer_stays_there() -> None:
    document = made(HouseStyle(reference_docx=small.offices_reference()))
    first, ours = document.sections[0].footer.paragraphs
    assert first.text == "Postbus 1"
    assert ours.text.startswith("Concept, 9 maart 2027")
    width = sum(int(c.get(qn("w:w"))) for c in document.tables[1]._tbl.tblGrid)
    assert width == pytest.approx(6 * 1440, abs=4), "the paper and the margins are theirs"


def test_a_reference_document_that_is_none_is_refused() -> None:
    for reference in (b"geen zip", small.pandocs_reference("odt")):
        with pytest.raises(DocumentError):
            made(HouseStyle(reference_docx=reference))


def test_the_small_file_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "klein.docx"
    style = HouseStyle(accent="#8a2be2", logo=small.logo())
    path.write_bytes(FORMATS["docx"].write(small.page(style=style)))
    problems = {str(e) for e in openxml_audit.OpenXmlValidator().validate(str(path)).errors}
    assert {p for p in problems if NO_NUMBER not in p} == set()


def test_a_document_without_contents_or_chapters_can_be_made() -> None:
    body = "<h1>Klein</h1><p>Alleen dit.</p>"
    document = reading.word(FORMATS["docx"].write(small.page(body)))
    assert [p.text for p in document.paragraphs] == ["Klein & fijn", "Alleen dit."]


@pytest.mark.parametrize("on", [True, False])
def test_a_letterhead_that_was_switched_off_does_not_come_back(on: bool) -> None:
    theirs = Document()
    section = theirs.sections[0]
    section.first_page_header.paragraphs[0].text = "Briefhoofd"
    section.different_first_page_header_footer = on
    saved = io.BytesIO()
    theirs.save(saved)
    made = reading.word(FORMATS["docx"].write(small.page(style=HouseStyle(reference_docx=saved.getvalue()))))
    header = "".join(p.text for p in made.sections[0].first_page_header.paragraphs)
    assert header == ("Briefhoofd" if on else "")

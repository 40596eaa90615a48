"""Documents without a cover, notes for who fills in a document, and tables to fill in by hand."""

import io
import re
from pathlib import Path

import openxml_audit
import pypdfium2
import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Pt

from content import loader
from documents.catalogue import HOUSE_STYLE
from documents.formats import FORMATS
from documents.formats.layout import SHORT, TITLE_ABOVE
from documents.options import Options
from documents.render import render
from dossier.house_style import NEUTRAL, HouseStyle
from dossier.json_format import from_json
from tests.unit.documents import dossiers, reading, small
from tests.unit.documents.reading import Odt, o
from tests.unit.documents.test_word import NO_NUMBER

EXAMPLES = {n: from_json(text, n, dossiers.dossier().created) for n, text in loader.examples().items()}
SHORT_ONES = ["raadsvoorstel", "typetest_uitslag", "typetest_formulier", "uitvoeringsoverzicht", "draaiboek"]

_HEAD = '<header class="front letterhead"><h1 id="titel">Klein</h1></header><h2 id="een">Een</h2>'
_NOTE = """<div class="guidance" data-custom-style="Toelichting"><p>Let op:</p><ul><li>Punt</li></ul></div>
<ul><li>Geen punt van de noot</li></ul>"""
_TABLE = """<div data-custom-style="Bij tabel"><p>Zij tekenen.</p></div>
<table class="{}"><caption>Tabel</caption>
<colgroup><col style="width: 50%"><col style="width: 50%"></colgroup>
<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><th scope="row">Rij</th><td></td></tr><tr><th scope="row">Rij</th><td></td></tr></tbody></table>"""
BODY = _HEAD + _NOTE + _TABLE.format("to-fill") + _TABLE.format("signatures") + _TABLE.format("facts")


def word_of(style: HouseStyle = NEUTRAL, body: str = BODY) -> WordDocument:
    return reading.word(FORMATS["docx"].write(small.page(body, style)))


def text_of(style: HouseStyle = NEUTRAL, body: str = BODY) -> Odt:
    return Odt(FORMATS["odt"].write(small.page(body, style)))


def name_of(document: WordDocument, words: str) -> str:
    (found,) = [p for p in document.paragraphs if p.text == words and p.style]
    return str(found.style.name) if found.style else ""


def theirs(kind: str) -> HouseStyle:
    """A house style with a reference file that has a header and a footer on every page."""
    if kind == "docx":
        word = Document(io.BytesIO(small.offices_reference()))
        word.sections[0].header.paragraphs[0].text = "Briefhoofd"
        saved = io.BytesIO()
        word.save(saved)
        return HouseStyle(reference_docx=saved.getvalue())
    parts = {"header": "Briefhoofd", "footer": "Postbus 1"}
    filled = "".join(f"<style:{part}><text:p>{said}</text:p></style:{part}>" for part, said in parts.items())
    return HouseStyle(reference_odt=small.with_pages(filled))


def test_what_a_municipality_has_on_every_page_is_on_the_first_of_a_short_document_too() -> None:
    section = word_of(theirs("docx")).sections[0]
    assert not section.different_first_page_header_footer
    assert [p.text for p in section.header.paragraphs] == ["Briefhoofd"]
    assert [p.text.split(",")[0] for p in section.footer.paragraphs] == ["Postbus 1", "Concept"]
    front = text_of(theirs("odt")).by_name["First_20_Page"]
    assert reading.odt_text(front.find(o("style:header"))).strip() == "Briefhoofd"
    assert reading.odt_text(front.find(o("style:footer"))).split(",")[0].split() == [
        "Postbus",
        "1",
        "Concept",
    ]


# The title and the headings.


@pytest.mark.parametrize("name", SHORT_ONES)
def test_the_title_of_a_short_document_stands_at_the_top(name: str) -> None:
    example = EXAMPLES["oldebroek"]
    word = reading.word(render(example, name, "docx", dossiers.TODAY))
    first = word.paragraphs[0]
    assert first.style
    assert first.style.name == TITLE_ABOVE
    assert first.paragraph_format.space_before is None
    assert word.styles[TITLE_ABOVE].paragraph_format.space_before == Pt(0)
    text = Odt(render(example, name, "odt", dossiers.TODAY))
    (title,) = text.in_style(TITLE_ABOVE.replace(" ", "_20_"))
    assert title is next(text.body.iter(o("text:p"), o("text:h")))
    assert style_says(text, TITLE_ABOVE, "fo:margin-top") in ("0pt", "0cm")


def test_a_document_with_contents_has_a_cover(full_word: WordDocument, full_text: Odt) -> None:
    assert name_of(full_word, "Samen sterker") == "Title"
    assert full_word.styles["Title"].paragraph_format.space_before == Pt(190)
    assert full_word.styles["Heading 1"].font.size == Pt(19)
    assert style_says(full_text, "Title", "fo:margin-top") == "190pt"
    assert style_says(full_text, "Heading 1", "fo:font-size") == "19pt"


def test_headings_of_a_short_document_are_smaller_in_our_own_style() -> None:
    word, text = word_of(), text_of()
    for name, (size, before, after) in SHORT.items():
        style = word.styles[name]
        layout = style.paragraph_format
        assert (style.font.size, layout.space_before, layout.space_after) == (Pt(size), Pt(before), Pt(after))
        if TITLE_ABOVE != name != "Voorblad":
            assert style_says(text, name, "fo:font-size") == f"{size}pt"


@pytest.mark.parametrize("reference", [small.pandocs_reference("docx"), small.offices_reference()])
def test_the_title_looks_as_in_a_reference_document_of_ones_own(reference: bytes) -> None:
    document, theirs = word_of(HouseStyle(reference_docx=reference)), reading.word(reference)
    title = document.paragraphs[0].style
    assert title
    assert (title.name, title.base_style and title.base_style.name) == (TITLE_ABOVE, "Title")
    assert title.paragraph_format.space_before == Pt(0)
    assert title.font.size is None
    for name in ("Title", "Heading 1"):
        assert document.styles[name].font.size == theirs.styles[name].font.size


def test_the_title_looks_as_in_a_reference_file_of_ones_own() -> None:
    document = text_of(HouseStyle(reference_odt=small.pandocs_reference("odt")))
    style = document.by_name["Titel_20_boven"]
    assert style.get(o("style:parent-style-name")) == "Title"
    assert style_says(document, TITLE_ABOVE, "fo:margin-top") == "0pt"
    assert style_says(document, TITLE_ABOVE, "fo:font-size") == ""


def style_says(document: Odt, name: str, what: str) -> str:
    style = document.by_name[name.replace(" ", "_20_")]
    return str(next((e.get(o(what)) for e in style.iter() if e.get(o(what))), ""))


def test_the_logo_stands_above_such_a_title() -> None:
    style = HouseStyle(logo=small.logo())
    assert [p.style.name for p in word_of(style).paragraphs[:2] if p.style] == ["Logo", TITLE_ABOVE]
    text = text_of(style)
    assert [text.style_of(p) for p in list(text.body.iter(o("text:p")))[:2]] == ["Logo", "Titel_20_boven"]


# Notes.


def test_a_note_is_a_style_of_its_own_in_every_format() -> None:
    word, text = reading.word((HOUSE_STYLE / "reference.docx").read_bytes()), text_of()
    properties = word.styles["Toelichting"].element.pPr
    assert all(properties.find(qn(tag)) is not None for tag in ("w:shd", "w:pBdr", "w:ind"))
    assert style_says(text, "Toelichting", "fo:background-color") == "#e9f2f5"
    assert '"Toelichting": body' in (HOUSE_STYLE / "document.typ").read_text(encoding="utf-8")


def test_the_points_of_a_note_look_like_the_note_and_no_other_list_does() -> None:
    word = word_of()
    assert [name_of(word, words) for words in ("Let op:", "Punt")] == ["Toelichting", "Toelichting"]
    (point,) = [p.paragraph_format for p in word.paragraphs if p.text == "Punt"]
    note = word.styles["Toelichting"].element.pPr.ind.left
    assert (point.left_indent or 0) + (point.first_line_indent or 0) == note, "within the bar beside it"
    assert name_of(word, "Geen punt van de noot") != "Toelichting"
    text = text_of()
    assert [reading.odt_text(p).strip() for p in text.in_style("Toelichting")] == ["Let op:", "Punt"]
    assert "Merk-" not in word.element.xml + text.archive.read("content.xml").decode()


def test_guidance_in_a_plan_is_a_note() -> None:
    content = render(dossiers.full(), "plan_van_aanpak", "odt", dossiers.TODAY, Options(guidance=True))
    assert len(Odt(content).in_style("Toelichting")) > 15


# Tables to fill in.


def test_a_table_to_fill_in_is_boxes_in_word() -> None:
    document = word_of()
    boxed = [t._tbl.tblPr.find(qn("w:tblBorders")) is not None for t in document.tables]
    assert boxed == [True, True, False]
    head, *rows = document.tables[0].rows
    assert head.height is None
    assert all(row.height and row.height.cm == pytest.approx(1, abs=0.01) for row in rows)
    assert document.styles[name_of_first(document, "Zij tekenen.")].paragraph_format.keep_with_next


def name_of_first(document: WordDocument, words: str) -> str:
    return next(str(p.style.name) for p in document.paragraphs if p.text == words and p.style)


def test_a_table_to_fill_in_is_boxes_in_opendocument() -> None:
    document = text_of()
    looks = [
        {c.get(o("table:style-name")) for c in table.iter(o("table:table-cell"))}
        for table in document.body.iter(o("table:table"))
    ]
    assert looks[0] == looks[1] == {"TableHeaderRowCell", "Box"}
    assert "Box" not in looks[2]
    assert "solid" in style_says(document, "Box", "fo:border")
    assert style_says(document, "RowToFill", "style:min-row-height") == "1.0cm"
    assert style_says(document, "Bij tabel", "fo:keep-with-next") == "always"


@pytest.mark.parametrize("name", ["typetest_formulier", "prestatieafspraak", "draaiboek"])
def test_a_word_file_with_boxes_is_valid(name: str, tmp_path: Path) -> None:
    path = tmp_path / "klein.docx"
    path.write_bytes(render(EXAMPLES["oldebroek"], name, "docx", dossiers.TODAY))
    problems = {str(e) for e in openxml_audit.OpenXmlValidator().validate(str(path)).errors}
    assert {p for p in problems if NO_NUMBER not in p} == set()


# Pages.


def pages_of(name: str, example: str, options: Options | None = None) -> pypdfium2.PdfDocument:
    content = render(EXAMPLES[example], name, "pdf", dossiers.TODAY, options or Options())
    return pypdfium2.PdfDocument(content)


@pytest.mark.parametrize("example", EXAMPLES)
def test_how_many_pages_a_short_document_has(example: str) -> None:
    assert len(pages_of("raadsvoorstel", example)) <= 2
    assert len(pages_of("typetest_formulier", example)) == 3


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_score_card_and_the_timeline_are_on_the_first_page(example: str) -> None:
    for name in ("typetest_uitslag", "uitvoeringsoverzicht"):
        words = pages_of(name, example)[0].get_textpage().get_text_bounded()
        assert "Figuur 1" in words or "De scorekaart." in words or "De activiteiten in de tijd" in words


def test_who_signs_stands_on_the_page_of_the_heading() -> None:
    for page in pages_of("prestatieafspraak", "oldebroek"):
        words = page.get_textpage().get_text_bounded()
        assert ("De partijen tekenen" in words) == bool(
            re.search("Ondertekening[^.]*Functie|Handtekening", words)
        )

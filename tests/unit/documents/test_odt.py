"""The OpenDocument text, opened again and read from inside."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from content import loader
from documents.catalogue import HOUSE_STYLE, DocumentError
from documents.formats import FORMATS, odf
from documents.render import render
from documents.style.check import check
from dossier.house_style import HouseStyle, Part
from tests.unit.documents import dossiers, reading, small
from tests.unit.documents.reading import Odt, o

PARTS = [part.title for part in loader.steps().parts]


def made(style: HouseStyle | None = None, body: str = small.BODY) -> Odt:
    return Odt(FORMATS["odt"].write(small.page(body, style)))


@pytest.fixture(scope="module")
def little() -> Odt:
    return made()


def text(block: Any) -> str:
    return reading.one_spaced(reading.odt_text(block))


def headings(document: Odt, level: int) -> list[Any]:
    return [h for h in document.body.iter(o("text:h")) if h.get(o("text:outline-level")) == str(level)]


def test_open_format_comes_first() -> None:
    assert next(iter(FORMATS)) == "odt"


def kept(reference: bytes) -> bytes:
    """What is kept of a reference file that a municipality brings in."""
    found = check(Part.REFERENCE_ODT, reference)
    assert isinstance(found, bytes), found
    return found


def with_letterhead() -> bytes:
    """A reference file with a picture in its header, of a name that is hard to write in XML."""
    image = '<draw:image xlink:href="Pictures/a&amp;b.png"/>'
    frame = f'<draw:frame svg:width="3cm" svg:height="1cm" text:anchor-type="as-char">{image}</draw:frame>'
    parts = odf.read(small.with_pages(f"<style:header><text:p>{frame}</text:p></style:header>"))
    return odf.write(parts | {"Pictures/a&b.png": small.logo()})


REFERENCES = {
    "ours": (HOUSE_STYLE / "reference.odt").read_bytes(),
    "pandoc's": small.pandocs_reference("odt"),
    "with a letterhead": with_letterhead(),
}


def test_the_file_is_what_it_says(full_odt: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(full_odt)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
        assert archive.read("mimetype").decode() == FORMATS["odt"].media_type


def assert_names_its_parts(odt: bytes) -> None:
    parts = odf.read(odt)
    manifest = etree.fromstring(parts["META-INF/manifest.xml"])
    named = {e.get(o("manifest:full-path")): e.get(o("manifest:media-type")) for e in manifest}
    assert len(named) == len(manifest)
    assert named.pop("/") == FORMATS["odt"].media_type
    assert named.keys() == parts.keys() - {"mimetype", "META-INF/manifest.xml"}
    kinds = {".xml": "text/xml", ".rdf": "application/rdf+xml", ".png": "image/png"}
    assert named == {name: kinds[Path(name).suffix] for name in named}


@pytest.mark.parametrize("name", REFERENCES)
def test_a_file_names_exactly_the_parts_it_has(name: str, full_odt: bytes) -> None:
    reference = kept(REFERENCES[name])
    assert_names_its_parts(reference)
    for odt in (full_odt, FORMATS["odt"].write(small.page(style=HouseStyle(reference_odt=reference)))):
        assert_names_its_parts(odt)


@pytest.mark.parametrize("name", ["full_text", "little"])
def test_every_style_that_is_used_is_there(name: str, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(name)
    known = set(document.by_name)
    keys = ["text:style-name", "table:style-name", "style:parent-style-name", "style:master-page-name"]
    keys += ["style:page-layout-name", "text:visited-style-name"]
    lists = {e.get(o("style:name")) for e in document.content.iter(o("text:list-style"))}
    for part in (document.content, document.styles):
        used = {e.get(o(key)) for part_ in part.iter() for e in [part_] for key in keys} - {None}
        assert used - known - lists == set()
    assert {n for n in known if not re.fullmatch(r"[A-Za-z_][\w.-]*", n)} == set()
    automatic = {s.get(o("style:name")) for s in document.content.find(o("office:automatic-styles"))}
    based_on = {s.get(o("style:parent-style-name")) for s in document.content.iter(o("style:style"))}
    assert automatic & based_on == set(), "what is based on a style of one place alone has no base"


@pytest.mark.parametrize("name", ["full_text", "empty_text"])
def test_the_fifteen_parts_are_numbered_headings_in_order(name: str, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(name)
    chapters = headings(document, 1)
    assert {document.style_of(h) for h in chapters} == {"Heading_20_1"}
    numbered = [h for h in chapters if h.get(o("text:is-list-header")) != "true"]
    assert [text(h) for h in numbered][:15] == PARTS
    assert len(numbered) == (15 if name == "empty_text" else 15 + len(loader.steps().additions))
    assert [h.get(o("text:start-value")) for h in numbered] == ["1", *[None] * (len(numbered) - 1)]
    (first, *others) = document.styles.iter(o("text:outline-level-style"))
    assert (first.get(o("style:num-format")), first.get(o("style:num-suffix"))) == ("1", ".")
    assert not any(level.get(o("style:num-format")) for level in others)
    for heading in chapters:
        unnumbered = heading.get(o("text:is-list-header")) == "true"
        assert (unnumbered and document.look(heading, "fo:break-before") == "page") is unnumbered


def test_the_contents_are_filled_with_links_that_lead_somewhere(full_text: Odt) -> None:
    (contents,) = full_text.body.iter(o("text:table-of-content"))
    chapters = headings(full_text, 1)
    numbers = iter(range(1, 100))
    wanted = [text(h) if h.get(o("text:is-list-header")) else f"{next(numbers)}. {text(h)}" for h in chapters]
    links = list(contents.iter(o("text:a")))
    assert [text(link) for link in links] == wanted
    marks = [h.find(o("text:bookmark-start")).get(o("text:name")) for h in chapters]
    assert [link.get(o("xlink:href")) for link in links] == [f"#{mark}" for mark in marks]
    pages = [link.find(o("text:bookmark-ref")) for link in links]
    assert [p.get(o("text:ref-name")) for p in pages] == marks
    assert {(p.get(o("text:reference-format")), p.text) for p in pages} == {("page", None)}
    assert text(contents.find(f".//{o('text:index-title')}")) == "Inhoud"


def test_every_table_has_a_header_row_that_repeats_and_a_numbered_caption(full_text: Odt) -> None:
    tables = list(full_text.body.iter(o("table:table")))
    assert len(tables) > 15
    for number, table in enumerate(tables, 1):
        (head,) = table.findall(o("table:table-header-rows"))
        assert len(head) == 1
        styles = {full_text.style_of(p) for p in head.iter(o("text:p"))}
        assert styles == {"Table_20_Heading"}
        caption = table.getprevious()
        assert full_text.style_of(caption) == "TableCaption"
        assert text(caption).startswith(f"Tabel {number}. ")
        assert caption.find(o("text:sequence")).text == str(number)
    counters = {c.get(o("text:name")) for c in full_text.body.iter(o("text:sequence-decl"))}
    assert counters == {c.get(o("text:name")) for c in full_text.body.iter(o("text:sequence"))}


def test_columns_fill_the_width_as_given_and_every_row_has_as_many_cells(little: Odt, full_text: Odt) -> None:
    for document in (little, full_text):
        for table in document.body.iter(o("table:table")):
            columns = table.findall(o("table:table-column"))
            widths = [column_width(document, column) for column in columns]
            assert sum(widths) == pytest.approx(
                float((document.look(table, "style:width") or "")[:-2]), abs=0.01
            )
            for row in table.iter(o("table:table-row")):
                assert len(row) == len(columns)
    wide, narrow = little.body.iter(o("table:table"))
    assert little.look(narrow, "style:width") == "16.000cm"
    assert little.look(wide, "style:width") == "24.700cm"
    shares = [column_width(little, c) / 16 for c in narrow.findall(o("table:table-column"))]
    assert shares == pytest.approx([0.2, 0.5, 0.2, 0.1], abs=0.001)


def column_width(document: Odt, column: Any) -> float:
    style = document.by_name[column.get(o("table:style-name"))]
    return float(style[0].get(o("style:column-width"))[:-2])


def test_short_tables_and_rows_stay_together_and_figures_stand_to_the_right(little: Odt) -> None:
    wide, narrow = little.body.iter(o("table:table"))
    assert little.look(wide, "style:may-break-between-rows") is None
    assert little.look(narrow, "style:may-break-between-rows") == "false"
    rows = narrow.findall(o("table:table-row"))
    for row in rows:
        style = little.by_name[row.get(o("table:style-name"))]
        assert style[0].get(o("fo:keep-together")) == "always"
    name, *_, figure = rows[0].iter(o("text:p"))
    assert little.style_of(name) == little.style_of(figure) == "Table_20_Contents"
    assert little.look(figure, "fo:text-align") == "end"


def test_the_picture_says_what_it_shows(full_text: Odt) -> None:
    (frame,) = full_text.body.iter(o("draw:frame"))
    assert "Een behouden koers" in frame.findtext(o("svg:desc"))
    assert frame.getparent().getnext().find(o("text:sequence")).text == "1"
    assert text(frame.getparent().getnext()).startswith("Figuur 1. De scorekaart.")
    image = frame.find(o("draw:image")).get(o("xlink:href"))
    assert full_text.archive.read(image).startswith(b"\x89PNG")


def test_language_page_header_and_footer(full_text: Odt) -> None:
    for default in full_text.styles.iter(o("style:default-style")):
        for properties in default.iter(o("style:text-properties")):
            assert (properties.get(o("fo:language")), properties.get(o("fo:country"))) == ("nl", "NL")
    assert full_text.meta.findtext(f".//{o('dc:language')}") == "nl-NL"
    assert full_text.meta.findtext(f".//{o('dc:date')}") == "2027-03-09T00:00:00"
    standard, front = (full_text.by_name[name] for name in ("Standard", "First_20_Page"))
    size = full_text.by_name[standard.get(o("style:page-layout-name"))][0]
    names = ("page-width", "page-height", "margin-left", "margin-right")
    assert [size.get(o(f"fo:{n}")) for n in names] == ["21.0cm", "29.7cm", "2.5cm", "2.5cm"]
    assert text(standard.find(o("style:header"))) == "Samen sterker"
    footer = standard.find(o("style:footer"))
    assert text(footer) == "Concept, 9 maart 2027 Pagina van"
    assert footer.find(f".//{o('text:page-number')}") is not None
    assert footer.find(f".//{o('text:page-count')}") is not None
    assert len(front) == 0
    assert front.get(o("style:next-style-name")) == "Standard"
    (title,) = full_text.in_style("Title")
    assert (
        full_text.by_name[title.get(o("text:style-name"))].get(o("style:master-page-name")) == "First_20_Page"
    )


def page_of(document: Odt, words: str) -> str | None:
    block = next(b for b in document.body.iter(o("text:p"), o("text:h")) if text(b) == words)
    return str(document.by_name[block.get(o("text:style-name"))].get(o("style:master-page-name")))


def test_pages_lie_where_a_template_says_so_and_stand_again(little: Odt) -> None:
    assert page_of(little, "Twee") == "Landscape"
    assert page_of(little, "Drie") == "Standard"
    assert page_of(little, "Het einde ligt.") == "Landscape"
    lying = little.by_name["Landscape"]
    layouts = [e for e in little.styles.iter(o("style:page-layout")) if e.get(o("style:name")) == "Landscape"]
    (layout,) = layouts
    size = layout[0]
    assert [size.get(o(f"fo:page-{n}")) for n in ("width", "height")] == ["29.7cm", "21.0cm"]
    assert lying.get(o("style:page-layout-name")) == "Landscape"
    assert text(lying.find(o("style:header"))) == "Klein & fijn"
    footer = lying.find(f"{o('style:footer')}/{o('text:p')}")
    stop = next(little.by_name[footer.get(o("text:style-name"))].iter(o("style:tab-stop")))
    assert stop.get(o("style:position")) == "24.70cm"


def test_a_document_without_lying_pages_has_no_such_page() -> None:
    made = Odt(render(dossiers.dossier(), "raadsvoorstel", "odt", dossiers.TODAY))
    assert "Landscape" not in made.by_name


def test_room_to_write_and_a_new_page(little: Odt) -> None:
    lines = little.in_style("Schrijfregel")
    assert [line.text for line in lines] == ["\u00a0"] * 4
    assert text(lines[0].getprevious()) == "Schrijf hier:"
    block = next(p for p in little.body.iter(o("text:p")) if text(p) == "Nieuwe bladzijde.")
    assert little.look(block, "fo:break-before") == "page"
    assert "Merk-" not in etree.tostring(little.content).decode()


def test_a_subheading_before_the_first_chapter_does_not_count_as_one(little: Odt) -> None:
    first = next(h for h in headings(little, 1) if text(h) == "Een")
    assert first.get(o("text:restart-numbering")) == "true"


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_accent_and_logo_of_the_municipality(form: str) -> None:
    document = made(HouseStyle(accent="#8a2be2", logo=small.logo(form)))
    (properties,) = document.by_name["Heading_20_1"].iter(o("style:text-properties"))
    assert properties.get(o("fo:color")) == "#8a2be2"
    (cell,) = document.by_name["TableHeaderRowCell"]
    assert cell.get(o("fo:border-bottom")) == "1.5pt solid #8a2be2"
    assert "#0f4c5c" not in etree.tostring(document.styles).decode()
    first, second = list(document.body.iter(o("text:p")))[:2]
    assert first.findtext(f".//{o('svg:desc')}") == "Logo van Voorbeeldstad"
    frame = first.find(o("draw:frame"))
    inches = [float(frame.get(o(f"svg:{side}")).removesuffix("in")) for side in ("width", "height")]
    assert inches == pytest.approx([7 / 2.54, 7 / 3 / 2.54], abs=0.01)
    assert document.style_of(second) == "Title"
    assert (
        document.by_name[first.get(o("text:style-name"))].get(o("style:master-page-name")) == "First_20_Page"
    )


def test_a_reference_file_that_lacks_our_styles_is_completed() -> None:
    document = made(HouseStyle(reference_odt=small.pandocs_reference("odt")))
    for name in ("Schrijfregel", "Nog_20_invullen", "Contents_20_1", "Contents_20_Heading", "Header"):
        assert document.by_name[name].get(o("style:family")) == "paragraph"
    size = document.by_name[document.by_name["Standard"].get(o("style:page-layout-name"))][0]
    assert size.get(o("fo:page-width")) == "8.5in", "the paper is theirs"
    narrow = list(document.body.iter(o("table:table")))[1]
    assert document.look(narrow, "style:width") == f"{6.5 * 2.54:.3f}cm"
    footer = document.by_name["Standard"].find(o("style:footer"))
    assert len(list(footer.iter(o("text:page-number")))) == 1, "their footer has a number already"
    assert "Concept, 9 maart 2027" in text(footer)
    level = next(document.styles.iter(o("text:outline-level-style")))
    assert level.get(o("style:num-format")) == "1"


@pytest.mark.parametrize("reference", [b"geen zip", small.pandocs_reference("docx")])
def test_a_reference_file_that_is_none_is_refused(reference: bytes) -> None:
    with pytest.raises(DocumentError):
        made(HouseStyle(reference_odt=reference))


@pytest.mark.parametrize("logo", [b"", b"GIF89a", small.logo("GIF"), b"\xff\xd8\xff\xe0"])
@pytest.mark.parametrize("format_name", ["odt", "docx"])
def test_a_logo_that_is_no_picture_is_refused(format_name: str, logo: bytes) -> None:
    with pytest.raises(DocumentError):
        FORMATS[format_name].write(small.page(style=HouseStyle(logo=logo)))


def test_the_same_document_twice_is_the_same_file(full_odt: bytes) -> None:
    assert render(dossiers.full(), "plan_van_aanpak", "odt", dossiers.TODAY) == full_odt


def test_a_document_without_contents_or_chapters_can_be_made() -> None:
    document = made(body="<h1>Klein</h1><p>Alleen dit.</p>")
    assert [text(p) for p in document.body.iter(o("text:p"))] == ["Klein & fijn", "Alleen dit."]

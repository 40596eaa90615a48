"""The PDF, opened again and read from inside: for the archive, for a screen reader, and as it was typed."""

import io
import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pdfua
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from content import loader
from documents.catalogue import DocumentError
from documents.fonts import FAMILIES, MISSING, drawable
from documents.formats import pdf
from documents.page import Page
from documents.render import render
from dossier.house_style import NEUTRAL, HouseStyle
from tests.unit.documents import dossiers, reading
from tests.unit.documents.conftest import made

MARGIN = 70  # in points
PARTS = [part.title for part in loader.steps().parts]


@pytest.fixture(scope="module")
def full() -> bytes:
    return made("full", "pdf")


@pytest.fixture(scope="module")
def empty() -> bytes:
    return made("empty", "pdf")


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def of(body: str, title: str = "Titel", style: HouseStyle = NEUTRAL) -> bytes:
    return pdf.write(Page(title, "Voorbeeldstad", date(2027, 3, 9), body, style))


def one_spaced(body: str) -> str:
    return reading.one_spaced(reading.pdf_text(of(body)))


def tags(content: bytes) -> list[str]:
    return [name for name, _ in reading.pdf_tags(content)]


def alternatives(content: bytes) -> list[str]:
    """The words for every picture."""
    return [str(element.Alt) for name, element in reading.pdf_tags(content) if name == "Figure"]


def sizes(content: bytes) -> list[tuple[float, float]]:
    return [(round(w), round(h)) for w, h in (page.get_size() for page in pypdfium2.PdfDocument(content))]


def pages(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]


def outside(content: bytes) -> list[tuple[int, str]]:
    """What runs into the margin at the right or the left, with its page."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(content), 1):
        text, width = page.get_textpage(), page.get_width()
        for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
            left, bottom, right, top = part.get_bounds()
            if left < MARGIN - 1 or right > width - MARGIN + 1:
                found.append((number, text.get_text_bounded(left, bottom, right, top)))
    return found


@pytest.mark.parametrize("name", ["full", "empty"])
def test_it_says_that_it_is_for_the_archive_and_for_everyone(
    name: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    content = request.getfixturevalue(name)
    document = opened(content)
    meta = document.open_metadata()
    assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("2", "A", "1")
    title = "Samen sterker" if name == "full" else "Plan van aanpak vrijwillige inzet"
    assert meta["dc:title"] == str(document.docinfo.Title) == title
    assert document.Root.Lang == "nl-NL"
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert set(sizes(content)) <= {(595, 842), (842, 595)}
    assert sizes(content)[0] == (595, 842)
    path = tmp_path / "plan.pdf"
    path.write_bytes(content)
    assert list(pdfua.validate(str(path)).findings) == []


def test_every_font_is_in_the_file(full: bytes) -> None:
    document = opened(full)
    fonts = [f for page in document.pages for f in page.Resources.get("/Font", {}).values()]
    assert fonts
    for font in fonts:
        for inner in font.get("/DescendantFonts", [font]):
            descriptor = inner.FontDescriptor
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_the_tags(full: bytes) -> None:
    found = tags(full)
    assert {"H1", "H2", "H3", "Table", "TH", "TD", "Caption", "L", "LI", "TOC", "Link"} <= set(found)
    levels = [int(name[1]) for name in found if re.fullmatch(r"H\d", name)]
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    (words,) = alternatives(full)
    assert words.startswith("Scorekaart van acht bij acht vakjes.")
    assert found.count("Table") == found.count("THead") == found.count("Caption") - 1  # and one of the figure


def headings(content: bytes) -> list[tuple[int, str]]:
    """The bookmarks: level and words."""
    return [(mark.level, mark.get_title()) for mark in pypdfium2.PdfDocument(content).get_toc()]


@pytest.mark.parametrize("name", ["full", "empty"])
def test_the_parts_are_numbered_bookmarks(name: str, request: pytest.FixtureRequest) -> None:
    chapters = [words for level, words in headings(request.getfixturevalue(name)) if level == 0]
    assert chapters[:2] == ["Inhoud", "Inleiding: waar de gemeente staat"]
    assert chapters[2:17] == [f"{n}. {title}" for n, title in enumerate(PARTS, 1)]
    assert chapters[-1] == "Bijlage D. Bronnen"


def test_the_contents_have_links_and_the_right_pages(full: bytes) -> None:
    found = pages(full)
    lines = [reading.one_spaced(line) for line in found[1].splitlines()]
    entries = [re.fullmatch(r"(.+?)[ .]{3,}(\d+)", line) for line in lines]
    contents = {entry[1]: int(entry[2]) for entry in entries if entry}
    chapters = [words for level, words in headings(full) if level == 0 and words != "Inhoud"]
    assert list(contents) == chapters
    for words, number in contents.items():
        assert words in reading.one_spaced(found[number - 1])
    document = opened(full)
    assert [a.Subtype for a in document.pages[1].Annots] == ["/Link"] * len(chapters)


def test_what_stands_around_a_page(full: bytes) -> None:
    first, second, *_ = found = pages(full)
    assert "Pagina" not in first
    for words in ("Samen sterker", "Concept, 9 maart 2027", f"Pagina 2 van {len(found)}"):
        assert words in second


def test_the_front_page(full: bytes) -> None:
    assert pages(full)[0].splitlines() == [
        "Samen sterker",
        "Gemeente Voorbeeldstad",
        "Plan van aanpak vrijwillige inzet",
        "Periode: 2027 tot en met 2030",
        "Concept, 9 maart 2027",
    ]


def test_a_logo_has_words_and_an_accent_colours() -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (40, 20), "#336699").save(drawn, "PNG")
    content = of("<h2>Kop</h2><p>x</p>", style=HouseStyle(accent="#7a2e0e", logo=drawn.getvalue()))
    assert alternatives(content) == ["Logo van Voorbeeldstad"]
    accent = [round(int(part, 16) / 255, 3) for part in ("7a", "2e", "0e")]
    document = opened(content)
    steps = pikepdf.parse_content_stream(document.pages[0])
    colours = [[round(float(x), 3) for x in s.operands] for s in steps if str(s.operator) in ("rg", "scn")]
    assert accent in colours


def test_a_broken_logo_is_a_document_error() -> None:
    with pytest.raises(DocumentError, match=r"document\.typ: "):
        of("<p>x</p>", style=HouseStyle(logo=b"no picture"))


def test_headings_without_words_or_with_a_gap_do_no_harm() -> None:
    content = of("<h2>Een</h2><h5>Diep</h5><h3></h3><h3> \u200b</h3><p>x</p><h6>Dieper</h6>")
    assert [name for name in tags(content) if name.startswith("H")] == ["H1", "H2", "H3"]


def test_signs_that_no_font_has_are_shown_and_told() -> None:
    text = one_spaced("<p>de stad 中文 en א\u0301</p>")
    assert f"de stad {MISSING}{MISSING} en" in text
    assert "Dit bestand kan 3 tekens niet tonen." in text
    assert "Dit bestand kan" not in one_spaced(f"<p>een {MISSING} getekend</p>")


def test_signs_that_belong_together_are_drawn_together_or_not_at_all() -> None:
    for family in ("é", "e\u0301", "👨\u200d👩\u200d👧", "👍🏽", "1\ufe0f\u20e3", "שָׁ", "مُ", "→ ✓ ≤ ½ € ₿"):
        assert drawable(family) == family
    assert drawable("中\u0301א\u0301") == f"{MISSING}\u0301א{MISSING}"
    assert drawable("=\u0338 \u2329") == "≠ \u2329"
    assert drawable("a\u3000b\u2028c\ufeffd") == "a b c\u2060d"


def test_every_sign_the_fonts_claim_can_be_set() -> None:
    """A sign for which that is not so would stop a whole document."""
    signs = [chr(n) for n in range(0x20, 0x20000) if not 0xD800 <= n <= 0xDFFF and n % 7 == 0]
    marks = ["\u0301", "\u05b0", "\u064b", "\u20e3", "\u20dd", "\ufe0f", "\u200d😀", "🏽", "\u200c", "\u0600"]
    pairs = [base + mark for base in "aא中ع→😀☐ \u00a0Ω□1" for mark in marks]
    body = "".join(f"<p>{''.join(some)}</p>" for some in (signs, marks, pairs) for some in [some])
    body = re.sub("[<>&](?![p/])", "", body)
    assert of(f"{body}<p><b>{' '.join(pairs)}</b> <i>{' '.join(pairs)}</i></p>").startswith(b"%PDF")
    assert len(FAMILIES) == 7


LONG_WORD = "z" * 2400


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG_WORD}</p><ul><li>{LONG_WORD}</li></ul><h2 class='unnumbered'>{LONG_WORD[:300]}</h2>",
        f"<table><colgroup><col style='width: 8%'><col style='width: 92%'></colgroup><thead><tr><th>Nr.</th>"
        f"<th>Wat</th></tr></thead><tbody><tr><td>{LONG_WORD[:50]}</td><td>{LONG_WORD}</td></tr></tbody></table>",
        "<table><tbody><tr><td>a</td><td>b</td><td>http://www.vrijwilligers.example/een/heel/lang/adres-zonder-"
        "einde/123456789</td><td>naam{{ 7*7 }}wordt[ hier( zo lang</td></tr></tbody></table>",
    ],
)
def test_a_word_without_end_stays_within_the_margins(body: str) -> None:
    content = of(body, title=LONG_WORD[:300])
    assert outside(content) == []
    plain = "".join(re.sub(r"<[^>]*>", " ", body).split())
    assert plain in "".join(reading.pdf_text(content).replace("•", "").split())


@pytest.mark.parametrize("title", ["W" * 300, "Welzijn " * 40])
def test_a_long_title_stays_within_the_margins_above_every_page(title: str) -> None:
    content = of("<h2>Kop</h2>" + "<p>Regel.</p>" * 90, title=title)
    assert outside(content) == []
    second = pages(content)[1]
    assert "".join(title.split())[:90] in "".join(second.split())


def rows(count: int, text: str) -> str:
    body = "".join(f"<tr><th scope='row'>rij {n}</th><td>{text}</td></tr>" for n in range(count))
    return (
        "<table><caption>Lijst</caption><colgroup><col style='width: 30%'><col style='width: 70%'></colgroup>"
        f"<thead><tr><th scope='col'>Naam</th><th scope='col'>Tekst</th></tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def test_a_long_cell_goes_on_over_the_page_and_headers_come_back() -> None:
    found = pages(of(rows(2, "woord " * 1700)))
    assert len(found) > 3
    assert all("Naam" in page for page in found)


@pytest.mark.parametrize("count", range(40, 75, 2))
def test_no_row_stands_alone_under_a_repeated_header(count: int) -> None:
    last = pages(of(rows(count, "kort")))[-1]
    assert last.count("rij ") >= 2


def test_short_rows_are_not_broken() -> None:
    found = pages(of(rows(30, "<br>".join(f"regel{n}" for n in range(6)))))
    assert len(found) > 2
    assert all(page.count("regel0") == page.count("regel5") for page in found)
    assert sum(page.count("regel5") for page in found) == 30


def test_blocks_that_only_some_documents_have() -> None:
    content = of(
        '<p>een</p><div class="page-break"></div><p>twee</p><div class="writing"></div>'
        '<div class="landscape"><table><tbody><tr><td>breed</td></tr></tbody></table></div>'
        '<div data-custom-style="Onbekend"><p>drie <span data-custom-style="Ook">vier</span></p></div>'
        '<blockquote><p>vijf</p></blockquote><ol start="3"><li>zes</li></ol><hr>'
        "<p><q>zeven</q> <code>acht</code> "
        '<a href="https://example.nl">negen</a> <a href="#kop">tien</a> <a href="#weg">elf</a> '
        '<a>twaalf</a></p><h2 id="kop">Kop</h2><dl><dt>term</dt><dd>uitleg</dd></dl>'
        "<p><em>schuin</em> <u>x</u> <s>y</s> H<sub>2</sub>"
        "<sup>3</sup></p>"
    )
    assert sizes(content) == [(595, 842), (595, 842), (842, 595), (595, 842)]
    text = reading.one_spaced(reading.pdf_text(content))
    for words in ("drie vier", "vijf", "“zeven” acht negen tien elf twaalf", "1. Kop", "uitleg"):
        assert words in text
    document = opened(content)
    assert [a.Subtype for page in document.pages for a in page.get("/Annots", [])] == ["/Link"] * 2


def test_what_it_cannot_set_is_a_document_error() -> None:
    with pytest.raises(DocumentError, match="no way to set Math"):
        of("<p><math><mi>x</mi></math></p>")


def test_the_same_document_gives_the_same_file(full: bytes) -> None:
    assert made("full", "pdf") == full


def test_two_hundred_activities() -> None:
    items = [
        dossiers.item("activity", f"a{n}", title=f"Activiteit {n}.", who="Steunpunt", start=date(2027, 1, 1))
        for n in range(200)
    ]
    content = render(dossiers.dossier(*items), "plan_van_aanpak", "pdf", dossiers.TODAY)
    text = reading.pdf_text(content)
    assert all(text.count(f"Activiteit {n}.") >= 2 for n in range(200))
    assert outside(content) == []


@pytest.mark.parametrize(
    "odd", ["≠\u200d★", "\u0308\u200b\u0301", "🏽👍\u200d", "🇳 a🇱", "\ufeff\u0301", "ย\u200d日"]
)
def test_signs_that_no_font_puts_together_do_not_stop_a_document(odd: str) -> None:
    content = of(f"<h2>Kop</h2><p>voor {odd} na</p><table><tr><td>{odd}</td></tr></table>", title=f"T {odd}")
    assert "voor" in reading.pdf_text(content)

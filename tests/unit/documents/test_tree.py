"""What the formats share: the tree that pandoc reads, and the pictures that it is spared."""

import io
import zipfile

import pytest
from docx.oxml.ns import qn

from content import loader
from content.terms import appearing
from documents import pandoc
from documents.formats import FORMATS
from documents.formats.pdf_words import pieces
from documents.page import Page
from documents.source import source_of
from tests.unit.documents import dossiers, reading, small
from tests.unit.documents.reading import o

KINDS = ("Str", "Code", "CodeBlock")
_DRAWING = (
    '<figure><svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" viewBox="0 0 9 9"'
    ' aria-label="{}."><rect width="9" height="9" fill="{}"/></svg></figure>'
)


def test_text_that_stands_side_by_side_is_one_element() -> None:
    tree = pandoc.read("<p> een <b>twee drie </b> vier<br>vijf zes </p><p></p>")
    (paragraph,) = [block for block in tree["blocks"] if block["t"] == "Para"]
    one, space, bold, *rest = paragraph["c"]
    assert (one, space) == ({"t": "Str", "c": "een"}, {"t": "Space"})
    assert bold == {"t": "Strong", "c": [{"t": "Str", "c": "twee drie"}]}
    assert [part.get("c", part["t"]) for part in rest] == ["Space", "vier", "LineBreak", "vijf zes"]


def test_what_pandoc_leaves_out_between_two_texts_takes_none_with_it() -> None:
    tree = pandoc.read(
        "los<p>een<time>twee</time>drie 12; &lt;b&gt; &amp;amp; <code>vier</code></p><pre>vijf</pre>"
    )
    texts = [
        e["c"] if e["t"] == "Str" else e["c"][1] for e in pandoc.elements(tree["blocks"]) if e["t"] in KINDS
    ]
    assert texts == ["los", "eentweedrie 12; <b> &amp;", "vier", "vijf"]


@pytest.mark.parametrize("chapters", [0, 1, 2, 5])
def test_a_document_that_is_read_in_halves_is_whole(chapters: int) -> None:
    text = "".join(
        f'<div class="landscape"><h2 id="in-{n}">In {n}</h2><p>Ligt {n}.</p></div>'
        f'<h2 id="op-{n}">Op {n}</h2><p>Staat {n}.</p>'
        for n in range(chapters)
    )
    found = source_of("Titel", f"<p>Vooraf</p>{text}<p>Ten slotte</p>").tree["blocks"]
    words = [part["c"] for part in pandoc.elements(found) if part["t"] == "Str"]
    said = [word for n in range(chapters) for word in (f"In {n}", f"Ligt {n}.", f"Op {n}", f"Staat {n}.")]
    assert words == ["Vooraf", *said, "Ten slotte"]
    assert len([block for block in found if block["t"] == "Div"]) == chapters


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_the_pictures_in_a_file_are_those_that_were_drawn(name: str) -> None:
    drawings = "".join(_DRAWING.format(word, colour) for word, colour in (("Rood", "red"), ("Wit", "#fff")))
    page = Page("T", "M", dossiers.TODAY, drawings)
    with zipfile.ZipFile(io.BytesIO(FORMATS[name].write(page))) as kept:
        pictures = {kept.read(path) for path in kept.namelist() if path.endswith(".png")}
    assert pictures == {figure.png for figure in page.source.figures.values()}
    assert len(pictures) == 2


def test_a_long_word_is_looked_at_in_no_time() -> None:
    strange = "ui" * 19 + "1x"  # no word, and the vowels of it can be divided in half a million ways
    assert ("Long", strange) in list(pieces(strange, 2.0))
    assert ("Syllables", "onderwijsvernieuwing") in list(pieces("onderwijsvernieuwing", 9.0))


def test_a_term_appears_as_whole_words_in_capitals_or_not() -> None:
    term = loader.glossary().terms[0].model_copy(update={"term": "Sociaal domein", "also": ("Wmo",)})
    for text in ("sociaal domein", "HET SOCIAAL DOMEIN.", "(wmo)", "Wmobeleid en Wmo"):
        assert appearing([term], text) == (term,), text
    for text in ("", "sociaal domeinen", "asociaal domein", "wmo2015", "wmo_x"):
        assert appearing([term], text) == (), text
    assert appearing(loader.glossary().terms, "") == ()


def test_the_lines_of_a_writing_area_stay_together() -> None:
    page = small.page()
    word = reading.word(FORMATS["docx"].write(page))
    lines = [p for p in word.paragraphs if p.style and p.style.name == "Schrijfregel"]
    assert [bool(line.paragraph_format.keep_with_next) for line in lines] == [True, True, True, False]
    odt = reading.Odt(FORMATS["odt"].write(page))
    own = [p.get(o("text:style-name")) for p in odt.body.iter(o("text:p"))]
    kept, *others = [name for name in own if name.startswith("Schrijfregel")]
    assert others == ["Schrijfregel", kept, "Schrijfregel"], "two by two"
    line = odt.body.find(f".//*[@{o('text:style-name')}='{kept}']")
    assert odt.look(line, "fo:keep-with-next") == "always"


def test_a_list_stands_in_no_further_than_it_needs_and_has_white_below_it() -> None:
    lists = (
        "<ul><li>een<ul><li>dieper</li></ul></li><li>twee</li></ul><p>Daarna.</p><ul></ul><ul><li></li></ul>"
    )
    page = small.page(f"<h2>Kop</h2>{lists}")
    word = reading.word(FORMATS["docx"].write(page))
    levels = [
        level
        for kind in word.part.numbering_part.element.iterchildren(qn("w:abstractNum"))
        if int(kind.get(qn("w:abstractNumId"))) >= 990
        for level in kind.iterchildren(qn("w:lvl"))
    ]
    lefts = {level.get(qn("w:ilvl")): level.find(f".//{qn('w:ind')}").get(qn("w:left")) for level in levels}
    assert (lefts["0"], lefts["1"]) == ("360", "720")
    points = [p for p in word.paragraphs if p.text in ("een", "dieper", "twee")]
    assert [bool(p.paragraph_format.space_after) for p in points] == [False, False, True]
    odt = reading.Odt(FORMATS["odt"].write(page))
    levels = list(odt.content.iter(o("text:list-level-style-bullet")))
    lefts = {level.get(o("text:level")): level[0][0] for level in levels}
    assert [lefts[n].get(o("fo:margin-left")) for n in ("1", "2")] == ["0.63cm", "1.26cm"]
    white = {reading.odt_text(p).strip(): odt.look(p, "fo:margin-bottom") for p in odt.body.iter(o("text:p"))}
    assert white["twee"] == "0.28cm" != white["een"]

"""Form in a document: real lists, bold words and links in Word, beside the numbers of the headings."""

import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

import openxml_audit
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from documents.formats import FORMATS
from documents.markup import with_form
from documents.page import Page
from documents.render import render
from tests.unit.documents import dossiers, reading
from tests.unit.documents.test_literal import NASTY
from tests.unit.documents.test_word import NO_NUMBER, PARTS, headings, is_numbered

TEXT = """De gemeente **kiest**:
- een steunpunt
- een bedrag
  - per jaar

Daarna:
1. praten
2. doen
5. meten

Lees [de handreiking](https://voorbeeld.nl/a?b=c&d=e)."""


def answered(text: str = TEXT, *, formatted: bool = True) -> bytes:
    """The plan with one text in it."""
    one = dossiers.item("answer", question="plan.rollen", text=text, formatted=formatted)
    return render(dossiers.dossier(one), "plan_van_aanpak", "docx", dossiers.TODAY)


def in_a_cell() -> bytes:
    """A document with a table that has a text with form in a cell."""
    body = (
        '<h1 id="titel">T</h1><table><caption>C</caption>'
        '<colgroup><col style="width: 30%"><col style="width: 70%"></colgroup>'
        '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
        f'<tbody><tr><th scope="row">a</th><td>{with_form(TEXT)}</td></tr></tbody></table><p>Einde</p>'
    )
    return FORMATS["docx"].write(Page(title="T", municipality="M", today=dossiers.TODAY, body=body))


@pytest.fixture(scope="module", params=["block", "cell"])
def word(request: pytest.FixtureRequest) -> WordDocument:
    return reading.word(answered() if request.param == "block" else in_a_cell())


def paragraphs(document: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph, of its tables too, in order."""
    yield from (Paragraph(p, document._body) for p in document.element.body.iter(qn("w:p")))


def listed(document: WordDocument) -> dict[str, tuple[str, int, int]]:
    """Of each paragraph in a list: how it is numbered, its level, and what its list begins with."""
    numbering = document.part.numbering_part.element
    abstract = {a.get(qn("w:abstractNumId")): a for a in numbering.iter(qn("w:abstractNum"))}
    lists = {n.get(qn("w:numId")): n for n in numbering.iter(qn("w:num"))}
    found = {}
    for paragraph in paragraphs(document):
        number = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if number is None or number.find(qn("w:numId")).get(qn("w:val")) == "0":
            continue
        level = number.find(qn("w:ilvl")).get(qn("w:val"))
        chosen = lists[number.find(qn("w:numId")).get(qn("w:val"))]
        described = next(
            one
            for one in abstract[chosen.find(qn("w:abstractNumId")).get(qn("w:val"))].iter(qn("w:lvl"))
            if one.get(qn("w:ilvl")) == level
        )
        starts = [e.get(qn("w:val")) for e in chosen.iter(qn("w:startOverride"))] or ["1"]
        kind = described.find(qn("w:numFmt")).get(qn("w:val"))
        found[paragraph.text] = (kind, int(level), int(starts[0]))
    return found


def test_lists_are_lists_of_word(word: WordDocument) -> None:
    assert listed(word) == {
        "een steunpunt": ("bullet", 0, 1),
        "een bedrag": ("bullet", 0, 1),
        "per jaar": ("bullet", 1, 1),
        "praten": ("decimal", 0, 1),
        "doen": ("decimal", 0, 1),
        "meten": ("decimal", 0, 5),
    }


def test_bold_words_are_bold_and_no_others(word: WordDocument) -> None:
    (paragraph,) = [p for p in paragraphs(word) if p.text == "De gemeente kiest:"]
    assert [run.text for run in paragraph.runs if run.bold] == ["kiest"]


def test_a_link_leads_to_its_address(word: WordDocument) -> None:
    (paragraph,) = [p for p in paragraphs(word) if p.text == "Lees de handreiking."]
    (link,) = paragraph.hyperlinks
    assert (link.text, link.address) == ("de handreiking", "https://voorbeeld.nl/a?b=c&d=e")


def test_the_headings_keep_their_numbers() -> None:
    word = reading.word(answered())
    assert [h for h in headings(word, 1) if is_numbered(word, h)][:15] == PARTS


def test_a_file_with_form_is_valid(tmp_path_factory: pytest.TempPathFactory) -> None:
    for name, made in (("block", answered()), ("cell", in_a_cell())):
        path = tmp_path_factory.mktemp("word") / f"{name}.docx"
        path.write_bytes(made)
        problems = {str(e) for e in openxml_audit.OpenXmlValidator().validate(str(path)).errors}
        assert {p for p in problems if NO_NUMBER not in p} == set()


def test_a_text_without_form_is_literal_in_word() -> None:
    word = reading.word(answered(formatted=False))
    assert listed(word) == {}
    assert reading.one_spaced(TEXT) in reading.one_spaced(reading.word_text(word))


@pytest.mark.parametrize("format_name", ["html", "docx"])
def test_nasty_texts_with_form_are_safe_and_whole(format_name: str) -> None:
    items = [
        dossiers.item("answer", f"a{n}", question="plan.rollen", text=f"plek{n}\n\n{text}", formatted=True)
        for n, text in enumerate(NASTY)
    ]
    made = render(dossiers.dossier(*items), "plan_van_aanpak", format_name, dossiers.TODAY)
    if format_name == "html":
        page = reading.html(made)
        assert page.find_all(["script", "b", "img"]) == []
        text = page.get_text()
    else:
        text = reading.word_text(reading.word(made))
        with ZipFile(io.BytesIO(made)) as parts:
            targets = re.findall(
                r'Target="([^"]*)" TargetMode', parts.read("word/_rels/document.xml.rels").decode()
            )
        assert targets == ["http://x.nl"]
    shown = re.sub(r"[\s*\\\[\]()\-0-9.]", "", text)
    for nasty in NASTY:
        wanted = re.sub(r"[\s*\\\[\]()\-0-9.]", "", nasty.replace("](http://x.nl)", "]"))
        assert wanted in shown

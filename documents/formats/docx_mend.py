"""What pandoc leaves out of a Word document: contents, footer, widths, and rows that stay together."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length, Pt, Twips
from docx.text.paragraph import Paragraph

from content.loader import texts
from documents.formats.docx_tables import mend_table, text_width
from documents.page import Page
from documents.source import CONTENTS
from stappenplan.dutch import day

TEXTS = "document_tekst"


def mend(docx: bytes, page: Page) -> bytes:
    """The Word document that pandoc made of ``page``, complete."""
    word = Document(io.BytesIO(docx))
    chapters = [(name, p) for name, p in _named(word) if _style(p) == "Heading 1"]
    numbered = dict(_number_headings(chapters, page))
    for name, heading in chapters:
        if name == CONTENTS:
            _contents(word, heading, [(n, p) for n, p in chapters if n != CONTENTS], numbered)
    for table in word.tables:
        mend_table(word, table)
    _pictures(word)
    _footer(word, page)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def _named(word: WordDocument) -> Iterator[tuple[str, Paragraph]]:
    """Every paragraph that a bookmark stands right before, with the bookmark's name."""
    for mark in word.element.body.iterchildren(qn("w:bookmarkStart")):
        following = mark.getnext()
        if following is not None and following.tag == qn("w:p"):
            yield mark.get(qn("w:name")), Paragraph(following, word)


def _style(paragraph: Paragraph) -> str:
    return paragraph.style.name or "" if paragraph.style else ""


def _number_headings(chapters: list[tuple[str, Paragraph]], page: Page) -> Iterator[tuple[str, int]]:
    """Give the numbers Word will count; what has no number gets none, and begins on a new page."""
    number = 0
    for name, heading in chapters:
        if f'id="{name}" class="unnumbered"' in page.body:
            properties = heading._p.get_or_add_pPr()
            properties.get_or_add_numPr().get_or_add_numId().val = 0
            heading.paragraph_format.left_indent = heading.paragraph_format.first_line_indent = Length(0)
            heading.paragraph_format.page_break_before = True
            heading.paragraph_format.space_before = Pt(0)
        else:
            number += 1
            yield name, number


def _contents(
    word: WordDocument, heading: Paragraph, chapters: list[tuple[str, Paragraph]], numbers: dict[str, int]
) -> None:
    """A field that Word fills again on request, filled now with links to the chapters."""
    heading.style = word.styles["TOC Heading"]
    last = heading
    for name, chapter in chapters:
        entry = Paragraph(OxmlElement("w:p"), heading._parent)
        last._p.addnext(entry._p)
        entry.style, last = word.styles["toc 1"], entry
        number = f"{numbers[name]}.\t" if name in numbers else ""
        entry._p.append(_link(name, number + chapter.text))
    lines = [heading._p.getnext(), last._p]
    for run in reversed((_mark("begin"), _instruction('TOC \\o "1-1" \\h \\z'), _mark("separate"))):
        lines[0].insert(1, run)
    lines[1].append(_mark("end"))


def _mark(kind: str) -> BaseOxmlElement:
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def _instruction(text: str) -> BaseOxmlElement:
    return parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>')


def _link(anchor: str, text: str) -> BaseOxmlElement:
    link = OxmlElement("w:hyperlink", {qn("w:anchor"): anchor, qn("w:history"): "1"})
    run = OxmlElement("w:r")
    for n, part in enumerate(text.split("\t")):
        if n:
            run.append(OxmlElement("w:tab"))
        words = OxmlElement("w:t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        words.text = part
        run.append(words)
    link.append(run)
    return link


def _pictures(word: WordDocument) -> None:
    """Pandoc names an embedded picture after its whole data; the alternative text is what it says."""
    for inline in word.element.body.iter(qn("wp:inline")):
        words = inline.find(qn("wp:docPr")).get("descr")
        for inner in inline.iter(qn("pic:cNvPr")):
            inner.set("descr", words)


def _footer(word: WordDocument, page: Page) -> None:
    text = texts(TEXTS)
    line = word.sections[0].footer.paragraphs[0]
    line.style = word.styles["Footer"]
    line.paragraph_format.tab_stops.add_tab_stop(Twips(text_width(word)), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(page.title).add_break()
    line.add_run(text("footer", date=day(page.today)) + "\t")
    before, after = text("footer_page", page="\t").split("\t")
    line.add_run(before)
    for run in (_mark("begin"), _instruction("PAGE"), _mark("separate"), _mark("end")):
        line._p.append(run)
    line.add_run(after)

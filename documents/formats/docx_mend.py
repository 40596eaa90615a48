"""What pandoc leaves out of a Word document: contents, numbers, header and footer, widths, and pages."""

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.image import ImagePart
from docx.shared import Length, Pt, Twips
from docx.text.paragraph import Paragraph

from documents.formats.docx_contents import fill_contents
from documents.formats.docx_lists import mend_lists
from documents.formats.docx_names import Styles, keep_with_next, q, style_of
from documents.formats.docx_page import complete_page, obey_marks, text_width
from documents.formats.docx_reference import number_chapters, recolour, tighten
from documents.formats.docx_running import header_and_footer
from documents.formats.docx_tables import mend_table
from documents.formats.layout import (
    TITLE_ABOVE,
    WRITING_LINE,
    is_short,
    is_to_fill,
    kinds_of_tables,
)
from documents.formats.outline import Chapter, chapters
from documents.formats.pictures import LOGO, by_stand_in
from documents.page import Page
from documents.pandoc import Tree
from documents.source import Source


def mend(docx: bytes, page: Page, tree: Tree) -> bytes:
    """The Word document that pandoc made of ``tree``, complete."""
    word = Document(io.BytesIO(docx))
    styles, short = Styles(word), is_short(tree)
    headings = dict(_headings(word, {chapter.name: chapter for chapter in chapters(tree)}))
    for chapter, heading in headings.items():
        if chapter.number is None:
            _without_number(Paragraph(heading, word))
    number_chapters(word, styles)
    fill_contents(headings, styles)
    mend_lists(word, styles)
    _lines_together(word, styles)
    _captions(word)
    _pictures(word, page.source)
    if short:
        _title_above(word, styles)
        tighten(styles, page.style)
    _logo_first(word, styles)
    complete_page(word)
    wide = obey_marks(word)
    section = word.sections[0]
    across = text_width(section)
    along = across + ((section.page_height or 0) - (section.page_width or 0)) // Twips(1)
    tables = list(word.element.body.iter(q("w:tbl")))
    for table, kinds in zip(tables, kinds_of_tables(tree), strict=True):
        mend_table(table, styles, along if table in wide else across, is_to_fill(kinds))
    header_and_footer(word, page, styles, short)
    recolour(word, page.style)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def _headings(word: WordDocument, outline: dict[str, Chapter]) -> Iterator[tuple[Chapter, BaseOxmlElement]]:
    """Every chapter with its heading: the paragraph that a bookmark of its name stands right before."""
    for mark in word.element.body.iterchildren(q("w:bookmarkStart")):
        following, chapter = mark.getnext(), outline.get(mark.get(q("w:name")))
        if chapter and following is not None and following.tag == q("w:p"):
            yield chapter, following


def _without_number(heading: Paragraph) -> None:
    """What has no number begins on a new page."""
    heading._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 0
    layout = heading.paragraph_format
    layout.left_indent = layout.first_line_indent = Length(0)
    layout.page_break_before = True
    layout.space_before = Pt(0)


def _captions(word: WordDocument) -> None:
    """A dot behind the number of a caption, as on the web page."""
    for field in word.element.body.iter(q("w:fldSimple")):
        behind = next(field.itersiblings(q("w:r")), None)
        text = None if behind is None else behind.find(q("w:t"))
        if text is not None and (text.text or "").startswith(": "):
            text.text = ". " + (text.text or "")[2:]


def _lines_together(word: WordDocument, styles: Styles) -> None:
    """The lines of a writing area, and so its heading, stay on one page."""
    line = styles.ids.get(WRITING_LINE.casefold())
    for paragraph in word.element.body.iterchildren(q("w:p")):
        following = paragraph.getnext()
        if style_of(paragraph) == line and following is not None and style_of(following) == line:
            keep_with_next(paragraph)


def _pictures(word: WordDocument, source: Source) -> None:
    """Pandoc names an embedded picture after its whole data; the alternative text is what it says."""
    real = by_stand_in(source)
    for part in word.part.related_parts.values():
        if isinstance(part, ImagePart):
            part._blob = real.get(part.blob, part.blob)
    for inline in word.element.body.iter(q("wp:inline")):
        for side in "TBLR":
            inline.set(f"dist{side}", "0")  # LibreOffice keeps a distance where nothing is said
        words = inline.find(q("wp:docPr")).get("descr")
        for inner in inline.iter(q("pic:cNvPr")):
            inner.set("descr", words)


def _title_above(word: WordDocument, styles: Styles) -> None:
    title = styles.id("Title")
    for paragraph in word.element.body.iterchildren(q("w:p")):
        if style_of(paragraph) == title:
            styles.put(paragraph, TITLE_ABOVE)


def _logo_first(word: WordDocument, styles: Styles) -> None:
    """The logo goes above the title, with which pandoc begins."""
    body = word.element.body
    logo = next(
        (p for p in body.iterchildren(q("w:p")) if style_of(p) == styles.ids.get(LOGO.casefold())), None
    )
    if logo is not None:
        body.insert(0, logo)

"""The pages of a Word document: how large they are, new ones, and sections whose pages lie."""

import io
from copy import deepcopy

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Cm, Length, Twips

from documents.formats.docx_names import paragraphs, q, style_of
from documents.formats.layout import A4, LANDSCAPE, MARGIN, PAGE_BREAK, PORTRAIT

_MARKS = (LANDSCAPE, PORTRAIT, PAGE_BREAK)
_OUTSIDE = (q("w:bookmarkStart"), q("w:bookmarkEnd"))
_NO_HEIGHT = f"""<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0" w:line="20"
w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>"""


def text_width(section: Section) -> int:
    """The width between the margins, in twentieths of a point."""
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return width // Twips(1)


def room(docx: bytes) -> float:
    """How wide and high the text of a document is at least, on pages that stand or lie, in centimetres."""
    page = Document(io.BytesIO(docx)).sections[0]
    across = (page.left_margin or 0) + (page.right_margin or 0) + (page.gutter or 0)
    along = abs(page.top_margin or 0) + abs(page.bottom_margin or 0)  # less than nothing: exactly so much
    return float(Length(min(page.page_width or 0, page.page_height or 0) - max(across, along)).cm)


def first_page_parts(section: Section) -> list[BaseOxmlElement]:
    """What names the header and the footer that a section has for its first page."""
    return [part for part in section._sectPr if part.get(q("w:type")) == "first"]


def complete_page(word: WordDocument) -> None:
    """A reference document need not say how large its page is."""
    section = word.sections[0]
    if section.page_width is None or section.page_height is None:
        section.page_width, section.page_height = map(Cm, A4)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        if getattr(section, side) is None:
            setattr(section, side, Cm(MARGIN))


def obey_marks(word: WordDocument) -> set[BaseOxmlElement]:
    """Begin new pages where the marks say so and take the marks away; gives the tables on pages that lie."""
    body, lying = word.element.body, False
    wide: set[BaseOxmlElement] = set()
    for block in list(body):
        kind = style_of(block)
        if kind not in _MARKS:
            wide.update(block.iter(q("w:tbl")) if lying else ())
            continue
        if kind == PAGE_BREAK:
            _break_before(block)
        else:
            _end_section(block, body.sectPr, lying)
            lying = kind == LANDSCAPE
        body.remove(block)
    _last_section(word)
    return wide


def _break_before(mark: BaseOxmlElement) -> None:
    following = mark.getnext()
    while following is not None and following.tag in _OUTSIDE:
        following = following.getnext()
    first = None if following is None else next(paragraphs(following), None)
    if first is not None and style_of(first) not in (LANDSCAPE, PORTRAIT):
        first.get_or_add_pPr().get_or_add_pageBreakBefore()


def _before(block: BaseOxmlElement) -> BaseOxmlElement | None:
    previous: BaseOxmlElement | None = block.getprevious()
    while previous is not None and previous.tag in _OUTSIDE:
        previous = previous.getprevious()
    return previous


def _end_section(mark: BaseOxmlElement, final: BaseOxmlElement, lying: bool) -> None:
    """What stands before the mark, back to where the section before it ended, is a section."""
    previous = _before(mark)
    if previous is None or previous.find(f"{q('w:pPr')}/{q('w:sectPr')}") is not None:
        return
    if previous.tag != q("w:p"):  # Word keeps what a section is like in its last paragraph
        previous = parse_xml(_NO_HEIGHT)
        mark.addprevious(previous)
    section = deepcopy(final)
    if lying:
        _lay_down(section)
    previous.get_or_add_pPr().append(section)


def _lay_down(properties: BaseOxmlElement) -> None:
    size = properties.find(q("w:pgSz"))
    width, height = size.get(q("w:w")), size.get(q("w:h"))
    size.set(q("w:w"), height)
    size.set(q("w:h"), width)
    size.set(q("w:orient"), "landscape")


def _last_section(word: WordDocument) -> None:
    """Pages that lie and end the document are the last section; the first alone has a front page."""
    final = word.element.body.sectPr
    previous = _before(final)
    kept = None if previous is None else previous.find(f"{q('w:pPr')}/{q('w:sectPr')}")
    if kept is not None:
        kept.getparent().remove(kept)
        word.element.body.replace(final, kept)
    for number, section in enumerate(word.sections):
        if not section.different_first_page_header_footer:
            # What it has for a first page was switched off, and would come back.
            for part in first_page_parts(section):
                section._sectPr.remove(part)
        section.different_first_page_header_footer = number == 0

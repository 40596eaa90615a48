"""The pages of a Word document: header and footer, new pages, and sections whose pages lie."""

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer, _Header
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from documents.formats.docx_names import Styles, paragraphs, q, style_of
from documents.formats.layout import LANDSCAPE, PAGE_BREAK, PORTRAIT
from documents.formats.running import PAGE, PAGES, concept, page_of_pages
from documents.page import Page

_MARKS = (LANDSCAPE, PORTRAIT, PAGE_BREAK)
_FIELDS = {PAGE: "PAGE", PAGES: "NUMPAGES"}
_OUTSIDE = (q("w:bookmarkStart"), q("w:bookmarkEnd"))
_NO_HEIGHT = f"""<w:p {nsdecls("w")}><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>
<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>"""


def text_width(section: Section) -> int:
    """The width between the margins, in twentieths of a point."""
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return width // Twips(1)


def obey_marks(word: WordDocument) -> set[BaseOxmlElement]:
    """Begin new pages where the marks say so and take the marks away; gives the tables on pages that lie."""
    body, lying, wide = word.element.body, False, set()
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
    previous = block.getprevious()
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
    """When nothing comes behind pages that lie, theirs is the last section; the first alone has a front page."""
    final = word.element.body.sectPr
    previous = _before(final)
    kept = None if previous is None else previous.find(f"{q('w:pPr')}/{q('w:sectPr')}")
    if kept is not None:
        kept.getparent().remove(kept)
        word.element.body.replace(final, kept)
    for number, section in enumerate(word.sections):
        section.different_first_page_header_footer = number == 0


def header_and_footer(word: WordDocument, page: Page, styles: Styles) -> None:
    """Header and footer of every section; what a reference document has in its own stays there."""
    first, *others = word.sections
    _put_header(first.header, page, styles)
    theirs = _holds_something(first.footer)
    _put_footer(first, page, styles)
    turned = first
    for section in others:
        for part in section._sectPr.findall(q("w:headerReference")) + section._sectPr.findall(q("w:footerReference")):
            section._sectPr.remove(part)  # without its own it has those of the section before it
        if section.orientation != turned.orientation and not theirs:
            section.footer.is_linked_to_previous = False
            _put_footer(section, page, styles)
        turned = section


def _put_header(header: _Header, page: Page, styles: Styles) -> None:
    if not _holds_something(header):
        line = header.paragraphs[0]
        styles.put(line._p, "Header")
        line.add_run(page.title)


def _put_footer(section: Section, page: Page, styles: Styles) -> None:
    footer = section.footer
    numbered = any("PAGE" in (i.text or "") for i in footer._element.iter(q("w:instrText")))
    numbered |= any("PAGE" in i.get(q("w:instr"), "") for i in footer._element.iter(q("w:fldSimple")))
    line = footer.add_paragraph() if _holds_something(footer) else footer.paragraphs[0]
    styles.put(line._p, "Footer")
    line.paragraph_format.tab_stops.add_tab_stop(Twips(text_width(section)), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(concept(page))
    if not numbered:
        line.add_run("\t")
        for piece in page_of_pages():
            _add_piece(line, piece)


def _add_piece(line: Paragraph, piece: str) -> None:
    if piece not in _FIELDS:
        line.add_run(piece)
        return
    for run in (mark("begin"), instruction(_FIELDS[piece]), mark("separate"), mark("end")):
        line._p.append(run)


def _holds_something(part: _Header | _Footer) -> bool:
    shown = ("w:t", "w:drawing", "w:pict", "w:fldSimple", "w:instrText")
    return next(part._element.iter(*map(q, shown)), None) is not None


def mark(kind: str) -> BaseOxmlElement:
    """A run that begins, divides or ends a field."""
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def instruction(text: str) -> BaseOxmlElement:
    """A run that says what a field shows."""
    return parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>')

"""Header and footer of a Word document."""

from itertools import pairwise

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import _Footer, _Header
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from documents.formats.docx_names import Styles, field_instruction, field_mark, q
from documents.formats.docx_page import first_page_parts, text_width
from documents.formats.running import PAGE, PAGES, concept, page_of_pages
from documents.page import Page

_FIELDS = {PAGE: "PAGE", PAGES: "NUMPAGES"}
_REFERENCES = (q("w:headerReference"), q("w:footerReference"))


def header_and_footer(word: WordDocument, page: Page, styles: Styles, short: bool) -> None:
    """Header and footer of every section; what a reference document has in its own stays there.

    The first page has what the reference document has for it, else neither but for the footer of a short
    document; with a reference document that has its own on every page, a short document does so too.
    Even pages that differ have both.
    """
    first, *others = word.sections
    if (
        short
        and not first_page_parts(first)
        and (_holds_something(first.header) or _holds_something(first.footer))
    ):
        first.different_first_page_header_footer = short = False
    for section in others:
        for part in [part for part in section._sectPr if part.tag in _REFERENCES]:
            section._sectPr.remove(part)  # without its own it has those of the section before it
    even = word.settings.odd_and_even_pages_header_footer
    for sort in ("", "even_page_") if even else ("",):
        _put_header(getattr(first, f"{sort}header"), page, styles)
        _put_footers(word, f"{sort}footer", page, styles)
    if short:
        _put_footer(first.first_page_footer, page, styles, text_width(first))


def _put_footers(word: WordDocument, name: str, page: Page, styles: Styles) -> None:
    """The footer of that name, and where pages turn one of that width, unless it is theirs."""
    first, *_ = word.sections
    theirs = _holds_something(getattr(first, name))
    _put_footer(getattr(first, name), page, styles, text_width(first))
    for before, section in pairwise(word.sections):
        if section.orientation != before.orientation and not theirs:
            footer = getattr(section, name)
            footer.is_linked_to_previous = False
            _put_footer(footer, page, styles, text_width(section))


def _put_header(header: _Header, page: Page, styles: Styles) -> None:
    if not _holds_something(header):
        line = header.paragraphs[0]
        styles.put(line._p, "Header")
        line.add_run(page.title)


def _put_footer(footer: _Footer, page: Page, styles: Styles, width: int) -> None:
    numbered = any("PAGE" in (i.text or "") for i in footer._element.iter(q("w:instrText")))
    numbered |= any("PAGE" in i.get(q("w:instr"), "") for i in footer._element.iter(q("w:fldSimple")))
    line = footer.add_paragraph() if _holds_something(footer) else footer.paragraphs[0]
    styles.put(line._p, "Footer")
    stops, end = line.paragraph_format.tab_stops, Twips(width)
    for stop in styles.elements["footer"].iter(q("w:tab")):
        stops.add_tab_stop(Twips(int(stop.get(q("w:pos")))), WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(end, WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(concept(page))
    if not numbered:
        line.add_run("\t")
        for piece in page_of_pages():
            _add_piece(line, piece)


def _add_piece(line: Paragraph, piece: str) -> None:
    if piece not in _FIELDS:
        line.add_run(piece)
        return
    for run in (
        field_mark("begin"),
        field_instruction(_FIELDS[piece]),
        field_mark("separate"),
        field_mark("end"),
    ):
        line._p.append(run)


def _holds_something(part: _Header | _Footer) -> bool:
    shown = ("w:t", "w:drawing", "w:pict", "w:fldSimple", "w:instrText")
    return next(part._element.iter(*map(q, shown)), None) is not None

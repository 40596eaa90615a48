"""What pandoc leaves out of an OpenDocument text: contents, numbers, alternative texts, pages and tables."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from lxml.etree import LxmlError, _Element

from documents import pandoc
from documents.catalogue import DocumentError
from documents.formats import odf, odt_styles, odt_tables
from documents.formats.layout import LANDSCAPE, TITLE_ABOVE, is_short, is_to_fill, kinds_of_tables
from documents.formats.odf import Automatic, elements, properties, q
from documents.formats.odt_contents import fill_contents
from documents.formats.odt_lists import mend_lists
from documents.formats.odt_page import FRONT, Pages, obey_marks
from documents.formats.outline import Chapter, chapters, words_of
from documents.formats.pictures import LOGO, by_stand_in
from documents.page import Page
from documents.pandoc import Tree
from documents.source import CONTENTS

_STYLE = q("text:style-name")


def mend(odt: bytes, page: Page, tree: Tree) -> bytes:
    """The text that pandoc made of ``tree``, complete. Raises DocumentError for a reference that is bad."""
    pictures = by_stand_in(page.source)
    parts = {name: pictures.get(part, part) for name, part in odf.read(odt).items()}
    try:
        content, styles = odf.parse(parts["content.xml"]), odf.parse(parts["styles.xml"])
        _mend(content, styles, page, tree)
    except (KeyError, ValueError, StopIteration, LxmlError) as error:
        raise DocumentError(f"odt: {error!r}") from error
    parts["content.xml"], parts["styles.xml"] = odf.serialised(content), odf.serialised(styles)
    parts["meta.xml"] = _dated(parts["meta.xml"], page)
    return odf.write(parts)


def _mend(content: _Element, styles: _Element, page: Page, tree: Tree) -> None:
    automatic, pages, short = Automatic(content), Pages(styles), is_short(tree)
    body = content.find(f".//{q('office:text')}")
    for block in body.iter():
        name = block.get(_STYLE)
        if name and " " in name:  # pandoc puts the words of a style where its name in XML is asked for
            block.set(_STYLE, name.replace(" ", "_20_"))
    with_lying = body.find(f"{q('text:p')}[@{_STYLE}='{LANDSCAPE}']") is not None
    outline = {chapter.name: chapter for chapter in chapters(tree)}
    headings = dict(_headings(body, outline))
    for chapter, heading in headings.items():
        if chapter.number is None and chapter.name != CONTENTS:
            _without_number(heading, automatic)
        elif chapter.number == 1:  # for LibreOffice a subheading before it is in a chapter
            heading.set(q("text:restart-numbering"), "true")
            heading.set(q("text:start-value"), "1")
    odt_styles.mend_lines(body, automatic)
    _captions(body)
    _pictures(body, tree)
    odt_tables.add_styles(automatic, page.style)
    wide = obey_marks(body, automatic)
    for table, kinds in zip(body.iter(q("table:table")), kinds_of_tables(tree), strict=True):
        width = pages.width(lying=table in wide)
        odt_tables.mend_table(table, automatic, width, boxes=is_to_fill(kinds))
    mend_lists(body, automatic)
    fill_contents(headings, automatic, pages.width())
    _front(body, automatic, short)
    automatic.drop_unused({e.get(key) for e in body.iter() for key in (_STYLE, q("draw:style-name"))})
    pages.complete(page, with_lying, short)
    odt_styles.complete(content, styles)
    if short:
        odt_styles.tighten(styles, page.style)
    odt_styles.recolour(styles, page.style)


def _headings(body: _Element, outline: dict[str, Chapter]) -> Iterator[tuple[Chapter, _Element]]:
    for heading in body.iter(q("text:h")):
        mark = heading.find(q("text:bookmark-start"))
        chapter = None if mark is None else outline.get(mark.get(q("text:name")))
        if chapter:
            yield chapter, heading


def _without_number(heading: _Element, automatic: Automatic) -> None:
    """What has no number begins on a new page."""
    heading.set(q("text:is-list-header"), "true")
    style = automatic.own(heading)
    style.set(q("style:list-style-name"), "")  # else LibreOffice counts it, though it shows no number
    layout = properties(style, "paragraph")
    for name, value in (("margin-left", "0cm"), ("text-indent", "0cm"), ("margin-top", "0cm")):
        layout.set(q(f"fo:{name}"), value)
    layout.set(q("fo:break-before"), "page")


def _captions(body: _Element) -> None:
    """A dot behind the number, as on the web page, and the counters made known."""
    found = set()
    for number in body.iter(q("text:sequence")):
        found.add(number.get(q("text:name")))
        number.tail = (number.tail or "").replace(": ", ". ", 1)
    known = (
        f'<text:sequence-decl text:display-outline-level="0" text:name={quoteattr(n)}/>'
        for n in sorted(found)
    )
    body[:0] = elements(f"<text:sequence-decls>{''.join(known)}</text:sequence-decls>")


def _pictures(body: _Element, tree: Tree) -> None:
    """Alternative texts; pictures come in the order of the tree."""
    words = [words_of(image["c"][1]) for image in pandoc.elements(tree["blocks"]) if image["t"] == "Image"]
    for frame, said in zip(body.iter(q("draw:frame")), words, strict=True):
        frame.set(q("text:anchor-type"), "as-char")
        frame.extend(elements(f"<svg:desc>{escape(said)}</svg:desc>"))


def _front(body: _Element, automatic: Automatic, short: bool) -> None:
    """The logo goes above the title, and the first of the two begins a page without header."""
    blocks = [block for block in body.iterchildren(q("text:p")) if block.get(_STYLE) in (LOGO, "Title")]
    title = next((block for block in blocks if block.get(_STYLE) == "Title"), None)
    for block in blocks[:2]:
        if block is not title and title is not None:
            title.addprevious(block)
    if short and title is not None:
        title.set(_STYLE, TITLE_ABOVE.replace(" ", "_20_"))
    first = next(body.iterchildren(q("text:p"), q("text:h"), q("table:table")))
    automatic.own(first).set(q("style:master-page-name"), FRONT)


def _dated(meta: bytes, page: Page) -> bytes:
    """The description of the file with its date, which pandoc does not know."""
    root = odf.parse(meta)
    for name in ("meta:creation-date", "dc:date"):
        for moment in root.iter(q(name)):
            moment.text = f"{page.today.isoformat()}T00:00:00"
    return odf.serialised(root)

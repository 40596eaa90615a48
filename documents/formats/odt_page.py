"""The pages of an OpenDocument text: a front page without header, pages that lie, header and footer."""

from copy import deepcopy
from xml.sax.saxutils import escape

from lxml.etree import QName, _Element

from documents.formats.layout import LANDSCAPE, PAGE_BREAK, PORTRAIT
from documents.formats.odf import NAMES, Automatic, centimetres, elements, parse, properties, q, read
from documents.formats.running import PAGE, PAGES, concept, page_of_pages
from documents.page import Page

STANDARD, FRONT, LYING = "Standard", "First_20_Page", "Landscape"
"""The names LibreOffice has for these pages."""
_MARKS = (LANDSCAPE, PORTRAIT, PAGE_BREAK)
_FIELDS = {PAGE: '<text:page-number text:select-page="current"/>', PAGES: "<text:page-count/>"}

_ROOM = '<style:header-footer-properties fo:min-height="1cm" fo:margin-{side}="0.6cm"/>'


def room(odt: bytes) -> float:
    """How wide and high the text of a document is at least, on pages that stand or lie, in centimetres."""
    pages = Pages(parse(read(odt)["styles.xml"]))
    between = (("left", "right"), ("top", "bottom"))
    return min(
        _room(layout, side, *edges)
        for layout in pages.layouts
        for side in ("width", "height")
        for edges in between
    )


class Pages:
    """The kinds of pages of a document, all made from the standard one of the reference file."""

    def __init__(self, styles: _Element) -> None:
        self._automatic = Automatic(styles)
        self._masters = styles.find(q("office:master-styles"))
        self.standard = next(m for m in self._masters if m.get(q("style:name")) == STANDARD)
        layout = self._automatic.get(self.standard.get(q("style:page-layout-name")))
        if layout is None:
            raise ValueError(STANDARD)
        self._layout = layout

    def width(self, lying: bool = False) -> float:
        """The width of the text in centimetres."""
        return _room(self._layout, "height" if lying else "width", "left", "right")

    @property
    def layouts(self) -> list[_Element]:
        """Those of standard pages and of the front page."""
        masters = (m for m in self._masters if m.get(q("style:name")) in (STANDARD, FRONT))
        found = (self._automatic.get(master.get(q("style:page-layout-name"))) for master in masters)
        return [layout for layout in found if layout is not None]

    def complete(self, page: Page, with_lying: bool, short: bool) -> None:
        """Put in header and footer, and the front page, and pages that lie if there are any."""
        front = self._front(short)
        for layout in self.layouts:
            _make_room(layout)
        if with_lying:
            self._lay_down()
        self._header(page)
        footers = [(self.standard, self.width(), "Voet")]
        footers += [(front, self.width(), "Voet")] if short else []
        footers += (
            [(self._like_standard(LYING, LYING), self.width(lying=True), "VoetLiggend")] if with_lying else []
        )
        for master, width, style in footers:
            self._footer(master, page, width, style)

    def _front(self, short: bool) -> _Element:
        """The front page. A first page of the reference file's own keeps its header and footer.

        Else it has neither, but for the footer of a short document: that begins on a page like any other,
        also with a header if the reference file has one.
        """
        front = self._named(FRONT)
        if front is None or not any(map(_holds_something, front)):
            front = self._like_standard(FRONT, self._layout.get(q("style:name")))
            usual = {_kind(part): part for part in front}
            front[:] = [part for kind, part in usual.items() if short and _is_usual(kind, part)]
            for name in ("footer", "header"):
                first = usual.get(f"{name}-first")
                if first is not None and _holds_something(first):
                    _parts(front, name)[0][:] = list(first)
        for part in [part for part in self.standard if _kind(part).endswith("-first")]:
            self.standard.remove(part)  # LibreOffice shows it where the front page ends
        front.set(q("style:next-style-name"), STANDARD)
        return front

    def _named(self, name: str) -> _Element | None:
        return next((m for m in self._masters if m.get(q("style:name")) == name), None)

    def _like_standard(self, name: str, layout: str) -> _Element:
        old = self._named(name)
        if old is not None:
            self._masters.remove(old)
        master = deepcopy(self.standard)
        master.set(q("style:name"), name)
        master.set(q("style:page-layout-name"), layout)
        self._masters.append(master)
        return master

    def _lay_down(self) -> None:
        layout = deepcopy(self._layout)
        layout.set(q("style:name"), LYING)
        size = properties(layout, "page-layout")
        width, height = size.get(q("fo:page-width")), size.get(q("fo:page-height"))
        size.set(q("fo:page-width"), height)
        size.set(q("fo:page-height"), width)
        size.set(q("style:print-orientation"), "landscape")
        self._automatic.element.append(layout)

    def _header(self, page: Page) -> None:
        """Our header, unless the reference file has one of its own."""
        for header in _parts(self.standard, "header"):
            if not _holds_something(header):
                header[:] = elements(f'<text:p text:style-name="Header">{escape(page.title)}</text:p>')

    def _footer(self, master: _Element, page: Page, width: float, style: str) -> None:
        """Our footer, below what the reference file has in its own."""
        number = "".join(_FIELDS.get(piece) or escape(piece) for piece in page_of_pages())
        for footer in _parts(master, "footer"):
            numbered = footer.find(f".//{q('text:page-number')}") is not None
            if not _holds_something(footer):
                footer[:] = []
            words = escape(concept(page)) + ("" if numbered else f"<text:tab/>{number}")
            footer.extend(elements(f'<text:p text:style-name="{style}">{words}</text:p>'))
        self._automatic.add(
            f'<style:style style:name="{style}" style:family="paragraph" style:parent-style-name="Footer">'
            f'<style:paragraph-properties><style:tab-stops><style:tab-stop style:position="{width:.2f}cm" '
            'style:type="right"/></style:tab-stops></style:paragraph-properties></style:style>'
        )


def _room(layout: _Element, side: str, *edges: str) -> float:
    """What the margins at ``edges`` leave of a side of the page, in centimetres."""
    size = properties(layout, "page-layout")
    every = size.get(q("fo:margin"), "0cm")
    margins = (size.get(q(f"fo:margin-{edge}"), every) for edge in edges)
    return centimetres(size.get(q(f"fo:page-{side}"), "29.7cm")) - sum(map(centimetres, margins))


def _make_room(layout: _Element) -> None:
    """A reference file without header or footer has no room for them."""
    for name, side in (("header", "bottom"), ("footer", "top")):
        style = layout.find(q(f"style:{name}-style"))
        if style is not None and len(style) == 0:
            style.extend(elements(_ROOM.format(side=side)))


def _parts(master: _Element, name: str) -> list[_Element]:
    """The header or footer of a page, and that of its left pages if these differ; headers come first."""
    found = master.find(q(f"style:{name}"))
    if found is None:
        (found,) = elements(f"<style:{name}/>")
        headers = [part for part in master if name == "footer" and "header" in part.tag]
        master.insert(len(headers), found)
    return [found, *master.findall(q(f"style:{name}-left"))]


def _kind(part: _Element) -> str:
    """What a part of a page is called; older files have it in a namespace of LibreOffice's own."""
    return str(QName(part).localname)


def _is_usual(kind: str, part: _Element) -> bool:
    return kind == "footer" or (kind == "header" and _holds_something(part))


def _holds_something(part: _Element) -> bool:
    shown = f"{{{NAMES['draw']}}}*", q("text:page-number")
    return bool("".join(part.itertext()).strip()) or next(part.iter(*shown), None) is not None


def obey_marks(body: _Element, automatic: Automatic) -> set[_Element]:
    """Begin new pages where the marks say so and take the marks away; gives the tables on pages that lie."""
    lying, due = False, ""
    wide: set[_Element] = set()
    for block in list(body):
        asked = block.get(q("text:style-name"))
        if asked in _MARKS:
            lying = asked == LANDSCAPE or (lying and asked == PAGE_BREAK)
            due = due if asked == PAGE_BREAK and due else asked
            body.remove(block)
            continue
        if due:
            _begin_page(_first(block), automatic, due)
            due = ""
        wide.update(block.iter(q("table:table")) if lying else ())
    return wide


def _begin_page(block: _Element, automatic: Automatic, how: str) -> None:
    style = automatic.own(block)
    if how == PAGE_BREAK:
        properties(style, "table" if block.tag == q("table:table") else "paragraph").set(
            q("fo:break-before"), "page"
        )
    else:
        style.set(q("style:master-page-name"), LYING if how == LANDSCAPE else STANDARD)


def _first(block: _Element) -> _Element:
    """The first thing in ``block`` that can begin a page."""
    return next(block.iter(q("text:p"), q("text:h"), q("table:table")), block)

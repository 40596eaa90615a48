"""The tree of a document as Word and LibreOffice files need it: what a template asks of the page is marked.

Both formats only know after pandoc what stands before and behind a new page. So a mark, a paragraph that the
format removes again, stands where something is to happen.
"""

from collections.abc import Callable, Mapping

from documents.formats.pictures import as_png, logo, styled
from documents.page import Page
from documents.pandoc import Element, Tree, changed, classes, elements

LANDSCAPE, PORTRAIT, PAGE_BREAK = "Merk-liggend", "Merk-staand", "Merk-pagina"
"""What a mark says: from here on pages lie, from here on they stand again, here a new page begins."""
POINTS = "Merk-punten"
"""The mark before a list whose points have the style of the note that it is in."""
NOTE = "Toelichting"
"""The style of guidance for who fills in the document."""
WRITING_LINE, WRITING_LINES = "Schrijfregel", 4
"""The style of an empty line to write on by hand, and how many of them make a writing area."""
TITLE_ABOVE = "Titel boven"
"""The style of the title where it has no page of its own: that of a cover begins far down."""
SHORT: Mapping[str, tuple[float, float, float]] = {
    TITLE_ABOVE: (26, 0, 4),
    "Subtitle": (15, 0, 10),
    "Voorblad": (11, 0, 2),
    "Heading 1": (15, 14, 4),
    "Heading 2": (12.5, 9, 3),
    "Heading 3": (11, 8, 2),
}
"""Size, and white above and below, in points, of what is smaller where there is no cover: such a document is
short, and should not be longer for its headings."""
TO_FILL, SIGNATURES = "to-fill", "signatures"
ROW_TO_FILL = 1.0
"""How high a row is at least that somebody writes in, in centimetres."""
A4, MARGIN = (21.0, 29.7), 2.5
"""The page, in centimetres."""


def laid_out(page: Page, mark: Callable[[str], Element]) -> Tree:
    """The tree of ``page`` with PNGs, the logo, writing areas, and a ``mark`` where pages turn or begin."""

    def change(element: Element) -> Element | list[Element] | None:
        if element["t"] == "Image":
            return as_png(element, page.source)
        asked = classes(element) if element["t"] == "Div" else []
        if "page-break" in asked:
            return mark(PAGE_BREAK)
        if "landscape" in asked:
            return [mark(LANDSCAPE), *changed(element["c"][1], change), mark(PORTRAIT)]
        if "writing" in asked:
            return [*changed(element["c"][1], change), *_lines()]
        if "guidance" in asked:
            content = changed(
                element["c"][1], lambda e: [mark(POINTS), e] if e["t"] == "BulletList" else None
            )
            return {"t": "Div", "c": [element["c"][0], content]}
        return None

    tree = page.source.tree
    return tree | {"blocks": [*logo(page), *changed(tree["blocks"], change)]}


def is_short(tree: Tree) -> bool:
    """Whether the title has no page of its own, because its front is a letterhead."""
    return any("letterhead" in classes(block) for block in tree["blocks"])


def kinds_of_tables(tree: Tree) -> list[list[str]]:
    """The classes of every table, in the order in which a format has them."""
    return [found["c"][0][1] for found in elements(tree["blocks"]) if found["t"] == "Table"]


def is_to_fill(kinds: list[str]) -> bool:
    """Whether a table of these classes is one to write in, so that each of its cells is a box."""
    return TO_FILL in kinds or SIGNATURES in kinds


def _lines() -> list[Element]:
    """A line holds a space that does not break: pandoc leaves out a paragraph that holds nothing."""
    return [
        styled(WRITING_LINE, {"t": "Para", "c": [{"t": "Str", "c": "\u00a0"}]}) for _ in range(WRITING_LINES)
    ]

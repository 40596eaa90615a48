"""What pandoc leaves out of the lists of a Word document: how far they stand in, and the white below them."""

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from documents.formats.docx_names import Styles, q, style_of
from documents.formats.docx_tables import SPACE_AFTER
from documents.formats.layout import NOTE, POINTS

_PANDOCS = 990
"""The first number of pandoc's own lists; ours are lower."""
_STEP = 360  # in twentieths of a point: what each level stands in, of which pandoc makes twice as much


def mend_lists(word: WordDocument, styles: Styles) -> None:
    """Lists stand in no further than they need, so that one in a column of a table leaves room for words."""
    for kind in word.part.numbering_part.element.iterchildren(q("w:abstractNum")):
        if int(kind.get(q("w:abstractNumId"))) >= _PANDOCS:
            for level in kind.iterchildren(q("w:lvl")):
                indent = level.find(f"{q('w:pPr')}/{q('w:ind')}")
                indent.set(q("w:left"), str(_STEP * (int(level.get(q("w:ilvl"))) + 1)))
    _points_of_notes(word, styles)
    for point in word.element.body.iterchildren(q("w:p")):
        following = point.getnext()
        if _list_of(point) and (following is None or not _list_of(following)):
            Paragraph(point, word).paragraph_format.space_after = SPACE_AFTER


def _points_of_notes(word: WordDocument, styles: Styles) -> None:
    """A list in a note looks like the note, and stands in as far: pandoc gives it the style of any list."""
    place = styles.elements[NOTE.casefold()].find(f"{q('w:pPr')}/{q('w:ind')}")
    left = 0 if place is None else int(place.get(q("w:left"), "0"))
    for mark in [p for p in word.element.body.iterchildren(q("w:p")) if style_of(p) == POINTS]:
        point = mark.getnext()
        kind = _list_of(point)
        while kind is not None and _list_of(point) == kind:
            styles.put(point, NOTE)
            layout = Paragraph(point, word).paragraph_format
            layout.left_indent, layout.first_line_indent = Twips(left + _STEP), Twips(-_STEP)
            point = point.getnext()
        word.element.body.remove(mark)


def _list_of(block: BaseOxmlElement) -> str | None:
    """The number by which all points of a list have the same look; None for what is no point."""
    number = block.find(f"{q('w:pPr')}/{q('w:numPr')}/{q('w:numId')}")
    return None if number is None else str(number.get(q("w:val")))

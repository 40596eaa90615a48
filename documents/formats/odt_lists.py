"""What pandoc leaves out of the lists of an OpenDocument text: how far they stand in, and white below."""

from lxml.etree import _Element

from documents.formats.layout import NOTE, POINTS
from documents.formats.odf import Automatic, properties, q

_STEP = 0.63  # centimetres: what each level stands in, of which pandoc makes twice as much for the first
_SPACE_AFTER = "0.28cm"
_ALIGNMENT = q("style:list-level-label-alignment")


def mend_lists(body: _Element, automatic: Automatic) -> None:
    """Lists stand in no further than they need, so that one in a column of a table leaves room for words."""
    for style in automatic.element.iterchildren(q("text:list-style")):
        for level in style:
            for place in level.iter(_ALIGNMENT):
                place.getparent().set(q("fo:text-align"), "start")
                left = f"{_STEP * int(level.get(q('text:level'))):.2f}cm"
                for name, value in (
                    ("fo:margin-left", left),
                    ("text:list-tab-stop-position", left),
                    ("fo:text-indent", f"-{_STEP}cm"),
                ):
                    place.set(q(name), value)
    _points_of_notes(body)
    for points in body.iterchildren(q("text:list")):
        for last in list(points.iter(q("text:p")))[-1:]:
            properties(automatic.own(last), "paragraph").set(q("fo:margin-bottom"), _SPACE_AFTER)


def _points_of_notes(body: _Element) -> None:
    """A list in a note looks like the note: pandoc gives it the style of any list."""
    style = q("text:style-name")
    for mark in body.findall(f"{q('text:p')}[@{style}='{POINTS}']"):
        points = mark.getnext()
        for paragraph in () if points is None else points.iter(q("text:p")):
            paragraph.set(style, NOTE)
        body.remove(mark)

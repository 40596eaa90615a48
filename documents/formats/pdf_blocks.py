"""Paragraphs, headings, lists and what holds them, for ``document.typ``: from pandoc's blocks to nodes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from documents.catalogue import DocumentError
from documents.formats.pdf_inlines import Node, Setting, inlines, style_of
from documents.formats.pdf_tables import table
from documents.pandoc import Element, classes
from documents.source import CONTENTS

PAGE_ROOM, LANDSCAPE_ROOM = 45.0, 69.0
"""How wide running text is on a page, and on one that lies, in ems."""
_INDENT = 3.0  # of lists and marked blocks, in ems


def blocks(elements: Iterable[Element], setting: Setting) -> list[Node]:
    """The nodes of some blocks. Raises DocumentError for an element that is not known here."""
    return [node for element in elements for node in _block(element, setting)]


def _inner(setting: Setting) -> Setting:
    return replace(setting, room=setting.room - _INDENT, outside=False)


def _block(element: Element, setting: Setting) -> Iterable[Node]:
    name = element["t"]
    if name not in _MAKERS:
        raise DocumentError(f"pdf: no way to set {name}")
    return _MAKERS[name](element, setting)


def _paragraph(element: Element, setting: Setting) -> Iterator[Node]:
    yield {"t": element["t"], "c": inlines(element["c"], setting)}


def _heading(element: Element, setting: Setting) -> Iterator[Node]:
    level, (name, kinds, _), words = element["c"]
    inner = inlines(words, replace(setting, room=setting.room / 2))  # the larger letter of headings
    if name == CONTENTS:
        yield {"t": "Contents", "c": inner}
    else:
        numbered = level == 1 and "unnumbered" not in kinds
        begins = level == 1 and not numbered and setting.outside
        label = name if name in setting.targets else ""
        yield {"t": "Header", "level": level, "numbered": numbered, "begins": begins, "id": label, "c": inner}


def _items(element: Element, setting: Setting) -> Iterator[Node]:
    if element["t"] == "OrderedList":
        (start, *_), items = element["c"]
    else:
        start, items = 1, element["c"]
    yield {"t": element["t"], "start": start, "c": [blocks(item, _inner(setting)) for item in items]}


def _definitions(element: Element, setting: Setting) -> Iterator[Node]:
    inner = _inner(setting)
    terms = [
        {"term": inlines(term, setting), "c": [node for said in meanings for node in blocks(said, inner)]}
        for term, meanings in element["c"]
    ]
    yield {"t": element["t"], "c": terms}


def _quote(element: Element, setting: Setting) -> Iterator[Node]:
    yield {"t": "BlockQuote", "c": blocks(element["c"], _inner(setting))}


def _figure(element: Element, setting: Setting) -> Iterator[Node]:
    _, (_, caption), content = element["c"]
    inner = replace(setting, outside=False)
    yield {"t": "Figure", "caption": blocks(caption, inner), "c": blocks(content, inner)}


def _div(element: Element, setting: Setting) -> Iterable[Node]:
    content, kinds = element["c"][1], classes(element)
    if "page-break" in kinds:
        return [{"t": "PageBreak"}] if setting.outside else []
    if "writing" in kinds:
        return [{"t": "Writing", "c": blocks(content, replace(setting, outside=False))}]
    if "landscape" in kinds and setting.outside:
        return [{"t": "Landscape", "c": blocks(content, replace(setting, room=LANDSCAPE_ROOM))}]
    if style_of(element):
        return [{"t": "Div", "style": style_of(element), "c": blocks(content, _inner(setting))}]
    return blocks(content, setting)


def _rule(_element: Element, _setting: Setting) -> Iterator[Node]:
    yield {"t": "HorizontalRule"}


def _table(element: Element, setting: Setting) -> Iterable[Node]:
    return table(element, replace(setting, outside=False), blocks)


_MAKERS: dict[str, Callable[[Element, Setting], Iterable[Node]]] = {
    "Para": _paragraph,
    "Plain": _paragraph,
    "Header": _heading,
    "BulletList": _items,
    "OrderedList": _items,
    "DefinitionList": _definitions,
    "BlockQuote": _quote,
    "Figure": _figure,
    "Div": _div,
    "HorizontalRule": _rule,
    "Table": _table,
}

"""The styles of a Word document by what they are called, and the names of its XML."""

from collections.abc import Iterator
from functools import cache

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement

q = cache(qn)
"""``qn``, which looks a name up each time, remembered."""
STYLE = f"{q('w:pPr')}/{q('w:pStyle')}"


class Styles:
    """The ids of the styles of a document. python-docx looks through all of them for each paragraph."""

    def __init__(self, word: WordDocument) -> None:
        self.ids: dict[str, str] = {}
        self.elements: dict[str, BaseOxmlElement] = {}
        for style in word.styles.element.iterchildren(q("w:style")):
            name = style.find(q("w:name"))
            if name is not None:
                key = name.get(q("w:val")).casefold()
                self.ids[key] = style.get(q("w:styleId"))
                self.elements[key] = style

    def id(self, name: str) -> str:
        """The id of a style by its name, in which capitals do not matter. Raises KeyError."""
        return self.ids[name.casefold()]

    def put(self, paragraph: BaseOxmlElement, name: str) -> None:
        """Give the paragraph the style of that name."""
        properties = paragraph.get_or_add_pPr()
        style = properties.find(q("w:pStyle"))
        if style is None:
            style = OxmlElement("w:pStyle")
            properties.insert(0, style)
        style.set(q("w:val"), self.id(name))


def style_of(block: BaseOxmlElement) -> str:
    """The id of the style of a paragraph, "" for none and for anything else."""
    found = block.find(STYLE)
    return "" if found is None else str(found.get(q("w:val")))


def keep_with_next(paragraph: BaseOxmlElement) -> None:
    """Keep a paragraph that has a style on the page of the one behind it."""
    properties = paragraph.pPr
    if properties.find(q("w:keepNext")) is None:
        properties.insert(1, OxmlElement("w:keepNext"))  # its place is right behind the style


def paragraphs(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Every paragraph in ``element``."""
    return iter(element.iter(q("w:p")))


def field_mark(kind: str) -> BaseOxmlElement:
    """A run that begins, divides or ends a field."""
    return parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="{kind}"/></w:r>')


def field_instruction(text: str) -> BaseOxmlElement:
    """A run that says what a field shows."""
    return parse_xml(f'<w:r {nsdecls("w")}><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>')

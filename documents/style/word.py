"""A Word document to take styles from: looked through, and kept without its text: the looks alone.

Pandoc takes styles, numbering, theme, fonts, the page and its header and footer from it. The rest goes: the
text and pictures of the body, notes, macros, the author's name.
"""

import io
import re
from collections.abc import Callable, Mapping

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.rel import Relationships, _Relationship
from docx.oxml.ns import qn
from docx.shared import Cm

from documents.style.archive import Entries, is_xml, look_through, pack, unpack
from documents.style.problem import Problem, Refused

STYLES = (
    *("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "TOC Heading", "toc 1", "Body Text"),
    *("First Paragraph", "Compact", "Definition Term", "Definition", "Table", "Table Caption"),
    *("Image Caption", "Captioned Figure", "Footer", "Tabelkop", "Tabeltekst", "Voorblad", "Aanvulling"),
    *("Bij tabel", "Toelichting", "Nog invullen", "Nog invullen teken"),
)
"""The styles our documents use, by the names Word shows."""

A4 = Cm(21), Cm(29.7)
NEAR = Cm(0.1)

_LOOKS = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.SETTINGS,
}
_TEMPLATE_PLACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
_MACRO_FILES = re.compile(r"vbaProject|vbaData|/activeX/", re.IGNORECASE)
_MACROS, _TEMPLATE = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE), b"template.main+xml"
_MAY_STAY = re.compile(r"\.(xml|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|odttf)$", re.IGNORECASE)
_TYPES = "[Content_Types].xml"
_UNREADABLE = (KeyError, ValueError, AttributeError, IndexError, TypeError, AssertionError)


def read_word(raw: bytes) -> bytes:
    """The document with its looks alone. Raises Refused."""
    entries = unpack(raw)
    if _TYPES not in entries or CONTENT_TYPE.WML_DOCUMENT_MAIN.encode() not in entries[_TYPES]:
        _explain(entries)
    if _MACROS.search(entries[_TYPES]) or any(_MACRO_FILES.search(name) for name in entries):
        raise Refused("macros")
    for name in filter(is_xml, entries):
        look_through(entries[name], _no_script)
    try:
        word = Document(io.BytesIO(pack(entries)))
        _keep_looks(word)
    except _UNREADABLE as error:  # the words of python-docx for a package that is not whole
        raise Refused("not_that_kind") from error
    package = word.part.package
    if any(rel.is_external for rel in package.iter_rels()):
        raise Refused("outside")
    if not all(_MAY_STAY.search(part.partname) for part in package.iter_parts()):
        raise Refused("macros")
    return _saved(word)


def warnings(content: bytes) -> tuple[Problem, ...]:
    """What a document from ``content``, as ``read_word`` gave it, will miss."""
    word = Document(io.BytesIO(content))
    found = []
    missing = _missing(word)
    if missing:
        found.append(Problem("styles_missing", {"styles": ", ".join(missing)}))
    page = word.sections[0].page_width or 0, word.sections[0].page_height or 0
    if any(abs(side - wanted) > NEAR for side, wanted in zip(page, A4, strict=True)):
        found.append(Problem("not_a4"))
    return tuple(found)


def _explain(entries: Entries) -> None:
    """Raises Refused with what the file is instead."""
    types = entries.get(_TYPES, b"")
    if _MACROS.search(types):
        raise Refused("macros")
    raise Refused("word_template" if _TEMPLATE in types else "not_that_kind")


def _no_script(element: str, _attributes: Mapping[str, str]) -> None:
    """Raises Refused for the script of a drawing (SVG)."""
    if element.rpartition(" ")[2] == "script":
        raise Refused("macros")


def _keep_looks(word: WordDocument) -> None:
    body = word.element.body
    section = body.get_or_add_sectPr()
    body.clear_content()
    shown = {element.get(qn("r:id")) for element in section.iter()}
    _keep(word.part.rels, lambda rel: rel.reltype in _LOOKS or rel.rId in shown)
    _keep(word.part.package.rels, lambda rel: rel.reltype == RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    # Where somebody's own template stands is of no use here, and Word would go and look for it.
    settings = word.settings.element  # made when there are none
    for template in settings.findall(qn("w:attachedTemplate")):
        settings.remove(template)
    _keep(
        word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels, lambda rel: rel.reltype != _TEMPLATE_PLACE
    )


def _keep(rels: Relationships, stays: Callable[[_Relationship], bool]) -> None:
    for rel_id, rel in list(rels.items()):
        if not stays(rel):
            del rels[rel_id]


def _missing(word: WordDocument) -> list[str]:
    known = {style.name for style in word.styles}
    return [name for name in STYLES if name not in known]


def _saved(word: WordDocument) -> bytes:
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()

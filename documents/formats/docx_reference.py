"""The reference document of a municipality: what our documents need and it lacks is lent from ours."""

import io
import zipfile
from copy import deepcopy
from functools import cache, lru_cache

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from lxml.etree import LxmlError

from documents.catalogue import HOUSE_STYLE, DocumentError
from documents.formats.colours import ACCENT, TINT, accent, tint
from documents.formats.docx_names import Styles, q
from documents.formats.layout import SHORT
from dossier.house_style import HouseStyle

OURS = HOUSE_STYLE / "reference.docx"
_REFERRING = ("w:basedOn", "w:next", "w:link")
_NOT_LENT = (q("w:rFonts"), q("w:lang"), q("w:numPr"))
"""A style that is lent is set in the fonts of the municipality, and its numbers belong to our document."""
_NUMBERING = f"{q('w:pPr')}/{q('w:numPr')}"


@lru_cache(maxsize=4)
def completed(reference: bytes) -> bytes:
    """Somebody's reference document with the styles of ours that it lacks. Raises DocumentError."""
    try:
        word = Document(io.BytesIO(reference))
        _lend(Styles(_ours()), Styles(word), word)
        saved = io.BytesIO()
        word.save(saved)
    except (zipfile.BadZipFile, PackageNotFoundError, LxmlError, KeyError, ValueError) as error:
        raise DocumentError(f"reference_docx: {error!r}") from error
    return saved.getvalue()


@cache
def _ours() -> WordDocument:
    return Document(str(OURS))


def _lend(ours: Styles, theirs: Styles, word: WordDocument) -> None:
    """Lend styles by name; in theirs a name may have another id, and an id another name."""
    missing = [name for name in ours.ids if name not in theirs.ids]
    taken = set(theirs.ids.values())
    ids = {ours.ids[name]: theirs.ids[name] for name in ours.ids if name in theirs.ids}
    for name in missing:
        own = ours.ids[name]
        ids[own] = own if own not in taken else f"{own}-typetest"
    for name in missing:
        word.styles.element.append(_fitted(ours.elements[name], ids))


def _fitted(style: BaseOxmlElement, ids: dict[str, str]) -> BaseOxmlElement:
    lent = deepcopy(style)
    lent.attrib.pop(q("w:default"), None)
    lent.set(q("w:styleId"), ids[lent.get(q("w:styleId"))])
    for tag in _REFERRING:
        for other in lent.findall(q(tag)):
            other.set(q("w:val"), ids.get(other.get(q("w:val")), other.get(q("w:val"))))
    for element in list(lent.iter(*_NOT_LENT)):
        element.getparent().remove(element)
    return lent


def number_chapters(word: WordDocument, styles: Styles) -> None:
    """Chapters are numbered as on the web page, also in a reference document whose headings are not."""
    heading = styles.elements["heading 1"]
    if heading.find(_NUMBERING) is not None:
        return
    numbering, source = word.part.numbering_part.element, _ours().part.numbering_part.element
    ours = Styles(_ours()).elements["heading 1"].find(f"{_NUMBERING}/{q('w:numId')}").get(q("w:val"))
    number = next(n for n in source.iter(q("w:num")) if n.get(q("w:numId")) == ours)
    kind = number.find(q("w:abstractNumId")).get(q("w:val"))
    levels = next(a for a in source.iter(q("w:abstractNum")) if a.get(q("w:abstractNumId")) == kind)
    new = _next(numbering, "w:abstractNum", "w:abstractNumId")
    num = _next(numbering, "w:num", "w:numId")
    levels, number = deepcopy(levels), deepcopy(number)
    levels.set(q("w:abstractNumId"), new)
    for style in levels.iter(q("w:pStyle")):
        style.set(q("w:val"), styles.id("heading 1"))
    number.set(q("w:numId"), num)
    number.find(q("w:abstractNumId")).set(q("w:val"), new)
    numbering.insert(0, levels)
    numbering.append(number)
    heading.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = int(num)


def _next(numbering: BaseOxmlElement, tag: str, key: str) -> str:
    return str(1 + max((int(found.get(q(key))) for found in numbering.iter(q(tag))), default=0))


def tighten(styles: Styles, style: HouseStyle) -> None:
    """The looks of a short document; how a municipality's own reference document has them stays as it is."""
    if style.reference_docx is not None:
        return
    for name, (size, before, after) in SHORT.items():
        look = styles.elements[name.casefold()]
        look.get_or_add_rPr().sz_val = Pt(size)
        layout = look.get_or_add_pPr()
        layout.spacing_before, layout.spacing_after = Pt(before), Pt(after)


def recolour(word: WordDocument, style: HouseStyle) -> None:
    """The accent of the municipality where our own styles have ours."""
    if style.accent is None:
        return
    colours = {ACCENT[1:]: accent(style)[1:].upper(), TINT[1:]: tint(style)[1:].upper()}
    for element in word.styles.element.iter():
        for key, value in element.attrib.items():
            if value.lower() in colours:
                element.set(key, colours[value.lower()])

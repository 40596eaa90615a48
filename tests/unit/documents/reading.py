"""Reads documents back, as text and as structure."""

import ctypes
import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from bs4 import BeautifulSoup, Tag
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree


def html(content: bytes | str) -> BeautifulSoup:
    soup = BeautifulSoup(content, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    return soup


def caption_of(table: Tag) -> str:
    """The caption of a table without its number."""
    caption = table.find("caption")
    return one_spaced(re.sub(r"^Tabel \d+\.", "", caption.get_text())) if caption else ""


def word(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


def word_text(document: WordDocument) -> str:
    """All text of the body, tables included, a line for each paragraph and each line break."""
    signs = {
        qn("w:br"): "\n",
        qn("w:tab"): "\t",
        qn("w:p"): "\n",
        qn("w:softHyphen"): "\u00ad",
        qn("w:noBreakHyphen"): "\u2011",
    }
    parts = []
    for element in document.element.body.iter():
        parts.append(element.text or "" if element.tag == qn("w:t") else signs.get(element.tag, ""))
    return "".join(parts)


def one_spaced(text: str) -> str:
    return " ".join(text.split())


ODF = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def o(name: str) -> str:
    """The full name of ``prefix:name`` in an OpenDocument file."""
    prefix, local = name.split(":")
    return f"{{{ODF[prefix]}}}{local}"


class Odt:
    """An OpenDocument text, opened."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.content = etree.fromstring(self.archive.read("content.xml"))
        self.styles = etree.fromstring(self.archive.read("styles.xml"))
        self.meta = etree.fromstring(self.archive.read("meta.xml"))
        self.body = self.content.find(f".//{o('office:text')}")
        self.by_name = {
            style.get(o("style:name")): style
            for part in (self.styles, self.content)
            for style in part.iter(o("style:style"), o("style:page-layout"), o("style:master-page"))
        }

    def style_of(self, block: Any) -> str:
        """The named style of a block, also when it has one of its own that is based on it."""
        name = block.get(o("text:style-name"))
        common = self.styles.find(o("office:styles"))
        while name not in {style.get(o("style:name")) for style in common}:
            name = self.by_name[name].get(o("style:parent-style-name"))
        return str(name)

    def look(self, block: Any, name: str) -> str | None:
        """What the style of this block itself says about ``name``."""
        key = "table:style-name" if block.tag == o("table:table") else "text:style-name"
        style = self.by_name[block.get(o(key))]
        return next((e.get(o(name)) for e in style.iter() if e.get(o(name)) is not None), None)

    def in_style(self, name: str) -> list[Any]:
        return [p for p in self.body.iter(o("text:p"), o("text:h")) if self.style_of(p) == name]


def odt_text(block: Any) -> str:
    """All text of (a part of) an OpenDocument text, a line for each paragraph and each line break."""
    signs = {"text:tab": "\t", "text:line-break": "\n", "text:p": "\n", "text:h": "\n"}
    names = {o(name): sign for name, sign in signs.items()}
    parts = [names.get(block.tag, ""), block.text or ""]
    if block.tag == o("text:s"):
        parts = [" " * int(block.get(o("text:c"), "1"))]
    for inner in block:
        parts += [odt_text(inner), inner.tail or ""]
    return "".join(parts)


def pdf_text(content: bytes) -> str:
    """All text of a PDF in the order of its tags, as a screen reader has it, without what surrounds pages."""
    document, plain = pikepdf.open(io.BytesIO(content)), pypdfium2.PdfDocument(content)
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    texts = [_marked_text(page) for page in plain]
    return "".join(texts[pages[page]][mark] for page, mark in _marks(document.Root.StructTreeRoot, None))


def pdf_title(content: bytes) -> str:
    document = pikepdf.open(io.BytesIO(content))  # its parts live as long as it does
    return str(document.docinfo["/Title"])


def pdf_tags(content: bytes) -> Iterator[tuple[str, Any]]:
    """Every tag of a PDF with its element, in order."""

    def walk(element: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(element, pikepdf.Array):
            for part in element:
                yield from walk(part)
        elif isinstance(element, pikepdf.Dictionary):
            if "/S" in element:
                yield str(element.S).removeprefix("/"), element
            yield from walk(element.get("/K"))

    document = pikepdf.open(io.BytesIO(content))  # its elements live as long as it does
    yield from walk(document.Root.StructTreeRoot)


def _marks(element: Any, page: Any) -> Iterator[tuple[tuple[int, int], int]]:
    """The page and number of each marked piece of content, in the order of the tags."""
    if isinstance(element, pikepdf.Array):
        for part in element:
            yield from _marks(part, page)
    elif isinstance(element, pikepdf.Dictionary):
        page = element["/Pg"].objgen if "/Pg" in element else page
        yield from _marks(element["/MCID"] if "/MCID" in element else element.get("/K"), page)
    elif element is not None:
        yield page, int(element)


def _marked_text(page: pypdfium2.PdfPage) -> dict[int, str]:
    result: dict[int, str] = defaultdict(str)
    text_page = page.get_textpage()
    last = None
    for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
        span, said = _said_instead(part)
        if said is None:
            said = _drawn(part, text_page)
        elif span == last:
            said = ""  # PDFium leaves it out too when two spans side by side say the same
        last = span
        result[pdfium.FPDFPageObj_GetMarkedContentID(part.raw)] += said
    return result


def _drawn(part: pypdfium2.PdfObject, text_page: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(part.raw, text_page.raw, None, 0)
    buffer = (pdfium.c_ushort * size)()
    pdfium.FPDFTextObj_GetText(part.raw, text_page.raw, buffer, size)
    return bytes(buffer).decode("utf-16-le", "surrogatepass").rstrip("\0")


def _said_instead(part: pypdfium2.PdfObject) -> tuple[int, str | None]:
    """What a reader says instead of what is drawn (ActualText), if anything, and the span it is for."""
    size, buffer = ctypes.c_ulong(), (ctypes.c_ubyte * 1000)()
    for number in range(pdfium.FPDFPageObj_CountMarks(part.raw)):
        mark = pdfium.FPDFPageObj_GetMark(part.raw, number)
        if pdfium.FPDFPageObjMark_GetParamBlobValue(mark, b"ActualText", buffer, len(buffer), size):
            return ctypes.addressof(mark.contents), str(pikepdf.String(bytes(buffer)[: size.value]))
    return 0, None

"""Reads documents back, as text and as structure."""

import io
import zipfile
from typing import Any

from bs4 import BeautifulSoup
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree


def html(content: bytes | str) -> BeautifulSoup:
    soup = BeautifulSoup(content, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    return soup


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

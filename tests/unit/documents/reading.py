"""Reads documents back, as text and as structure."""

import io

from bs4 import BeautifulSoup
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn


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

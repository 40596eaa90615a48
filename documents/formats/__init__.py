"""The formats a document comes in: one module each, all made from the same HTML.

A new format is a module with a function that turns a `Page` into bytes, and one line in ``FORMATS``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from documents.formats.docx import write as write_docx
from documents.formats.html import write as write_html
from documents.formats.odt import write as write_odt
from documents.formats.pdf import write as write_pdf
from documents.page import Page


@dataclass(frozen=True)
class Format:
    """How a page becomes a file: ``extension`` without dot, and the type the web knows it by."""

    extension: str
    media_type: str
    write: Callable[[Page], bytes]
    pictures: bool = False
    """Whether it holds figures as PNG."""


FORMATS: dict[str, Format] = {
    "odt": Format("odt", "application/vnd.oasis.opendocument.text", write_odt, True),
    "docx": Format(
        "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write_docx, True
    ),
    "pdf": Format("pdf", "application/pdf", write_pdf),
    "html": Format("html", "text/html; charset=utf-8", write_html),
}

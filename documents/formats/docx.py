"""Word: pandoc makes it from the tree, in the styles of the house; `docx_mend` puts right what is left."""

import tempfile
from pathlib import Path

from documents import pandoc
from documents.formats.docx_mend import mend
from documents.formats.docx_reference import OURS, completed
from documents.formats.layout import laid_out
from documents.page import Page
from documents.pandoc import Element


def write(page: Page) -> bytes:
    """The page as .docx. Raises DocumentError when pandoc refuses or warns, or for a bad reference."""
    tree = laid_out(page, _mark)
    with tempfile.TemporaryDirectory() as folder:
        reference = OURS
        if page.style.reference_docx:
            reference = Path(folder) / OURS.name
            reference.write_bytes(completed(page.style.reference_docx))
        word = pandoc.write(tree, "docx+native_numbering", [f"--reference-doc={reference}"])
    return mend(word, page, tree)


def _mark(kind: str) -> Element:
    return {"t": "RawBlock", "c": ["openxml", f'<w:p><w:pPr><w:pStyle w:val="{kind}"/></w:pPr></w:p>']}

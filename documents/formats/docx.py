"""Word: pandoc makes it from the tree, in the styles of the house; `docx_mend` puts right what is left."""

import tempfile
from pathlib import Path

from documents import pandoc
from documents.catalogue import HOUSE_STYLE
from documents.formats.docx_mend import mend
from documents.formats.pictures import with_pngs
from documents.page import Page
from documents.style.word import completed


def write(page: Page) -> bytes:
    """The page as .docx. Raises DocumentError when pandoc refuses or warns."""
    with tempfile.TemporaryDirectory() as folder:
        reference = HOUSE_STYLE / "reference.docx"
        if page.style.reference_docx:
            reference = Path(folder) / "reference.docx"
            reference.write_bytes(completed(page.style.reference_docx))
        word = pandoc.write(with_pngs(page.source), "docx+native_numbering", [f"--reference-doc={reference}"])
    return mend(word, page)

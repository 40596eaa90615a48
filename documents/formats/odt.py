"""OpenDocument text: pandoc makes it from the tree, in the styles of the house; `odt_mend` puts it right."""

import tempfile
from pathlib import Path

from documents import pandoc
from documents.catalogue import HOUSE_STYLE
from documents.formats.layout import laid_out
from documents.formats.odt_mend import mend
from documents.page import Page
from documents.pandoc import Element

REFERENCE = "reference.odt"


def write(page: Page) -> bytes:
    """The page as .odt. Raises DocumentError when pandoc refuses or warns, or for a reference that is bad."""
    tree = laid_out(page, _mark)
    with tempfile.TemporaryDirectory() as folder:
        reference = HOUSE_STYLE / REFERENCE
        if page.style.reference_odt:
            reference = Path(folder) / REFERENCE
            reference.write_bytes(page.style.reference_odt)
        text = pandoc.write(tree, "odt+native_numbering", [f"--reference-doc={reference}"])
    return mend(text, page, tree)


def _mark(kind: str) -> Element:
    return {"t": "RawBlock", "c": ["opendocument", f'<text:p text:style-name="{kind}"/>']}

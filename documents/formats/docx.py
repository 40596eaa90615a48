"""Word: pandoc makes it from the HTML, in the styles of the house; `docx_mend` puts right what is left."""

import re
import tempfile
from pathlib import Path

import pypandoc

from documents.catalogue import HOUSE_STYLE, DocumentError
from documents.figures import PNG, as_pictures
from documents.formats.docx_mend import mend
from documents.page import Page
from documents.templates import fill_in

# Only our own templates make these: in a user's text "<" is escaped.
_NUMBER = re.compile(r'<span class="number">[^<]*</span>\s*')  # Word numbers headings itself
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)  # pandoc makes it from the title of the page
# The name of a row is bold; what stands on further lines of its cell is not.
_ROW_HEAD = re.compile(r'(<th scope="row">)(.*?)(?=<br>|</th>)', re.DOTALL)
_CONTENTS = re.compile(r"<nav\b.*?</nav>", re.DOTALL)  # Word has a field for these


def write(page: Page) -> bytes:
    """The page as .docx. Raises DocumentError when pandoc refuses or warns."""
    body = as_pictures(page.body, PNG)
    body = _ROW_HEAD.sub(r"\1<strong>\2</strong>", body)
    for left_out in (_TITLE, _CONTENTS, _NUMBER):
        body = left_out.sub("", body)
    source = fill_in("gedeeld/pagina.html.j2", {"title": page.title, "body": body, "style": ""})
    return mend(_pandoc(source), page)


def _pandoc(source: str) -> bytes:
    options = [
        "--fail-if-warnings",
        "--shift-heading-level-by=-1",
        f"--reference-doc={HOUSE_STYLE / 'reference.docx'}",
    ]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "document.docx"
        try:
            pypandoc.convert_text(
                source, "docx+native_numbering", "html", options, outputfile=target, sandbox=True
            )
        except RuntimeError as error:
            raise DocumentError(str(error)) from error
        return target.read_bytes()

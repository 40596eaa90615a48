"""Files to bring in, good ones and ones that should be refused."""

import io
import subprocess
import zipfile
from collections.abc import Callable

import pypandoc
from docx import Document
from docx.shared import Cm
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from documents.catalogue import HOUSE_STYLE
from documents.formats import odf
from dossier.house_style import Part

Change = Callable[[dict[str, bytes]], object]


def picture(
    kind: str = "PNG", size: tuple[int, int] = (300, 120), mode: str = "RGB", **options: object
) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, kind, **options)
    return target.getvalue()


def talkative_png() -> bytes:
    words = PngInfo()
    words.add_text("Author", "GEHEIM")
    return picture(pnginfo=words) + b"GEHEIM na het einde"


def our_docx() -> bytes:
    return (HOUSE_STYLE / "reference.docx").read_bytes()


def pandocs(name: str) -> bytes:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", name]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - no input of anybody


def word_with_text(text: str) -> bytes:
    """As Word makes it: an author, text, a header."""
    word = Document()
    word.core_properties.author = text
    word.add_paragraph(text)
    word.sections[0].header.paragraphs[0].text = "Gemeente Voorbeeld"
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def with_page(part: Part, width: float, height: float, sides: float, ends: float) -> bytes:
    """A reference file with pages of that size and margins, in centimetres."""
    if part is Part.REFERENCE_DOCX:
        word = Document()
        (page,) = word.sections
        page.page_width, page.page_height = Cm(width), Cm(height)
        page.left_margin = page.right_margin = Cm(sides)
        page.top_margin = page.bottom_margin = Cm(ends)
        target = io.BytesIO()
        word.save(target)
        return target.getvalue()
    size = {"page-width": width, "page-height": height, "margin-top": ends, "margin-bottom": ends}
    size |= {"margin-left": sides, "margin-right": sides}

    def change(entries: dict[str, bytes]) -> None:
        styles = odf.parse(entries["styles.xml"])
        (layout,) = styles.iter(odf.q("style:page-layout-properties"))
        for name, length in size.items():
            layout.set(odf.q(f"fo:{name}"), f"{length}cm")
        entries["styles.xml"] = odf.serialised(styles)

    return changed(pandocs("reference.odt"), change)


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def changed(content: bytes, change: Change) -> bytes:
    """The same zip after ``change`` of its files."""
    entries = unzipped(content)
    change(entries)
    return zipped(entries)


def replaced(content: bytes, name: str, old: str, new: str) -> bytes:
    """The same zip with ``old`` in one file replaced; it must be there."""

    def change(entries: dict[str, bytes]) -> None:
        assert old.encode() in entries[name]
        entries[name] = entries[name].replace(old.encode(), new.encode(), 1)

    return changed(content, change)

"""Files to bring in, good ones and ones that should be refused."""

import io
import subprocess
import zipfile
from collections.abc import Callable

import pypandoc
from docx import Document
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from documents.catalogue import HOUSE_STYLE

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

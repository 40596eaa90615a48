"""The house style in Word is what ``python -m script.reference_docx`` makes."""

import io
import zipfile

from script.reference_docx import TARGET, build


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_reference_document_is_up_to_date() -> None:
    assert parts(TARGET.read_bytes()) == parts(build()), "run: python -m script.reference_docx"

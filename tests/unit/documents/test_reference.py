"""The house style in Word and LibreOffice is what ``python -m script.reference_docx`` and ``_odt`` make."""

import io
import zipfile
from types import ModuleType

import pytest

from script import reference_docx, reference_odt


def parts(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("script", [reference_docx, reference_odt])
def test_the_reference_document_is_up_to_date(script: ModuleType) -> None:
    made, kept = parts(script.build()), parts(script.TARGET.read_bytes())
    assert kept == made, f"run: python -m {script.__name__}"

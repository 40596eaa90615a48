"""LibreOffice opens what we make, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from documents.formats import FORMATS, odf
from documents.style.check import check
from dossier.house_style import HouseStyle, Part, style_of
from tests.unit.documents import small
from tests.unit.documents.test_odt import REFERENCES, kept

needs_office = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")),
    reason="soffice (LibreOffice) or pdftotext (poppler) is not installed here",
)


def laid_out(format_name: str, style: HouseStyle, tmp_path: Path, body: str = small.BODY) -> list[str]:
    """The words of every page of the small document, as LibreOffice lays it out."""
    document = tmp_path / f"klein.{format_name}"
    document.write_bytes(FORMATS[format_name].write(small.page(body, style)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(document),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)  # noqa: S603 - no input of anybody
    read = ["pdftotext", "-layout", str(tmp_path / "klein.pdf"), "-"]
    shown = subprocess.run(read, check=True, capture_output=True, text=True)  # noqa: S603 - no input of anybody
    return [" ".join(page.split()) for page in shown.stdout.split("\f")[:-1]]


@needs_office
@pytest.mark.parametrize("format_name", ["odt", "docx"])
def test_libreoffice_opens_it_and_lays_out_the_pages(format_name: str, tmp_path: Path) -> None:
    pages = laid_out(format_name, HouseStyle(accent="#8a2be2", logo=small.logo()), tmp_path)
    front, contents, *rest = pages
    assert "Klein & fijn" in front
    assert "Concept, 9" not in front, "the front page has no footer"
    chapter = next(n for n, page in enumerate(pages, 1) if n > 2 and "2. Twee" in page)
    assert (f"2. Twee {chapter}" if format_name == "odt" else "2. Twee") in contents
    for n, words in enumerate([contents, *rest], 2):
        assert words.startswith("Klein & fijn")
        assert words.endswith(f"Pagina {n} van {len(pages)}")
    assert [n for n, page in enumerate(pages) if "1. Een" in page][-1] > 1
    tabled = [page for page in pages if "Rij een twee" in page]
    assert len(tabled) >= 3
    assert all("A B C D" in page for page in tabled), "the header row comes back on every page of a table"


@needs_office
@pytest.mark.parametrize("name", REFERENCES)
def test_libreoffice_opens_what_is_made_with_a_reference_file(name: str, tmp_path: Path) -> None:
    style = HouseStyle(logo=small.logo(), reference_odt=kept(REFERENCES[name]))
    pages = laid_out("odt", style, tmp_path)
    assert "Klein & fijn" in pages[0]
    assert "Concept, 9 maart 2027" in pages[-1]


@needs_office
@pytest.mark.parametrize("part", [Part.REFERENCE_ODT, Part.REFERENCE_DOCX])
def test_left_pages_that_differ_have_header_and_footer_too(part: Part, tmp_path: Path) -> None:
    extension = part.removeprefix("reference_")
    reference = check(part, small.two_sided_reference(extension))
    assert isinstance(reference, bytes)
    pages = laid_out(extension, style_of({part: reference}), tmp_path)
    assert len(pages) > 6
    for n, words in enumerate(pages[1:], 2):
        assert words.startswith("Klein & fijn")
        assert words.endswith(f"Concept, 9 maart 2027 Pagina {n} van {len(pages)}")


def letterhead(name: str, prefix: str = "style", address: str = odf.NAMES["style"]) -> str:
    """The header of a first page, which is called ``name``, and its footer."""
    words = {name: "Briefhoofd", name.replace("header", "footer"): "Postbus 1"}
    return "".join(
        f'<{prefix}:{part} xmlns:{prefix}="{address}"><text:p>{said}</text:p></{prefix}:{part}>'
        for part, said in words.items()
    )


OLD = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
FIRST_PAGES = {
    "a page of its own": small.with_pages("", letterhead("header")),
    "the first standard page": small.with_pages(f"<style:header/>{letterhead('header-first')}"),
    "that of an older LibreOffice": small.with_pages(letterhead("header-first", "loext", OLD)),
}


@needs_office
@pytest.mark.parametrize("short", [False, True])
@pytest.mark.parametrize("name", FIRST_PAGES)
def test_a_letterhead_on_the_first_page_stays_there(name: str, short: bool, tmp_path: Path) -> None:
    body = small.BODY.replace('class="front"', 'class="front letterhead"') if short else small.BODY
    style = HouseStyle(reference_odt=kept(FIRST_PAGES[name]))
    first, *others = laid_out("odt", style, tmp_path, body)
    assert first.startswith("Briefhoofd")
    assert "Postbus 1" in first
    assert ("Concept, 9 maart 2027" in first) is short
    for page in others:
        assert page.startswith("Klein & fijn")
        assert "Postbus 1" not in page
        assert "Concept, 9 maart 2027" in page

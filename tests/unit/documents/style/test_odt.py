"""Reference documents for LibreOffice: what is kept, what is refused, what they lack."""

import io
import zipfile

import pytest

from documents import pandoc
from documents.style import odt
from documents.style.check import check, warnings
from documents.style.problem import Problem
from dossier.house_style import Part
from tests.unit.documents.style import files

PART = Part.REFERENCE_ODT
RAW = files.pandocs("reference.odt")
STYLE = '<style:style style:name="{}" style:display-name="{}" style:family="paragraph"/>'


def kept(raw: bytes) -> bytes:
    found = check(PART, raw)
    assert isinstance(found, bytes), found
    return found


def key(raw: bytes) -> str:
    found = check(PART, raw)
    return found.key if isinstance(found, Problem) else ""


def in_styles(xml: str) -> bytes:
    """The file with something more among its styles."""
    return files.replaced(RAW, "styles.xml", "</office:styles>", f"{xml}</office:styles>")


def a4(raw: bytes) -> bytes:
    raw = files.replaced(raw, "styles.xml", 'page-width="8.5in"', 'page-width="210mm"')
    return files.replaced(raw, "styles.xml", 'page-height="11in"', 'page-height="29.70cm"')


def test_what_is_missing_is_listed_and_the_page_is_measured() -> None:
    missing, size = warnings(PART, kept(RAW))
    assert (missing.key, size) == ("styles_missing", Problem("not_a4"))
    assert {"Title", "Voorblad"} <= set(missing.values["styles"].split(", "))
    assert not {"Heading 1", "Text body"} & set(missing.values["styles"].split(", "))


def test_a_file_with_everything_has_no_warnings() -> None:
    styles = "".join(STYLE.format(name.replace(" ", "_20_"), name) for name in odt.STYLES)
    assert warnings(PART, kept(a4(in_styles(styles)))) == ()


@pytest.mark.parametrize("width", ["", "wide", "100%"])
def test_with_a_page_of_no_known_size_no_document_can_be_made(width: str) -> None:
    raw = files.replaced(a4(RAW), "styles.xml", 'page-width="210mm"', f'page-width="{width}"')
    assert key(raw) == "unusable"


def test_only_the_looks_are_kept() -> None:
    def fill(entries: dict[str, bytes]) -> None:
        entries["content.xml"] = entries["content.xml"].replace(b"</office:text>", b"GEHEIM</office:text>")
        entries["Thumbnails/thumbnail.png"] = b"GEHEIM"
        entries["Pictures/logo.png"] = b"picture"

    raw = files.changed(RAW, fill)
    assert b"GEHEIM" in files.unzipped(raw)["content.xml"]
    found = files.unzipped(kept(raw))
    assert b"GEHEIM" not in b"".join(found.values())
    assert set(found) == {
        "mimetype",
        "content.xml",
        "styles.xml",
        "META-INF/manifest.xml",
        "Pictures/logo.png",
    }
    assert found["styles.xml"] == files.unzipped(raw)["styles.xml"]


def test_what_is_kept_is_an_odt_and_pandoc_takes_styles_from_it(tmp_path: object) -> None:
    content = kept(in_styles(STYLE.format("Eigen", "Eigen")))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    reference = f"{tmp_path}/reference.odt"
    with open(reference, "wb") as target:  # noqa: PTH123 - one line
        target.write(content)
    made = pandoc.write(pandoc.read("<p>x</p>", []), "odt", [f"--reference-doc={reference}"])
    assert b'"Eigen"' in files.unzipped(made)["styles.xml"]


# --- what is refused -------------------------------------------------------------------------------


def test_a_template_is_named_as_such() -> None:
    assert key(files.changed(RAW, lambda f: f.update({"mimetype": odt.TEMPLATE.encode()}))) == "odt_template"


def test_another_kind_of_odf_is_refused() -> None:
    sheet = b"application/vnd.oasis.opendocument.spreadsheet"
    assert key(files.changed(RAW, lambda f: f.update({"mimetype": sheet}))) == "not_that_kind"
    assert key(files.changed(RAW, lambda f: f.pop("styles.xml"))) == "not_that_kind"


@pytest.mark.parametrize("name", ["Basic/Standard/Module1.xml", "Scripts/python/x.py", "Dialogs/x.xml"])
def test_macros_are_refused(name: str) -> None:
    assert key(files.changed(RAW, lambda f: f.update({name: b"<a/>"}))) == "macros"


def test_what_does_something_by_itself_is_refused() -> None:
    script = "urn:oasis:names:tc:opendocument:xmlns:script:1.0"
    for xml in (
        f'<script:event-listener xmlns:script="{script}"/>',
        f'<style:style xmlns:script="{script}" script:language="x" style:name="a"/>',
        '<office:script office:name="x"/>',
    ):
        assert key(in_styles(xml)) == "macros"


@pytest.mark.parametrize(
    "address",
    ["https://elders.example/a.png", "file:///etc/passwd", "../a.png", "/a.png", "Pictures/none.png", "//x"],
)
def test_what_comes_from_outside_is_refused(address: str) -> None:
    xml = f'<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}"/>'
    assert key(in_styles(xml)) == "outside"


@pytest.mark.parametrize("address", ["", "#a", "Pictures/logo.png", "./Pictures/logo.png"])
def test_what_is_in_the_file_may_be_shown(address: str) -> None:
    xml = f'<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}"/>'
    raw = files.changed(in_styles(xml), lambda f: f.update({"Pictures/logo.png": b"picture"}))
    assert key(raw) == ""

"""Reference documents for Word: what is kept, what is refused, what they lack."""

import io
import tempfile
from pathlib import Path

import openxml_audit
import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from documents.options import Options
from documents.render import render
from documents.style import word
from documents.style.check import check, warnings
from documents.style.problem import Problem
from documents.style.sample import sample_file
from dossier.house_style import HouseStyle, Part
from tests.unit.documents import dossiers
from tests.unit.documents.style import files

PART = Part.REFERENCE_DOCX
TYPES, RELS = "[Content_Types].xml", "word/_rels/document.xml.rels"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def kept(raw: bytes) -> bytes:
    found = check(PART, raw)
    assert isinstance(found, bytes), found
    return found


def key(raw: bytes) -> str:
    found = check(PART, raw)
    return found.key if isinstance(found, Problem) else ""


def with_external(kind: str, *, in_header: bool = False) -> bytes:
    made = Document(io.BytesIO(files.word_with_text("tekst")))
    part = made.sections[0].header.part if in_header else made.part
    part.relate_to("https://elders.example/x", kind, is_external=True)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def test_our_own_reference_document_lacks_nothing() -> None:
    found = kept(files.our_docx())
    assert warnings(PART, found) == ()
    assert files.unzipped(found)["word/styles.xml"]


def test_only_the_looks_are_kept() -> None:
    found = kept(files.word_with_text("GEHEIM"))
    every = b"".join(files.unzipped(found).values())
    assert b"GEHEIM" not in every
    assert b"Gemeente Voorbeeld" in every  # the header is part of the looks


def test_a_document_is_made_with_the_header_and_the_styles_of_the_file() -> None:
    made = Document(io.BytesIO(files.word_with_text("tekst")))
    made.styles["Heading 1"].font.name = "Comic Sans MS"
    target = io.BytesIO()
    made.save(target)
    docx = sample_file("docx", HouseStyle(reference_docx=kept(target.getvalue())))
    sample = Document(io.BytesIO(docx))
    assert sample.sections[0].header.paragraphs[0].text == "Gemeente Voorbeeld"
    assert sample.styles["Heading 1"].font.name == "Comic Sans MS"


@pytest.mark.parametrize("raw", [files.pandocs("reference.docx"), files.word_with_text("x")])
def test_a_whole_document_is_made_with_a_file_that_lacks_styles(raw: bytes) -> None:
    content = kept(raw)
    (missing, size) = warnings(PART, content)
    assert (missing.key, size.key) == ("styles_missing", "not_a4")
    assert "Tabeltekst" in missing.values["styles"].split(", ")
    docx = render(
        dossiers.full(), "plan_van_aanpak", "docx", dossiers.TODAY, style=HouseStyle(reference_docx=content)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.docx"
        path.write_bytes(docx)
        errors = {str(e) for e in openxml_audit.OpenXmlValidator().validate(str(path)).errors}
    # Pandoc's own styles refer to styles that it only brings along when it uses them; 0 is: not numbered.
    known = ("/word/styles.xml: Style", "Numbering definition '0'")
    assert [e for e in errors if not any(words in e for words in known)] == []


def test_the_list_of_styles_is_what_our_documents_use() -> None:
    used = set()
    for dossier in (dossiers.full(), dossiers.dossier()):
        made = Document(
            io.BytesIO(render(dossier, "plan_van_aanpak", "docx", dossiers.TODAY, Options(guidance=True)))
        )
        names = {style.style_id: style.name for style in made.styles}
        for root in (made.element.body, made.sections[0].footer._element):
            marks = (e for e in root.iter() if e.tag in {qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")})
            used |= {names[mark.get(qn("w:val"))] for mark in marks}
    assert used == set(word.STYLES)


# --- what is refused -------------------------------------------------------------------------------


def test_macros_are_refused() -> None:
    raw = files.our_docx()
    assert key(files.changed(raw, lambda f: f.update({"word/vbaProject.bin": b"x"}))) == "macros"
    macro_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    assert key(files.replaced(raw, TYPES, MAIN, macro_type)) == "macros"
    assert key(files.changed(raw, lambda f: f.update({"word/activeX/activeX1.xml": b"<a/>"}))) == "macros"


def test_a_template_is_named_as_such() -> None:
    template = MAIN.replace("document.main", "template.main")
    assert key(files.replaced(files.our_docx(), TYPES, MAIN, template)) == "word_template"


def test_what_comes_from_outside_is_refused() -> None:
    for kind in (RELATIONSHIP_TYPE.IMAGE, RELATIONSHIP_TYPE.HYPERLINK, RELATIONSHIP_TYPE.OLE_OBJECT):
        assert key(with_external(kind, in_header=True)) == "outside"


def test_links_in_the_text_go_with_the_text() -> None:
    found = kept(with_external(RELATIONSHIP_TYPE.HYPERLINK))
    assert b"elders.example" not in b"".join(files.unzipped(found).values())


def test_where_somebodys_template_stands_is_not_kept() -> None:
    place = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    made = Document(io.BytesIO(files.our_docx()))
    settings = made.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    rel_id = settings.relate_to("file:///C:/GEHEIM/Normal.dotm", place, is_external=True)
    template = made.settings.element.makeelement(qn("w:attachedTemplate"), {qn("r:id"): rel_id})
    made.settings.element.insert(0, template)
    target = io.BytesIO()
    made.save(target)
    every = b"".join(files.unzipped(kept(target.getvalue())).values())
    assert b"GEHEIM" not in every
    assert b"attachedTemplate" not in every


def test_another_file_inside_what_is_kept_is_refused() -> None:
    made = Document(io.BytesIO(files.word_with_text("tekst")))
    target = io.BytesIO()
    made.save(target)

    def embed(entries: dict[str, bytes]) -> None:
        (header,) = (name for name in entries if name.startswith("word/header"))
        kind = RELATIONSHIP_TYPE.PACKAGE
        entries[f"word/_rels/{header.removeprefix('word/')}.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{kind}" Target="embeddings/x.exe"/></Relationships>'
        ).encode()
        entries["word/embeddings/x.exe"] = b"MZ"
        entries[TYPES] = entries[TYPES].replace(
            b"<Override ", b'<Default Extension="exe" ContentType="application/octet-stream"/><Override ', 1
        )

    assert key(files.changed(target.getvalue(), embed)) == "macros"


def test_a_drawing_with_a_script_is_refused() -> None:
    script = b'<x xmlns:s="http://www.w3.org/2000/svg"><s:script/></x>'
    assert key(files.changed(files.our_docx(), lambda f: f.update({"word/media/a.xml": script}))) == "macros"


def test_a_package_that_is_not_whole_is_refused() -> None:
    for name in ("word/document.xml", "_rels/.rels"):
        assert key(files.changed(files.our_docx(), lambda f, n=name: f.pop(n))) == "not_that_kind"  # type: ignore[misc] # bound at once


def test_a_file_no_document_can_be_made_with_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: object) -> bytes:
        raise KeyError("no such thing")

    monkeypatch.setattr("documents.style.check.sample_file", trip)
    assert key(files.our_docx()) == "unusable"

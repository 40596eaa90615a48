"""A small document that asks for all a template may ask of a page, and files of a municipality's own."""

import io
import subprocess
from copy import deepcopy
from functools import cache

import pypandoc
from docx import Document
from PIL import Image

from documents.formats import odf
from documents.page import Page
from dossier.house_style import HouseStyle
from tests.unit.documents import dossiers

_ROW = "<tr><th scope='row'>Rij</th><td>een</td><td>twee</td><td style='text-align: right'>{}</td></tr>"


def table(caption: str, rows: int) -> str:
    heads = "".join(f'<th scope="col">{name}</th>' for name in "ABC")
    return (
        f"<table><caption>{caption}</caption><colgroup>"
        + "".join(f'<col style="width: {width}%">' for width in (20, 50, 20, 10))
        + f'</colgroup><thead><tr>{heads}<th scope="col" style="text-align: right">D</th></tr></thead>'
        + f"<tbody>{''.join(_ROW.format(n) for n in range(rows))}"
        + "<tr><td></td><td colspan='3'>Over drie kolommen</td></tr></tbody></table>"
    )


BODY = f"""<header class="front"><h1 id="titel">Klein</h1>
<div data-custom-style="Subtitle"><p>Onder</p></div></header>
<h2 id="inhoud" class="unnumbered">Inhoud</h2><nav><ul><li>x</li></ul></nav>
<h2 id="vooraf" class="unnumbered">Vooraf</h2><h3 id="binnen">Binnenkop</h3>
<h2 id="een">Een</h2><p>Voor de liggende bladzijde.</p>
<div class="landscape"><h2 id="twee">Twee</h2>{table("Breed", 40)}</div>
<h2 id="drie">Drie</h2><div class="writing"><p>Schrijf hier:</p></div>
<div class="page-break"></div><p>Nieuwe bladzijde.</p>{table("Smal", 2)}
<div class="gap" data-custom-style="Nog invullen"><p>Dit ontbreekt.</p></div>
<div class="landscape"><p>Het einde ligt.</p></div>"""


def page(body: str = BODY, style: HouseStyle | None = None) -> Page:
    return Page("Klein & fijn", "Voorbeeldstad", dossiers.TODAY, body, style or HouseStyle())


def logo(form: str = "PNG") -> bytes:
    saved = io.BytesIO()
    Image.new("RGB", (600, 200), "#aa2200").save(saved, form)
    return saved.getvalue()


@cache
def pandocs_reference(extension: str) -> bytes:
    """A reference file that knows none of our styles."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", f"reference.{extension}"]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - no input of anybody


@cache
def two_sided_reference(extension: str) -> bytes:
    """A reference file in which left pages differ from right ones, and have no header and footer yet."""
    if extension == "docx":
        word = Document()
        word.settings.odd_and_even_pages_header_footer = True
        saved = io.BytesIO()
        word.save(saved)
        return saved.getvalue()
    parts_of_page = ("header", "header-left", "footer", "footer-left")
    return with_pages("".join(f"<style:{part}><text:p/></style:{part}>" for part in parts_of_page))


def with_pages(standard: str, first: str | None = None, margin: str = "1in") -> bytes:
    """A reference file for LibreOffice with that on standard pages, and on a first page of its own if any."""
    parts = odf.read(pandocs_reference("odt"))
    styles = odf.parse(parts["styles.xml"])
    masters = styles.find(odf.q("office:master-styles"))
    masters[0][:] = odf.elements(standard)
    if first is not None:
        layout = deepcopy(next(styles.iter(odf.q("style:page-layout"))))
        layout.set(odf.q("style:name"), "Eerste")
        odf.properties(layout, "page-layout").set(odf.q("fo:margin-left"), margin)
        styles.find(odf.q("office:automatic-styles")).append(layout)
        masters.extend(
            odf.elements(
                '<style:master-page style:name="First_20_Page" style:page-layout-name="Eerste" '
                f'style:next-style-name="Standard">{first}</style:master-page>'
            )
        )
    return odf.write(parts | {"styles.xml": odf.serialised(styles)})


@cache
def offices_reference() -> bytes:
    """As an office might make one: on other paper, with a footer of its own, and ids that clash with ours."""
    word = Document()
    word.sections[0].footer.paragraphs[0].text = "Postbus 1"
    word.styles.add_style("Iets anders", 1)._element.set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "Tabeltekst"
    )
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()

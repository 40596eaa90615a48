"""Makes ``content/documenten/huisstijl/reference.docx``: ``python -m script.reference_docx``.

That file is the house style in Word: pandoc takes its styles, page and footer from it. A municipality
can put its own in its place; this module says which styles that file must have.
"""

import io
import subprocess
from collections.abc import Mapping
from typing import Any

import pypandoc
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from documents.catalogue import HOUSE_STYLE

TARGET = HOUSE_STYLE / "reference.docx"
FONT = "Calibri"  # on every municipality's desk; LibreOffice has Carlito, of the same widths
PETROL, TEXT, MUTED, WRONG = (RGBColor.from_string(c) for c in ("0F4C5C", "1B1B1B", "41494D", "8A1C10"))
MARGIN, FOOTER_DISTANCE = Cm(2.5), Cm(1.25)
A4 = Cm(21), Cm(29.7)
NUMBERS_OF_HEADINGS = 1

# size in points, space before and after, and what else differs from running text
PARAGRAPHS: Mapping[str, Mapping[str, Any]] = {
    "Normal": {"size": 11, "before": 0, "after": 6, "line": 1.15},
    "Body Text": {"size": 11, "before": 0, "after": 8},
    "Compact": {"size": 11, "before": 0, "after": 2},
    "Title": {"size": 32, "before": 190, "after": 12, "colour": PETROL, "bold": True, "left": True},
    "Subtitle": {"size": 18, "before": 0, "after": 24, "colour": TEXT, "left": True},
    "Heading 1": {"size": 19, "before": 26, "after": 8, "colour": PETROL, "bold": True},
    "Heading 2": {"size": 14, "before": 16, "after": 4, "colour": PETROL, "bold": True},
    "Heading 3": {"size": 11.5, "before": 10, "after": 2, "colour": TEXT, "bold": True},
    "TOC Heading": {"size": 19, "before": 0, "after": 12, "colour": PETROL, "bold": True},
    "Table Caption": {"size": 10, "before": 10, "after": 4, "colour": MUTED, "bold": True, "keep": True},
    "Image Caption": {"size": 10, "before": 2, "after": 10, "colour": MUTED},
    "Captioned Figure": {"size": 11, "before": 8, "after": 2, "keep": True},
    "Voorblad": {"size": 12, "before": 0, "after": 4},
    "First Paragraph": {"size": 11, "before": 5, "after": 8},
    "Tabeltekst": {"size": 10, "before": 1, "after": 1},
    "Tabelkop": {"size": 10, "before": 1, "after": 1, "colour": PETROL, "bold": True, "keep": True},
    "Nog invullen": {"size": 11, "before": 4, "after": 8, "colour": WRONG},
    "Aanvulling": {"size": 10, "before": 0, "after": 8, "colour": MUTED, "keep": True},
    "toc 1": {"size": 11, "before": 0, "after": 5},
    "Footer": {"size": 9, "before": 0, "after": 0, "colour": MUTED},
}

_NUMBERING = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>
<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="850" w:hanging="850"/></w:pPr></w:lvl>
</w:abstractNum>"""
_NUM = f"""<w:num {nsdecls("w")} w:numId="{NUMBERS_OF_HEADINGS}"><w:abstractNumId w:val="1"/></w:num>"""

_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="B9C2C6"'
_TABLE_BORDERS = f"""<w:tblPr {nsdecls("w")}><w:tblBorders>
<w:top {_LINE}/><w:bottom {_LINE}/><w:insideH {_LINE}/>
</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>"""
_HEADER_ROW = f"""<w:tblStylePr {nsdecls("w")} w:type="firstRow">
<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="0F4C5C"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="E9F2F5"/></w:tcPr></w:tblStylePr>"""


# Pandoc's table style is based on this one, which its own reference document lacks.
_NORMAL_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"""


def build() -> bytes:
    """The reference document, made from pandoc's own so that it has every style pandoc asks for."""
    word = Document(io.BytesIO(_pandocs_own()))
    _fonts_and_language(word)
    for name, look in PARAGRAPHS.items():
        _paragraph_style(word, name, look)
    mark = word.styles.add_style("Nog invullen teken", WD_STYLE_TYPE.CHARACTER)
    mark.font.color.rgb, mark.font.italic = WRONG, True
    word.styles["Hyperlink"].font.color.rgb = RGBColor.from_string("0B5E86")
    _numbered_headings(word)
    _tables(word)
    _page(word)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def _pandocs_own() -> bytes:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - no input of anybody


def _fonts_and_language(word: WordDocument) -> None:
    for style in word.styles.element.iter(qn("w:rFonts")):
        style.attrib.clear()
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            style.set(qn(f"w:{kind}"), FONT)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")


def _paragraph_style(word: WordDocument, name: str, look: Mapping[str, Any]) -> None:
    known = {style.name: style for style in word.styles}
    style = known.get(name) or word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    layout, font = style.paragraph_format, style.font
    layout.space_before, layout.space_after = Pt(look["before"]), Pt(look["after"])
    layout.line_spacing = look.get("line", layout.line_spacing)
    font.size, font.bold, font.italic = Pt(look["size"]), look.get("bold"), None
    font.color.rgb = look.get("colour", TEXT)
    layout.keep_with_next = look.get("keep", name.startswith("Heading"))
    if look.get("left"):
        layout.alignment = None
    properties = style.element.get_or_add_pPr()
    for tag in ("w:jc", "w:numPr"):
        for found in properties.findall(qn(tag)):
            properties.remove(found)


def _numbered_headings(word: WordDocument) -> None:
    numbering = word.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERING))
    numbering.append(parse_xml(_NUM))
    properties = word.styles["Heading 1"].element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = NUMBERS_OF_HEADINGS


def _tables(word: WordDocument) -> None:
    word.styles.element.append(parse_xml(_NORMAL_TABLE))
    table = word.styles["Table"].element
    for old in (*table.findall(qn("w:tblPr")), *table.findall(qn("w:tblStylePr"))):
        table.remove(old)
    for part in (_TABLE_BORDERS, _HEADER_ROW):
        table.append(parse_xml(part))


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    section.footer_distance = FOOTER_DISTANCE
    section.different_first_page_header_footer = True  # the front page carries its date itself
    section.footer.is_linked_to_previous = False


if __name__ == "__main__":
    TARGET.write_bytes(build())

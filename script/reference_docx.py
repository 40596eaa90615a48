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
from docx.shared import Cm, Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle

from documents.catalogue import HOUSE_STYLE
from documents.formats.colours import ACCENT, LINE, LINK, TEXT, TINT, WRONG
from documents.formats.layout import A4, MARGIN
from script.reference_looks import (
    COUNTRY,
    FONT,
    FOOTER_DISTANCE,
    GAP,
    INDENT_OF_NUMBERED,
    LANGUAGE,
    LIKE,
    LOOKS,
    NOTE_INDENT,
    NOTE_PADDING,
)

TARGET = HOUSE_STYLE / "reference.docx"
NUMBERS_OF_HEADINGS = 1

_INDENT = Cm(INDENT_OF_NUMBERED) // Twips(1)
_NUMBERING = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>
<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="{_INDENT}" w:hanging="{_INDENT}"/></w:pPr></w:lvl></w:abstractNum>"""
_NUM = f"""<w:num {nsdecls("w")} w:numId="{NUMBERS_OF_HEADINGS}"><w:abstractNumId w:val="1"/></w:num>"""

_LINE = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE[1:]}"'
_TABLE_BORDERS = f"""<w:tblPr {nsdecls("w")}><w:tblBorders>
<w:top {_LINE}/><w:bottom {_LINE}/><w:insideH {_LINE}/>
</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>"""
_HEADER_ROW = f"""<w:tblStylePr {nsdecls("w")} w:type="firstRow">
<w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{ACCENT[1:]}"/></w:tcBorders>
<w:shd w:val="clear" w:color="auto" w:fill="{TINT[1:]}"/></w:tcPr></w:tblStylePr>"""

# Without "between", Word draws one line below several paragraphs in a row.
_RULE = f"""<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{{0}}"/>
<w:between w:val="single" w:sz="4" w:space="3" w:color="{{0}}"/></w:pBdr>"""
_NOTE = f"""<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="{Cm(NOTE_PADDING).pt:.0f}"
w:color="{ACCENT[1:]}"/></w:pBdr>"""
_SHADE = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{{}}"/>'
_AFTER_BORDERS = (
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
)

# Pandoc's table style is based on this one, which its own reference document lacks.
_NORMAL_TABLE = f"""<w:style {nsdecls("w")} w:type="table" w:default="1" w:styleId="TableNormal">
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>"""


def build() -> bytes:
    """The reference document, made from pandoc's own so that it has every style pandoc asks for."""
    word = Document(io.BytesIO(_pandocs_own()))
    _fonts_and_language(word)
    for name, look in LOOKS.items():
        _paragraph_style(word, name, look)
    for name, look in LIKE.items():
        _like(word, name, look)
    mark = word.styles.add_style(GAP, WD_STYLE_TYPE.CHARACTER)
    mark.font.color.rgb, mark.font.italic = _colour(WRONG), True
    word.styles["Hyperlink"].font.color.rgb = _colour(LINK)
    _numbered_headings(word)
    _tables(word)
    _page(word)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def _pandocs_own() -> bytes:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - no input of anybody


def _colour(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:].upper())


def _fonts_and_language(word: WordDocument) -> None:
    for style in word.styles.element.iter(qn("w:rFonts")):
        style.attrib.clear()
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            style.set(qn(f"w:{kind}"), FONT)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), f"{LANGUAGE}-{COUNTRY}")


def _paragraph_style(word: WordDocument, name: str, look: Mapping[str, Any]) -> None:
    known = {style.name: style for style in word.styles}
    style = known.get(name) or word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    layout, font = style.paragraph_format, style.font
    layout.space_before, layout.space_after = Pt(look["before"]), Pt(look["after"])
    layout.line_spacing = look.get("line", layout.line_spacing)
    font.size, font.bold, font.italic = Pt(look["size"]), bool(look.get("bold")), False
    font.color.rgb = _colour(look.get("colour", TEXT))
    layout.keep_with_next = look.get("keep", name.startswith("Heading"))
    if look.get("left"):
        layout.alignment = None
    properties = style.element.get_or_add_pPr()
    for tag in ("w:jc", "w:numPr", "w:pBdr", "w:tabs"):
        for found in properties.findall(qn(tag)):
            properties.remove(found)
    if look.get("rule"):
        properties.insert_element_before(parse_xml(_RULE.format(look["rule"][1:])), *_AFTER_BORDERS)
    if look.get("note"):
        layout.left_indent = Cm(NOTE_INDENT)
        properties.insert_element_before(parse_xml(_NOTE), *_AFTER_BORDERS)
        properties.insert_element_before(parse_xml(_SHADE.format(look["note"][1:])), *_AFTER_BORDERS[1:])


def _like(word: WordDocument, name: str, look: Mapping[str, Any]) -> None:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = word.styles[look["like"]]
    if "before" in look:
        style.paragraph_format.space_before = Pt(look["before"])
    style.paragraph_format.keep_with_next = look.get("keep")


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
    section.page_width, section.page_height = map(Cm, A4)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    section.header_distance = section.footer_distance = Cm(FOOTER_DISTANCE)
    section.different_first_page_header_footer = True  # the front page carries its date itself


if __name__ == "__main__":
    TARGET.write_bytes(build())

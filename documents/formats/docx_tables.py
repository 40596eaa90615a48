"""What pandoc leaves out of the tables of a Word document: their widths, and rows that stay together."""

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt

from documents.formats.colours import MUTED
from documents.formats.docx_names import Styles, keep_with_next, paragraphs, q, style_of
from documents.formats.layout import ROW_TO_FILL
from documents.formats.tables import SHORT_TEXT, stays_together

_BOLD = f"{q('w:rPr')}/{q('w:b')}"
_RUNNING = ("Compact", "Body Text", "First Paragraph")
"""What pandoc gives the paragraphs of a cell; another style was asked for by a template."""
SPACE_AFTER = Pt(8)
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{MUTED[1:]}"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BOXES = f"<w:tblBorders {nsdecls('w')}>{_SIDES}</w:tblBorders>"
_AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def mend_table(table: BaseOxmlElement, styles: Styles, width: int, boxes: bool) -> None:
    """Put the table right: ``width`` wide, in the styles of the house, broken at fit places.

    ``boxes``: it is to be filled in by hand.
    """
    _fill_width(table, width)
    _space_after(table, styles)
    running = {styles.id(name) for name in _RUNNING} | {""}
    rows = list(table.iterchildren(q("w:tr")))
    lengths = [sum(len(text.text or "") for text in row.iter(q("w:t"))) for row in rows]
    last = len(rows) - 1
    short = stays_together(last, sum(lengths))
    for number, (row, length) in enumerate(zip(rows, lengths, strict=True)):
        if length <= SHORT_TEXT:
            row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        # The first two rows go together and the last two, so that neither header nor row stands alone.
        keep = number < last and (number in (0, last - 1) or short or _introduces(row))
        for paragraph in paragraphs(row):
            if style_of(paragraph) in running:
                styles.put(paragraph, "Tabeltekst" if number else "Tabelkop")
            if keep:
                keep_with_next(paragraph)
    if boxes:
        _box_cells(table)


def _box_cells(table: BaseOxmlElement) -> None:
    """Lines around every cell, and rows that are high enough to write in."""
    table.tblPr.insert_element_before(parse_xml(_BOXES), *_AFTER_BORDERS)
    for row in table.tr_lst[1:]:
        row.trHeight_val, row.trHeight_hRule = Cm(ROW_TO_FILL), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell in row.tc_lst:
            cell.get_or_add_tcPr().vAlign_val = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _fill_width(table: BaseOxmlElement, width: int) -> None:
    columns = list(table.find(q("w:tblGrid")))
    given = [int(column.get(q("w:w"))) for column in columns]
    for column, old in zip(columns, given, strict=True):
        column.set(q("w:w"), str(old * width // sum(given)))


def _space_after(table: BaseOxmlElement, styles: Styles) -> None:
    following = table.getnext()
    if following is not None and style_of(following) == styles.id("Body Text"):
        following.get_or_add_pPr().spacing_before = SPACE_AFTER


def _introduces(row: BaseOxmlElement) -> bool:
    """Whether all that the row says is bold, as in a heading for the rows below it."""
    return all(run.find(_BOLD) is not None for run in row.iter(q("w:r")))

"""What pandoc leaves out of the tables of a Word document: their widths, and rows that stay together."""

from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from documents.formats.docx_names import Styles, keep_with_next, paragraphs, q, style_of
from documents.formats.tables import SHORT_TEXT, stays_together

_BOLD = f"{q('w:rPr')}/{q('w:b')}"
_RUNNING = ("Compact", "Body Text", "First Paragraph")
"""What pandoc gives the paragraphs of a cell; another style was asked for by a template."""
SPACE_AFTER = Pt(8)


def mend_table(table: BaseOxmlElement, styles: Styles, width: int) -> None:
    """Put the table right: ``width`` wide, in the styles of the house, broken at fit places."""
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
        # The last two rows go together, so that none stands alone under a repeated header.
        keep = number == last - 1 or (number < last and (short or _introduces(row)))
        for paragraph in paragraphs(row):
            if style_of(paragraph) in running:
                styles.put(paragraph, "Tabeltekst" if number else "Tabelkop")
            if keep:
                keep_with_next(paragraph)


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

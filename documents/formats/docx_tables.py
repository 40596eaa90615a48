"""What pandoc leaves out of the tables of a Word document: their widths, and rows that stay together."""

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, Twips
from docx.table import Table
from docx.text.paragraph import Paragraph

SHORT_ROWS, SHORT_TEXT = 14, 1500
"""A table of at most so many rows and characters stays on one page; so does a row of that length."""


def text_width(word: WordDocument) -> int:
    """The width between the margins, in twentieths of a point."""
    section = word.sections[0]
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return width // Twips(1)


def mend_table(word: WordDocument, table: Table) -> None:
    """Put the table right: as wide as the text, in the styles of the house, broken at fit places."""
    _fill_width(table, text_width(word))
    _space_after(table)
    rows = table._tbl.tr_lst
    last = len(rows) - 1
    short = last < SHORT_ROWS and _length(table._tbl) <= SHORT_TEXT
    for number, row in enumerate(rows):
        if _length(row) <= SHORT_TEXT:
            row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        # The last two rows go together, so that none stands alone under a repeated header.
        keep = number == last - 1 or (number < last and (short or _introduces(row)))
        for paragraph in (Paragraph(p, table) for p in row.iter(qn("w:p"))):
            paragraph.style = word.styles["Tabeltekst" if number else "Tabelkop"]
            if keep:
                paragraph.paragraph_format.keep_with_next = True


def _fill_width(table: Table, width: int) -> None:
    columns = list(table._tbl.tblGrid.iterchildren(qn("w:gridCol")))
    given = [int(column.get(qn("w:w"))) for column in columns]
    for column, old in zip(columns, given, strict=True):
        column.set(qn("w:w"), str(old * width // sum(given)))


def _space_after(table: Table) -> None:
    following = table._tbl.getnext()
    if following is not None and following.tag == qn("w:p"):
        paragraph = Paragraph(following, table)
        if paragraph.style and paragraph.style.name == "Body Text":
            paragraph.paragraph_format.space_before = Pt(8)


def _length(element: BaseOxmlElement) -> int:
    return len("".join(element.itertext()))


def _introduces(row: BaseOxmlElement) -> bool:
    """Whether all that the row says is bold, as in a heading for the rows below it."""
    return all(run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None for run in row.iter(qn("w:r")))

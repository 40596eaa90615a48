"""What pandoc leaves out of the tables of an OpenDocument text: lines, widths, rows that stay together."""

from lxml.etree import _Element

from documents.formats.colours import LINE, MUTED, accent, tint
from documents.formats.layout import ROW_TO_FILL
from documents.formats.odf import Automatic, elements, properties, q
from documents.formats.tables import SHORT_TEXT, stays_together
from dossier.house_style import HouseStyle

CONTENTS, HEADING = "Table_20_Contents", "Table_20_Heading"
_RUNNING = ("Text_20_body", "First_20_paragraph")
_STYLE = q("text:style-name")
_CELL = (
    '<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
    'fo:padding-top="0.07cm" fo:padding-bottom="0.07cm" fo:padding-left="0.15cm" fo:padding-right="0.15cm" '
    'style:vertical-align="top" fo:border-left="none" fo:border-right="none" {more}/></style:style>'
)
_LINE, _SHORT_ROW = f"0.5pt solid {LINE}", "ShortRow"
_BOX, _ROW_TO_FILL = "Box", "RowToFill"
_ROWS = (
    f'<style:style style:name="{_SHORT_ROW}" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
    f'<style:style style:name="{_ROW_TO_FILL}" style:family="table-row"><style:table-row-properties '
    f'fo:keep-together="always" style:min-row-height="{ROW_TO_FILL}cm"/></style:style>'
    f'<style:style style:name="{_BOX}" style:family="table-cell"><style:table-cell-properties '
    f'fo:border="0.75pt solid {MUTED}" fo:padding="0.1cm" style:vertical-align="middle"/></style:style>'
)


def add_styles(automatic: Automatic, style: HouseStyle) -> None:
    """The looks of cells and rows, under the names that pandoc gives them."""
    head = f'fo:border-top="{_LINE}" fo:border-bottom="1.5pt solid {accent(style)}"'
    head += f' fo:background-color="{tint(style)}"'
    body = f'fo:border-top="none" fo:border-bottom="{_LINE}"'
    automatic.add(
        _CELL.format(name="TableHeaderRowCell", more=head) + _CELL.format(name="TableRowCell", more=body)
    )
    automatic.add(_ROWS)


def mend_table(table: _Element, automatic: Automatic, width: float, boxes: bool) -> None:
    """Put the table right: ``width`` centimetres wide, in the styles of the house, broken at fit places.

    ``boxes``: it is to be filled in by hand.
    """
    _fill_width(table, automatic, width)
    body = list(table.iterchildren(q("table:table-row")))
    lengths = [len("".join(row.itertext("{*}*"))) for row in body]
    look = properties(automatic.own(table), "table")
    if stays_together(len(body), sum(lengths)):
        look.set(q("style:may-break-between-rows"), "false")
    for row, length in zip(body, lengths, strict=True):
        if length <= SHORT_TEXT:
            row.set(q("table:style-name"), _SHORT_ROW)
        for paragraph in row.iter(q("text:p")):
            _restyle(paragraph, automatic, CONTENTS)
    for paragraph in table.iterfind(f"{q('table:table-header-rows')}//{q('text:p')}"):
        _restyle(paragraph, automatic, HEADING)
    for cell in list(table.iter(q("table:table-cell"))):
        _complete(cell)
    if boxes:
        _box_cells(table)


def _box_cells(table: _Element) -> None:
    """Lines around every cell, and rows that are high enough to write in."""
    for row in table.iterchildren(q("table:table-row")):
        row.set(q("table:style-name"), _ROW_TO_FILL)
        for cell in row.iterchildren(q("table:table-cell")):
            cell.set(q("table:style-name"), _BOX)


def _fill_width(table: _Element, automatic: Automatic, width: float) -> None:
    columns = [
        automatic.get(c.get(q("table:style-name"))) for c in table.iterchildren(q("table:table-column"))
    ]
    looks = [properties(column, "table-column") for column in columns if column is not None]
    shares = [float(look.get(q("style:rel-column-width"), "1*").rstrip("*")) for look in looks]
    for look, share in zip(looks, shares, strict=True):
        look.attrib.clear()
        look.set(q("style:column-width"), f"{width * share / sum(shares):.3f}cm")
    whole = properties(automatic.own(table), "table")
    whole.attrib.pop(q("style:rel-width"), None)
    whole.set(q("style:width"), f"{width:.3f}cm")
    whole.set(q("table:align"), "left")
    whole.set(q("fo:margin-bottom"), "0.35cm")


def _restyle(paragraph: _Element, automatic: Automatic, look: str) -> None:
    """Pandoc makes the name of a row a heading of a column, and builds styles of one place on each other."""
    name, aligned = paragraph.get(_STYLE), None
    while (style := automatic.get(name)) is not None:
        aligned = aligned or properties(style, "paragraph").get(q("fo:text-align"))
        name = style.get(q("style:parent-style-name"))
    if name not in (CONTENTS, HEADING, *_RUNNING):
        return
    paragraph.set(_STYLE, look)
    if aligned not in (None, "start", "left"):
        paragraph.set(_STYLE, f"{look}-{aligned}")
        if automatic.get(f"{look}-{aligned}") is None:
            automatic.add(
                f'<style:style style:name="{look}-{aligned}" style:family="paragraph" '
                f'style:parent-style-name="{look}">'
                f'<style:paragraph-properties fo:text-align="{aligned}"/></style:style>'
            )


def _complete(cell: _Element) -> None:
    """A cell holds a paragraph, and one over several columns is followed by those it covers."""
    if len(cell) == 0:
        cell.extend(elements(f'<text:p text:style-name="{CONTENTS}"/>'))
    row, place = cell.getparent(), cell.getparent().index(cell)
    for _ in range(int(cell.get(q("table:number-columns-spanned"), "1")) - 1):
        row.insert(place + 1, elements("<table:covered-table-cell/>")[0])

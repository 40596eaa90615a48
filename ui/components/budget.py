"""The budget as a table with totals, under the lists it is made from."""

from decimal import Decimal

import streamlit as st

from content.loader import texts
from stappenplan import dutch
from stappenplan.totals import Budget, Group, Row, budget
from ui.access import Access
from ui.components.literal import literal


def draw(access: Access) -> None:
    """Rows by group with their totals, the cover per source, and the balance; nothing without lines."""
    text, found = texts("begroting"), budget(access.dossier.items)
    if not any(group.rows for group in found.groups):
        return
    st.subheader(text("heading"), anchor=False)
    st.markdown(_conclusion(found))
    rows = [row for group in found.groups for row in _group(group)]
    rows.append(_cells("", f"**{text('total')}**", "", f"**{_money(found.total)}**"))
    st.table(rows, hide_index=True, alt=text("heading"))


def _conclusion(found: Budget) -> str:
    text = texts("begroting")
    total = text("costs", total=_money(found.total))
    if not found.covers:
        return f"{total} {text('no_cover')}"
    key = "short" if found.balance < 0 else "left" if found.balance > 0 else "even"
    return f"{total} {text(key, covered=_money(found.covered), balance=_money(abs(found.balance)))}"


def _group(group: Group) -> list[dict[str, str]]:
    text = texts("begroting")
    title = literal(group.title or text("no_group"))
    rows = [_cells("", f"**{title}**", "", "")]
    for row in group.rows:
        rows.extend(_line(row))
    rows.append(_cells("", text("group_total", group=title), "", _money(group.total)))
    return rows


def _line(row: Row) -> list[dict[str, str]]:
    first = _cells(str(row.number), literal(row.line.title), literal(row.line.note), _amount(row))
    subs = [_cells("", literal(s.line.title), literal(s.line.note), _amount(s)) for s in row.subs]
    return [first, *subs]


def _amount(row: Row) -> str:
    """What a row costs: an amount, "via gemeente" with its hours, or nothing when its sub-lines say it."""
    text, line = texts("begroting"), row.line
    if line.paid == "via_gemeente":
        hours = text("hours", n=dutch.number(line.hours)) if line.hours else ""
        return f"{text('via_gemeente')} {hours}".strip()
    return _money(line.amount) if line.amount is not None else ""


def _money(amount: Decimal) -> str:
    return literal(dutch.euro(amount))


def _cells(*cells: str) -> dict[str, str]:
    text = texts("begroting")
    return dict(zip((text("number"), text("line"), text("note"), text("amount")), cells, strict=True))

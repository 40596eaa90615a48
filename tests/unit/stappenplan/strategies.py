"""What the tests of the plan share: texts, items of every kind, and items in their place."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from stappenplan.fields import FORMATTED, Form, ItemField, fields_of
from stappenplan.items import KINDS, AnyItem, PlanItem
from stappenplan.shapes import Formattable
from stappenplan.text import clean

IDS = [f"i{n}" for n in range(8)]
GREATEST = {"amount": Decimal("9999999999.99"), "hours": Decimal("999999.99")}

fit_texts = st.text(max_size=40).map(lambda text: clean(text).text) | st.sampled_from(
    [" ", "\n", "Tweede\nregel", "<b>&", "€ 5 – 'ja'", "\ufffd"]
)
kinds = st.sampled_from(sorted(KINDS))


def decimals(greatest: Decimal) -> st.SearchStrategy[Decimal]:
    """Figures from zero with at most two decimals."""
    return st.decimals(min_value=0, max_value=greatest, places=2)


def values_of(field: ItemField) -> st.SearchStrategy[Any]:
    """Values that ``field`` may hold, the empty one among them."""
    return {
        Form.SHORT: fit_texts,
        Form.LONG: fit_texts,
        Form.CHOICE: st.sampled_from(("", *field.choices)),
        Form.REFERENCE: st.sampled_from(["", *IDS]),
        Form.REFERENCES: st.lists(st.sampled_from(IDS), max_size=3).map(tuple),
        Form.YEAR: st.none() | st.integers(1900, 2200),
        Form.DECIMAL: st.none() | decimals(GREATEST.get(field.name, Decimal(0))),
        Form.DATE: st.none() | st.dates(),
        Form.FLAG: st.booleans(),
    }[field.form]


def blank(kind: str) -> AnyItem:
    """An item of ``kind`` before anything is filled in."""
    given = {"question": "visie.belang"} if kind == "answer" else {}
    return KINDS[kind].model_validate(given)  # type: ignore[return-value] # KINDS holds AnyItem's members


def items(kind: str) -> st.SearchStrategy[AnyItem]:
    """Items of ``kind``, every field filled in or not."""
    empty = blank(kind)
    asked = (*fields_of(kind), *([FORMATTED] if isinstance(empty, Formattable) else []))
    fields = st.fixed_dictionaries({f.name: values_of(f) for f in asked})
    return fields.map(lambda given: type(empty).model_validate({**dict(empty), **given}))


any_items = kinds.flatmap(items)


def placed(data: AnyItem, item_id: str = "i0", step: int = 1, position: int = 0) -> PlanItem:
    """``data`` in a place in a plan."""
    return PlanItem(id=item_id, step=step, position=position, data=data)

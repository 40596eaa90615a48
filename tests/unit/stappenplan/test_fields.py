"""What a screen or a document needs to know of the fields of an item."""

import pytest

from stappenplan.fields import FORMATTED, Form, ItemField, fields_of
from stappenplan.items import KINDS
from stappenplan.shapes import Item
from stappenplan.text import LONG, SHORT

RECURRENCE = ("one_off", "structural")
EVERY_KIND = sorted(KINDS)


def test_the_fields_of_a_budget_line_in_order() -> None:
    assert fields_of("budget_line") == (
        ItemField("title", Form.SHORT, limit=SHORT),
        ItemField("group", Form.REFERENCE, refers_to="budget_group"),
        ItemField("part_of", Form.REFERENCE, refers_to="budget_line"),
        ItemField("note", Form.SHORT, limit=SHORT),
        ItemField("paid", Form.CHOICE, choices=("amount", "via_gemeente")),
        ItemField("amount", Form.DECIMAL),
        ItemField("hours", Form.DECIMAL),
        ItemField("year", Form.YEAR),
        ItemField("recurrence", Form.CHOICE, choices=RECURRENCE),
    )


def test_many_references_are_not_one() -> None:
    assert fields_of("budget_remark")[0] == ItemField("lines", Form.REFERENCES, refers_to="budget_line")


def test_what_is_inherited_can_be_asked_too() -> None:
    forms = {field.name: field.form for field in fields_of("indicator")}
    assert forms["no_target_yet"] is Form.FLAG
    assert forms["baseline_year"] is Form.YEAR
    assert {f.name: f.form for f in fields_of("agreement")}["adopted_on"] is Form.DATE


def test_of_an_answer_only_the_text_is_asked() -> None:
    assert fields_of("answer") == (ItemField("text", Form.LONG, limit=LONG),)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_field_but_the_kind_has_a_form_with_what_belongs_to_it(kind: str) -> None:
    fields = fields_of(kind)
    assert {f.name for f in fields} == set(KINDS[kind].model_fields) - {"kind", "question", FORMATTED.name}
    for field in fields:
        assert (field.limit is not None) == (field.form in (Form.SHORT, Form.LONG))
        assert bool(field.choices) == (field.form is Form.CHOICE)
        assert "" not in field.choices
        assert bool(field.refers_to) == (field.form in (Form.REFERENCE, Form.REFERENCES))


def test_a_kind_that_is_not_known_has_no_fields() -> None:
    with pytest.raises(KeyError):
        fields_of("wish")


def test_a_text_without_a_limit_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless(Item):
        text: str = ""

    monkeypatch.setitem(KINDS, "endless", Endless)
    with pytest.raises(TypeError, match="without a limit"):
        fields_of("endless")

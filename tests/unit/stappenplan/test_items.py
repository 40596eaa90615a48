"""The kinds of items: drafts are welcome, what is filled in is right, and JSON keeps all of it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from stappenplan.fields import Form, fields_of
from stappenplan.items import KINDS, AnyItem, BudgetLine, Goal, PlanItem, Staffing, kinds
from stappenplan.shapes import RefersTo
from stappenplan.text import LONG, SHORT
from tests.unit.stappenplan import strategies

READ = TypeAdapter[AnyItem](AnyItem)
EVERY_KIND = sorted(KINDS)
TEXT_FIELDS = [
    (kind, field.name, field.limit)
    for kind in EVERY_KIND
    for field in fields_of(kind)
    if field.form in (Form.SHORT, Form.LONG)
]


def with_value(kind: str, name: str, value: object) -> AnyItem:
    return READ.validate_python({**strategies.blank(kind).model_dump(), name: value})


def test_every_kind_has_a_name_of_its_own() -> None:
    models = list(kinds())
    assert len(models) == len(KINDS) == 20
    assert all(KINDS[model.model_fields["kind"].default] is model for model in models)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_an_empty_draft_is_valid(kind: str) -> None:
    empty = strategies.blank(kind)
    assert empty.kind == kind
    assert not any(getattr(empty, field.name) for field in fields_of(kind))


@pytest.mark.parametrize("kind", EVERY_KIND)
@given(data=st.data())
def test_json_keeps_an_item_as_it_is(kind: str, data: st.DataObject) -> None:
    item = data.draw(strategies.items(kind))
    assert READ.validate_json(item.model_dump_json()) == item


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_the_fields_a_kind_speaks_of_exist(kind: str) -> None:
    model = KINDS[kind]
    assert {*model.essential, model.title_field} <= {field.name for field in fields_of(kind)}
    assert model.essential


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_references_name_a_kind_that_exists(kind: str) -> None:
    marks = [m for field in KINDS[kind].model_fields.values() for m in field.metadata]
    assert {mark.kind for mark in marks if isinstance(mark, RefersTo)} <= set(KINDS)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_field_that_is_not_known_is_refused(kind: str) -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        with_value(kind, "unknown", "x")


def test_a_kind_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="union_tag_invalid"):
        READ.validate_python({"kind": "wish"})


@pytest.mark.parametrize(("kind", "name", "limit"), TEXT_FIELDS)
def test_a_text_is_kept_up_to_its_limit(kind: str, name: str, limit: int) -> None:
    assert limit in (SHORT, LONG)
    assert getattr(with_value(kind, name, "é" * limit), name) == "é" * limit
    with pytest.raises(ValidationError, match="string_too_long"):
        with_value(kind, name, "é" * (limit + 1))


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, name, _ in TEXT_FIELDS])
def test_a_text_with_a_control_character_is_refused(kind: str, name: str) -> None:
    with pytest.raises(ValidationError, match="control character"):
        with_value(kind, name, "ja\x00nee")


def test_an_item_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Goal(title="Doel").title = "Ander doel"  # type: ignore[misc] # refused by mypy too


@pytest.mark.parametrize("amount", ["0", "0.01", "9999999999.99"])
def test_an_amount_may_be_from_zero_to_ten_milliard(amount: str) -> None:
    assert BudgetLine(amount=Decimal(amount)).amount == Decimal(amount)


@pytest.mark.parametrize("amount", ["-0.01", "0.001", "10000000000", "NaN", "Infinity", "veel"])
def test_an_amount_outside_its_limits_is_refused(amount: str) -> None:
    with pytest.raises(ValidationError):
        BudgetLine.model_validate({"amount": amount})


@pytest.mark.parametrize("hours", ["-1", "0.125", "1000000"])
def test_hours_outside_their_limits_are_refused(hours: str) -> None:
    with pytest.raises(ValidationError):
        Staffing.model_validate({"hours": hours})


@pytest.mark.parametrize(("typed", "kept"), [("3000", "3000.00"), ("2.5", "2.50"), ("-0", "0.00")])
def test_a_figure_has_one_way_of_being_written(typed: str, kept: str) -> None:
    assert str(BudgetLine(amount=Decimal(typed)).amount) == kept
    assert str(Staffing(hours=Decimal(typed)).hours) == kept


@pytest.mark.parametrize("year", [1899, 2201])
def test_a_year_outside_three_centuries_is_refused(year: int) -> None:
    with pytest.raises(ValidationError):
        BudgetLine(year=year)


@pytest.mark.parametrize("item_id", ["", "a b", "é", "x" * 81, "a/b", "a\n"])
def test_an_id_that_is_no_id_is_refused(item_id: str) -> None:
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        strategies.placed(Goal(), item_id)


@pytest.mark.parametrize("item_id", ["begroting-4a", "answer.visie.belang", "x" * 80])
def test_a_readable_id_is_kept(item_id: str) -> None:
    assert strategies.placed(Goal(), item_id).id == item_id


@pytest.mark.parametrize("place", [{"step": 0}, {"step": 10}, {"position": -1}, {"version": 0}])
def test_a_place_outside_the_plan_is_refused(place: dict[str, int]) -> None:
    whole = strategies.placed(Goal()).model_dump()
    assert PlanItem.model_validate(whole)
    with pytest.raises(ValidationError):
        PlanItem.model_validate({**whole, **place})

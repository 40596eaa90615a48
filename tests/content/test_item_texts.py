"""velden.yaml has words for every kind, field and choice of the items, and for nothing else."""

import re

import pytest

from content import loader, schema
from stappenplan.fields import Form, ItemField, fields_of
from stappenplan.items import KINDS
from stappenplan.shapes import Adopted

TEXTS = loader.item_texts().kinds
FIELDS = [(kind, field) for kind in KINDS for field in fields_of(kind)]
IDS = [f"{kind}.{field.name}" for kind, field in FIELDS]


def words(kind: str, name: str) -> schema.FieldText:
    return TEXTS[kind].fields[name]


def test_every_kind_has_words_and_nothing_else() -> None:
    assert list(TEXTS) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_words_and_nothing_else(kind: str) -> None:
    assert set(TEXTS[kind].fields) == {field.name for field in fields_of(kind)}


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=IDS)
def test_every_choice_has_a_name_and_nothing_else(kind: str, field: ItemField) -> None:
    assert tuple(words(kind, field.name).choices) == field.choices


@pytest.mark.parametrize("kind", KINDS)
def test_labels_can_be_told_apart(kind: str) -> None:
    labels = [field.label for field in TEXTS[kind].fields.values()]
    assert len(set(labels)) == len(labels)
    for field in TEXTS[kind].fields.values():
        assert len(set(field.choices.values())) == len(field.choices)


def test_kinds_can_be_told_apart() -> None:
    for texts in ([t.singular for t in TEXTS.values()], [t.add for t in TEXTS.values()]):
        assert len(set(texts)) == len(TEXTS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_item_cannot_do_without_is_never_hidden(kind: str) -> None:
    model = KINDS[kind]
    for name in {*model.essential, model.title_field}:
        assert not words(kind, name).more, name


@pytest.mark.parametrize("kind", KINDS)
def test_fields_behind_one_press_come_last(kind: str) -> None:
    hidden = [field.more for field in TEXTS[kind].fields.values()]
    assert hidden == sorted(hidden)


@pytest.mark.parametrize("kind", KINDS)
def test_the_field_that_names_an_item_comes_first(kind: str) -> None:
    first = "on" if kind == "progress_note" else KINDS[kind].title_field  # a note starts with its date
    assert next(iter(TEXTS[kind].fields)) == first


@pytest.mark.parametrize(
    ("kind", "name"),
    [(k, n) for k, m in KINDS.items() if issubclass(m, Adopted) for n in Adopted.model_fields],
)
def test_who_adopts_an_item_is_marked_as_an_addition(kind: str, name: str) -> None:
    assert words(kind, name).addition_2026
    assert words(kind, name).more


@pytest.mark.parametrize("form", [Form.DATE, Form.YEAR, Form.DECIMAL])
def test_dates_and_numbers_show_how_they_are_written(form: Form) -> None:
    helps = [words(kind, field.name).help or "" for kind, field in FIELDS if field.form is form]
    assert helps
    assert [text for text in helps if not re.search(r"[Bb]ijvoorbeeld \d", text)] == []


def test_acceptable_tells_what_the_handreiking_said() -> None:
    field = words("goal", "acceptable")
    assert field.label == "Acceptabel"
    assert "actueel" in (field.help or "")

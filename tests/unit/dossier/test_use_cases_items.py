"""Saving, removing, restoring and ordering the items of a plan."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from dossier.merge import Conflict
from dossier.model import Change
from dossier.use_cases import Created, Invalid, NotFound, UseCases
from stappenplan.items import Activity, Answer, BudgetLine, Goal, PlanItem
from storage import SqlStorage


def _titles(uc: UseCases, token: str, kind: str = "goal") -> list[str]:
    return [item.id for item in uc.open(token).of_kind(kind)]


def _make(uc: UseCases, token: str, *item_ids: str) -> None:
    for item_id in item_ids:
        uc.save_item(token, item_id, 5, Goal(), {"title": item_id}, 0)


def test_an_item_is_made_after_the_others_of_its_kind(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g2", "g1")
    saved = uc.save_item(edit, "a", 6, Activity(), {"title": "do", "start": "2026-03-01"}, 0)
    assert (saved.version, saved.conflicts, saved.values["start"]) == (1, (), "2026-03-01")
    items = uc.open(edit).items
    assert [(i.id, i.step, i.position, i.version) for i in items] == [
        ("g2", 5, 0, 1),
        ("g1", 5, 1, 1),
        ("a", 6, 0, 1),
    ]


def test_an_item_may_be_made_empty(uc: UseCases, edit: str) -> None:
    assert uc.save_item(edit, "g", 5, Goal(), {}, 0).version == 1
    assert uc.open(edit).items[0].data == Goal()


def test_what_the_blank_item_says_is_kept_with_it(uc: UseCases, edit: str) -> None:
    blank = Answer(question="step1.why")
    uc.save_item(edit, "q", 1, blank, {"text": "because"}, 0)
    uc.save_item(edit, "q", 1, blank, {"text": "therefore"}, 1)
    assert uc.open(edit).items[0].data == Answer(question="step1.why", text="therefore")


def test_saving_again_keeps_place_and_other_fields(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g", "h")
    saved = uc.save_item(edit, "g", 9, Goal(), {"result": "r"}, 1)
    assert saved.version == 2
    item = uc.open(edit).item("g")
    assert item is not None
    assert (item.step, item.position, item.version) == (5, 0, 2)
    assert item.data == Goal(title="g", result="r")


def test_saving_twice_changes_nothing_more(uc: UseCases, edit: str) -> None:
    first = uc.save_item(edit, "g", 5, Goal(), {"title": "x"}, 0)
    before = uc.open(edit)
    assert uc.save_item(edit, "g", 5, Goal(), {"title": "x"}, 0) == first
    assert uc.open(edit) == before


def test_an_amount_written_otherwise_is_no_change(uc: UseCases, edit: str) -> None:
    uc.save_item(edit, "b", 6, BudgetLine(), {"amount": "3000"}, 0)
    saved = uc.save_item(edit, "b", 6, BudgetLine(), {"amount": Decimal("3000.00")}, 1)
    assert saved.version == 1
    assert uc.open(edit).items[0].data == BudgetLine(amount=Decimal(3000))


def test_two_people_change_different_fields(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g")
    uc.save_item(edit, "g", 5, Goal(), {"title": "theirs"}, 1)
    saved = uc.save_item(edit, "g", 5, Goal(), {"title": "g", "result": "mine"}, 1)
    assert (saved.version, saved.conflicts) == (3, ())
    assert uc.open(edit).items[0].data == Goal(title="theirs", result="mine")


def test_two_people_change_the_same_field(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g")
    uc.save_item(edit, "g", 5, Goal(), {"title": "theirs"}, 1)
    saved = uc.save_item(edit, "g", 5, Goal(), {"title": "mine"}, 1)
    assert saved.conflicts == (Conflict("title", "mine", "theirs"),)
    assert (saved.version, saved.values["title"]) == (2, "theirs")
    assert uc.save_item(edit, "g", 5, Goal(), {"title": "mine"}, 2).version == 3
    assert uc.open(edit).items[0].data == Goal(title="mine")


def test_two_people_make_the_same_item(uc: UseCases, edit: str) -> None:
    uc.save_item(edit, "g", 5, Goal(), {"title": "theirs"}, 0)
    saved = uc.save_item(edit, "g", 5, Goal(), {"title": "mine", "result": "mine"}, 0)
    assert saved.conflicts == (Conflict("title", "mine", "theirs"),)
    assert uc.open(edit).items[0].data == Goal(title="theirs", result="mine")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": "x" * 301}, "title"),
        ({"specific": "x" * 10_001}, "specific"),
        ({"priority": "sky-high"}, "priority"),
        ({"adopted_on": "31 februari"}, "adopted_on"),
        ({"shoe_size": 43}, "shoe_size"),
    ],
)
def test_fields_that_cannot_be_kept_are_named(
    uc: UseCases, edit: str, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as problem:
        uc.save_item(edit, "g", 5, Goal(), changes, 0)
    assert problem.value.fields.keys() == {field}
    assert uc.open(edit).items == ()


def test_characters_that_cannot_be_kept_are_replaced(uc: UseCases, edit: str) -> None:
    saved = uc.save_item(edit, "g", 5, Goal(), {"title": "a\x00b", "result": "c\x7f", "priority": "high"}, 0)
    assert saved.replaced == 2
    assert uc.open(edit).items[0].data == Goal(title="a\ufffdb", result="c\ufffd", priority="high")


def test_a_removed_item_is_gone_until_it_is_restored(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g", "h")
    uc.save_item(edit, "g", 5, Goal(), {"result": "r"}, 1)
    before = uc.open(edit).item("g")
    assert before is not None
    for _ in range(2):
        uc.remove_item(edit, "g")
        assert _titles(uc, edit) == ["h"]
    with pytest.raises(NotFound):
        uc.save_item(edit, "g", 5, Goal(), {"title": "late"}, 2)
    for _ in range(2):
        uc.restore_item(edit, "g")
        assert uc.open(edit).item("g") == before.model_copy(update={"version": 4})
    assert _titles(uc, edit) == ["g", "h"]


def test_an_item_can_be_removed_and_restored_again_and_again(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g")
    for round_ in range(3):
        uc.remove_item(edit, "g")
        uc.restore_item(edit, "g")
        item = uc.open(edit).item("g")
        assert item is not None
        uc.save_item(edit, "g", 5, Goal(), {"title": f"title {round_}"}, item.version)
    assert uc.open(edit).items[0].data == Goal(title="title 2")


def test_who_had_it_open_while_it_was_away_still_merges(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g")
    uc.remove_item(edit, "g")
    uc.restore_item(edit, "g")
    saved = uc.save_item(edit, "g", 5, Goal(), {"title": "new"}, 1)
    assert (saved.version, saved.conflicts) == (4, ())


def test_a_version_never_means_two_things(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g")
    uc.remove_item(edit, "g")
    assert uc.save_item(edit, "g", 5, Goal(), {"title": "anew"}, 0).version == 3
    uc.remove_item(edit, "g")
    uc.restore_item(edit, "g")
    assert uc.open(edit).items[0].data == Goal(title="anew")


def test_the_version_at_which_it_was_away_counts_as_empty(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g")
    uc.remove_item(edit, "g")
    uc.restore_item(edit, "g")
    saved = uc.save_item(edit, "g", 5, Goal(), {"title": "mine"}, 2)
    assert saved.conflicts == (Conflict("title", "mine", "g"),)


def test_what_never_was_cannot_be_restored(uc: UseCases, edit: str) -> None:
    with pytest.raises(NotFound):
        uc.restore_item(edit, "g")
    uc.remove_item(edit, "g")
    with pytest.raises(NotFound):
        uc.restore_item(edit, "g")


def test_items_are_put_in_another_order(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "a", "b", "c", "d")
    for _ in range(2):
        uc.place_before(edit, "d", "b")
        assert _titles(uc, edit) == ["a", "d", "b", "c"]
    uc.place_before(edit, "a", "c")
    assert _titles(uc, edit) == ["d", "b", "a", "c"]
    uc.place_before(edit, "b", "b")
    assert _titles(uc, edit) == ["d", "b", "a", "c"]
    assert [i.position for i in uc.open(edit).items] == [0, 1, 2, 3]
    assert {i.version for i in uc.open(edit).items} == {1}


def test_only_items_of_one_kind_have_an_order(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g")
    uc.save_item(edit, "a", 6, Activity(), {"title": "a"}, 0)
    for pair in (("g", "a"), ("g", "x"), ("x", "g")):
        with pytest.raises(NotFound):
            uc.place_before(edit, *pair)


def test_a_field_that_came_after_a_line_of_the_log_can_be_changed(
    uc: UseCases, edit: str, made: Created, storage: SqlStorage
) -> None:
    """The log of before has no word about it: that is no change by somebody else."""
    _make(uc, edit, "g")
    with storage.write() as work:
        values = {k: v for k, v in Goal(title="h").model_dump(mode="json").items() if k != "formatted"}
        kept = PlanItem(id="g", step=5, position=0, version=2, data=Goal(title="h"))
        work.save_item(made.dossier_id, kept)
        at = datetime(2026, 11, 1, tzinfo=UTC)
        work.log(Change(dossier_id=made.dossier_id, subject="item:g", version=2, at=at, values=values))
    saved = uc.save_item(edit, "g", 5, Goal(formatted=True), {"formatted": True}, 2)
    assert (saved.version, saved.conflicts) == (3, ())
    assert uc.open(edit).items[0].data == Goal(title="h", formatted=True)


def test_one_person_gives_form_while_another_writes(uc: UseCases, edit: str) -> None:
    _make(uc, edit, "g")
    uc.save_item(edit, "g", 5, Goal(), {"formatted": True}, 1)
    saved = uc.save_item(edit, "g", 5, Goal(), {"result": "- a"}, 1)
    assert (saved.version, saved.conflicts) == (3, ())
    assert uc.open(edit).items[0].data == Goal(title="g", result="- a", formatted=True)

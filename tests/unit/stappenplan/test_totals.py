"""What a plan costs: whatever the lines refer to, every line counts once."""

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from stappenplan.items import BudgetGroup, BudgetLine, Cover, Goal, PlanItem
from stappenplan.totals import ZERO, Budget, Group, Row, budget
from tests.unit.stappenplan.strategies import GREATEST, decimals, placed

Shape = tuple[str | None, list[tuple[str, list[str]]]]  # group, lines, sub-lines
LINES = [f"l{n}" for n in range(7)]
GROUPS = ["g0", "g1", "g2"]

amounts = st.none() | decimals(GREATEST["amount"])
years = st.sampled_from([None, 2026, 2027])
recurrences = st.sampled_from(["", "one_off", "structural"])
lines = st.builds(
    BudgetLine,
    title=st.sampled_from(["Zaalhuur", ""]),
    group=st.sampled_from(["", "gone", *GROUPS]),
    part_of=st.sampled_from(["", "gone", *LINES]),
    paid=st.sampled_from(["", "amount", "via_gemeente"]),
    amount=amounts,
    hours=st.none() | decimals(GREATEST["hours"]),
    year=years,
    recurrence=recurrences,
)
covers = st.builds(Cover, origin=st.sampled_from(["", "budget", "fund"]), amount=amounts, year=years)


@st.composite
def plans(draw: st.DrawFn) -> list[PlanItem]:
    """Groups, lines that refer to anything, themselves and each other included, and covers, in any order."""
    ids = draw(st.lists(st.sampled_from(LINES), unique=True))
    items = [placed(draw(lines), i) for i in ids]
    named = draw(st.lists(st.sampled_from(GROUPS), unique=True))
    items += [placed(BudgetGroup(title=f"Kopje {i}"), i) for i in named]
    items += [placed(c, f"c{n}") for n, c in enumerate(draw(st.lists(covers, max_size=3)))]
    return draw(st.permutations([*items, placed(Goal(title="Doel"), "doel")]))


def rows(found: Budget) -> list[Row]:
    return [row for group in found.groups for row in group.rows]


def flat(found: Budget) -> list[Row]:
    return [line for row in rows(found) for line in (row, *row.subs)]


def cost(line: BudgetLine) -> Decimal:
    return ZERO if line.paid == "via_gemeente" or line.amount is None else line.amount


def lines_of(plan: Sequence[PlanItem]) -> dict[str, BudgetLine]:
    return {i.id: i.data for i in plan if isinstance(i.data, BudgetLine)}


@given(plans())
def test_the_total_is_the_plain_sum_of_all_lines(plan: list[PlanItem]) -> None:
    found = budget(plan)
    assert found.total == sum(map(cost, lines_of(plan).values()), ZERO)
    assert sum((group.total for group in found.groups), ZERO) == found.total


@given(plans())
def test_every_line_stands_in_the_budget_once(plan: list[PlanItem]) -> None:
    shown = [(row.item_id, row.line) for row in flat(budget(plan))]
    assert len(shown) == len(dict(shown))
    assert dict(shown) == lines_of(plan)


@given(plans())
def test_lines_are_numbered_without_gaps_and_sub_lines_share_a_number(plan: list[PlanItem]) -> None:
    found = budget(plan)
    assert [row.number for row in rows(found)] == list(range(1, len(rows(found)) + 1))
    for row in rows(found):
        assert {found.numbers[line.item_id] for line in (row, *row.subs)} == {row.number}
        assert all(sub.number is None and sub.subs == () for sub in row.subs)
        assert all(sub.line.part_of == row.item_id for sub in row.subs)
    assert set(found.numbers) == set(lines_of(plan))


@given(plans())
def test_a_line_stands_under_the_group_it_names(plan: list[PlanItem]) -> None:
    found = budget(plan)
    known = [i.id for i in plan if isinstance(i.data, BudgetGroup)]
    assert [g.item_id for g in found.groups if g.item_id] == known
    for group in found.groups:
        for row in group.rows:
            assert (row.line.group if row.line.group in known else None) == group.item_id


@given(plans())
def test_the_group_without_a_title_is_last_and_never_empty(plan: list[PlanItem]) -> None:
    found = budget(plan).groups
    assert all(group.title is not None for group in found[:-1])
    assert all(group.rows for group in found if group.title is None)


@given(plans())
def test_years_and_recurrences_add_up_to_the_total(plan: list[PlanItem]) -> None:
    found = budget(plan)
    assert sum(found.by_year().values(), ZERO) == found.total
    assert sum(found.by_recurrence().values(), ZERO) == found.total
    for year, amount in found.by_year().items():
        assert amount == sum((cost(line) for line in lines_of(plan).values() if line.year == year), ZERO)


@given(plans())
def test_the_balance_is_what_is_covered_minus_what_it_costs(plan: list[PlanItem]) -> None:
    found = budget(plan)
    covered = sum((i.data.amount or ZERO for i in plan if isinstance(i.data, Cover)), ZERO)
    assert found.covered == covered
    assert found.balance == covered - found.total


@given(plans())
def test_hours_of_a_line_hold_those_of_its_sub_lines(plan: list[PlanItem]) -> None:
    found = budget(plan)
    total = sum((line.hours or ZERO for line in lines_of(plan).values()), ZERO)
    assert sum((row.hours for row in rows(found)), ZERO) == total


def line(**values: object) -> BudgetLine:
    return BudgetLine.model_validate({"amount": "10", **values})


def shape(
    *items: tuple[str, BudgetLine | BudgetGroup],
) -> list[Shape]:
    """The budget as its groups with their lines and sub-lines, by id."""
    groups = budget([placed(data, item_id) for item_id, data in items]).groups
    return [(g.item_id, [(r.item_id, [s.item_id for s in r.subs]) for r in g.rows]) for g in groups]


def test_a_plan_without_a_budget_costs_nothing() -> None:
    assert budget([placed(Goal(title="Doel"))]) == Budget((), ())
    assert budget([]).total == ZERO


def test_groups_stand_in_order_also_when_they_are_empty() -> None:
    assert shape(("b", BudgetGroup()), ("a", BudgetGroup()), ("x", line(group="a"))) == [
        ("b", []),
        ("a", [("x", [])]),
    ]


def test_a_sub_line_stands_under_its_line_whatever_group_it_names() -> None:
    group, other = ("a", BudgetGroup()), ("b", BudgetGroup())
    assert shape(group, other, ("sub", line(part_of="x", group="b")), ("x", line(group="a"))) == [
        ("a", [("x", ["sub"])]),
        ("b", []),
    ]


def test_a_line_whose_group_or_main_line_is_gone_keeps_its_place_in_the_total() -> None:
    assert shape(("x", line(group="gone")), ("y", line(part_of="gone"))) == [(None, [("x", []), ("y", [])])]


def test_lines_that_name_themselves_or_each_other_are_lines_of_their_own() -> None:
    assert shape(("x", line(part_of="x"))) == [(None, [("x", [])])]
    assert shape(("x", line(part_of="y")), ("y", line(part_of="x"))) == [(None, [("x", []), ("y", [])])]


def test_a_part_of_a_part_is_a_line_of_its_own() -> None:
    plan = ("x", line()), ("y", line(part_of="x")), ("z", line(part_of="y"))
    assert shape(*plan) == [(None, [("x", ["y"]), ("z", [])])]


def test_a_line_via_the_municipality_costs_nothing_but_its_sub_lines_do() -> None:
    via = line(paid="via_gemeente", hours="12")
    row = Row(1, "x", via, (Row(None, "y", line(hours="3")),))
    assert row.amount == Decimal(10)
    assert row.hours == Decimal(15)
    assert Group(None, None, (row,)).total == Decimal(10)


def test_years_without_an_amount_are_left_out() -> None:
    found = budget([placed(line(year=2026)), placed(line(year=2027, paid="via_gemeente"), "i1")])
    assert found.by_year() == {2026: Decimal(10)}

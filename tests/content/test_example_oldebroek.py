"""The example of Oldebroek holds the plan of its platform, to the euro."""

from decimal import Decimal

from content import loader
from stappenplan import totals
from stappenplan.items import Activity, BudgetLine, BudgetRemark, Cover, Staffing
from stappenplan.progress import per_part
from tests.content.examples import EXAMPLES
from tests.content.spec import COVERAGE

OLDEBROEK = EXAMPLES["oldebroek"]
PLAN = COVERAGE["platform_plan"]


def activities(scope: str) -> list[Activity]:
    return [i.data for i in OLDEBROEK.items if isinstance(i.data, Activity) and i.data.scope == scope]


def test_it_is_the_plan_of_two_years() -> None:
    details = OLDEBROEK.details
    assert (details.municipality, details.period_start, details.period_end) == ("Oldebroek", 2021, 2022)


def test_it_fills_every_part_of_the_plan() -> None:
    fifteen = per_part(loader.steps(), OLDEBROEK.items)[: COVERAGE["steps"][6]["parts"]]
    assert [part.key for part in fifteen if not any(p.items for p in part.prompts)] == []


def test_it_has_its_goals() -> None:
    goals = [i.id for i in OLDEBROEK.of_kind("goal")]
    assert sum(i.startswith("strategisch-doel-") for i in goals) == 3
    assert sum(i.startswith("subdoel-") for i in goals) == 3


def test_it_has_its_activities_with_how_often() -> None:
    assert len(activities("general")) == PLAN["activities_general"]
    assert len(activities("specific")) == PLAN["activities_specific"]
    assert len(OLDEBROEK.of_kind("activity")) == PLAN["activities_general"] + PLAN["activities_specific"]
    assert [a.frequency for a in activities("general")] == ["10 x per jaar", "1 x per kwartaal", ""]
    assert sorted(a.frequency for a in activities("specific") if a.frequency) == [
        "1 x per jaar",
        "1 x per jaar",
        "1 x per maand",
    ]


def test_it_has_its_budget_to_the_euro() -> None:
    found = totals.budget(OLDEBROEK.items)
    assert {g.title: g.total for g in found.groups} == {
        "Ondersteuning": 3000,
        "Organisatiekosten": 2500,
        "Vergoeding": 6150,
        "Activiteitenbudget": 12000,
    }
    assert found.total == PLAN["budget_total"]
    assert found.by_year() == {2021: Decimal(PLAN["budget_total"])}


def test_it_has_its_budget_line_by_line() -> None:
    found = totals.budget(OLDEBROEK.items)
    rows = [(r.number, s.line.amount) for g in found.groups for r in g.rows for s in (r, *r.subs)]
    assert rows == [
        (1, None),
        (2, None),
        (3, 3000),
        (4, 600),
        (4, 600),
        (5, 600),
        (6, 500),
        (7, 200),
        (8, 6000),
        (9, 150),
        (10, 2500),
        (11, 2000),
        (11, 500),
        (11, 500),
        (12, 6000),
        (12, 500),
    ]
    assert len(rows) == PLAN["budget_rows"]
    assert len({number for number, _ in rows}) == PLAN["budget_lines"]
    assert sum(amount is None for _, amount in rows) == PLAN["rows_without_amount"]


def test_it_has_two_lines_via_the_municipality() -> None:
    lines = [i.data for i in OLDEBROEK.items if isinstance(i.data, BudgetLine)]
    first, second = (line for line in lines if line.paid == "via_gemeente")
    assert first.note.startswith("12 uur per maand")
    assert first.hours == 12 * 12
    assert second.hours is None
    assert {line.year for line in lines} == {2021}
    monthly = [i.data for i in OLDEBROEK.items if isinstance(i.data, Staffing) and i.data.hours]
    assert [(work.hours, work.per) for work in monthly] == [(Decimal(12), "month")]


def test_it_has_its_remarks_some_on_two_lines() -> None:
    numbers = totals.budget(OLDEBROEK.items).numbers
    remarks = [i.data for i in OLDEBROEK.items if isinstance(i.data, BudgetRemark)]
    assert [[numbers[line] for line in remark.lines] for remark in remarks] == [
        [3],
        [4, 5],
        [8],
        [10, 11],
        [12],
    ]
    assert len(remarks) == PLAN["remarks"]


def test_it_asks_for_what_it_costs() -> None:
    assert [i.data.amount for i in OLDEBROEK.items if isinstance(i.data, Cover)] == [PLAN["budget_total"]]
    assert totals.budget(OLDEBROEK.items).balance == 0

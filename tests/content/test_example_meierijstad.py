"""The example of Meierijstad holds four of its deelopdrachten, part by part."""

import pytest

from stappenplan.items import Agreement, AgreementResult, AgreementTask
from stappenplan.progress import is_empty
from tests.content.examples import EXAMPLES
from tests.content.spec import COVERAGE

MEIERIJSTAD = EXAMPLES["meierijstad"]

# Per deelopdracht: how many sub-tasks each numbered task has, how many results, whether part e is filled.
SOURCE = {
    "3": ([2, 5, 2], 5, True),
    "8": ([0] * 5, 3, True),
    "12": ([0, 0, 4, 0, 0, 0, 0, 0, 0, 2, 0, 0], 5, False),
    "13": ([0] * 4, 3, True),
}


def agreements() -> dict[str, tuple[str, Agreement]]:
    return {i.data.number: (i.id, i.data) for i in MEIERIJSTAD.items if isinstance(i.data, Agreement)}


def tasks(number: str) -> dict[str, AgreementTask]:
    owner = agreements()[number][0]
    data = ((i.id, i.data) for i in MEIERIJSTAD.items if isinstance(i.data, AgreementTask))
    return {item_id: task for item_id, task in data if task.agreement == owner}


def results(number: str) -> list[AgreementResult]:
    owner = agreements()[number][0]
    found = (i.data for i in MEIERIJSTAD.items if isinstance(i.data, AgreementResult))
    return [result for result in found if result.agreement == owner]


def test_it_has_four_agreements() -> None:
    assert list(agreements()) == ["3", "8", "12", "13"]
    assert {i for i, _ in agreements().values()} == {f"afspraak-{n}" for n in SOURCE}
    assert sum(len(tasks(n)) for n in SOURCE) == len(MEIERIJSTAD.of_kind("agreement_task"))
    assert sum(len(results(n)) for n in SOURCE) == len(MEIERIJSTAD.of_kind("agreement_result"))


@pytest.mark.parametrize("number", SOURCE)
def test_an_agreement_has_its_five_parts(number: str) -> None:
    subs, result_count, has_conditions = SOURCE[number]
    _, agreement = agreements()[number]
    mains = {i: t for i, t in tasks(number).items() if not t.part_of}
    parts = [agreement.frame, mains, results(number), agreement.change]
    assert len(parts) + 1 == COVERAGE["agreement_parts"]
    assert all(parts)
    assert bool(agreement.conditions) == has_conditions
    assert len(results(number)) == result_count
    assert list(mains) == [f"taak-{number}-{n}" for n in range(1, len(subs) + 1)]
    assert [sum(t.part_of == main for t in tasks(number).values()) for main in mains] == subs


def test_results_refer_back_to_tasks_where_the_source_does() -> None:
    assert [r.tasks for r in results("3")] == [
        ("taak-3-1",),
        ("taak-3-1",),
        ("taak-3-2",),
        ("taak-3-2",),
        ("taak-3-3",),
    ]
    assert not any(r.tasks for n in ("8", "12", "13") for r in results(n))


def test_a_result_refers_to_tasks_of_its_own_agreement() -> None:
    for number in SOURCE:
        assert {task for r in results(number) for task in r.tasks} <= set(tasks(number))


def test_every_result_says_how_it_is_measured() -> None:
    found = [r for number in SOURCE for r in results(number)]
    assert all(r.measure and r.level for r in found)
    assert all(bool(r.target) != r.no_target_yet for r in found)
    assert {r.measure for r in found} >= {
        "percentage",
        "mark",
        "reach",
        "growth",
        "count",
        "frequency",
        "exists",
        "experienced",
    }


def test_the_figures_of_the_source_are_kept() -> None:
    assert [r.target for r in results("3") if r.target] == ["Minimaal 15%", "90%"]
    assert [r.target for n in ("8", "12", "13") for r in results(n) if r.measure == "mark"] == ["Een 8"] * 3
    growth = [r for number in SOURCE for r in results(number) if r.measure == "growth"]
    assert [(r.baseline_year, r.direction) for r in growth] == [(2019, "up")] * 2


def test_it_measures_every_goal() -> None:
    measured = {getattr(i.data, "goal", "") for i in MEIERIJSTAD.of_kind("indicator")}
    assert measured == {i.id for i in MEIERIJSTAD.of_kind("goal")}
    assert not any(is_empty(getattr(i.data, "measure", "")) for i in MEIERIJSTAD.of_kind("indicator"))

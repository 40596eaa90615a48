from stappenplan.agreements import Result, Task, Written, agreements
from stappenplan.items import Agreement, AgreementResult, AgreementTask, AnyItem, PlanItem


def plan(**data: AnyItem) -> list[PlanItem]:
    return [PlanItem(id=i, step=7, position=n, data=each) for n, (i, each) in enumerate(data.items())]


def task(agreement: str, text: str, part_of: str = "") -> AgreementTask:
    return AgreementTask(agreement=agreement, text=text, part_of=part_of)


def numbers(written: Written) -> dict[str, str]:
    return {t.data.text: t.number for t in written.tasks}


def test_no_agreements_without_anything_of_them() -> None:
    assert agreements([]) == ()


def test_tasks_are_numbered_within_their_agreement() -> None:
    x, y = Agreement(title="X"), Agreement(title="Y")
    one, two = agreements(
        plan(
            x=x,
            y=y,
            a=task("x", "A"),
            p=task("y", "P"),
            b=task("x", "B"),
            c=task("x", "C", "a"),
            d=task("x", "D", "b"),
            e=task("x", "E", "a"),
        )
    )
    assert (one.data, two.data) == (x, y)
    assert numbers(one) == {"A": "1", "C": "1.1", "E": "1.2", "B": "2", "D": "2.1"}
    assert [t.number for t in one.tasks] == ["1", "1.1", "1.2", "2", "2.1"]
    assert two.tasks == (Task("1", task("y", "P")),)


def test_a_part_of_a_task_in_another_agreement_is_a_task_itself() -> None:
    found = agreements(plan(x=Agreement(), y=Agreement(), a=task("x", "A"), b=task("y", "B", "a")))
    assert [numbers(written) for written in found] == [{"A": "1"}, {"B": "1"}]


def test_a_result_names_the_numbers_of_its_tasks_in_their_order() -> None:
    both, whole = AgreementResult(agreement="x", tasks=("b", "a", "gone")), AgreementResult(agreement="x")
    (written,) = agreements(
        plan(r=both, x=Agreement(), a=task("x", "A"), b=task("x", "B", "a"), s=whole, o=task("x", "O"))
    )
    assert written.results == (Result(("1", "1.1"), both), Result((), whole))


def test_what_belongs_to_no_agreement_comes_last_and_gets_lost_nowhere() -> None:
    loose = AgreementResult(agreement="gone", tasks=("a",))
    a, b = task("", "A"), task("gone", "B", "a")
    first, last = agreements(plan(a=a, b=b, r=loose, x=Agreement()))
    assert (first.tasks, first.results) == ((), ())
    assert last == Written(None, (Task("1", a), Task("1.1", b)), (Result(("1",), loose),))

"""Agreements as they are written down: tasks numbered 1, 1.1 …, and results that refer back to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from stappenplan.items import Agreement, AgreementResult, AgreementTask, PlanItem
from stappenplan.nesting import wholes


@dataclass(frozen=True)
class Task:
    """A task with its number in the agreement: "1", or "1.2" for a part of task 1."""

    number: str
    data: AgreementTask


@dataclass(frozen=True)
class Result:
    """A result, and the numbers of the tasks it belongs to ("Ad 1 en 2"); empty: of the whole agreement."""

    numbers: tuple[str, ...]
    data: AgreementResult


@dataclass(frozen=True)
class Written:
    """An agreement with its tasks and results; ``data`` is None for those whose agreement is gone."""

    data: Agreement | None
    tasks: tuple[Task, ...]
    results: tuple[Result, ...]


def agreements(items: Sequence[PlanItem]) -> tuple[Written, ...]:
    """Every agreement in order, and last, if there are any, the tasks and results that belong to none."""
    known = {i.id: i.data for i in items if isinstance(i.data, Agreement)}
    tasks = {i.id: i.data for i in items if isinstance(i.data, AgreementTask)}
    results = [i.data for i in items if isinstance(i.data, AgreementResult)]
    written = [
        _written(
            known.get(agreement_id) if agreement_id else None,
            {i: t for i, t in tasks.items() if _home(t.agreement, known) == agreement_id},
            [r for r in results if _home(r.agreement, known) == agreement_id],
        )
        for agreement_id in (*known, "")
    ]
    return tuple(w for w in written if w.data or w.tasks or w.results)


def _home(agreement_id: str, known: dict[str, Agreement]) -> str:
    return agreement_id if agreement_id in known else ""


def _written(
    agreement: Agreement | None, tasks: dict[str, AgreementTask], results: list[AgreementResult]
) -> Written:
    numbers: dict[str, str] = {}
    for number, (whole, parts) in enumerate(wholes(tasks).items(), start=1):
        numbers[whole] = str(number)
        numbers.update({part: f"{number}.{n}" for n, part in enumerate(parts, start=1)})
    return Written(
        agreement,
        tuple(Task(number, tasks[i]) for i, number in numbers.items()),
        tuple(Result(tuple(n for i, n in numbers.items() if i in r.tasks), r) for r in results),
    )

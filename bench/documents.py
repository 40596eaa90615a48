"""How long a document takes: ``python -m bench.documents [RUNS]``.

A plan of about twelve pages in every format, each made RUNS times (10) in one process after one run to warm
up, in milliseconds of wall-clock time. The first line says what it is made of. "together" is the whole plan of
over thirty pages, in all formats at once.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from statistics import median
from time import perf_counter

from content.loader import examples
from documents.render import FORMATS, preview, render, render_all
from dossier.json_format import from_json

PLAN, DAY = "plan_van_aanpak", date(2027, 3, 9)
EXAMPLE = "oldebroek"
KINDS = {"budget_group", "budget_line", "budget_remark", "staffing", "responsibility", "indicator"}
"""Of the example's items, those that make a plan of about twelve pages; all of it makes over thirty."""


def timed(runs: int, make: Callable[[], object]) -> list[float]:
    make()
    times = []
    for _ in range(runs):
        start = perf_counter()
        make()
        times.append((perf_counter() - start) * 1000)
    return times


def main(arguments: Sequence[str]) -> None:
    runs = int(arguments[0]) if arguments else 10
    whole = from_json(examples()[EXAMPLE], EXAMPLE, datetime.fromisoformat("2027-03-09T00:00:00+00:00"))
    dossier = whole.model_copy(
        update={"answers": {}, "items": tuple(i for i in whole.items if i.data.kind in KINDS)}
    )
    print(f"{EXAMPLE}: {len(dossier.items)} items, {runs} runs")
    jobs: dict[str, Callable[[], object]] = {n: partial(render, dossier, PLAN, n, DAY) for n in FORMATS}
    jobs["preview"] = partial(preview, dossier, PLAN, DAY)
    jobs["together"] = partial(render_all, whole, PLAN, list(FORMATS), DAY)
    for name, job in jobs.items():
        times = timed(runs, job)
        print(f"{name:8} min {min(times):7.0f} ms   median {median(times):7.0f} ms")


if __name__ == "__main__":
    main(sys.argv[1:])

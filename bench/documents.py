"""How long documents take: ``python -m bench.documents [RUNS]``.

The plan of the example Oldebroek, in milliseconds of wall-clock time, the smallest and the median of RUNS
(10): in each format by itself, in all formats together (their shared work done once), and on the screen. Then
all formats for four people at once through the press, as the app makes them. Aims: all formats under 600 ms,
the PDF under 200, four people at once under 2500.

The yardstick, which tells a slow machine from slow work: the HTML of the same plan, made into docx, odt and
typst by pandoc alone, one after another. Each median is also given as a part of that of the yardstick.
"""

import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import pypandoc

from content.loader import examples
from documents.press import Job, Press
from documents.render import FORMATS, preview, render, render_all
from dossier.json_format import from_json

PLAN, DAY = "plan_van_aanpak", date(2027, 3, 9)
EXAMPLE = "oldebroek"
PEOPLE = 4
YARDSTICK = "plain"


def timed(runs: int, make: Callable[[], object]) -> list[float]:
    make()
    times = []
    for _ in range(runs):
        start = perf_counter()
        make()
        times.append((perf_counter() - start) * 1000)
    return times


def plain(html: str) -> None:
    """What pandoc alone makes of the plan."""
    with TemporaryDirectory() as folder:
        for kind in ("docx", "odt", "typst"):
            pypandoc.convert_text(html, kind, "html", ["--sandbox"], outputfile=f"{folder}/plan.{kind}")


def main(arguments: Sequence[str]) -> None:
    runs = int(arguments[0]) if arguments else 10
    dossier = from_json(examples()[EXAMPLE], EXAMPLE, datetime.fromisoformat("2027-03-09T00:00:00+00:00"))
    jobs: dict[str, Callable[[], object]] = {
        YARDSTICK: partial(plain, render(dossier, PLAN, "html", DAY).decode())
    }
    jobs |= {name: partial(render, dossier, PLAN, name, DAY) for name in FORMATS}
    jobs["together"] = partial(render_all, dossier, PLAN, tuple(FORMATS), DAY)
    jobs["preview"] = partial(preview, dossier, PLAN, DAY)
    press, days = Press(), count()

    def people() -> None:
        # Each another day: the press makes the same document only once.
        wanted = [Job(dossier, PLAN, tuple(FORMATS), DAY + timedelta(days=next(days))) for _ in range(PEOPLE)]
        with ThreadPoolExecutor(PEOPLE) as room:
            list(room.map(press.make, wanted))

    jobs[f"{PEOPLE} people"] = people
    medians: dict[str, float] = {}
    for name, job in jobs.items():
        times = timed(runs, job)
        medians[name] = median(times)
        part = medians[name] / medians[YARDSTICK]
        print(f"{name:9} min {min(times):7.0f} ms   median {medians[name]:7.0f} ms   {part:5.2f}")
    press.close()


if __name__ == "__main__":
    main(sys.argv[1:])

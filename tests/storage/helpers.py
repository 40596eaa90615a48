"""What tests of storage and use cases share."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from threading import Barrier
from typing import TypeVar

from dossier.storage import Storage
from dossier.use_cases import UseCases

Result = TypeVar("Result")
START = datetime(2026, 1, 1, tzinfo=UTC)
NASTY = "Ça 😀👩‍👩‍👧 \u202eשלום عربي\t{{ x }} <b>\"'\\ \ufffd $1 %s :naam\n"
"""Text that something between a keyboard and a table might take for something else."""


def make_use_cases(storage: Storage) -> UseCases:
    """Use cases with a clock that ticks and ids and tokens that count."""
    ticks, ids, tokens = count(), count(1), count(1)
    return UseCases(
        storage,
        now=lambda: START + timedelta(seconds=next(ticks)),
        new_id=lambda: f"id{next(ids)}",
        new_token=lambda: f"token{next(tokens)}",
    )


def together(calls: Sequence[Callable[[], Result]]) -> list[Result]:
    """The results of all ``calls``, each in a thread of its own and begun at the same moment."""
    barrier = Barrier(len(calls))

    def begin(call: Callable[[], Result]) -> Result:
        barrier.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(begin, calls))

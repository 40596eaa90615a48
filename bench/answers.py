"""What keeping one answer costs the processor: ``python -m bench.answers [FOLDER]``.

Measured through `UseCases.answer` on SQLite in FOLDER (a temporary folder by default), with everything
an answer needs: the link looked up, the version seen merged, the answer and its line in the log
written and flushed to the disk. Then the same of a participant in a session, through `Participating`,
and reading the own answers, which a phone does after each. Milliseconds differ between machines: compare
within one run.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from dossier.model import Details
from dossier.participating import Vote
from storage import SqlStorage, open_storage
from tests.rooms import dossiers, new_room
from typetest.model import QUESTIONS, Choice, Perspective

ROUNDS = 9
PER_ROUND = 200
PEOPLE = 50


def _milliseconds(call: Callable[[int], object]) -> tuple[float, float]:
    """The processor time and the passed time of one call, in ms: the median of all rounds."""
    processor, passed = [], []
    for number in range(ROUNDS):
        started = time.process_time(), time.perf_counter()
        for step in range(PER_ROUND):
            call(number * PER_ROUND + step)
        processor.append((time.process_time() - started[0]) * 1000 / PER_ROUND)
        passed.append((time.perf_counter() - started[1]) * 1000 / PER_ROUND)
    return median(processor), median(passed)


def _calls_of_participants(storage: SqlStorage) -> dict[str, Callable[[int], object]]:
    room = new_room(storage)
    people = [room.come_in(number) for number in range(PEOPLE)]

    def vote(number: int) -> None:
        turn = number // PEOPLE
        question, choice = 1 + turn % len(QUESTIONS), "ab"[turn // len(QUESTIONS) % 2]
        room.take.vote_all([Vote(people[number % PEOPLE], Perspective.HUIDIG, question, Choice(choice), 1)])

    return {
        "a participant's answer": vote,
        "the own answers read": lambda number: room.take.seated(people[number % PEOPLE]),
    }


def main(folder: Path) -> None:
    """Print the figures."""
    storage = open_storage(folder)
    use_cases = dossiers(storage)
    token = use_cases.create(Details(municipality="Voorbeeld"), "nl").edit_token
    versions = dict.fromkeys(QUESTIONS, 0)

    def answer(number: int) -> None:
        question = 1 + number % len(QUESTIONS)
        changes = {"choice": "ab"[number // len(QUESTIONS) % 2]}
        seen = versions[question]
        versions[question] = use_cases.answer(token, Perspective.HUIDIG, question, changes, seen).version

    answer(0)  # the first one compiles the statements
    measured = {
        "one answer kept": answer,
        "the dossier opened": lambda _: use_cases.open(token),
        **_calls_of_participants(storage),
    }
    for name, call in measured.items():
        processor, passed = _milliseconds(call)
        print(f"{name:24}{processor:8.2f} ms CPU {passed:8.2f} ms passed")
    storage.close()


if __name__ == "__main__":
    if sys.argv[1:]:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))

"""A process that saves as fast as it can, and says so after each save, until it is killed.

    python -m tests.robustness.writer FOLDER TOKEN

Each line on standard output is an acknowledgement: subject, version and what was saved.
"""

import os
import sys
from threading import Thread

from dossier.use_cases import UseCases
from stappenplan.items import Goal
from storage import open_storage
from tests.storage.helpers import make_use_cases
from typetest.model import Perspective

THREADS = 3


def _acknowledge(subject: str, version: int, text: str) -> None:
    os.write(sys.stdout.fileno(), f"{subject} {version} {text}\n".encode())  # one write: lines never mix


def _save(use_cases: UseCases, token: str, number: int) -> None:
    """Save an answer and an item of several pages by turns, for ever."""
    dossier, item_id = use_cases.open(token), f"g{number}"
    given, item = dossier.answers.get(Perspective.HUIDIG, {}).get(number), dossier.item(item_id)
    answered, saved = given.version if given else 0, item.version if item else 0
    while True:
        text = f"{os.getpid()}.{number}.{answered}"
        answered = use_cases.answer(token, Perspective.HUIDIG, number, {"note": text}, answered).version
        _acknowledge(f"answer:huidig:{number}", answered, text)
        changes = {"title": text, "specific": f"{text} " * 500}
        saved = use_cases.save_item(token, item_id, 5, Goal(), changes, saved).version
        _acknowledge(f"item:{item_id}", saved, text)


if __name__ == "__main__":
    folder, secret = sys.argv[1:]
    shared = make_use_cases(open_storage(folder))
    for thread in range(1, THREADS + 1):
        Thread(target=_save, args=(shared, secret, thread)).start()

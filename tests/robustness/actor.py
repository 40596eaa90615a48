"""People in a session, in a process of their own.

    python -m tests.robustness.actor PLACE

Each line on standard input is an act: the moment to do it (seconds since 1970, so that several processes
can do something at once), its name and its arguments. Each act runs in a thread of its own, and is
answered by one line: the act without its moment, and ``kept`` or ``refused``, or what it gave. ``go_on``
answers again and again until that is refused, and also says ``give`` before each.
"""

import os
import sys
import time
from collections.abc import Callable
from random import Random
from threading import Thread

from dossier.participating import UnknownCode
from dossier.workshop_cases import WrongPhase
from storage import open_storage
from tests.rooms import KEYS, facilitating, participating
from typetest.model import QUESTIONS, Choice, Perspective

OPEN = "-"
REFUSED = "refused"


def say(*words: str) -> None:
    """One line in one write: lines of threads never mix."""
    os.write(sys.stdout.fileno(), (" ".join(words) + "\n").encode())


class Actor:
    """What can be asked, by its name; everything takes and gives text."""

    def __init__(self, place: str) -> None:
        storage = open_storage(place)
        self._take, self._lead = participating(storage), facilitating(storage)

    def join(self, code: str) -> str:
        """The secret of somebody who comes in."""
        return self._take.join(code, KEYS[0]).token

    def vote(self, token: str, question: str, choice: str) -> str:
        """Answer a statement, or leave it open."""
        given = None if choice == OPEN else Choice(choice)
        self._take.vote(token, Perspective.HUIDIG, int(question), given)
        return "kept"

    def go_on(self, token: str) -> str:
        """Answer until that is refused."""
        random = Random(token)  # noqa: S311 - which answer is no secret
        while True:
            act = token, str(random.choice(QUESTIONS)), random.choice(("a", "b", OPEN))
            say("give", *act)
            say("vote", *act, self.vote(*act))

    def come_and_go_on(self, code: str) -> str:
        """Come in, and answer until that is refused."""
        say("coming")
        token = self.join(code)
        say("join", code, token)
        return self.go_on(token)

    def read(self, token: str) -> str:
        """The own answers: "1a" and so on, with commas."""
        answers = self._take.seated(token).cast.now(Perspective.HUIDIG, 2)
        return ",".join(f"{question}{choice}" for question, choice in sorted(answers.items())) or OPEN

    def reveal(self, token: str, workshop_id: str) -> str:
        """End the first round."""
        self._lead.reveal(token, workshop_id)
        return "kept"

    def again(self, token: str, workshop_id: str, *questions: str) -> str:
        """Begin the second round."""
        self._lead.answer_again(token, workshop_id, [int(question) for question in questions])
        return "kept"

    def compare(self, token: str, workshop_id: str) -> str:
        """End the second round."""
        self._lead.compare(token, workshop_id)
        return "kept"


def act(call: Callable[..., str], moment: float, name: str, arguments: list[str]) -> None:
    """Do it when it is time."""
    time.sleep(max(0, moment - time.time()))
    try:
        outcome = call(*arguments)
    except (WrongPhase, UnknownCode):
        outcome = REFUSED
    say(name, *arguments, outcome)


if __name__ == "__main__":
    actor = Actor(sys.argv[1])
    say("ready")
    for line in sys.stdin:
        moment, name, *arguments = line.split()
        Thread(target=act, args=(getattr(actor, name), float(moment), name, arguments)).start()

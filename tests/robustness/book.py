"""What people in a session were told, to hold against what is kept."""

from collections.abc import Callable, Iterable

from dossier.participating import Participating
from tests.robustness.actor import OPEN, REFUSED
from typetest.model import Choice, Perspective

Answers = dict[int, Choice]


def _changed(answers: Answers, question: str, choice: str) -> Answers:
    others = {number: given for number, given in answers.items() if number != int(question)}
    return others if choice == OPEN else others | {int(question): Choice(choice)}


class Book:
    """The answers of each participant by secret: those confirmed, and the one that was under way."""

    def __init__(self) -> None:
        self.kept: dict[str, Answers] = {}
        self.under_way: dict[str, Answers] = {}
        self.coming = 0
        """How many people were coming in and have not heard that they are."""
        self.confirmed = self.refused = 0

    def write(self, lines: Iterable[str]) -> None:
        """Write down what an `actor` printed."""
        for line in lines:
            name, *words = line.split()
            note: Callable[..., None] | None = getattr(self, f"_note_{name}", None)
            if note:
                note(*words)

    def _note_coming(self) -> None:
        self.coming += 1

    def _note_join(self, _code: str, token: str) -> None:
        self.kept[token] = {}
        self.coming -= 1

    def _note_give(self, token: str, question: str, choice: str) -> None:
        self.under_way[token] = _changed(self.kept[token], question, choice)

    def _note_vote(self, token: str, question: str, choice: str, outcome: str) -> None:
        self.under_way.pop(token, None)
        if outcome != REFUSED:
            self.confirmed += 1
            self.kept[token] = _changed(self.kept[token], question, choice)

    def _note_go_on(self, token: str, _refused: str) -> None:
        self.refused += 1
        self.under_way.pop(token, None)

    def differences(self, take: Participating) -> int:
        """Of how many people the answers are neither the confirmed ones, nor those with what was under way.

        What is kept is from then on what was confirmed.
        """
        wrong = 0
        for token, confirmed in self.kept.items():
            there = dict(take.seated(token).cast.now(Perspective.HUIDIG, 1))
            wrong += there not in (confirmed, self.under_way.get(token, confirmed))
            self.kept[token] = there
        self.under_way.clear()
        return wrong

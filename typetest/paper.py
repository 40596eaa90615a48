"""Reads one paper form that somebody types over as fourteen letters: ``abba-ab abbaaba``.

Nothing here speaks to the user: what is wrong is a position and a sign.
"""

from dataclasses import dataclass

from typetest.model import QUESTIONS, Answers, Choice

OPEN = frozenset("-\u2013\u2014")
"""What stands for an open statement; a phone makes a longer dash of two hyphens."""


@dataclass(frozen=True)
class Wrong:
    """A sign that is no letter of a form; ``position`` counts the signs from 1, spaces left out."""

    position: int
    sign: str


@dataclass(frozen=True)
class Letters:
    """What was typed: the answers when all is well, else what is wrong.

    ``length`` is how many signs there are without spaces; a form has fourteen.
    """

    answers: Answers
    length: int
    wrong: tuple[Wrong, ...] = ()

    @property
    def fit(self) -> bool:
        """Whether this is a whole form."""
        return self.length == len(QUESTIONS) and not self.wrong


def read_letters(typed: str) -> Letters:
    """Read the letters a, b and - (open), in capitals or not; spaces may stand anywhere."""
    signs = [sign for sign in typed if not sign.isspace()]
    wrong = tuple(Wrong(n, s) for n, s in enumerate(signs, 1) if s.lower() not in (*Choice, *OPEN))
    if wrong or len(signs) != len(QUESTIONS):
        return Letters({}, len(signs), wrong)
    given = zip(QUESTIONS, signs, strict=True)
    return Letters({q: Choice(sign.lower()) for q, sign in given if sign not in OPEN}, len(signs))

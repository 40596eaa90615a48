"""A simulated group to practise with: people who lean the way their group does, and leave a few open.

The chances are made up, so that there is something to talk about: groups differ, hardly anybody agrees on
everything, and what is wanted differs from what is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from typetest.model import QUESTIONS, Answers, Axis, Choice, Perspective, axis_of

OPEN = 0.2
"""The chance that somebody leaves a statement open, for those who do not answer everything."""
COMPLETE = 0.7
"""The chance that somebody answers everything."""
LEAN = (0.2, 0.8)
"""Between which chances of an a a group leans on an axis."""
SWAY = 0.25
"""How far one statement lies from how the group leans, at most."""


@dataclass(frozen=True)
class Person:
    """Somebody of the simulated group, with the answers in each perspective."""

    group: str
    answers: Mapping[Perspective, Answers]


def simulated(
    people: int, groups: Sequence[str], perspectives: Sequence[Perspective], random: Random
) -> tuple[Person, ...]:
    """``people`` people, divided over ``groups`` as evenly as can be. Raises ValueError without groups."""
    if not groups:
        raise ValueError("people belong to a group")
    chances = {(g, p): _chances(random) for g in groups for p in perspectives}
    return tuple(
        _person(group, {p: chances[group, p] for p in perspectives}, random)
        for group in (groups[n % len(groups)] for n in range(people))
    )


def _chances(random: Random) -> Mapping[int, float]:
    """For each statement the chance that somebody of one group answers a."""
    lean = {axis: random.uniform(*LEAN) for axis in Axis}
    near = {question: lean[axis_of(question)] + random.uniform(-SWAY, SWAY) for question in QUESTIONS}
    return {question: min(max(chance, 0), 1) for question, chance in near.items()}


def _person(group: str, chances: Mapping[Perspective, Mapping[int, float]], random: Random) -> Person:
    left_open = 0 if random.random() < COMPLETE else OPEN
    return Person(group, {p: _answers(of_a, left_open, random) for p, of_a in chances.items()})


def _answers(of_a: Mapping[int, float], left_open: float, random: Random) -> Answers:
    return {
        question: Choice.A if random.random() < chance else Choice.B
        for question, chance in of_a.items()
        if random.random() >= left_open
    }

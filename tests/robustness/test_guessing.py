"""Five thousand guessed join codes are slowed down; two hundred people at the same address join meanwhile.

Real codes in both databases, with the doorman of the app between; only the time is played, so that hours of
waiting take seconds. Prints its figures.
"""

import heapq
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import pytest

from dossier.participating import UnknownCode
from dossier.workshop import CODE_LENGTH, CODE_SIGNS
from storage import open_storage
from tests.rooms import Room, new_room
from ui.web.doorman import FREE, LONGEST, STEP, Doorman

GUESSES, HONEST = 5000, 200
HALL = "203.0.113.7"
"""The one address of the town hall, from which somebody guesses too."""
MISTYPED = 10
"""One in so many honest people types a wrong code first."""


@dataclass
class Door:
    """The way in as `ui.participant.look` has it, at a clock that tests turn."""

    room: Room
    now: float = 0.0
    waits: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._doorman = Doorman(lambda: self.now)

    def wait(self) -> float:
        """How long who asks now waits first."""
        return self._doorman.wait(HALL)

    def knock(self, code: str) -> bool:
        """Ask for a code; whether there is a session."""
        try:
            self.room.take.look(code)
        except UnknownCode:
            self._doorman.failed(HALL)
            return False
        return True


def guess() -> str:
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def guesser(door: Door, guesses: int) -> Iterator[float]:
    """Somebody who guesses as fast as the door lets him; gives how long he waits."""
    for _ in range(guesses):
        yield door.wait()
        assert not door.knock(guess())


def honest(door: Door, random: Random) -> Iterator[float]:
    """Somebody with the code, who sometimes mistypes it first."""
    for code in ([guess()] if random.randrange(MISTYPED) == 0 else []) + [door.room.code]:
        wait = door.wait()
        door.waits.append(wait)
        yield wait
        door.knock(code)
    door.room.come_in()


def play(door: Door, people: dict[float, Iterator[float]]) -> float:
    """Let everybody begin at their moment and go on after each wait; the moment that the last one is done."""
    queue = [(at, number, person) for number, (at, person) in enumerate(people.items())]
    heapq.heapify(queue)
    while queue:
        door.now, number, person = heapq.heappop(queue)
        wait = next(person, None)
        if wait is not None:
            heapq.heappush(queue, (door.now + wait, number, person))
    return door.now


@pytest.mark.parametrize("at_once", [1, 50])
def test_guessing_is_slow_and_the_hall_gets_in(place: str, at_once: int) -> None:
    random = Random(5)  # noqa: S311 - when people come in is no secret
    storage = open_storage(place)
    door = Door(new_room(storage))
    people = {number / 1000: guesser(door, GUESSES // at_once) for number in range(at_once)}
    people |= {random.uniform(0, 60): honest(door, random) for _ in range(HONEST)}
    took = play(door, people)
    joined = sum(door.room.joined)
    storage.close()
    print(
        f"\n{GUESSES} codes guessed by {at_once} at once take {took / 60:.0f} minutes; {joined} of {HONEST}"
    )
    print(f"people at the same address joined meanwhile and waited {max(door.waits):.1f} s at most")
    free = FREE + at_once + LONGEST / STEP
    assert took > (GUESSES - free) / at_once * LONGEST * 0.9
    assert joined == HONEST
    assert max(door.waits) <= LONGEST


def test_a_hall_full_of_people_does_not_wait(place: str) -> None:
    random = Random(6)  # noqa: S311 - as above, when people come in
    storage = open_storage(place)
    door = Door(new_room(storage))
    play(door, {random.uniform(0, 60): honest(door, random) for _ in range(HONEST)})
    joined = sum(door.room.joined)
    storage.close()
    print(f"\n{joined} joined in a minute from one address, {len(door.waits) - HONEST} after a wrong code;")
    print(f"the longest wait was {max(door.waits):.1f} s")
    assert joined == HONEST
    assert max(door.waits) <= LONGEST / 2

"""A session when things go wrong, in real processes, on both databases. Each test prints its figures.

Environment: KILLS (100), how often a process is killed, and TIMES (100), how often all the rest is done.
"""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from random import Random

from storage import open_storage
from tests.robustness.actor import REFUSED
from tests.robustness.book import Book
from tests.robustness.processes import Program, freeze, kill, printed_until_killed, reopened, running
from tests.rooms import KEYS, Room, new_room
from typetest.model import QUESTIONS, Choice, Perspective
from typetest.publication import ballot, publish

KILLS = int(os.environ.get("KILLS", "100"))
TIMES = int(os.environ.get("TIMES", "100"))
HUIDIG = Perspective.HUIDIG
SOON = 0.03  # seconds: until then both processes have heard what to do


def tell(program: Program, act: str, moment: float = 0) -> None:
    """Have an actor do something, at once or at a moment."""
    assert program.stdin is not None
    program.stdin.write(f"{moment} {act}\n")


def hear(program: Program) -> str:
    """The next line of an actor."""
    assert program.stdout is not None
    return program.stdout.readline().strip()


def done(program: Program, act: str) -> str:
    """What comes of an act."""
    tell(program, act)
    return hear(program).rpartition(" ")[2]


def at_once(*wishes: tuple[Program, str]) -> list[str]:
    """What comes of acts of several actors that are begun at the same moment; one act an actor."""
    moment = time.time() + SOON
    for program, act in wishes:
        tell(program, act, moment)
    return [hear(program).rpartition(" ")[2] for program, _ in wishes]


@contextmanager
def actors(place: str, number: int) -> Iterator[list[Program]]:
    """Processes of the app, ready to act."""
    with ExitStack() as stack:
        programs = [stack.enter_context(running("tests.robustness.actor", place)) for _ in range(number)]
        assert {hear(program) for program in programs} == {"ready"}
        yield programs


@contextmanager
def rooms(place: str) -> Iterator[Iterator[Room]]:
    """As many new sessions as are asked for."""
    storage = open_storage(place)
    yield (new_room(storage) for _ in range(TIMES))
    storage.close()


def kind(place: str) -> str:
    """What the figures call a database."""
    return "PostgreSQL" if "://" in place else "SQLite"


def test_no_confirmed_answer_is_lost_and_none_comes_from_nowhere(place: str) -> None:
    random, book = Random(1), Book()  # noqa: S311 - when to kill is no secret
    storage = open_storage(place)
    room, frozen, wrong, strangers = new_room(storage), 0, 0, 0
    code = room.code  # asked here: looking it up later would open the storage that is closed then
    for _ in range(KILLS):
        storage.close()
        before = random.choice((kill, freeze))
        frozen += before is freeze
        with running("tests.robustness.actor", place) as actor:
            for token in list(book.kept)[-2:]:  # they come back with what they had
                tell(actor, f"go_on {token}")
            tell(actor, f"come_and_go_on {code}")
            book.write(printed_until_killed(actor, random, before))
        storage = reopened(place)
        room = room.on(storage)
        wrong += book.differences(room.take)
        strangers += not 0 <= sum(room.joined) - len(book.kept) <= book.coming
    storage.close()
    print(f"\n{kind(place)}: kills {KILLS} ({frozen} frozen first), answers confirmed {book.confirmed}")
    print(f"people whose answers are not what they were told {wrong}; seats of nobody {strangers}")
    assert book.confirmed > KILLS
    assert (wrong, strangers) == (0, 0)


def test_who_comes_back_elsewhere_finds_everything(place: str) -> None:
    differences = 0
    with rooms(place) as made, actors(place, 2) as programs:
        token = next(made).come_in()
        for number in range(TIMES):
            here, there = programs[number % 2], programs[1 - number % 2]
            question, choice = QUESTIONS[number % len(QUESTIONS)], "ab"[number // len(QUESTIONS) % 2]
            assert done(here, f"vote {token} {question} {choice}") == "kept"
            differences += f"{question}{choice}" not in done(there, f"read {token}").split(",")
    print(f"\n{kind(place)}: came back {TIMES} times, answers that were not there {differences}")
    assert differences == 0


def test_a_double_tap_is_one_answer(place: str) -> None:
    with rooms(place) as made, actors(place, 2) as (one, two):
        room = next(made)
        for number in range(TIMES):
            token, question = room.come_in(), QUESTIONS[number % len(QUESTIONS)]
            same = f"vote {token} {question} a"
            assert at_once((one, same), (two, same)) == ["kept", "kept"]
            assert room.cast(token).now(HUIDIG, 1) == {question: Choice.A}
            # Two fingers at once: one of both answers, not a third thing.
            at_once((one, f"vote {token} {question} b"), (two, f"vote {token} {question} -"))
            assert room.cast(token).now(HUIDIG, 1) in ({question: Choice.B}, {})
        room.reveal()
        shown = room.shown()
        assert shown is not None
        assert shown.room.people <= TIMES
    print(f"\n{kind(place)}: double taps {TIMES}, more or less than one answer 0")


def test_an_answer_counts_exactly_when_it_was_confirmed(place: str) -> None:
    random = Random(2)  # noqa: S311 - when to close is no secret
    confirmed = refused = 0
    with rooms(place) as made, actors(place, 2) as programs:
        for room in made:
            book = Book()
            book.kept = {room.come_in(): {} for _ in range(6)}
            for number, token in enumerate(book.kept):
                tell(programs[number % 2], f"go_on {token}")
            time.sleep(random.uniform(0.01, 0.1))
            room.reveal()
            for program in programs:
                until_refused(program, book, len(book.kept) // len(programs))
            assert book.differences(room.take) == 0
            ballots = [ballot(KEYS[0], answers) for answers in book.kept.values()]
            assert room.shown() == publish(ballots, KEYS, 3)
            confirmed, refused = confirmed + book.confirmed, refused + book.refused
    print(f"\n{kind(place)}: closed {TIMES} times while answering: {confirmed} confirmed and counted,")
    print(f"{refused} refused and not counted")
    assert confirmed > TIMES


def until_refused(program: Program, book: Book, people: int) -> None:
    """Write down what an actor says until all its ``people`` were refused."""
    end = book.refused + people
    while book.refused < end:
        book.write([hear(program)])


def test_who_joins_while_results_are_shown_is_welcome_and_not_counted(place: str) -> None:
    random = Random(3)  # noqa: S311 - who is first is no secret
    counted = 0
    with rooms(place) as made, actors(place, 2) as (lead, late):
        for room in made:
            early = [room.come_in() for _ in range(3)]
            for token in early:
                room.take.vote(token, HUIDIG, 1, Choice.A)
            at = time.time() + SOON
            tell(lead, f"reveal {room.token} {room.id}", at)
            tell(late, f"join {room.code}", at + random.uniform(-0.003, 0.006))
            hear(lead)
            token = hear(late).rpartition(" ")[2]
            assert done(late, f"vote {token} 1 b") == REFUSED
            assert room.take.seated(token).results  # sees what all see
            assert sum(room.joined) == len(early) + 1
            shown = room.shown()
            assert shown is not None
            counted += shown.room.people - len(early)
    print(f"\n{kind(place)}: late joins {TIMES}, refused 0, counted without an answer {counted}")
    assert counted == 0


def test_a_facilitator_in_two_windows_does_everything_once(place: str) -> None:
    with rooms(place) as made, actors(place, 2) as (one, two):
        for room in made:
            people = [room.come_in() for _ in range(3)]
            for token in people:
                room.take.vote(token, HUIDIG, 2, Choice.A)
            press = f"{room.token} {room.id}"
            assert at_once((one, f"reveal {press}"), (two, f"reveal {press}")) == ["kept"] * 2
            assert at_once((one, f"again {press} 2 5"), (two, f"again {press} 9")) == ["kept"] * 2
            chosen = room.now.chosen
            assert chosen in ((2, 5), (9,))
            room.take.vote(people[0], HUIDIG, chosen[0], Choice.B)
            # Somebody presses on in the window that had not noticed.
            assert at_once((one, f"compare {press}"), (two, f"compare {press}")) == ["kept"] * 2
            assert at_once((one, f"reveal {press}"), (two, f"again {press} 3")) == ["kept", REFUSED]
            report = room.report
            assert [result.round for result in report.results] == [1, 2]
            assert report.workshop.chosen == chosen
            second = room.shown(2)
            assert second is not None
            assert sum(second.changed) == 1
    print(f"\n{kind(place)}: pressed in two windows at once {4 * TIMES} times, done twice 0")

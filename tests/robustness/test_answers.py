"""The server itself is killed while a room answers, on both databases. Prints its figures.

Environment: KILLS (100), how often it is killed.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Thread

import httpx

from storage import open_storage
from tests.browser.server import Server, serving, wait_until
from tests.robustness.actor import OPEN
from tests.robustness.book import Book
from tests.robustness.processes import freeze, kill, reopened
from tests.rooms import new_room
from typetest.model import QUESTIONS, Perspective
from ui.web.answers import ANSWER
from ui.web.cookies import proof_of, seat_cookie

KILLS = int(os.environ.get("KILLS", "100"))
PEOPLE = 20


def answer_until_killed(server: Server, workshop_id: str, token: str, lines: list[str]) -> None:
    """What a phone does as fast as it can; ``lines`` is what a `Book` reads."""
    random = Random(token)  # noqa: S311 - which answer is no secret
    cookies = {seat_cookie(workshop_id): token}
    about = {"proof": proof_of(token), "round": 1, "perspective": Perspective.HUIDIG}
    with httpx.Client(base_url=server.url, cookies=cookies, timeout=30) as client:
        while True:
            question, choice = random.choice(QUESTIONS), random.choice(("a", "b", OPEN))
            act = f"{token} {question} {choice}"
            lines.append(f"give {act}")
            answer = {**about, "question": question, "choice": None if choice == OPEN else choice}
            try:
                said = client.post(f"{ANSWER}/{workshop_id}", json=answer)
            except httpx.TransportError:
                return
            assert said.status_code == 200, said.text
            lines.append(f"vote {act} kept")


@contextmanager
def answering(server: Server, workshop_id: str, tokens: list[str]) -> Iterator[list[list[str]]]:
    """A room that answers until the server is killed; what each was told."""
    told: list[list[str]] = [[] for _ in tokens]
    people = [
        Thread(target=answer_until_killed, args=(server, workshop_id, token, lines))
        for token, lines in zip(tokens, told, strict=True)
    ]
    for person in people:
        person.start()
    yield told
    for person in people:
        person.join(60)
        assert not person.is_alive()


def test_no_answer_that_the_server_confirmed_is_lost(place: str, tmp_path: Path) -> None:
    random, book = Random(3), Book()  # noqa: S311 - when to kill is no secret
    url = place if "://" in place else ""
    storage = open_storage(place)
    room, frozen, wrong = new_room(storage), 0, 0
    tokens = [room.come_in(number) for number in range(PEOPLE)]
    book.kept = {token: {} for token in tokens}
    storage.close()
    for _ in range(KILLS):
        before = random.choice((kill, freeze))
        frozen += before is freeze
        with (
            serving(tmp_path, DATABASE_URL=url, DATA_DIR=place) as server,
            answering(server, room.id, tokens) as told,
        ):
            wait_until(lambda told=told: any(len(lines) > 1 for lines in told), "nobody hears anything")
            time.sleep(random.uniform(0, 0.5))
            before(server.process, random)
            server.process.kill()
        for lines in told:
            book.write(lines)
        storage = reopened(place)
        wrong += book.differences(room.on(storage).take)
        storage.close()
    print(f"\nserver killed {KILLS} times ({frozen} frozen first), answers confirmed {book.confirmed}")
    print(f"people whose answers are not what they were told {wrong}")
    assert book.confirmed > KILLS
    assert wrong == 0

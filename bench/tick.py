"""What an open screen of a session costs: ``python -m bench.tick [--screen projector] [--people 20,400]``.

The screen of who leads a session, and the one on the wall, run a part of themselves every two seconds.
Measured is the processor time of such a tick, with so many people in the session of whom half have answered
everything. Aim: from 20 to 400 people it grows less than twofold.
"""

import argparse
import asyncio
from statistics import median

from bench.phone import Phone, Screen
from bench.servers import app_house, processor_time, temporary_folder
from dossier.roles import Role
from storage import open_storage
from tests.browser.server import Server
from tests.rooms import Room, new_room
from typetest.model import QUESTIONS, Choice, Perspective
from ui.screens import PROJECTOR, WORKSHOP
from ui.web.cookies import cookie_name

SCREENS = (WORKSHOP.url_path, PROJECTOR.url_path)
ROUNDS, TICKS = 10, 20


def fill(room: Room, people: int) -> None:
    """Let people come in, and half of them answer."""
    for number in range(people):
        token = room.come_in(number)
        if number % 2:
            for question in QUESTIONS:
                room.take.vote(token, Perspective.HUIDIG, question, list(Choice)[number % 4 // 2])
            room.take.ready(token, ready=True)


def screen_of(room: Room, url: str, path: str) -> Screen:
    """The screen at ``path``, for the facilitator."""
    query = f"dossier={room.dossier.dossier_id}&rol={Role.BEGELEIDER}&werksessie={room.id}"
    cookie = cookie_name(room.dossier.dossier_id, Role.BEGELEIDER)
    return Screen(url, path, query, {cookie: room.token})


async def tick(phone: Phone, server: Server) -> float:
    """The processor time of a tick in ms: the median of some rounds."""
    found = []
    for number in range(ROUNDS + 1):
        spent = processor_time(server)
        for _ in range(TICKS):
            await phone.tick()
        if number:  # the first round warms up
            found.append((processor_time(server) - spent) * 1000 / TICKS)
    return median(found)


async def measure(numbers: list[int], path: str) -> None:
    """Print the figures."""
    costs: dict[int, float] = {}
    with temporary_folder() as folder, app_house(1, str(folder)) as house:
        storage = open_storage(folder)
        for people in numbers:
            room = new_room(storage)
            fill(room, people)
            phone = Phone(screen_of(room, house.url, path))
            await phone.open()
            if not phone.timers:
                raise SystemExit(f"the screen has no tick: {phone.problems}")
            costs[people] = await tick(phone, house.servers[0])
            await phone.close()
            print(f"{people:6} people {costs[people]:6.1f} ms CPU a tick", flush=True)
        storage.close()
    print(f"ratio of the last to the first {costs[numbers[-1]] / costs[numbers[0]]:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", default="20,400")
    parser.add_argument("--screen", choices=SCREENS, default=WORKSHOP.url_path)
    options = parser.parse_args()
    asyncio.run(measure([int(number) for number in options.people.split(",")], options.screen))

"""What making documents does to an answer: ``python -m bench.answers_beside_documents [ANSWERS]``.

So many answers (100) are given on the compact screen of a running server, over Streamlit's own websocket
protocol, and as many in a session, each a request of its own: first with nothing else going on, then while
four people keep making all files of a plan, each time of another version of it. Two have the plan of
Oldebroek, two that plan with 200 activities of 2,000 characters more. Measured is the time from the tap until
the server has answered all of it, as p50 and p95, in both cases in one run. What the browser makes of it is
not in it.
"""

import asyncio
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random
from threading import Event, Thread

import httpx

from bench.crowd import share
from bench.phone import Guest, Phone, Screen
from bench.room import guest
from bench.servers import app
from documents.render import Options
from dossier.roles import Role
from tests.browser.plan import Plan, empty, example, storage_of
from tests.browser.server import Server
from tests.rooms import new_room
from ui.screens import ALL_QUESTIONS
from ui.web.cookies import cookie_name
from ui.web.downloads import Wanted

ANSWERS = 100
ACTIVITIES, LONG = 200, "woorden " * 250
PAUSE = 0.3  # seconds between two answers
WARM = 4.0  # seconds that the press gets to be at work


async def answers(phone: Phone, number: int) -> list[float]:
    """The time of each of so many answers, in seconds."""
    random, times = Random(7), []  # noqa: S311 - to repeat it, not to keep a secret
    for _ in range(number):
        began = time.perf_counter()
        await phone.tap(random)
        times.append(time.perf_counter() - began)
        await asyncio.sleep(PAUSE)
    return times


def large(server: Server) -> Plan:
    """The plan of Oldebroek with many activities more."""
    plan = example(server)
    for number in range(ACTIVITIES):
        plan.save(f"extra-{number}", 5, "activity", title=f"Activiteit {number}", description=LONG)
    return plan


def make_files(plan: Plan, stop: Event, made: list[int]) -> None:
    """Make all files again and again, each time of another version of the plan."""
    address = Wanted(plan.made.dossier_id, Role.BEGELEIDER, "plan_van_aanpak", Options()).address("docx")
    version = 0
    with httpx.Client(base_url=plan.server.url, timeout=120) as client:
        client.get(f"/open/{plan.made.edit_token}")
        while not stop.is_set():
            version = plan.save("versie", 5, "activity", version, title=f"Versie {version}")
            made.append(len(client.get(address).raise_for_status().content))


@contextmanager
def documents_being_made(plans: Sequence[Plan]) -> Iterator[list[int]]:
    """Somebody for each plan who makes documents until the block ends; the sizes of what they got."""
    stop, made = Event(), list[int]()
    people = [Thread(target=make_files, args=(plan, stop, made)) for plan in plans]
    for person in people:
        person.start()
    try:
        yield made
    finally:
        stop.set()
        for person in people:
            person.join()


def compact_screen(plan: Plan) -> Screen:
    """All statements on one screen, for somebody who came in by the link."""
    cookies = {cookie_name(plan.made.dossier_id, Role.BEGELEIDER): plan.made.edit_token}
    query = plan.address(ALL_QUESTIONS.url_path, perspectief="huidig").partition("?")[2]
    return Screen(plan.server.url, ALL_QUESTIONS.url_path, query, cookies)


async def measure(number: int) -> None:
    """Print the figures."""
    with app() as server:
        plans = [make(server) for make in (example, large) for _ in range(2)]
        session = new_room(storage_of(server))
        phones = {
            "screen": Phone(compact_screen(empty(server))),
            "session": Guest(guest(session, server.url, 0)),
        }
        for phone in phones.values():
            await phone.open()
            await answers(phone, 10)  # warms up
        quiet = {name: await answers(phone, number) for name, phone in phones.items()}
        with documents_being_made(plans) as made:
            await asyncio.sleep(WARM)
            busy = {name: await answers(phone, number) for name, phone in phones.items()}
        for phone in phones.values():
            await phone.close()
    print(f"{number} answers each; {len(made)} documents made")
    for name in phones:
        for when, times in (("quiet", quiet[name]), ("busy", busy[name])):
            print(f"{name:8} {when:6} p50 {share(times, 50):6.0f} ms   p95 {share(times, 95):6.0f} ms")
        print(f"{name:8} ratio of p95 {share(busy[name], 95) / share(quiet[name], 95):.2f}")


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]) if sys.argv[1:] else ANSWERS))

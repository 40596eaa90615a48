"""What making documents does to an answer: ``python -m bench.answers_beside_documents``.

Answers are given on the compact screen of a running server, over Streamlit's own websocket protocol: first
with nothing else going on, then while four people keep making all files of the plan of Oldebroek, each of
another version of it. Measured is the time from the tap until the server has answered all of it, as p50 and
p95, in both cases in one run. What the browser makes of it is not in it.
"""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from threading import Event, Thread

import httpx

from bench.crowd import share
from bench.phone import Phone, Screen
from bench.servers import app
from documents.render import Options
from dossier.roles import Role
from tests.browser.plan import Plan, empty, example
from ui.screens import ALL_QUESTIONS
from ui.web.cookies import cookie_name
from ui.web.downloads import Wanted

ANSWERS, PEOPLE = 100, 4
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


def make_files(plan: Plan, person: int, stop: Event, made: list[int]) -> None:
    """Make all files again and again, each time of another version of the plan."""
    wanted = Wanted(plan.made.dossier_id, Role.BEGELEIDER, "plan_van_aanpak", Options())
    with httpx.Client(base_url=plan.server.url, timeout=120) as client:
        client.get(f"/open/{plan.made.edit_token}")
        while not stop.is_set():
            address = wanted.address("docx") + f"&partner=versie-{person}-{len(made)}"
            made.append(len(client.get(address).raise_for_status().content))


@contextmanager
def documents_being_made(plan: Plan) -> Iterator[list[int]]:
    """Four people who make documents until the block ends; the sizes of what they got."""
    stop, made = Event(), list[int]()
    people = [Thread(target=make_files, args=(plan, person, stop, made)) for person in range(PEOPLE)]
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


async def measure() -> None:
    """Print the figures."""
    with app() as server:
        phone = Phone(compact_screen(empty(server)))
        await phone.open()
        await answers(phone, 10)  # warms up
        quiet = await answers(phone, ANSWERS)
        with documents_being_made(example(server)) as made:
            await asyncio.sleep(WARM)
            busy = await answers(phone, ANSWERS)
        await phone.close()
    for name, times in (("quiet", quiet), ("busy", busy)):
        print(
            f"{name:6} p50 {share(times, 50):6.0f} ms   p95 {share(times, 95):6.0f} ms   ({ANSWERS} answers)"
        )
    print(f"ratio of p95 {share(busy, 95) / share(quiet, 95):.2f}; {len(made)} documents made")


if __name__ == "__main__":
    asyncio.run(measure())

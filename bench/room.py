"""A room full of phones: ``python -m bench.room --people 50,200,400 --seconds 30``.

For every number of people a server of the app is started with a session in its database, and one of a
minimal Streamlit page (`bench.minimal_page`), one after the other. On both everybody comes in within
``--join`` seconds (60), over Streamlit's own websocket protocol, and then answers once in three seconds: on
the page by that protocol, in the app by a request of its own, as a browser does. A seat is made in the
database and its phone opens the participant's screen with the cookie: of joining this leaves out only the
form for the code, whose words and order may change. At the end all answers are held against the database.

Aims on two quiet cores: p95 under 60 ms for 200 people and under 150 for 400 on one process, under 200 for
800 on two; processor time of an answer at most 1.3 times that of the minimal page.

  --processes 2 --database postgresql   two processes behind a sticky proxy (`tests.browser.proxy`)
  --polls                               phones also ask how far the session is, as they do, every four seconds
  --answers 20000                       instead: so many answers of 100 people as fast as they go; the memory
"""

import argparse
import asyncio
import resource
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from bench.crowd import HEADING, Crowd, Figures, Load, measure
from bench.phone import Guest, Phone, Screen
from bench.servers import app_house, memory, minimal_house, temporary_folder
from storage import open_storage
from tests.rooms import Room, new_room
from tests.storage.databases import postgresql
from typetest.model import Perspective
from ui.screens import TAKE_PART
from ui.web.cookies import seat_cookie
from ui.web.seats import STAND

PARTS = 10
"""In how many parts the answers of ``--answers`` are given; after each the memory is looked at."""
HURRIED = 100


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    people: tuple[int, ...]
    seconds: float
    join: float
    processes: int
    database: str
    polls: bool
    answers: int


def sticky() -> dict[str, str]:
    """The cookie by which a proxy knows somebody."""
    return {"_streamlit_xsrf": secrets.token_hex(8)}


def guest(room: Room, url: str, number: int) -> Screen:
    """The participant's screen for somebody new."""
    cookies = {seat_cookie(room.id): room.come_in(number), **sticky()}
    return Screen(url, TAKE_PART.url_path, f"werksessie={room.id}", cookies)


def lost(room: Room, phone: Guest) -> int:
    """How many answers of a phone are not kept as it gave them."""
    kept = room.cast(phone.screen.cookies[seat_cookie(room.id)]).now(Perspective.HUIDIG, 1)
    return sum(kept.get(number) != choice for number, choice in phone.given.items())


@contextmanager
def place_of(database: str) -> Iterator[str]:
    """Where an empty database can be opened."""
    with temporary_folder() as folder:
        if database == "sqlite":
            yield str(folder)
            return
        with postgresql() as new:
            yield new()


async def on_minimal_page(options: Options, people: int) -> Figures:
    """The load on the page to compare with."""
    with minimal_house(options.processes) as house:
        crowd = Crowd([Screen(house.url, cookies=sticky()) for _ in range(people)], Phone)
        figures = await measure(crowd, Load(people, options.join, options.seconds), house.servers)
        await crowd.leave()
    return figures


async def in_the_app(options: Options, people: int) -> Figures:
    """The load on the app; an answer that was not kept is a failure."""
    with ExitStack() as stack:
        place = stack.enter_context(place_of(options.database))
        house = stack.enter_context(app_house(options.processes, place))
        storage = open_storage(place)
        room = new_room(storage)
        crowd = Crowd([guest(room, house.url, number) for number in range(people)], Guest)
        if options.polls:
            crowd.asks = f"{STAND}/{room.id}"
        figures = await measure(crowd, Load(people, options.join, options.seconds), house.servers)
        await crowd.leave()
        missing = sum(lost(room, phone) for phone in crowd.phones)
        storage.close()
    return replace(figures, failures=(*crowd.failures, *["not kept"] * missing))


async def many_answers(options: Options) -> None:
    """The memory while people answer as fast as they can."""
    with ExitStack() as stack:
        place = stack.enter_context(place_of(options.database))
        house = stack.enter_context(app_house(options.processes, place))
        storage = open_storage(place)
        room = new_room(storage)
        crowd = Crowd([guest(room, house.url, number) for number in range(HURRIED)], Guest)
        await crowd.come_in(HURRIED * 0.1)
        for part in range(PARTS + 1):
            print(f"{options.answers * part // PARTS:7} answers {memory(*house.servers):7.1f} MB", flush=True)
            if part < PARTS:
                await crowd.hurry(options.answers // PARTS)
        await crowd.leave()
        print(f"{len(crowd.failures)} failed, {sum(lost(room, phone) for phone in crowd.phones)} lost")
        storage.close()


async def rooms(options: Options) -> None:
    """The table of all numbers of people."""
    print(f"people  page      {HEADING}")
    for people in options.people:
        minimal = await on_minimal_page(options, people)
        print(f"{people:6}  minimal {minimal}", flush=True)
        app = await in_the_app(options, people)
        print(f"{people:6}  app     {app}")
        print(f"        ratio of processor time {app.cpu / minimal.cpu:.2f}", flush=True)
        for failure in (*minimal.failures, *app.failures)[:3]:
            print(f"        {failure}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", default="50,200,400")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--join", type=float, default=60)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--polls", action="store_true")
    parser.add_argument("--answers", type=int, default=0)
    given = vars(parser.parse_args())
    people = tuple(map(int, str(given.pop("people")).split(",")))
    options = Options(people=people, **given)
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # a connection is a file, also of the servers
    asyncio.run(many_answers(options) if options.answers else rooms(options))


if __name__ == "__main__":
    main()

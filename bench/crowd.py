"""Many phones at once, and what they make of the time and the processor of servers.

Everybody answers once in `PAUSE` seconds whether the server is quick or not, and the time of an answer is
counted from the moment it was meant to be given: a slow server cannot make the measurement kinder.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from statistics import quantiles
from typing import Generic, TypeVar

from bench.phone import Line, Phone, Screen
from bench.servers import memory, processor_time
from tests.browser.server import Server

PAUSE = 3.0
"""Seconds between two answers of one person, a fifth more or less."""
ASKING = 4.0
"""Seconds between two questions of how far a session is, a quarter more or less (`ui/style/front_end.js`)."""


P = TypeVar("P", bound=Phone)


@dataclass
class Crowd(Generic[P]):
    """The phones of a room, with what went wrong."""

    screens: Sequence[Screen]
    phone: Callable[[Screen], P]
    """What opens a screen."""
    random: Random = field(default_factory=lambda: Random(7))  # noqa: S311 - to repeat it, not to keep a secret
    phones: list[P] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    asks: str = ""
    """The path that every phone asks for again and again while it is open; "" for none."""

    async def try_out(self) -> None:
        """Open the first screen, answer and leave, at each process that it may come to."""
        for number in range(8):
            cookies = {**self.screens[0].cookies, "_streamlit_xsrf": str(number)}
            phone = self.phone(replace(self.screens[0], cookies=cookies))
            await phone.open()
            await phone.tap(self.random)
            await phone.close()

    async def come_in(self, seconds: float) -> list[float]:
        """Open all screens, evenly over ``seconds``; how long each took, in seconds."""
        times: list[float] = []
        begin = time.perf_counter()

        async def one(number: int, phone: P) -> None:
            at = begin + seconds * number / len(self.screens)
            if await self._timed(phone.open, at, times):
                self.phones.append(phone)

        await asyncio.gather(*(one(n, self.phone(screen)) for n, screen in enumerate(self.screens)))
        return times

    async def answer(self, seconds: float) -> list[float]:
        """Answer for so long; the time of each answer, in seconds."""
        times: list[float] = []
        end = time.perf_counter() + seconds

        async def ask(phone: P) -> None:
            async with Line(phone.screen) as line:
                await asyncio.sleep(self.random.uniform(0, ASKING))
                while time.perf_counter() < end:
                    await line.ask(self.asks)
                    await asyncio.sleep(ASKING * self.random.uniform(0.75, 1.25))

        async def one(phone: P) -> None:
            at = time.perf_counter() + self.random.uniform(0, PAUSE)
            while at < end and await self._timed(lambda: phone.tap(self.random), at, times):
                at += PAUSE * self.random.uniform(0.8, 1.2)

        asking = map(ask, self.phones) if self.asks else ()
        await asyncio.gather(*map(one, self.phones), *asking)
        return times

    async def hurry(self, answers: int) -> None:
        """Answer as fast as it goes, so many times in all."""
        each = answers // len(self.phones)

        async def one(phone: P) -> None:
            for _ in range(each):
                await self._timed(lambda: phone.tap(self.random), time.perf_counter(), [])

        await asyncio.gather(*map(one, self.phones))

    async def leave(self) -> None:
        """Close all screens."""
        await asyncio.gather(*(phone.close() for phone in self.phones))
        self.failures += [problem for phone in self.phones for problem in phone.problems]

    async def _timed(self, act: Callable[[], Awaitable[None]], at: float, times: list[float]) -> bool:
        """Do it when it is time; whether it went well."""
        await asyncio.sleep(at - time.perf_counter())
        try:
            await act()
        except Exception as problem:  # whatever it is, the figures say that it happened
            self.failures.append(repr(problem))
            return False
        times.append(time.perf_counter() - at)
        return True


@dataclass(frozen=True)
class Load:
    """How many people come in, and in how many seconds, and for how many seconds they answer."""

    people: int
    joining: float
    answering: float


@dataclass(frozen=True)
class Figures:
    """What a load did: all times in ms, memory in MB; ``cores`` is what the generator itself used."""

    joined: float
    p50: float
    p95: float
    cpu: float
    memory: float
    answers: int
    cores: float
    failures: tuple[str, ...]

    def __str__(self) -> str:
        """A line of the table under `HEADING`."""
        return (
            f"{self.joined:9.0f} {self.p50:8.0f} {self.p95:8.0f} {self.cpu:8.2f} {self.memory:8.2f}"
            f" {self.answers:8} {len(self.failures):7} {self.cores:6.2f}"
        )


HEADING = "join p95   p50 ms   p95 ms   CPU ms   MB each  answers  failed  own cores"


def share(times: Sequence[float], percent: int) -> float:
    """The time in ms under which ``percent`` of the times are."""
    return quantiles(times, n=100, method="inclusive")[percent - 1] * 1000 if len(times) > 1 else 0.0


async def measure(crowd: Crowd[P], load: Load, servers: Sequence[Server]) -> Figures:
    """Have the crowd come in and answer, and leave the screens open."""
    await crowd.try_out()  # a server loads much at its first visitor
    empty = memory(*servers)
    joined = await crowd.come_in(load.joining)
    await crowd.answer(PAUSE)  # warms up
    spent, own, began = processor_time(*servers), time.process_time(), time.perf_counter()
    times = await crowd.answer(load.answering)
    spent, own = processor_time(*servers) - spent, time.process_time() - own
    return Figures(
        joined=share(joined, 95),
        p50=share(times, 50),
        p95=share(times, 95),
        cpu=spent * 1000 / max(1, len(times)),
        memory=(memory(*servers) - empty) / load.people,
        answers=len(times),
        cores=own / (time.perf_counter() - began),
        failures=tuple(crowd.failures),
    )

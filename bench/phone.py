"""A phone that speaks Streamlit's websocket protocol: no browser, so there can be many.

It sends what Streamlit's front end sends and reads all that comes back; a run is over when the server says so
(``script_finished``). The phone of who takes part in a session also sends its answers as requests.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from typetest.model import QUESTIONS, Choice

PATIENCE = 60  # seconds, for one run


@dataclass(frozen=True)
class Screen:
    """What a phone opens: the address of the server, the path and the query of a screen, and cookies."""

    url: str
    path: str = ""
    query: str = ""
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def cookie(self) -> str:
        """The cookies as a browser sends them."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def connect(self) -> connect:
        """A websocket as a page of the server itself opens it."""
        return connect(
            self.url.replace("http", "ws", 1) + "/_stcore/stream",
            origin=Origin(self.url),
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": self.cookie} if self.cookies else None,
            compression=None,
            max_size=None,
            ping_interval=None,
        )


@dataclass
class Radio:
    """A question on the screen, and what was chosen last."""

    options: tuple[str, ...]
    fragment: str
    chosen: str | None = None


class Phone:
    """One open screen. Use `open` first; then `tap` gives an answer and `tick` does what a timer does."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._socket: ClientConnection
        self._page = ""
        self.radios: dict[str, Radio] = {}
        self.timers: dict[str, float] = {}
        """The fragments that run by themselves, with their intervals in seconds."""
        self.problems: list[str] = []

    async def open(self) -> None:
        """Connect and let the whole screen run."""
        self._socket = await self.screen.connect()
        await self._run("")

    async def tap(self, random: Random) -> None:
        """Choose another answer to one of the questions."""
        radio = random.choice(list(self.radios.values()))
        radio.chosen = random.choice([option for option in radio.options if option != radio.chosen])
        await self._run(radio.fragment)

    async def tick(self) -> None:
        """Let the fragments that have a timer run."""
        for fragment in self.timers:
            await self._run(fragment, by_timer=True)

    async def close(self) -> None:
        """Leave."""
        await self._socket.close()

    async def _run(self, fragment: str, *, by_timer: bool = False) -> None:
        await self._socket.send(self._message(fragment, by_timer=by_timer))
        async with asyncio.timeout(PATIENCE):
            while not self._read(await self._socket.recv(decode=False)):
                pass

    def _message(self, fragment: str, *, by_timer: bool) -> bytes:
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash = self.screen.query, self._page
        run.page_name = self.screen.path
        run.fragment_id, run.is_auto_rerun = fragment, by_timer
        run.context_info.timezone, run.context_info.locale = "Europe/Amsterdam", "nl-NL"
        for widget_id, radio in self.radios.items():
            if radio.chosen is not None:
                state = run.widget_states.widgets.add()
                state.id, state.string_value = widget_id, radio.chosen
        return bytes(message.SerializeToString())

    def _read(self, raw: bytes) -> bool:
        """Take in a message; whether it says that the run is over."""
        message = ForwardMsg.FromString(raw)
        match message.WhichOneof("type"):
            case "script_finished":
                return bool(message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN)
            case "new_session":
                self._page = message.new_session.page_script_hash
            case "auto_rerun":
                self.timers[message.auto_rerun.fragment_id] = message.auto_rerun.interval
            case "delta":
                self._draw(message.delta)
        return False

    def _draw(self, delta: Delta) -> None:
        element: Any = delta.new_element  # of many kinds
        match element.WhichOneof("type"):
            case "radio":
                radio = element.radio
                there = self.radios.get(radio.id)
                chosen = there.chosen if there else None
                self.radios[radio.id] = Radio(tuple(radio.options), delta.fragment_id, chosen)
            case "exception":
                self.problems.append(element.exception.message)


class Line:
    """A kept connection on which a phone asks a small answer again and again."""

    def __init__(self, screen: Screen) -> None:
        host = urlsplit(screen.url)
        self._host, self._port = host.hostname, host.port
        self._head = (f"Host: {host.netloc}", f"Origin: {screen.url}", f"Cookie: {screen.cookie}")

    async def __aenter__(self) -> Self:
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    async def ask(self, path: str, body: bytes = b"") -> None:
        """Ask, or send a body, and read the answer. Raises ValueError for another status than 200."""
        try:
            await self._ask(path, body)
        except (asyncio.IncompleteReadError, ConnectionResetError):
            # A server lets go of who is quiet for some seconds; like a browser, ask on a new line.
            self._writer.close()
            await self.__aenter__()
            await self._ask(path, body)

    async def _ask(self, path: str, body: bytes) -> None:
        first = f"{'POST' if body else 'GET'} {path} HTTP/1.1"
        head = "\r\n".join((first, *self._head, f"Content-Length: {len(body)}", "", ""))
        self._writer.write(head.encode() + body)
        said = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        length = re.search(rb"content-length: (\d+)", said)
        if not said.startswith(b"http/1.1 200") or length is None:
            raise ValueError(said.decode())
        await self._reader.readexactly(int(length[1]))


class Guest(Phone):
    """The phone of who takes part in a session: an answer is a request of its own."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._line = Line(screen)
        self._ballot: dict[str, str] = {}
        self.given: dict[int, str | None] = {}
        """The answers that were said to be kept, by the numbers of the statements."""

    async def open(self) -> None:
        """Connect, let the screen run and keep a line for the answers."""
        await super().open()
        await self._line.__aenter__()

    async def tap(self, random: Random) -> None:
        """Choose another answer to one of the statements, or leave it open."""
        question = random.choice(QUESTIONS)
        choice = random.choice([each for each in (*Choice, None) if each != self.given.get(question)])
        about = {name: self._ballot[name] for name in ("proof", "round", "perspective")}
        answer = json.dumps({**about, "question": question, "choice": choice})
        async with asyncio.timeout(PATIENCE):
            await self._line.ask(self._ballot["address"], answer.encode())
        self.given[question] = choice

    async def close(self) -> None:
        """Leave."""
        await self._line.__aexit__()
        await super().close()

    def _draw(self, delta: Delta) -> None:
        super()._draw(delta)
        drawn = re.search('class="ballot"([^>]*)', delta.new_element.html.body)
        if drawn:
            self._ballot = dict(re.findall('data-([a-z]+)="([^"]*)"', drawn[1]))

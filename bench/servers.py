"""What the measurements share: servers with their processor time and memory, and a browser."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.proxy import behind_proxy
from tests.browser.server import Server, free_port, serving, streamlit

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
MEGABYTE = 1_000_000


def processor_time(*servers: Server) -> float:
    """The processor time that servers have used together, in seconds."""
    return sum(map(_processor_time, servers))


def _processor_time(server: Server) -> float:
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory(*servers: Server) -> float:
    """The memory that servers hold together, in MB."""
    pages = (Path(f"/proc/{server.process.pid}/statm").read_text().split()[1] for server in servers)
    return sum(map(int, pages)) * PAGE / MEGABYTE


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that is gone after the block."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@contextmanager
def app() -> Iterator[Server]:
    """The app with an empty database."""
    with temporary_folder() as folder, serving(folder) as server:
        yield server


@contextmanager
def browsing() -> Iterator[Browser]:
    """A Chromium."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(playwright), args=ARGUMENTS) as browser,
    ):
        yield browser


@dataclass(frozen=True)
class House:
    """One or more processes that serve the same, at one address."""

    url: str
    servers: Sequence[Server]


@contextmanager
def app_house(processes: int, place: str) -> Iterator[House]:
    """The app in so many processes on the database at ``place``, a folder or the URL of PostgreSQL."""
    with _house(processes, "app.py", Server.health, place) as house:
        yield house


@contextmanager
def minimal_house(processes: int) -> Iterator[House]:
    """`bench.minimal_page` in so many processes, with the settings of the app."""
    with _house(processes, "bench/minimal_page.py", "/_stcore/health", "") as house:
        yield house


@contextmanager
def _house(processes: int, script: str, health: str, place: str) -> Iterator[House]:
    url = place if "://" in place else ""
    with ExitStack() as stack:
        folder = stack.enter_context(temporary_folder())
        servers = []
        for number in range(processes):
            port = free_port()
            server = serving(
                folder / str(number),
                streamlit(port, script),
                port,
                health=health,
                DATABASE_URL=url,
                DATA_DIR=place,
            )
            servers.append(stack.enter_context(server))
        door = servers[0] if processes == 1 else stack.enter_context(behind_proxy(folder / "proxy", servers))
        yield House(door.url, servers)

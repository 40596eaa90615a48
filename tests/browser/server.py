"""A real server of the app in a process of its own, with a look inside."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).parents[2]
PROBE = Path(__file__).parent / "probe"
PATIENCE = 60  # seconds; a busy machine starts slowly
UNSET = ("CONTENT_EDITION", "DATABASE_URL", "SECURITY_CONTACT", "PYTHONPATH")


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process, its data and what it printed."""

    url: str
    process: subprocess.Popen[bytes]
    folder: Path
    health: str = "/gezond"

    @property
    def log(self) -> str:
        """Everything printed until now."""
        return (self.folder / "server.log").read_text(encoding="utf-8")

    def probe(self) -> dict[str, Any]:
        """What sitecustomize.py found until now."""
        report = self.folder / "probe.json"
        report.unlink(missing_ok=True)
        self.process.send_signal(signal.SIGUSR1)
        wait_until(report.exists, "the probe does not answer")
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return found

    def is_up(self) -> bool:
        """Whether the health route says so. Raises when the process has ended."""
        if self.process.poll() is not None:
            raise RuntimeError(f"The server ended with {self.process.returncode}:\n{self.log}")
        try:
            return httpx.get(f"{self.url}{self.health}", timeout=5).status_code == 200
        except httpx.TransportError:
            return False


def wait_until(condition: Any, message: str) -> None:
    """Waits until ``condition()``, at most a minute."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(message)
        time.sleep(0.05)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def streamlit(port: int, script: str = "app.py") -> list[str]:
    """The command script/server ends in, without its installing."""
    address = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    return [sys.executable, "-m", "streamlit", "run", script, *address]


@contextmanager
def serving(
    folder: Path,
    command: list[str] | None = None,
    port: int | None = None,
    house: Path = ROOT,
    health: str = Server.health,
    **env: str,
) -> Iterator[Server]:
    """A server of the checkout ``house`` with its data in ``folder``, until the block ends.

    ``health`` is the path that answers when it is ready.
    """
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    environment = {key: value for key, value in os.environ.items() if key not in UNSET}
    environment |= {
        "DATA_DIR": str(folder / "data"),
        "PYTHONPATH": str(PROBE),
        "PROBE_FILE": str(folder / "probe.json"),
        "PORT": str(port),
        **env,
    }
    (folder / "data").mkdir(exist_ok=True)
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - our own command
            command or streamlit(port), cwd=house, env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        server = Server(f"http://127.0.0.1:{port}", process, folder, health)
        wait_until(server.is_up, f"The server does not start:\n{server.log}")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

"""The press: makes documents in processes of its own, with limits on their time and memory.

A large plan then holds up neither the answers of a workshop nor another document for long: the processes are
few, of low priority, and one that takes too much is ended, with the pandoc it started, and replaced. When too
many wait for their turn, others are refused. What was just made is kept in memory, so that the size a screen
shows is of the very file that is downloaded.
"""

import os
import signal
import subprocess
import sys
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from socket import socketpair
from threading import Lock

from documents.catalogue import Busy, DocumentError, TooMuch
from documents.press_job import Answer, Files, Job

__all__ = ["Busy", "Files", "Job", "Press", "TooMuch"]

WORKERS = 2
SECONDS = 30.0
"""How long making all files of one document may take."""
WAITING = 100
"""How many jobs may wait or be done: fifty people may ask for two documents each, some 40 seconds of work."""
MEGABYTES = 1500
"""How much memory one process may take for its data; pandoc has its own limit."""
KEPT = 32 * 1024 * 1024
"""How many bytes of files that were just made are kept."""
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Worker:
    """A process that does one job after another, and the line to it.

    Not one of multiprocessing: that loads the main script again, which under Streamlit may be a screen.
    """

    process: subprocess.Popen[bytes]
    line: Connection

    @classmethod
    def start(cls, megabytes: int) -> "Worker":
        """A new worker; it can be sent a job at once, and does it when it is ready."""
        ours, theirs = socketpair()
        with theirs:
            number = theirs.fileno()
            command = [sys.executable, "-m", "documents.press_worker", str(number), str(megabytes)]
            # A session of its own: the worker is ended together with what it started.
            process = subprocess.Popen(  # noqa: S603 - no shell, and nobody's text is in the command
                command, cwd=ROOT, pass_fds=[number], stdin=subprocess.DEVNULL, start_new_session=True
            )
        return cls(process, Connection(ours.detach()))

    def do(self, job: Job, seconds: float) -> Answer:
        """What the worker answers. Raises TooMuch when it takes too long or dies."""
        try:
            self.line.send(job)
            if self.line.poll(seconds):
                answer: Answer = self.line.recv()
                return answer
        except (EOFError, OSError) as error:
            raise TooMuch("the process that made it has died") from error
        raise TooMuch(f"more than {seconds} seconds")

    def end(self) -> None:
        """End the process at once."""
        self.line.close()
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Press:
    """Does jobs, each of them once; may be used by many threads at the same time."""

    def __init__(self, workers: int = WORKERS, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._seconds, self._megabytes = seconds, megabytes
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for _ in range(workers):
            self._idle.put(Worker.start(megabytes))
        self._threads = ThreadPoolExecutor(workers, "press")
        self._lock = Lock()
        self._coming: dict[str, Future[Files]] = {}
        self._made: OrderedDict[str, Files] = OrderedDict()

    def make(self, job: Job) -> Files:
        """The files of a job. Raises Busy and TooMuch, and DocumentError as ``render`` does."""
        return self.ask(job).result()

    def ask(self, job: Job) -> Future[Files]:
        """The files of a job once they are made, for everybody who asks for them. Raises Busy.

        The rest of what ``make`` raises comes from the future, which is not to be cancelled: others wait too.
        """
        key = job.key
        with self._lock:
            if key in self._coming:
                return self._coming[key]
            if key in self._made:
                self._made.move_to_end(key)
                made = Future[Files]()
                made.set_result(self._made[key])
                return made
            if len(self._coming) >= WAITING:
                raise Busy(f"{WAITING} jobs are waiting")
            coming = self._coming[key] = self._threads.submit(self._do_and_keep, key, job)
            return coming

    def close(self) -> None:
        """Wait for what is being made, and end the processes."""
        self._threads.shutdown()
        while not self._idle.empty():
            self._idle.get().end()

    def _do_and_keep(self, key: str, job: Job) -> Files:
        """Keeps no failure, and no more files than there is room for: the newest always."""
        try:
            files = self._do(job)
            with self._lock:
                self._made[key] = files
                while len(self._made) > 1 and sum(map(_size, self._made.values())) > KEPT:
                    self._made.popitem(last=False)
            return files
        finally:
            with self._lock:
                del self._coming[key]

    def _do(self, job: Job) -> Files:
        worker = self._idle.get()
        try:
            files, error = worker.do(job, self._seconds)
        except TooMuch:
            worker.end()
            worker = Worker.start(self._megabytes)
            raise
        finally:
            self._idle.put(worker)
        if isinstance(error, MemoryError):
            raise TooMuch("more memory than a document may take") from error
        if files is None:
            raise error or DocumentError(job.document)
        return files


def _size(files: Files) -> int:
    return sum(map(len, files.values()))

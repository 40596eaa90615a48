"""A process of the press: ``python -m documents.press_worker FD MEGABYTES`` does the jobs that it is sent.

What comes back is ``(files, None)`` or ``(None, error)``. It ends when the other side closes the socket.
"""

import gc
import logging
import os
import resource
import sys
from multiprocessing.connection import Connection
from traceback import format_tb

from content import loader
from documents.catalogue import DocumentError
from documents.press_job import Answer, Job
from documents.render import render_all

LOG = logging.getLogger(__name__)

LOW_PRIORITY = 10


def do(job: Job) -> Answer:
    """What is answered to a job."""
    try:
        return render_all(job.dossier, job.document, job.formats, job.today, job.options, job.style), None
    except (DocumentError, MemoryError) as error:
        return None, error
    except Exception as error:
        # Where it went wrong, not what it says: that may hold what people wrote.
        LOG.error("A document failed: %s\n%s", type(error).__name__, "".join(format_tb(error.__traceback__)))
        return None, DocumentError(type(error).__name__)


def main(socket: int, megabytes: int) -> None:
    """Do jobs until there are no more."""
    os.nice(LOW_PRIORITY)
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    # All content, before the first job; what is loaded now is not looked at by the garbage collector again.
    for read in (loader.typetest, loader.steps, loader.item_texts, loader.glossary, loader.sources):
        read()
    gc.freeze()
    with Connection(socket) as line:
        while True:
            try:
                job: Job = line.recv()
            except EOFError:
                return
            line.send(do(job))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

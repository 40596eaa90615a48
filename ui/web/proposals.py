"""Paper forms that were read from a file, until somebody confirms that they are to be added.

They are in the memory of this process alone, under a name that nobody can guess and that the address of the
screen holds: so a reload finds them again, and answers that are never added leave no trace in the database
or its log. After an hour, after a restart of the server, or when many others came since, they are gone, and
the screen asks for the file once more.
"""

import secrets
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from typetest.model import Answers, Perspective
from typetest.table import Problem

LIFE = 60 * 60  # seconds
MOST = 20
"""How many proposals are kept at a time: twenty of a thousand forms take about 30 MB."""


@dataclass(frozen=True)
class Proposal:
    """What a file holds for a session: the forms by their new ids, or what is wrong with it."""

    workshop_id: str
    perspective: Perspective
    forms: Mapping[str, tuple[str, Answers]]
    problems: tuple[Problem, ...] = ()


class Proposals:
    """Keeps proposals for a while; for use from several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[float, Proposal]] = OrderedDict()
        self._lock = Lock()

    def keep(self, proposal: Proposal) -> str:
        """Keep a proposal; its name."""
        name = secrets.token_hex(8)
        with self._lock:
            self._kept[name] = (time.monotonic(), proposal)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return name

    def find(self, name: str, workshop_id: str) -> Proposal | None:
        """The proposal of this name for this session, or None when it is gone."""
        with self._lock:
            since, proposal = self._kept.get(name, (0.0, None))
        if proposal is None or proposal.workshop_id != workshop_id or time.monotonic() - since > LIFE:
            return None
        return proposal

    def drop(self, name: str) -> None:
        """Forget a proposal; one already gone stays gone."""
        with self._lock:
            self._kept.pop(name, None)


PROPOSALS = Proposals()
"""Those of this process."""

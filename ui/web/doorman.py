"""Slows down who guesses join codes, and nobody who types the right one.

Only failures count, for each address and in all, and they wear off. A town hall is one address: two hundred
people who join from it do not wait. What is counted stays in memory and is never written.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from threading import Lock

FREE = 20
"""Failures from one address before it waits; one is forgiven every half a minute."""
FREE_IN_ALL = 1000
"""Failures from everywhere before everybody waits."""
FORGIVEN_AFTER = 600.0
"""Seconds in which all failures that are free wear off."""
STEP = 0.25
"""Seconds that every failure after those adds to the wait."""
LONGEST = 3.0
"""The longest wait, in seconds."""
MOST_ADDRESSES = 10_000
"""How many addresses are remembered; the one that failed longest ago is forgotten first."""


@dataclass
class _Tally:
    """Failures that wear off: ``level`` at the moment ``at``, of which ``free`` cost nothing."""

    free: int
    level: float = 0.0
    at: float = 0.0

    def now(self, moment: float) -> float:
        return max(0.0, self.level - (moment - self.at) * self.free / FORGIVEN_AFTER)

    def add(self, moment: float) -> None:
        # No higher than the longest wait asks for: who stops is forgiven within the same time as anybody.
        self.level = min(self.now(moment) + 1, self.free + LONGEST / STEP)
        self.at = moment

    def wait(self, moment: float) -> float:
        return min(LONGEST, max(0.0, self.now(moment) - self.free) * STEP)


class Doorman:
    """Counts failures and says how long a look-up waits first; ``now`` is a clock in seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._lock = Lock()
        self._all = _Tally(FREE_IN_ALL)
        self._addresses: OrderedDict[str, _Tally] = OrderedDict()

    def wait(self, address: str | None) -> float:
        """How many seconds a look-up from ``address`` waits, 0 to 3: a right code as long as a wrong one."""
        with self._lock:
            tallies = (self._all, self._addresses.get(_household(address)))
            return max(tally.wait(self._now()) for tally in tallies if tally)

    def failed(self, address: str | None) -> None:
        """Counts a code that is not there."""
        household = _household(address)
        with self._lock:
            moment = self._now()
            self._all.add(moment)
            self._addresses.setdefault(household, _Tally(FREE)).add(moment)
            self._addresses.move_to_end(household)
            if len(self._addresses) > MOST_ADDRESSES:
                self._addresses.popitem(last=False)

    def __len__(self) -> int:
        """How many addresses are remembered."""
        return len(self._addresses)


def _household(address: str | None) -> str:
    """What counts as one address: of IPv6 the first 64 bits, for the rest is anybody's to choose."""
    try:
        known = ip_address(address or "")
    except ValueError:
        return ""
    return str(ip_network((known, 64), strict=False)) if known.version == 6 else str(known)

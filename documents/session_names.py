"""What the sessions of a dossier are called, and finding one by its name."""

from collections import Counter
from collections.abc import Iterable
from itertools import count

from content.loader import texts
from documents.catalogue import UnknownDocument
from documents.filters import one_line
from documents.partners import alike
from dossier.workshop import Report, Workshop
from stappenplan import dutch


def name_of(workshop: Workshop) -> str:
    """What a session is called: its title, or else by the day on which it began."""
    return one_line(workshop.setup.title) or texts("werksessies")("untitled", day=_day(workshop))


def oldest_first(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The sessions in the order in which they began."""
    return tuple(sorted(reports, key=lambda report: report.workshop.created))


def names(reports: Iterable[Report]) -> dict[str, str]:
    """The name of every session by its id, oldest first; no two are alike, so that one can be chosen.

    Sessions of one title are told apart by the day, and those of one day by a number.
    """
    workshops = [report.workshop for report in oldest_first(reports)]
    times = Counter(alike(name_of(workshop)) for workshop in workshops)
    found: dict[str, str] = {}
    for workshop in workshops:
        name = name_of(workshop)
        if times[alike(name)] > 1 and one_line(workshop.setup.title):
            name = texts("werksessies")("titled_on", title=name, day=_day(workshop))
        found[workshop.id] = _unlike(name, set(map(alike, found.values())))
    return found


def session_called(reports: Iterable[Report], wanted: str) -> str | None:
    """The id of the session with this id or name, or None; capitals and white space do not matter."""
    known = names(reports)
    if wanted in known:
        return wanted
    return next((session for session, name in known.items() if alike(name) == alike(wanted)), None)


def only(reports: Iterable[Report], session: str) -> tuple[Report, ...]:
    """The session with this id alone, or with "" all of them.

    Raises UnknownDocument when it is not there: a report of others, or of none, is not what was asked.
    """
    found = tuple(report for report in reports if session in ("", report.workshop.id))
    if session and not found:
        raise UnknownDocument(session)
    return found


def _day(workshop: Workshop) -> str:
    return dutch.day(dutch.day_of(workshop.created))


def _unlike(name: str, taken: set[str]) -> str:
    """``name``, with the first number behind it that makes it differ from all of ``taken``."""
    numbered = (name if n == 1 else f"{name} ({n})" for n in count(1))
    return next(found for found in numbered if alike(found) not in taken)

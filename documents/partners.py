"""The organisations with which there are agreements."""

from collections.abc import Iterable

from documents.catalogue import UnknownDocument
from dossier.model import Dossier
from stappenplan.agreements import Written
from stappenplan.items import Agreement

BETWEEN = ";"
"""What parts organisations in the field of the partner: a comma may belong to a name."""


def parties(text: str) -> tuple[str, ...]:
    """The organisations named in ``text``, one or several."""
    return tuple(name for part in text.split(BETWEEN) if (name := " ".join(part.split())))


def partners(dossier: Dossier) -> tuple[str, ...]:
    """The names of all partners that have agreements, each once, in order."""
    found: dict[str, str] = {}
    for item in dossier.items:
        if isinstance(item.data, Agreement):
            for name in parties(item.data.partner):
                found.setdefault(alike(name), name)
    return tuple(found.values())


def partner_called(dossier: Dossier, wanted: str) -> str:
    """A partner as the dossier names it; capitals and white space do not matter. Raises UnknownDocument."""
    for name in partners(dossier):
        if alike(name) == alike(wanted):
            return name
    raise UnknownDocument(wanted)


def with_partner(found: Iterable[Written], partner: str) -> tuple[Written, ...]:
    """The agreements with ``partner``; with "" all of them, those that lost their agreement included."""
    wanted = alike(partner)
    if not wanted:
        return tuple(found)
    return tuple(w for w in found if w.data and wanted in map(alike, parties(w.data.partner)))


def alike(name: str) -> str:
    """A name without what does not matter when names are compared: capitals and extra white space."""
    return " ".join(name.split()).casefold()

"""Two people, one thing: merge what each changed, field by field.

Every save names the version its screen was opened with. What that version held is the base. A field
only one of the two changed takes that change; a field both changed differently is a conflict, and
a person chooses.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Conflict:
    """A field that was changed here and, meanwhile, elsewhere."""

    field: str
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """The values to keep, and the fields on which a person has to decide (kept as ``theirs``)."""

    values: dict[str, Any]
    conflicts: tuple[Conflict, ...]


def merge(base: Values, mine: Values, theirs: Values) -> Merged:
    """``mine`` on top of ``theirs``, given that both started from ``base``.

    ``mine`` may hold only some of the fields: the ones the screen shows.
    """
    values = dict(theirs)
    conflicts = []
    for field, value in mine.items():
        if value == base.get(field) or value == theirs.get(field):
            continue
        if theirs.get(field) != base.get(field):
            conflicts.append(Conflict(field, value, theirs.get(field)))
        else:
            values[field] = value
    return Merged(values, tuple(conflicts))

"""What is chosen before a session starts: typed, read, and held against what can be."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from content.loader import texts, workshop
from dossier.workshop import DEFAULT_SMALLEST, MOST_PEOPLE
from stappenplan import dutch
from stappenplan.text import SHORT, clean
from typetest.model import Perspective
from typetest.publication import SMALLEST
from ui.components.page import FieldError

MANY = 40
"""From how many people on six groups are proposed, and not three."""
MOST_GROUPS = 12
LARGEST = 50
"""The most that the smallest group can be set to (`dossier.workshop.Setup`)."""
BOTH = "beide"
FIELDS = ("title", "people", "groups", "smallest", "last_day")
_KEYS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Read:
    """What was typed, as far as it can be read; ``wrong`` says by field what to put right."""

    values: Mapping[str, Any]
    wrong: Mapping[str, str]

    def of(self, field: str) -> Any:
        """A value, or None when it was left empty or is wrong."""
        return self.values.get(field)


def key_of(new_id: str, field: str) -> str:
    """The key of the widget of a field."""
    return f"start-{new_id}-{field}"


def proposed_groups(people: int | None) -> str:
    """The groups to begin with, one a line."""
    found = workshop().groups["six" if people and people >= MANY else "three"]
    return "\n".join(found.names.values())


def read(new_id: str) -> Read:
    """What the form holds now."""
    values: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for field, reader in _READERS.items():
        raw = str(st.session_state.get(key_of(new_id, field)) or "")
        try:
            values[field] = reader(clean(raw).text.strip())
        except Refused as error:
            wrong[field] = error.message
    return Read(values, wrong)


def errors(new_id: str, found: Read) -> tuple[FieldError, ...]:
    """What is wrong, for the summary and at the fields."""
    return tuple(FieldError(key_of(new_id, field), message) for field, message in found.wrong.items())


def as_setup(new_id: str, found: Read) -> dict[str, Any]:
    """What was read as the setup of a session."""
    chosen = st.session_state.get(key_of(new_id, "perspective"), BOTH)
    return {
        "title": found.of("title"),
        "perspectives": list(Perspective) if chosen == BOTH else [chosen],
        "groups": [{"key": key, "name": name} for key, name in found.values["groups"].items()],
        "smallest": found.of("smallest"),
        "closes_on": found.of("last_day"),
        "practice": bool(st.session_state.get(key_of(new_id, "practice"))),
    }


class Refused(ValueError):  # noqa: N818 - reads as what it says
    """What was typed cannot be; ``message`` says how to put it right."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.message = texts("werksessies")(f"wrong_{key}", **values)


def _title(raw: str) -> str:
    if len(raw) > SHORT:
        raise Refused("title", limit=SHORT)
    return " ".join(raw.split())


def _people(raw: str) -> int | None:
    if not raw:
        return None
    if not _whole(raw) or not 1 <= int(raw) <= MOST_PEOPLE:
        raise Refused("people", most=MOST_PEOPLE)
    return int(raw)


def _groups(raw: str) -> dict[str, str]:
    """The groups by their keys. A key is the name in plain letters, so that it can be typed in a table."""
    names = [" ".join(line.split()) for line in raw.splitlines() if line.strip()]
    if not 1 <= len(names) <= MOST_GROUPS:
        raise Refused("groups", most=MOST_GROUPS, count=len(names))
    if any(len(name) > SHORT for name in names):
        raise Refused("group_long", limit=SHORT)
    doubled = [name for n, name in enumerate(names) if name.casefold() in map(str.casefold, names[:n])]
    if doubled:
        raise Refused("group_doubled", name=doubled[0])
    found: dict[str, str] = {}
    for number, name in enumerate(names, start=1):
        key = _key(name)
        found[key if key not in found else f"{key}_{number}"] = name
    return found


def _key(name: str) -> str:
    known = {of: key for groups in workshop().groups.values() for key, of in groups.names.items()}
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return known.get(name) or _KEYS.sub("_", bare).strip("_")[:24] or "groep"


def _smallest(raw: str) -> int:
    if not raw:
        return DEFAULT_SMALLEST
    if not _whole(raw) or not SMALLEST <= int(raw) <= LARGEST:
        raise Refused("smallest", least=SMALLEST, most=LARGEST)
    return int(raw)


def _last_day(raw: str) -> str | None:
    if not raw:
        return None
    try:
        day = dutch.read_day(raw)
    except ValueError as error:
        raise Refused("last_day") from error
    if day < dutch.day_of(datetime.now(UTC)):
        raise Refused("last_day_past")
    return day.isoformat()


def _whole(raw: str) -> bool:
    return raw.isascii() and raw.isdigit() and len(raw) <= 6


_READERS: Mapping[str, Any] = {
    "title": _title,
    "people": _people,
    "groups": _groups,
    "smallest": _smallest,
    "last_day": _last_day,
}

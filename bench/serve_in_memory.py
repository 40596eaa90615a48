"""Serves the app with the answers of one dossier in memory instead of in a database, to compare with.

Every screen, fragment and message is the app's own; only what keeps an answer is gone. Served by
`bench.answer_fragment`, never to people.
"""

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

from streamlit.web.cli import main

import ui.wiring
from dossier.model import Details, Dossier, GivenAnswer
from dossier.roles import Role
from dossier.use_cases import Entry, Saved
from typetest.model import Perspective

kept: dict[int, GivenAnswer] = {}


def _open(_token: str) -> Dossier:
    answers = {Perspective.HUIDIG: dict(kept)}
    empty: dict[str, Any] = {"details": Details(), "details_version": 1, "items": ()}
    return Dossier(id="bench", edition="nl", created=datetime.now(UTC), answers=answers, **empty)


def _answer(_token: str, _p: Perspective, number: int, changes: Mapping[str, Any], _version: int) -> Saved:
    old = kept.get(number, GivenAnswer())
    kept[number] = GivenAnswer.model_validate({**old.model_dump(), **changes, "version": old.version + 1})
    return Saved(kept[number].model_dump(mode="json", exclude={"version"}), kept[number].version)


def _enter(_token: str) -> Entry:
    return Entry("bench", Role.BEGELEIDER)


in_memory = SimpleNamespace(open=_open, answer=_answer, enter=_enter)

if __name__ == "__main__":
    # Before the app is imported, or the replacement would not be seen.
    ui.wiring.use_cases = lambda: in_memory  # type: ignore[assignment] # only what this screen calls
    main(["run", "app.py", *sys.argv[1:]])

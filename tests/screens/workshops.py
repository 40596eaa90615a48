"""Sessions for the tests of their screens."""

from dataclasses import dataclass
from typing import Any

from tests.rooms import Room, new_room, participating
from tests.screens.conftest import Window
from typetest.model import QUESTIONS, Answers, Choice, Perspective
from ui import wiring

A = Choice.A
GROUPS = [{"key": "ambtelijk", "name": "Ambtelijk"}, {"key": "raad", "name": "Raad en college"}]


@dataclass(frozen=True)
class Session(Room):
    """A session of a window's dossier, with the use cases that the screens have."""

    window: Window

    def fill(self, *rows: str, group: str = "ambtelijk") -> None:
        """People who answer the first statements as the letters say, and the others a."""
        there = sum(self.joined)
        forms: dict[str, tuple[str, dict[Perspective, Answers]]] = {}
        for number, row in enumerate(rows, start=there):
            answers = {**dict.fromkeys(QUESTIONS, A), **{q: Choice(c) for q, c in enumerate(row, start=1)}}
            forms[f"s{number}"] = (group, dict.fromkeys(self.now.setup.perspectives, answers))
        self.lead.add_forms(self.token, self.id, forms)


def start(window: Window, **setup: Any) -> Session:
    """A session of two groups."""
    room = new_room(wiring._storage(), window.made, "w1", **{"title": "Raadzaal", "groups": GROUPS, **setup})
    return Session(wiring.facilitating(), participating(wiring._storage()), window.made, room.id, window)

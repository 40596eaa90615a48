"""Sessions for the tests of their screens."""

from typing import Any

from dossier.workshop import Report, Workshop
from tests.screens.conftest import Window
from typetest.model import QUESTIONS, Answers, Choice, Perspective
from ui.wiring import facilitating, participating

A, B = Choice
HUIDIG, GEWENST = Perspective
SETUP: dict[str, Any] = {
    "title": "Raadzaal",
    "perspectives": ["huidig"],
    "groups": [{"key": "ambtelijk", "name": "Ambtelijk"}, {"key": "raad", "name": "Raad en college"}],
    "smallest": 3,
}


class Session:
    """A session of a window's dossier."""

    def __init__(self, window: Window, **setup: Any) -> None:
        self.window, self.lead = window, facilitating()
        self.token = window.made.edit_token
        self.id = self.lead.start(self.token, "w1", SETUP | setup).id

    @property
    def now(self) -> Workshop:
        return self.lead.workshop(self.token, self.id)

    @property
    def report(self) -> Report:
        return self.lead.report(self.token, self.id)

    def joined(self) -> list[int]:
        return [counted.joined for counted in self.lead.counted(self.token, self.id)]

    def fill(self, *rows: str, group: str = "ambtelijk") -> None:
        """People who answer the first statements as the letters say, and the others a."""
        there = sum(self.joined())
        forms: dict[str, tuple[str, dict[Perspective, Answers]]] = {}
        for number, row in enumerate(rows, start=there):
            answers = {**dict.fromkeys(QUESTIONS, A), **{q: Choice(c) for q, c in enumerate(row, start=1)}}
            forms[f"s{number}"] = (group, dict.fromkeys(self.now.setup.perspectives, answers))
        self.lead.add_forms(self.token, self.id, forms)

    def join(self, group: str = "ambtelijk") -> str:
        """Somebody with a phone, not ready."""
        return participating().join(self.now.code or "", group).token

    def reveal(self) -> None:
        self.lead.reveal(self.token, self.id)

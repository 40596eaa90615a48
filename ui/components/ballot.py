"""The statements that a participant answers, as plain HTML: the browser sends every tap by itself.

An answer runs no screen (`ui.web.answers`), so the HTML is the same in every run and stays as it is. The
browser draws in it what is chosen and what is kept; a run tells it once more what the database holds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, Template

from content.loader import texts, typetest
from typetest.model import Choice, Perspective
from ui.participant import Participant
from ui.style import Answers
from ui.web.answers import ANSWER
from ui.web.cookies import proof_of


@dataclass(frozen=True)
class Ballot:
    """What one participant answers now, in one perspective.

    ``kept`` holds what is in the database. ``first`` are the answers of the first round, in the second; they
    stand when nothing else is chosen.
    """

    person: Participant
    perspective: Perspective
    questions: tuple[int, ...]
    kept: Mapping[int, Choice]
    first: Mapping[int, Choice]

    @property
    def round(self) -> int:
        """The round that is answered in."""
        return self.person.workshop.phase.round or 1

    @property
    def name(self) -> str:
        """Tells this ballot from any other one, also of somebody else on the same phone."""
        return f"stelling-{self.person.seated.cast.seat.id}-{self.round}-{self.perspective}"

    @property
    def known(self) -> Answers:
        """What the browser has to know of it in every run."""
        kept = {str(number): choice.value for number, choice in self.kept.items()}
        return {"name": self.name, "kept": kept, "at": self.person.at}


@dataclass(frozen=True)
class _Option:
    value: str
    text: str


@dataclass(frozen=True)
class _Row:
    number: int
    label: str
    options: Sequence[_Option]


@cache
def _template(name: str) -> Template:
    return Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True).get_template(name)


def draw_tally(ballot: Ballot) -> None:
    """How many statements are answered, always in sight; the browser counts on."""
    text, total = texts("deelnemen"), len(ballot.questions)
    done = sum(number in ballot.kept for number in ballot.questions)
    st.html(
        _template("tally.html.j2").render(
            words=text("progress", n="#", total=total),
            said=text("progress", n=done, total=total),
            total=total,
            share=done / total,
        )
    )


def draw_statements(ballot: Ballot) -> None:
    """The statements with their answers, as cards."""
    st.html(
        _template("ballot.html.j2").render(
            address=f"{ANSWER}/{ballot.person.workshop.id}",
            proof=proof_of(ballot.person.token),
            name=ballot.name,
            round=ballot.round,
            perspective=ballot.perspective.value,
            saved=texts("deelnemen")("saved"),
            rows=[_row(number, may_open=number not in ballot.first) for number in ballot.questions],
        )
    )


def _row(number: int, *, may_open: bool) -> _Row:
    """A statement. In the second round the first answer stands: there is no way back to an open one."""
    text, question = texts("deelnemen"), typetest().questions[number - 1]
    options = [_Option(Choice.A.value, question.a.text), _Option(Choice.B.value, question.b.text)]
    if may_open:
        options.append(_Option("", text("leave_open")))
    return _Row(number, text("label", n=number, stem=question.stem), options)

"""The statements that a participant answers: each in a fragment of its own, so that an answer costs little.

An answer costs one write and no read: when `Participating.vote` returns, it is in the database, and only then
"bewaard" is shown. Whatever the cards show and is not known to be kept is saved, also when the tap itself
was lost with a broken line or a frozen server.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, Template

from content.loader import texts, typetest
from dossier.participating import Gone, WrongPhase
from dossier.writing import Invalid
from typetest.model import Choice, Perspective
from ui.components.literal import literal
from ui.wiring import participating

REFUSED = "ballot-refused"
"""In the session's state: the session went on before the last answer came."""

_EITHER = (Choice.A, Choice.B)
_OR_OPEN = (*_EITHER, None)


@dataclass(frozen=True)
class Ballot:
    """What one participant answers now, in one perspective.

    ``kept`` holds what is in the database, and follows every save. ``first`` are the answers of the first
    round, in the second; they stand when nothing else is chosen.
    """

    token: str
    workshop_id: str
    round: int
    perspective: Perspective
    questions: tuple[int, ...]
    kept: dict[int, Choice]
    first: Mapping[int, Choice]

    def key(self, number: int) -> str:
        """The key of the cards of one statement."""
        return f"vote-{self.workshop_id}-{self.round}-{self.perspective}-{number}"

    def save(self, number: int, choice: Choice | None) -> None:
        """Keeps an answer. A session that has gone on refuses it: then the whole screen is drawn anew."""
        try:
            participating().vote(self.token, self.perspective, number, choice)
        except (WrongPhase, Gone, Invalid):
            st.session_state[REFUSED] = True
            st.rerun()
        if choice is None:
            self.kept.pop(number, None)
        else:
            self.kept[number] = choice


@cache
def label_of(number: int) -> str:
    """A statement with its number, as Markdown."""
    stem = typetest().questions[number - 1].stem
    return texts("deelnemen")("label", n=number, stem=literal(stem))


@cache
def option_of(number: int, choice: Choice | None) -> str:
    """One of the answers with its letter, as Markdown, or that the statement is left open."""
    text, question = texts("deelnemen"), typetest().questions[number - 1]
    if choice is None:
        return text("leave_open")
    option = question.a if choice is Choice.A else question.b
    return text("option", letter=choice.value, text=literal(option.text))


@cache
def _tally() -> Template:
    return Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True).get_template(
        "tally.html.j2"
    )


def draw_tally(ballot: Ballot) -> None:
    """How many statements are answered, always in sight.

    A fragment cannot change what stands outside it. So the browser counts on: the statements that say that
    they are kept.
    """
    text, total = texts("deelnemen"), len(ballot.questions)
    done = sum(number in ballot.kept for number in ballot.questions)
    st.html(
        _tally().render(
            words=text("progress", n="#", total=total),
            said=text("progress", n=done, total=total),
            total=total,
            share=done / total,
        )
    )


@st.fragment
def draw_statement(ballot: Ballot, number: int) -> None:
    """One statement; runs by itself when a card is tapped."""
    key, kept = ballot.key(number), ballot.kept.get(number)
    caught_up = _catch_up(key, kept)
    chosen = st.radio(
        label_of(number),
        # In the second round the first answer stands: there is no way back to an open one.
        _EITHER if number in ballot.first else _OR_OPEN,
        index=None if caught_up or kept is None else _EITHER.index(kept),
        key=key,
        format_func=lambda choice: option_of(number, choice),
    )
    if chosen != kept:
        ballot.save(number, chosen)
    st.session_state[f"kept-{key}"] = chosen
    # Also when there is nothing to say: the next statement may not move under a finger.
    st.caption(texts("deelnemen")("saved") if chosen is not None else "&nbsp;")


def has_lost_taps(workshop_id: str, round_number: int | None) -> bool:
    """Whether cards of a round that is over show something that was not kept, and tells so once."""
    came_late = st.session_state.pop(REFUSED, False)
    drawn = f"vote-{workshop_id}-{round_number}-"
    for name in map(str, list(st.session_state)):
        key = name.removeprefix("kept-")
        if name != key and key in st.session_state and not key.startswith(drawn):
            came_late |= st.session_state[key] != st.session_state[name]
            del st.session_state[name]
    return bool(came_late)


def _catch_up(key: str, kept: Choice | None) -> bool:
    """Shows what another window of the same person chose, unless something was tapped here since."""
    name = f"kept-{key}"
    if name not in st.session_state or key not in st.session_state:
        return False
    changed = st.session_state[name] != kept and st.session_state[key] == st.session_state[name]
    if changed:
        st.session_state[key] = kept
    return bool(changed)

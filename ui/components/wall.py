"""What the projector shows of a session: a heading, and the rest as one piece of HTML.

Nothing of what was answered is shown before the reveal: what is drawn comes from what was published then.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template
from markupsafe import Markup

from content.loader import texts, typetest
from content.loader import workshop as script
from content.phrases import listed
from dossier.workshop import Counted, Phase, Promise, Report, Workshop
from typetest.group import Band, Split
from typetest.model import QUESTIONS, Choice, Perspective
from typetest.publication import Publication
from typetest.topics import PROPOSED, ranked
from ui.components import group_card, group_text
from ui.components.qr import qr
from ui.components.workshop import clock, joining

PROMISES = 7
"""How many promises fit on the wall."""

Values = dict[str, Any]


@dataclass(frozen=True)
class Wall:
    """What stands on the wall."""

    view: str
    heading: str
    html: str


@dataclass(frozen=True)
class Seen:
    """All that a wall is drawn from."""

    workshop: Workshop
    counted: tuple[Counted, ...]
    report: Report

    @property
    def view(self) -> str:
        """What is shown: what the facilitator chose, as far as there is something to show."""
        chosen, phase = self.workshop.shown, self.workshop.phase
        if chosen.blank:
            return "blank"
        if phase is Phase.ANSWERING or not self.report.results:
            return "join"
        if phase is Phase.CLOSED and chosen.view == "join":
            return "closing"
        return chosen.view if chosen.view in _VIEWS else "card"

    @property
    def perspective(self) -> Perspective:
        """The perspective that is shown; there is a result."""
        known = [result.perspective for result in self.report.results]
        chosen = self.workshop.shown.perspective
        return chosen if chosen in known else known[0]

    @property
    def latest(self) -> Publication:
        """What was published last of it."""
        found = self.report.latest(self.perspective)
        assert found is not None  # noqa: S101 - the perspective is one that has a result
        return found


def of(seen: Seen) -> Wall:
    """What the wall shows now."""
    heading, values = _VIEWS[seen.view](seen)
    html = _template().render(texts=texts, view=seen.view, foot=_foot(seen), **values)
    return Wall(seen.view, heading, html)


@cache
def _template() -> Template:
    folder = FileSystemLoader(Path(__file__).parent)
    made = Environment(loader=folder, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return made.get_template("wall.html.j2")


def _foot(seen: Seen) -> list[str]:
    """What stands small below: that it is practice, the perspective, how to join, the minutes."""
    text, workshop = texts("projector"), seen.workshop
    parts = [text("practice")] if workshop.setup.practice else []
    if seen.view in ("card", "questions", "question", "rounds", "groups"):
        parts.append(text(f"perspective_{seen.perspective}"))
    at = clock.current(workshop)
    if at is not None:
        block = clock.programme(workshop)[at]
        parts.append(f"{block.title} · {clock.rest(workshop, block)}")
    return parts


def _blank(_seen: Seen) -> tuple[str, Values]:
    return texts("projector")("paused"), {}


def _join(seen: Seen) -> tuple[str, Values]:
    text, workshop = texts("projector"), seen.workshop
    joined, ready = sum(c.joined for c in seen.counted), sum(c.ready for c in seen.counted)
    heading = text("ready", ready=ready, n=joined) if joined else text("join")
    names, code = workshop.group_names, workshop.code or ""
    lines = [text("group", name=names[c.group], ready=c.ready, joined=c.joined) for c in seen.counted]
    return heading, {
        "code": joining.spaced(code),
        "address": joining.short_address(),
        "qr": qr(joining.address(code)) if code else "",
        "groups": lines,
        "again": listed(workshop.chosen) if workshop.phase is Phase.AGAIN else "",
    }


def _card(seen: Seen) -> tuple[str, Values]:
    text, room = texts("projector"), seen.latest.room
    smallest = seen.workshop.setup.smallest
    topics = [topic for topic in ranked(room.splits) if topic.discuss][:PROPOSED]
    rows = _statements(room.splits)
    agreed = [row["number"] for row in rows if row["band"] in (Band.UNANIMOUS, Band.LARGELY_AGREED)]
    heading = group_text.conclusion(room.card) if room.card else text(f"perspective_{seen.perspective}")
    return heading, {
        "picture": Markup(group_card.image(room.card)) if room.card else "",  # noqa: S704 - our own picture
        "why_no_card": group_text.why_no_card(room, smallest),
        "why_no_splits": group_text.why_no_splits(room, smallest),
        "statements": rows,
        "divided": [rows[topic.question - 1] for topic in topics],
        "agreed": listed(agreed) if agreed else "",
    }


def _questions(seen: Seen) -> tuple[str, Values]:
    room = seen.latest.room
    why = group_text.why_no_splits(room, seen.workshop.setup.smallest)
    return texts("projector")("questions"), {"statements": _statements(room.splits), "why_no_splits": why}


def _question(seen: Seen) -> tuple[str, Values]:
    text, room, number = texts("projector"), seen.latest.room, seen.workshop.shown.question or 1
    question = typetest().questions[number - 1]
    split = room.splits[number - 1] if room.splits else Split()
    answers = [
        (choice, option.text, count, _share(count, split))
        for choice, option, count in zip(Choice, (question.a, question.b), (split.a, split.b), strict=True)
    ]
    return f"{text('question', n=number)} · {question.topic}", {
        "question": question,
        "found": _statement(number, split) if room.splits else None,
        "answers": answers,
        "why_no_splits": group_text.why_no_splits(room, seen.workshop.setup.smallest),
        "talk": script().discussion_per_question[number - 1].ask,
    }


def _rounds(seen: Seen) -> tuple[str, Values]:
    text = texts("projector")
    pair = [seen.report.shown(seen.perspective, number) for number in (1, 2)]
    first, second = pair
    rows = []
    if first and second and first.room.splits and second.changed:
        for n in seen.workshop.chosen:
            changed = second.changed[n - 1]
            both = [
                (text("round_1"), _statement(n, first.room.splits[n - 1])),
                (text("round_2"), _statement(n, second.room.splits[n - 1])),
            ]
            words = text("changed", n=changed) if changed else text("changed_none")
            rows.append((n, typetest().questions[n - 1].topic, words, both))
    return text("rounds"), {"rounds": rows}


def _groups(seen: Seen) -> tuple[str, Values]:
    text, names = texts("projector"), seen.workshop.group_names
    cards, hidden = [], []
    for tables in seen.latest.groups:
        if tables.card:
            picture = Markup(group_card.image(tables.card))  # noqa: S704 - our own picture
            cards.append((names[tables.group], text("people", n=tables.card.people), picture))
        else:
            hidden.append(names[tables.group])
    return text("groups"), {"cards": cards, "hidden": listed(hidden) if hidden else ""}


def _closing(seen: Seen) -> tuple[str, Values]:
    notes = [note.data for note in seen.report.of_kind("promise")]
    promises = [n for n in notes if isinstance(n, Promise) and (n.who or n.what or n.when)]
    more = max(0, len(promises) - PROMISES)
    return texts("projector")("closing"), {"promises": promises[:PROMISES], "more": more}


def _statements(splits: tuple[Split, ...]) -> list[Mapping[str, Any]]:
    return [_statement(n, split) for n, split in zip(QUESTIONS, splits, strict=False)]


def _statement(number: int, split: Split) -> Mapping[str, Any]:
    return {
        "number": number,
        "topic": typetest().questions[number - 1].topic,
        "words": group_text.split_in_words(split),
        "full": group_text.split_in_full(split),
        "share": _share(split.a, split),
        "band": split.band,
    }


def _share(count: int, split: Split) -> int:
    return round(100 * count / split.answered) if split.answered else 0


_VIEWS: Mapping[str, Callable[[Seen], tuple[str, Values]]] = {
    "blank": _blank,
    "join": _join,
    "card": _card,
    "questions": _questions,
    "question": _question,
    "rounds": _rounds,
    "groups": _groups,
    "closing": _closing,
}

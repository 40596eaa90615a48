"""Takes the outcome of a session over into the plan: first what changes, then one press."""

import streamlit as st

from content.loader import texts, typetest
from content.phrases import listed
from dossier.roles import Action
from dossier.workshop import Report, Workshop
from dossier.workshop_cases import WrongPhase
from dossier.workshop_plan import PlanLine, PlanWords, Turn, divided, may_carry, missing, turns
from stappenplan.text import SHORT
from ui.access import GONE, Access
from ui.components import group_text
from ui.components.lists import bullets
from ui.wiring import facilitating

TARGETS = {"visie": (1, "visie.bespreekpunten"), "veld": (3, "veld.gespreksvragen")}
TARGETS |= {"burgers": (4, "burgers.gespreksvragen")}
"""The step and the sub-question that get a line for each point."""


def draw(access: Access, workshop: Workshop) -> None:
    """What the session changes in the plan, and the button that does it; the session is of this dossier."""
    text = texts("naar_plan")
    with st.container(key="into-plan"):
        st.header(text("title"), anchor=False)
        if not may_carry(workshop):
            st.info(text("practice" if workshop.setup.practice else "not_yet"))
            return
        report = facilitating().report(access.token, workshop.id)
        found = words_of(report)
        changes, points = turns(access.dossier, report), missing(access.dossier, found.lines)
        st.markdown(text("intro"))
        _list(text("turns"), [_turn(turn) for turn in changes])
        _list(text("points"), [_point(n) for n in divided(report)] if points else [])
        heard = access.dossier.item(f"session.{workshop.id}") is not None
        if changes or points or not heard:
            if not heard:
                st.markdown(text("heard"))
            if access.may(Action.EDIT):
                args = (access, workshop.id, found)
                st.button(text("take_over"), key="into-plan-now", on_click=_take_over, args=args)
            return
        st.success(text("nothing"))


def words_of(report: Report) -> PlanWords:
    """What a session writes into the plan."""
    text, workshop, points = texts("naar_plan"), report.workshop, divided(report)
    lines = tuple(
        PlanLine(step, prompt, text(f"line_{name}", **_of_question(report, n)))
        for name, (step, prompt) in TARGETS.items()
        for n in points
    )
    cards = [found.room.card for p in workshop.setup.perspectives if (found := report.latest(p))]
    harvest = [
        *(group_text.conclusion(card) for card in cards if card),
        text("harvest_divided", questions=listed(points)) if points else text("harvest_agreed"),
        text("harvest_report"),
    ]
    groups = ", ".join(workshop.group_names.values())
    return PlanWords(lines, text("who", groups=groups)[:SHORT], " ".join(dict.fromkeys(harvest)))


def _of_question(report: Report, number: int) -> dict[str, object]:
    question = typetest().questions[number - 1]
    shown = (found for p in report.workshop.setup.perspectives if (found := report.latest(p)))
    splits = [found.room.splits[number - 1] for found in shown if found.room.splits]
    most = max(splits, key=lambda split: split.division or 0)
    return {
        "n": number,
        "topic": question.topic,
        "stem": question.stem,
        "split": group_text.split_in_words(most),
    }


def _take_over(access: Access, workshop_id: str, words: PlanWords) -> None:
    try:
        facilitating().into_plan(access.token, workshop_id, words)
    except (*GONE, WrongPhase):
        return  # the screen that is drawn next says how things are


def _list(title: str, lines: list[str]) -> None:
    if lines:
        st.markdown(f"**{title}**")
        bullets(lines)


def _turn(turn: Turn) -> str:
    text = texts("naar_plan")
    return text(
        "turn" if turn.now else "turn_open",
        perspective=text(f"perspective_{turn.perspective}"),
        n=turn.question,
        topic=typetest().questions[turn.question - 1].topic,
        now=turn.now,
        then=turn.then,
    )


def _point(number: int) -> str:
    return texts("naar_plan")("point", n=number, topic=typetest().questions[number - 1].topic)

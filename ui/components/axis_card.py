"""One axis of the result: how often a was chosen, how far that is from the line, and what differs."""

from base64 import b64encode
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from content.loader import texts, typetest
from content.phrases import listed
from typetest.model import Axis, Choice, Perspective, axis_of, questions_of
from ui.components.lists import bullets_of_markdown
from ui.components.literal import literal
from ui.components.outcome import Outcome, count_in_words, pole_in_words


@cache
def _picture() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    return Environment(loader=loader, autoescape=select_autoescape(["svg"])).get_template("segments.svg")


def draw(outcome: Outcome, axis: Axis) -> None:
    """The card of one axis."""
    text, found = texts("uitslag"), outcome.main.of(axis)
    with st.container(key=f"card-{axis}", gap="xsmall"):
        st.caption(text(f"axis_{axis}", axis=literal(typetest().axes[axis.value].name)))
        st.markdown(text("count", count=count_in_words(found), pole=pole_in_words(found.pole)))
        kinds = ["a"] * found.a + ["open"] * found.open + ["b"] * found.b
        svg = b64encode(_picture().render(kinds=kinds).encode()).decode()
        st.markdown(f"![](data:image/svg+xml;base64,{svg})")
        st.caption(" ".join(_remarks(outcome, axis)))
        if found.mixed:
            st.badge(text("mixed"))


def _remarks(outcome: Outcome, axis: Axis) -> list[str]:
    """Beside the other perspective, how far from the line, and where the two differ."""
    text, found = texts("uitslag"), outcome.main.of(axis)
    remarks = []
    if len(outcome.shown) == len(Perspective):
        now = outcome.comparison.huidig.of(axis)
        same = now.complete and found.complete and now.a == found.a
        other = text("other_huidig", count=count_in_words(now), pole=pole_in_words(now.pole))
        remarks.append(text("same") if same else other)
    if found.open:
        remarks.append(text("axis_open", n=found.open))
    if found.margin is not None:
        remarks.append(text(f"margin_{found.margin}"))
    differing = [number for number in outcome.comparison.differing if axis_of(number) is axis]
    if differing:
        remarks.append(text("differs", questions=listed(differing)))
    return remarks


def draw_counted(outcome: Outcome) -> None:
    """How both counts came about, behind one press."""
    with st.expander(texts("uitslag")("counted")):
        for axis in Axis:
            st.markdown(literal(typetest().axes[axis.value].counted))
            bullets_of_markdown(_counted(outcome, axis, perspective) for perspective in outcome.shown)


def _counted(outcome: Outcome, axis: Axis, perspective: Perspective) -> str:
    answers = outcome.answers(perspective)
    chosen = [n for n in questions_of(axis) if answers.get(n) is Choice.A]
    name = texts("typetest")(f"perspective_{perspective}")
    key, numbers = ("counted_a", listed(chosen)) if chosen else ("counted_none", "")
    return texts("uitslag")(key, name=name, questions=numbers)

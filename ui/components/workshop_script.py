"""The script of a workshop, topic by topic: programmes, preparation, questions and figures."""

from collections.abc import Callable, Iterable

import streamlit as st

from content import schema
from content.loader import texts, typetest, workshop
from dossier.workshop import DEFAULT_SMALLEST
from ui.components.lists import bullets
from ui.components.literal import literal


def heading(key: str) -> None:
    """A heading within a topic."""
    st.subheader(texts("draaiboek")(key), anchor=False)


def points(found: Iterable[schema.Point]) -> None:
    """Each with its title."""
    for point in found:
        st.markdown(f"**{literal(point.title)}**  \n{literal(point.text)}")


def clock(minute: int) -> str:
    """A moment in a session: "0:05" is five minutes after the beginning."""
    return f"{minute // 60}:{minute % 60:02d}"


def programme(name: schema.ProgrammeName) -> Callable[[], None]:
    """Draws a programme: every block with the moment at which it begins."""

    def draw() -> None:
        text, found = texts("draaiboek"), workshop().programmes[name]
        st.markdown(literal(found.description))
        for start, block in found.timed:
            st.subheader(text("block", start=clock(start), title=literal(block.title)), anchor=False)
            st.caption(text("minutes", n=block.minutes, end=clock(start + block.minutes)))
            bullets(block.facilitator)
            st.markdown(text("participants", text=literal(block.participants)))

    return draw


def preparation() -> None:
    """What to arrange, the groups, the rules, and what to do without phones."""
    heading("prepare")
    points(workshop().prepare)
    heading("groups")
    for found in workshop().groups.values():
        st.markdown(f"**{literal(found.title)}**  \n{literal(found.when)}")
        bullets(found.names.values())
    heading("house_rules")
    points(workshop().house_rules)
    heading("no_phone")
    points(workshop().no_phone)


def questions() -> None:
    """What to ask about each type, and about a statement over which the room is divided."""
    text = texts("draaiboek")
    heading("per_type")
    st.markdown(text("per_type_intro"))
    bullets(typetest().discussion)
    for key, lines in workshop().discussion_per_type.items():
        st.markdown(f"**{literal(text('type', type=key, name=typetest().types[key].name))}**")
        bullets(lines)
    heading("per_question")
    st.markdown(text("per_question_intro"))
    for talk in workshop().discussion_per_question:
        topic = typetest().questions[talk.number - 1].topic
        title = literal(text("question", n=talk.number, topic=topic))
        st.markdown(f"**{title}**  \n{literal(talk.ask)}")


def figures() -> None:
    """What participants read beforehand, and what each figure about the group means."""
    heading("privacy")
    st.markdown(texts("draaiboek")("privacy_intro", n=DEFAULT_SMALLEST))
    bullets(workshop().privacy_for(DEFAULT_SMALLEST))
    heading("measures")
    for name, measure in workshop().measures.items():
        st.markdown(f"**{literal(measure.name)}**  \n{literal(workshop().measure(name, DEFAULT_SMALLEST))}")


TOPICS: dict[str, Callable[[], None]] = {
    "twee_uur": programme("two_hours"),
    "een_uur": programme("one_hour"),
    "voorbereiding": preparation,
    "vragen": questions,
    "cijfers": figures,
}

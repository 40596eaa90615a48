"""What the sources say, topic by topic."""

from collections.abc import Callable, Iterable

import streamlit as st

from content import schema
from content.loader import field_of_play, texts, typetest, vision
from ui.components.lists import bullets
from ui.components.literal import literal


def entries(found: Iterable[schema.Entry]) -> None:
    """Each with its title, its text and where it comes from."""
    for entry in found:
        st.markdown(f"**{literal(entry.title)}**  \n{literal(entry.text)}")
        st.caption(texts("achtergrond")("source", source=literal(entry.source)))


def heading(key: str) -> None:
    """A heading within a topic."""
    st.subheader(texts("achtergrond")(key), anchor=False)


def scheme(found: schema.Scheme) -> None:
    """Two poles side by side."""
    aspect = texts("achtergrond")("aspect")
    left, right = (literal(typetest().poles[pole].name) for pole in (found.left, found.right))
    rows = [
        {aspect: literal(row.aspect), left: literal(row.left), right: literal(row.right)}
        for row in found.rows
    ]
    st.subheader(literal(found.title), anchor=False)
    st.table(rows, hide_index=True, alt=found.title)


def scope() -> None:
    """Smal and breed: for and against, side by side, and mixed forms (A6)."""
    text = texts("achtergrond")
    for pole, sides in (("smal", vision().smal), ("breed", vision().breed)):
        st.subheader(literal(typetest().poles[pole].name), anchor=False)  # type: ignore[index] # both are poles
        st.markdown(literal(sides.summary))
        st.markdown(f"**{text('advantages')}**")
        bullets(sides.advantages)
        st.markdown(f"**{text('disadvantages')}**")
        bullets(sides.disadvantages)
    scheme(vision().scheme_3_1)
    heading("mixed")
    entries(vision().mixed_forms)


def steering() -> None:
    """Dirigent and op afstand, the tension between them, and the five S-en (A7, A8)."""
    scheme(vision().scheme_3_2)
    entries((vision().tension,))
    heading("s_en")
    for role in vision().s_en:
        st.markdown(f"**{literal(role.title)}**  \n{literal(role.text)}")
        bullets(role.practice)


def deciding() -> None:
    """What to decide on, and chances and threats (A9, A10, A13-1)."""
    text = texts("achtergrond")
    heading("principles")
    entries(vision().principles)
    for key in ("inhoud", "organisatie_en_middelen", "aanvullend"):
        heading(f"checklist_{key}")
        entries(getattr(vision().checklist, key))
    heading("pairs")
    pairs = vision().chances_threats.pairs
    rows = [{text("chance"): literal(p.chance), text("threat"): literal(p.threat)} for p in pairs]
    st.table(rows, hide_index=True, alt=text("pairs"))
    heading("chances")
    entries(vision().chances_threats.chances)
    heading("threats")
    entries(vision().chances_threats.threats)


def field() -> None:
    """Who is in the field and what each can bring (A11)."""
    text = texts("achtergrond")
    for group in field_of_play().groups:
        st.subheader(literal(group.title), anchor=False)
        st.markdown(literal(group.text))
        for key, lines in (("brings", group.brings), ("tasks", group.tasks)):
            if lines:
                st.markdown(f"**{text(key)}**")
                bullets(lines)
        entries((*group.kinds, *group.examples))
    heading("new_partners")
    entries(field_of_play().new_partners)


def developments() -> None:
    """Local developments, and what volunteers ask for (A12)."""
    for found in field_of_play().developments:
        st.subheader(literal(found.title), anchor=False)
        st.markdown(literal(found.text))
        bullets(found.means)
        entries(found.examples)
    heading("wishes")
    bullets(field_of_play().young_volunteers_wishes)
    heading("recruiting")
    entries(field_of_play().recruiting)


def law() -> None:
    """The law of 2007 and what came after it, and money (A14, A15)."""
    text, found = texts("achtergrond"), field_of_play()
    heading("performance_fields")
    st.markdown(literal(found.performance_fields_note))
    for one in found.performance_fields:
        with st.expander(f"{one.number}. {literal(one.title)}"):
            st.markdown(f"**{text('goals')}**")
            bullets(one.goals)
            st.markdown(f"**{text('volunteering')}**")
            bullets(one.volunteering)
    entries(found.background)
    heading("money")
    entries(vision().money)


def talking() -> None:
    """Ways of working, and how to hold a conversation (D, E)."""
    heading("routes")
    for route in vision().routes:
        st.markdown(f"**{literal(route.title)}**  \n{literal(route.text)}")
        bullets((route.role, route.fits))
    heading("table_questions")
    bullets(vision().table_questions)
    heading("meeting_questions")
    bullets(vision().meeting_questions)
    heading("meeting_tips")
    bullets(vision().meeting_tips)
    heading("working_advice")
    entries(vision().working_advice)


TOPICS: dict[str, Callable[[], None]] = {
    "insteek": scope,
    "sturing": steering,
    "beslissen": deciding,
    "veld": field,
    "ontwikkelingen": developments,
    "wet": law,
    "gesprek": talking,
}

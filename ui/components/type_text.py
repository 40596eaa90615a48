"""What the handreiking says of a type, of a pole, and of moving from one pole to another."""

from collections.abc import Iterable, Sequence

import streamlit as st

from content.loader import texts, typetest, vision
from content.phrases import in_sentence
from typetest.model import Pole, TypeId
from ui.components.lists import bullets
from ui.components.literal import literal


def _under(heading: str, lines: Iterable[str]) -> None:
    with st.container(gap="small"):
        st.subheader(heading, anchor=False)
        bullets(lines)


def draw_type(type_id: TypeId, place: str) -> None:
    """Portrait, strength, risk and advice in the tint of the type; ``place`` tells two of them apart."""
    text, words = texts("typetest"), typetest().types[type_id.value]
    st.markdown(literal(words.portrait))
    left, right = st.columns(2)
    with left, st.container(key=f"type-{type_id}-strength-{place}"):
        st.markdown(f"**{text('strength')}**  \n{literal(words.strength)}")
    with right, st.container(key=f"note-risk-{place}"):
        st.markdown(f"**{text('risk')}**  \n{literal(words.risk)}")
    with st.container(key=f"type-{type_id}-advice-{place}"):
        st.markdown(f"**{text('advice')}**  \n{literal(words.advice)}")
    source = words.advice_source
    st.caption(
        " ".join(
            [
                text("source", source=literal(words.source)) + ".",
                *([text("advice_source", source=literal(source))] if source else []),
            ]
        )
    )


def draw_attention(pole: Pole) -> None:
    """What to look out for at this pole."""
    words = typetest().poles[pole.value]
    heading = texts("typetest")("attention_pole", pole=literal(in_sentence(words.name)))
    _under(heading, words.attention)


def draw_pole(pole: Pole) -> None:
    """What somebody at this pole believes, what to look out for, and what speaks for and against."""
    text, words = texts("typetest"), typetest().poles[pole.value]
    st.header(literal(words.name), anchor=False)
    st.markdown(literal(words.belief))
    _under(text("attention"), words.attention)
    if pole in (Pole.SMAL, Pole.BREED):
        sides = vision().smal if pole is Pole.SMAL else vision().breed
        name = literal(in_sentence(words.name))
        _under(text("advantages", pole=name), sides.advantages)
        _under(text("disadvantages", pole=name), sides.disadvantages)
    st.caption(text("source", source=literal(words.source)))


def draw_moves(moves: Sequence[tuple[Pole, Pole]]) -> None:
    """What moving from pole to pole asks; nothing when nothing moves."""
    asked = [
        m for m in typetest().moves for origin, target in moves if (m.origin, m.target) == (origin, target)
    ]
    if not asked:
        return
    st.header(texts("typetest")("moves"), anchor=False)
    for move in asked:
        bullets(move.text)

"""The statements that a group is divided over, with the own answer beside the group's."""

from collections.abc import Collection, Sequence

import streamlit as st

from content.loader import texts, typetest
from typetest.group import Split
from typetest.model import QUESTIONS, Answers, Choice, Perspective
from typetest.publication import Publication
from typetest.topics import ranked
from ui.components.lists import AT_A_TIME
from ui.components.literal import literal
from ui.participant import Participant


def _split_in_words(split: Split) -> str:
    """ "7 voor a tegen 5 voor b, 1 open"."""
    text = texts("deelnemen")
    if not split.answered:
        return text("split_none")
    larger = split.larger or Choice.A
    words = text(
        "split",
        larger=max(split.a, split.b),
        smaller=min(split.a, split.b),
        letter=larger.value,
        other=larger.other.value,
    )
    return text("split_open", split=words, n=split.open) if split.open else words


def draw_divided(
    shown: Publication, own: Answers, perspective: Perspective, but: Collection[int] = ()
) -> None:
    """The statements to talk about, the most divided first; all of them behind one press.

    ``but`` are shown already.
    """
    text, room = texts("deelnemen"), shown.room
    st.subheader(text("divided"), anchor=False)
    if room.splits_of < room.people:
        st.caption(text("complete_only", n=room.splits_of))
    divided = [topic.question for topic in ranked(room.splits) if topic.discuss]
    if not divided:
        st.markdown(text("divided_none"))
    numbers = [number for number in divided if number not in but]
    for number in numbers[:AT_A_TIME]:
        _draw_topic(number, room.splits[number - 1], own, perspective)
    if numbers[AT_A_TIME:]:
        with st.expander(text("divided_more"), key=f"more-{perspective}"):
            for number in numbers[AT_A_TIME:]:
                _draw_topic(number, room.splits[number - 1], own, perspective)
    with st.expander(text("all"), key=f"all-{perspective}"):
        _draw_all(room.splits, own)


def _draw_topic(number: int, split: Split, own: Answers, perspective: Perspective) -> None:
    text, choice = texts("deelnemen"), own.get(number)
    with st.container(border=True, key=f"card-topic-{perspective}-{number}"):
        _draw_words(number)
        mine = text("voted", letter=choice.value) if choice else text("voted_open")
        st.markdown(f"{text('of_group', split=_split_in_words(split))} {mine}")


def _draw_words(number: int) -> None:
    text, question = texts("deelnemen"), typetest().questions[number - 1]
    options = [
        text("option", letter=choice.value, text=literal(option.text))
        for choice, option in ((Choice.A, question.a), (Choice.B, question.b))
    ]
    st.markdown(f"**{text('label', n=number, stem=literal(question.stem))}**")
    st.markdown("\n".join(f"- {option}" for option in options))


def _draw_all(splits: Sequence[Split], own: Answers) -> None:
    text, questions = texts("deelnemen"), typetest().questions
    columns = {
        text("column_question"): [f"{n}. {literal(questions[n - 1].topic)}" for n in QUESTIONS],
        text("column_group"): [_split_in_words(split) for split in splits],
        text("column_you"): [own[n].value if n in own else text("open") for n in QUESTIONS],
    }
    st.table(columns, alt=text("all_alt"), hide_index=True, border="horizontal")


def draw_both(person: Participant, perspective: Perspective, first: Publication, second: Publication) -> None:
    """The statements that were answered twice: both rounds of the group, and of this person."""
    text, cast = texts("deelnemen"), person.seated.cast
    before, now = cast.now(perspective, 1), cast.now(perspective, 2)
    st.subheader(text("again_heading"), anchor=False)
    for number in person.workshop.chosen:
        with st.container(border=True, key=f"card-twice-{perspective}-{number}"):
            _draw_words(number)
            lines = [
                text("first", split=_split_in_words(first.room.splits[number - 1])),
                text("second", split=_split_in_words(second.room.splits[number - 1])),
                _changed(second.changed[number - 1]),
                _own_change(before.get(number), now.get(number)),
            ]
            st.markdown("  \n".join(lines))


def _changed(people: int) -> str:
    text = texts("deelnemen")
    return text("changed", n=people) if people else text("nobody_changed")


def _own_change(before: Choice | None, now: Choice | None) -> str:
    text = texts("deelnemen")
    if now is None:
        return text("voted_open")
    if before is None:
        return text("voted", letter=now.value)
    if before is now:
        return text("voted_same", letter=now.value)
    return text("voted_changed", before=before.value, now=now.value)

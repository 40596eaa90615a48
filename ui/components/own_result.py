"""What a participant sees after the reveal: the own place beside the group's, and where people differ."""

import streamlit as st

from content.loader import texts
from dossier.workshop import Phase, Result
from typetest.group import Card
from typetest.model import Answers, Axis, Perspective
from typetest.publication import Publication, Tables
from typetest.scoring import score
from ui.components import group_card, own_topics
from ui.components.literal import literal
from ui.components.outcome import count_in_words, types_in_words
from ui.components.score_card import cell_of_score
from ui.participant import Participant


def heading(person: Participant) -> str:
    """That the result is there, or that the session is over."""
    return texts("deelnemen")("result_closed" if person.workshop.phase is Phase.CLOSED else "result")


def draw(person: Participant) -> None:
    """The result of each perspective; of a second round beside the first."""
    text = texts("deelnemen")
    if person.workshop.phase is Phase.CLOSED:
        with st.container(key="note-closed"):
            st.markdown(text("closed_text"))
    st.markdown(text("result_intro"))
    asked = person.workshop.setup.perspectives
    for perspective in asked:
        rounds = [r for r in person.seated.results if r.perspective is perspective]
        if len(asked) > 1:
            st.header(text(f"heading_{perspective}"), anchor=False)
        if rounds:
            _draw_perspective(person, perspective, rounds)


def _draw_perspective(person: Participant, perspective: Perspective, rounds: list[Result]) -> None:
    latest, own = rounds[-1], person.seated.cast.now(perspective, rounds[-1].round)
    if not latest.publication.room.splits:
        st.info(texts("deelnemen")("no_room", smallest=person.workshop.setup.smallest))
        st.markdown(_own_place(own))
        return
    _draw_place(person, perspective, rounds, own)
    twice = person.workshop.chosen if len(rounds) > 1 else ()
    if twice:
        own_topics.draw_both(person, perspective, rounds[0].publication, latest.publication)
    own_topics.draw_divided(latest.publication, own, perspective, twice)


def _draw_place(person: Participant, perspective: Perspective, rounds: list[Result], own: Answers) -> None:
    """In words, as a picture of the whole room with the own cell, and as a table."""
    text, shown = texts("deelnemen"), rounds[-1].publication
    group = _own_group(person, shown)
    lines = [_own_place(own)]
    lines += [_centre(text("room"), shown.room.card) if shown.room.card else text("no_room_card")]
    if group and len(person.workshop.setup.groups) > 1:
        lines += [_centre(_group_name(person), group.card) if group.card else text("no_group")]
    st.markdown("\n".join(f"- {line}" for line in lines))
    if shown.room.card:
        st.html(group_card.image(shown.room.card, cell_of_score(score(own))))
    rows = _rows(person, perspective, rounds)
    if rows:
        columns = ("column_who", "column_people", "column_sturing", "column_insteek")
        table = {text(c): [row[n] for row in rows] for n, c in enumerate(columns)}
        st.table(table, alt=text("table_alt"), hide_index=True, border="horizontal")
        st.caption(text("counted"))


def _rows(
    person: Participant, perspective: Perspective, rounds: list[Result]
) -> list[tuple[str, str, str, str]]:
    """The own place and the centres, of the last round and, where there are two, of the first."""
    text, rows = texts("deelnemen"), []
    for result in rounds:
        first = result is not rounds[-1]
        own = score(person.seated.cast.now(perspective, result.round))
        if person.seated.cast.now(perspective, result.round):
            name = text("you_before" if first else "you_now" if len(rounds) > 1 else "you")
            rows.append((name, "1", count_in_words(own.sturing), count_in_words(own.insteek)))
        names = {"": text("room_before" if first else "room")}
        if len(person.workshop.setup.groups) > 1:
            key = "group_before" if first else "group"
            names[person.seated.cast.seat.group] = text(key, name=_group_name(person))
        for tables in (result.publication.room, *result.publication.groups):
            if tables.group in names and tables.card:
                rows.append((names[tables.group], str(tables.card.people), *_counts(tables.card)))
    return rows


def _own_group(person: Participant, shown: Publication) -> Tables | None:
    mine = person.seated.cast.seat.group
    return next((tables for tables in shown.groups if tables.group == mine), None)


def _group_name(person: Participant) -> str:
    return literal(person.workshop.group_names[person.seated.cast.seat.group])


def _own_place(own: Answers) -> str:
    text, found = texts("deelnemen"), score(own)
    if not own:
        return text("place_none")
    if not found.complete:
        return text("place_open")
    sturing, insteek = count_in_words(found.sturing), count_in_words(found.insteek)
    return text("place", sturing=sturing, insteek=insteek, type=types_in_words(found.possible_types))


def _centre(name: str, card: Card) -> str:
    sturing, insteek = _counts(card)
    return texts("deelnemen")("centre", name=name, sturing=sturing, insteek=insteek)


def _counts(card: Card) -> tuple[str, str]:
    """The centre on both axes, with one figure behind the comma."""
    sturing, insteek = (f"{card.centre(axis) or 0:.1f}".replace(".", ",") for axis in Axis)
    return sturing, insteek

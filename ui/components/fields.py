"""One field on the screen: its label, its widget, and everything there is to say about it."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from content import schema
from content.loader import texts
from documents.markup import with_form
from stappenplan.fields import FORMATTED, Form, ItemField
from ui.components import editing, values
from ui.components.editing import Subject
from ui.components.literal import literal

FEW = 6  # up to so many choices are shown as radio buttons, more as a list that opens
CARD_HEIGHT = 110  # pixels of a long text in a card; it can be pulled larger


def draw(
    subject: Subject,
    field: ItemField,
    words: schema.FieldText,
    *,
    options: Mapping[str, str] | None = None,
    height: int | None = None,
) -> None:
    """Draws a field that saves itself. ``options`` names the items a reference may hold, by id."""
    key = editing.prepare(subject, field)
    with st.container(key=f"field-{key}", gap="xxsmall"):
        if field.form is not Form.FLAG:
            _head(words, key)
        _widget(subject, field, words, key, options or {}, height)
    _notices(subject, field, key, lambda value: in_words(field, value, words, options or {}))


def _head(words: schema.FieldText, key: str) -> None:
    """The label, an explanation, and what is wrong: in the order in which a person reads."""
    label = f"**{literal(words.label)}**"
    st.markdown(f"{label} · {texts('invullen')('addition_short')}" if words.addition_2026 else label)
    if words.help:
        st.caption(literal(words.help))
    problem = editing.problem_of(key)
    if problem:
        with st.container(key=f"error-{key}"):
            st.markdown(literal(problem.message))


def _widget(
    subject: Subject,
    field: ItemField,
    words: schema.FieldText,
    key: str,
    options: Mapping[str, str],
    height: int | None,
) -> None:
    label = literal(words.label)
    save: dict[str, Any] = {
        "on_change": editing.sync,
        "args": (subject, field),
        "label_visibility": "collapsed",
    }
    if field.form is Form.LONG:
        st.text_area(label, key=key, height=height or CARD_HEIGHT, **save)
    elif field.form is Form.FLAG:
        st.checkbox(label, key=key, on_change=editing.sync, args=(subject, field))
    elif field.form is Form.CHOICE:
        _choose(label, key, words.choices, save)
    elif field.form is Form.REFERENCE:
        _choose(label, key, options, save)
    elif field.form is Form.REFERENCES:
        _tick(subject, field, key, options)
    else:
        st.text_input(label, key=key, **save)


def _choose(label: str, key: str, choices: Mapping[str, str], save: dict[str, Any]) -> None:
    """One of ``choices``, or none yet. A choice that is gone (a removed item) stays, and says so."""
    text, chosen = texts("invullen"), st.session_state[key]
    names = {"": text("no_choice"), **choices}
    names.setdefault(chosen, text("gone_choice"))
    if len(choices) <= FEW:
        st.radio(
            label, list(names), horizontal=True, key=key, format_func=lambda c: literal(names[c]), **save
        )
    else:
        st.selectbox(label, list(names), key=key, format_func=names.__getitem__, filter_mode=None, **save)


def _tick(subject: Subject, field: ItemField, key: str, options: Mapping[str, str]) -> None:
    """Any of ``options``, each with its own tick box."""
    chosen = list(st.session_state[key])
    if not options:
        st.caption(texts("invullen")("none"))
    for option, name in options.items():
        box = f"{key}--{option}".replace(".", "_")
        st.session_state[box] = option in chosen
        st.checkbox(literal(name), key=box, on_change=_ticked, args=(subject, field, tuple(options)))


def _ticked(subject: Subject, field: ItemField, options: tuple[str, ...]) -> None:
    key = editing.widget_key(subject, field)
    ticked = [o for o in options if st.session_state.get(f"{key}--{o}".replace(".", "_"))]
    gone = [o for o in st.session_state[key] if o not in options]  # a removed item may come back
    editing.put(subject, field, [*ticked, *gone])


def _notices(subject: Subject, field: ItemField, key: str, shown: Callable[[Any], str]) -> None:
    for notice in (editing.replaced(key), values.room(field, st.session_state[key])):
        if notice:
            st.info(notice)
    if editing.choosing(key):
        choice_of_two(subject, field, texts("invullen")("choose_heading"), lambda v: literal(shown(v)))
    elif editing.outdated(subject, field):
        with st.container(key=f"warn-{key}"):
            st.markdown(texts("invullen")("newer"))
            st.button(
                texts("invullen")("show_newer"),
                key=f"newer-{key}",
                on_click=editing.catch_up,
                args=(subject, field),
            )


def choice_of_two(subject: Subject, field: ItemField, heading: str, shown: Callable[[Any], str]) -> None:
    """Both versions of a field that two people changed, as ``shown`` in Markdown, and a button for each."""
    text, key = texts("invullen"), editing.widget_key(subject, field)
    choice = editing.choosing(key)
    if choice is None:
        return
    with st.container(key=f"warn-{key}"):
        st.markdown(f"**{heading}**")
        for name, value in (("choose_mine", choice.mine), ("choose_theirs", choice.theirs)):
            st.markdown(f"{text(name)}:")
            st.markdown(shown(value) or text("choose_empty"))
        with st.container(horizontal=True, key=f"choose-{key}"):
            for name, mine in (("keep_mine", True), ("keep_theirs", False)):
                st.button(
                    text(name),
                    key=f"{name}-{key}",
                    on_click=editing.choose,
                    args=(subject, field),
                    kwargs={"mine": mine},
                )


def draw_saved(subject: Subject, fields: tuple[ItemField, ...]) -> None:
    """Says whether everything in these fields is kept, as read from the database."""
    text = texts("invullen")
    if not subject.version:
        return
    kept = all(editing.is_stored(subject, field) for field in fields)
    with st.container(key=f"saved-{subject.key}".replace(".", "_")):
        st.caption(text("saved") if kept else text("not_saved"))


def in_words(field: ItemField, value: Any, words: schema.FieldText, options: Mapping[str, str]) -> str:
    """A stored value as a person reads it; "" when it is empty."""
    shown = values.to_widget(field, value)
    if not shown:
        return ""
    if field.form is Form.CHOICE:
        return words.choices[shown]
    if field.form is Form.REFERENCE:
        return options.get(shown, "")
    if field.form is Form.REFERENCES:
        return ", ".join(options[i] for i in shown if i in options)
    return texts("invullen")("yes") if field.form is Form.FLAG else str(shown)


def show(
    field: ItemField, values_now: Mapping[str, Any], words: schema.FieldText, options: Mapping[str, str]
) -> None:
    """A field as text, for somebody who may only read; nothing when it is empty.

    ``values_now`` is what is stored of the whole thing: it also says whether its long texts have form.
    """
    shown = in_words(field, values_now[field.name], words, options)
    if not shown:
        return
    st.markdown(f"**{literal(words.label)}**")
    if field.form is Form.LONG and values_now.get(FORMATTED.name):
        st.html(with_form(shown))
    else:
        st.markdown(literal(shown))

"""A list of items as cards: add, open, fill in, move, remove, and bring back.

One card is open at a time. Which one is in the address, so that a reload opens it again, also a card
of an item that is not stored yet: an item comes into being with the first field that is saved.
"""

import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import streamlit as st

from content import schema
from content.loader import item_texts, texts
from documents.markup import without_signs
from dossier.roles import Action
from dossier.use_cases import Saved
from stappenplan.fields import FORMATTED, Form, ItemField, fields_of
from stappenplan.items import KINDS, AnyItem, PlanItem
from stappenplan.progress import PromptProgress, is_empty, lacking
from stappenplan.shapes import Formattable
from ui import style
from ui.access import GONE, Access
from ui.components import editing, fields, form, values
from ui.components.editing import Subject
from ui.components.literal import literal
from ui.wiring import use_cases

OPEN = "open"  # the query parameter that names the open card
TITLE_LENGTH = 120  # characters of an item's title in a list
FACTS = 3  # how many facts a closed card shows


def blank_item(prompt: schema.Prompt) -> AnyItem:
    """The item a prompt asks for, before anything is filled in. What is new may have form."""
    kind = KINDS[prompt.kind]
    given: dict[str, Any] = {"question": prompt.key} if prompt.kind == "answer" else dict(prompt.filter)
    if issubclass(kind, Formattable):
        given[FORMATTED.name] = True
    return kind.model_validate(given)  # type: ignore[return-value] # KINDS holds AnyItem's members


def subject_of(access: Access, step: int, item_id: str, blank: AnyItem) -> Subject:
    """The item with ``item_id`` as something to edit; as ``blank`` while it is not stored."""
    kept = access.dossier.item(item_id)

    def save(changes: Mapping[str, Any], version: int) -> Saved:
        return use_cases().save_item(access.token, item_id, step, blank, changes, version)

    data = kept.data if kept else blank
    return Subject(f"item-{item_id}", data.model_dump(mode="json"), kept.version if kept else 0, save)


def title_of(item: AnyItem) -> str:
    """The name of an item in a list, on one line."""
    title = " ".join(without_signs(item, item.title_field).split())
    if not title:
        return texts("stap")("untitled")
    return title if len(title) <= TITLE_LENGTH else f"{title[:TITLE_LENGTH]}…"


def options_for(access: Access, field: ItemField, own_id: str) -> dict[str, str]:
    """The items a reference may hold, by id. A line of the budget is part of a line that is whole."""
    if field.refers_to is None:
        return {}
    found = {i.id: i.data for i in access.dossier.of_kind(field.refers_to) if i.id != own_id}
    if field.name == "part_of":
        found = {i: data for i, data in found.items() if not getattr(data, "part_of", "")}
    return {i: title_of(data) for i, data in found.items()}


def cards(access: Access, progress: PromptProgress) -> None:
    """The items that answer a prompt, the open one as a form, and a way to add one."""
    prompt = progress.prompt
    words = item_texts().kinds[prompt.kind]
    opened = st.query_params.get(OPEN, "")
    key, _, new_id = opened.partition("~")
    is_new = key == prompt.key and bool(new_id) and new_id not in {i.id for i in progress.items}
    adding = is_new and access.may(Action.EDIT)
    if not progress.items and not adding:
        # Not above a new card: it would go at the first save, and the card be drawn anew without the focus.
        st.caption(words.empty)
    for number, item in enumerate(progress.items, start=1):
        if opened == f"{prompt.key}~{item.id}":
            _form(access, progress, item.id, f"{words.singular} {number}")
        else:
            before = progress.items[number - 2].id if number > 1 else None
            _closed(access, prompt, item, f"{words.singular} {number}", before)
    if adding:
        _form(access, progress, new_id, texts("stap")("new_item", name=words.singular))
    elif access.may(Action.EDIT):
        st.button(words.add, key=f"add-{prompt.key}", on_click=_open, args=(prompt.key, secrets.token_hex(6)))
    _way_back(access, prompt)


def _card_key(item_id: str) -> str:
    """The key of an open card."""
    return f"card-{item_id}".replace(".", "_")


def _open(prompt_key: str, item_id: str) -> None:
    st.query_params[OPEN] = f"{prompt_key}~{item_id}"
    style.focus_on(_card_key(item_id))


def _close(subject: Subject, asked: Sequence[ItemField], prompt_key: str, item_id: str) -> None:
    for field in asked:
        # The run that began to save it may have been stopped by this press, or may not be done yet.
        editing.sync(subject, field)
    if not editing.has_problem(subject, asked):
        st.query_params.pop(OPEN, None)
        # A new card in which nothing was filled in leaves nothing to open.
        style.focus_on(f"open-{prompt_key}-{item_id}", f"add-{prompt_key}")


def _form(access: Access, progress: PromptProgress, item_id: str, name: str) -> None:
    """The open card: the fields that are always asked, the others behind one press."""
    prompt, text = progress.prompt, texts("stap")
    words = item_texts().kinds[prompt.kind].fields
    subject = subject_of(access, progress.step, item_id, blank_item(prompt))
    known = {f.name: f for f in fields_of(prompt.kind)}
    asked = [known[n] for n in words if n not in prompt.filter]
    with st.container(border=True, key=_card_key(item_id)):
        st.subheader(literal(name.capitalize()), anchor=False)
        if editing.is_gone(subject, asked):
            _gone(access, item_id)
        _draw_all(access, subject, [f for f in asked if not words[f.name].more], words, item_id)
        more = [f for f in asked if words[f.name].more]
        if more:
            with st.expander(texts("invullen")("more"), key=f"more-{item_id}".replace(".", "_")):
                _draw_all(access, subject, more, words, item_id)
        if access.may(Action.EDIT):
            form.draw(subject, asked, words)
        fields.draw_saved(subject, tuple(asked))
        st.button(
            text("close_item", name=name),
            key=f"close-{item_id}",
            type="primary",
            on_click=_close,
            args=(subject, asked, prompt.key, item_id),
        )


def _draw_all(
    access: Access,
    subject: Subject,
    asked: list[ItemField],
    words: Mapping[str, schema.FieldText],
    item_id: str,
) -> None:
    for field in asked:
        if access.may(Action.EDIT):
            fields.draw(subject, field, words[field.name], options=options_for(access, field, item_id))
        else:
            options = options_for(access, field, item_id)
            fields.show(field, subject.values, words[field.name], options)


def _closed(access: Access, prompt: schema.Prompt, item: PlanItem, name: str, before: str | None) -> None:
    """A closed card: title, a few facts, what is missing, and what can be done with it."""
    text = texts("stap")
    words = item_texts().kinds[prompt.kind].fields
    with st.container(border=True, key=f"card-{prompt.key}-{item.id}".replace(".", "_")):
        st.markdown(f"**{literal(title_of(item.data))}**")
        facts = _facts(access, item, words)
        if facts:
            st.caption(literal(" · ".join(facts)))
        missing = [words[f].label for f in lacking(item.data)]
        if missing:
            st.markdown(text("still_missing", fields=literal(", ".join(missing))))
        with st.container(horizontal=True, key=f"do-{prompt.key}-{item.id}".replace(".", "_")):
            _actions(access, prompt, item, name, before)


def _actions(access: Access, prompt: schema.Prompt, item: PlanItem, name: str, before: str | None) -> None:
    """Open the card; for who may edit, also move it up and remove it, less prominently."""
    text, at = texts("stap"), f"{prompt.key}-{item.id}"
    opening = "change_item" if access.may(Action.EDIT) else "read_item"
    st.button(text(opening, name=name), key=f"open-{at}", on_click=_open, args=(prompt.key, item.id))
    if not access.may(Action.EDIT):
        return
    if before:
        move = (access, item.id, before, at)
        label = text("move_item", name=name)
        st.button(label, key=f"up-{at}", type="tertiary", on_click=_move, args=move)
    removal = (access, item, prompt.key)
    label = text("remove_item", name=name)
    st.button(label, key=f"remove-{at}", type="tertiary", on_click=_remove, args=removal)


def _facts(access: Access, item: PlanItem, words: Mapping[str, schema.FieldText]) -> list[str]:
    """The first few short values of an item beside its title, as "label: value"."""
    short = (Form.SHORT, Form.CHOICE, Form.REFERENCE, Form.DECIMAL, Form.DATE, Form.YEAR)
    kept = item.data.model_dump(mode="json")
    known = {f.name: f for f in fields_of(item.data.kind)}
    found = []
    for name, label in words.items():
        field = known[name]
        if name == item.data.title_field or field.form not in short or is_empty(kept[name]):
            continue
        value = str(values.to_widget(field, kept[name]))
        value = label.choices.get(value, value)
        if field.form is Form.REFERENCE:
            value = options_for(access, field, item.id).get(value, texts("invullen")("none"))
        found.append(f"{label.label.rstrip('?')}: {value}")
    return found[:FACTS]


def _remove(access: Access, item: PlanItem, prompt_key: str) -> None:
    with suppress(*GONE):
        use_cases().remove_item(access.token, item.id)
    st.session_state["removed"] = (prompt_key, item.id, title_of(item.data))
    style.focus_on(f"restore-{item.id}")


def _restore(access: Access, item_id: str, back: str) -> None:
    with suppress(*GONE):
        use_cases().restore_item(access.token, item_id)
    st.session_state.pop("removed", None)
    style.focus_on(back)


def _move(access: Access, item_id: str, before: str, at: str) -> None:
    with suppress(*GONE):
        use_cases().place_before(access.token, item_id, before)
    style.focus_on(f"up-{at}", f"open-{at}")  # the first one cannot go up any further


def _way_back(access: Access, prompt: schema.Prompt) -> None:
    """After a removal: what was removed, and a button to bring it back."""
    prompt_key, item_id, title = st.session_state.get("removed", ("", "", ""))
    if prompt_key != prompt.key or access.dossier.item(item_id):
        return
    with st.container(key=f"note-removed-{item_id}".replace(".", "_")):
        st.markdown(texts("stap")("removed", title=literal(title)))
        st.button(
            texts("invullen")("put_back"),
            key=f"restore-{item_id}",
            on_click=_restore,
            args=(access, item_id, f"open-{prompt.key}-{item_id}"),
        )


def _gone(access: Access, item_id: str) -> None:
    with st.container(key=f"warn-gone-{item_id}".replace(".", "_")):
        st.markdown(texts("invullen")("gone"))
        st.button(
            texts("invullen")("put_back"),
            key=f"gone-{item_id}",
            on_click=_restore,
            args=(access, item_id, _card_key(item_id)),
        )

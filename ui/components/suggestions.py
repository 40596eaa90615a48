"""Suggestions from the sources, to take over with one press and then change."""

from contextlib import suppress

import streamlit as st

from content import schema
from content.loader import suggestions, texts
from dossier.roles import Action
from stappenplan.fields import fields_of
from stappenplan.items import KINDS
from stappenplan.progress import PromptProgress
from ui.access import GONE, Access
from ui.components import editing, items
from ui.components.editing import Subject
from ui.components.lists import AT_A_TIME
from ui.components.literal import literal
from ui.wiring import use_cases


def of_prompt(prompt: schema.Prompt) -> dict[str, schema.Suggestion]:
    """Every suggestion that fits a prompt, in order, by a name of its own over all groups."""
    groups = {g.key: g.suggestions for g in suggestions().groups}
    return {f"{key}.{s.key}": s for key in prompt.suggestions for s in groups[key]}


def offer(access: Access, progress: PromptProgress, subject: Subject | None = None) -> None:
    """Offers the suggestions of a prompt behind one press, five at a time. ``subject`` is the answer."""
    prompt, text = progress.prompt, texts("stap")
    found = of_prompt(prompt)
    if not found or not access.may(Action.EDIT):
        return
    state = f"suggesting:{prompt.key}"
    shown = st.session_state.get(state, 0)
    st.button(
        text("hide_suggestions") if shown else text("show_suggestions", n=len(found)),
        key=f"suggest-{prompt.key}",
        type="tertiary",
        on_click=_show,
        args=(state, 0 if shown else AT_A_TIME),
    )
    if not shown:
        return
    with st.container(key=f"note-suggest-{prompt.key}".replace(".", "_")):
        for name, suggestion in list(found.items())[:shown]:
            _one(access, progress, name, suggestion, subject)
        if shown < len(found):
            rest = text("more_suggestions", n=len(found) - shown)
            st.button(rest, key=f"rest-{prompt.key}", on_click=_show, args=(state, len(found)))


def _show(state: str, count: int) -> None:
    st.session_state[state] = count


def _one(
    access: Access,
    progress: PromptProgress,
    name: str,
    suggestion: schema.Suggestion,
    subject: Subject | None,
) -> None:
    text = texts("stap")
    st.markdown(f"**{literal(suggestion.label)}**")
    if suggestion.text:
        st.markdown(literal(suggestion.text))
    st.caption(text("source", source=literal(suggestion.source)))
    if _taken(access, name, suggestion, subject):
        st.markdown(text("taken"))
    else:
        st.button(
            text("take", label=literal(suggestion.label)),
            key=f"take-{progress.prompt.key}-{name}",
            on_click=_take,
            args=(access, progress, name, suggestion, subject),
        )


def _taken(access: Access, name: str, suggestion: schema.Suggestion, subject: Subject | None) -> bool:
    if subject is not None and suggestion.text is not None:
        return suggestion.text in str(subject.values["text"])
    return access.dossier.item(name) is not None


def _take(
    access: Access,
    progress: PromptProgress,
    name: str,
    suggestion: schema.Suggestion,
    subject: Subject | None,
) -> None:
    """Adds the text to the answer, or the item to the list, and keeps it."""
    prompt = progress.prompt
    if subject is not None and suggestion.text is not None:
        (field,) = fields_of("answer")
        own = str(st.session_state.get(editing.widget_key(subject, field), "")).strip()
        editing.put(subject, field, f"{own}\n\n{suggestion.text}" if own else suggestion.text)
        return
    data = {**(suggestion.data or {}), **prompt.filter}
    item = KINDS[prompt.kind].model_validate(data)
    changes = {k: v for k, v in item.model_dump(mode="json").items() if k in data and k != "kind"}
    with suppress(*GONE):
        use_cases().save_item(access.token, name, progress.step, items.blank_item(prompt), changes, version=0)

"""A sub-question of a step: answered with a text, or with a list of items."""

import streamlit as st

from content import schema
from content.loader import texts
from dossier.roles import Action
from stappenplan.fields import fields_of
from stappenplan.progress import PromptProgress
from ui.access import Access
from ui.components import budget, fields, form, items, suggestions
from ui.components.literal import literal

ANSWER_HEIGHT = 180


def draw(access: Access, progress: PromptProgress) -> None:
    """The sub-question, what answers it, and suggestions."""
    if progress.prompt.addition_2026:
        st.caption(texts("invullen")("addition"))
    (_answer if progress.prompt.kind == "answer" else _listing)(access, progress)


def _answer(access: Access, progress: PromptProgress) -> None:
    """A sub-question that is answered with a text."""
    prompt = progress.prompt
    subject = items.subject_of(access, progress.step, f"answer.{prompt.key}", items.blank_item(prompt))
    words = schema.FieldText(label=prompt.ask, help=prompt.help)
    (field,) = fields_of("answer")
    if access.may(Action.EDIT):
        fields.draw(subject, field, words, height=ANSWER_HEIGHT)
        form.draw(subject, (field,))
        fields.draw_saved(subject, (field,))
    else:
        st.markdown(f"**{literal(prompt.ask)}**")
        fields.show(field, subject.values, schema.FieldText(label=texts("stap")("answer")), {})
    suggestions.offer(access, progress, subject)


def _listing(access: Access, progress: PromptProgress) -> None:
    """A sub-question that is answered with a list of items."""
    st.subheader(literal(progress.prompt.ask), anchor=False)
    if progress.prompt.help:
        st.caption(literal(progress.prompt.help))
    items.cards(access, progress)
    suggestions.offer(access, progress)
    if progress.prompt.kind == "budget_line":
        budget.draw(access)

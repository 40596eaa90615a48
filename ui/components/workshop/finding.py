"""What the group makes of a statement: its direction, and the reasons for a and for b."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from content import schema
from content.loader import texts
from dossier.use_cases import Saved
from dossier.workshop import Finding, KeptNote, Report, finding_id
from stappenplan.fields import Form, ItemField
from stappenplan.text import LONG
from typetest.model import Choice, Perspective
from ui.components import fields, statement
from ui.components.editing import Subject
from ui.components.literal import literal
from ui.components.workshop.opened import Opened
from ui.wiring import facilitating

DIRECTION = ItemField("direction", Form.CHOICE, choices=tuple(Choice))
REASONS_A, REASONS_B = (ItemField(f"reasons_{choice}", Form.LONG, limit=LONG) for choice in Choice)


def subject_of(opened: Opened, report: Report, perspective: Perspective, question: int) -> Subject:
    """The finding on a statement as something to edit; no direction is an empty text in a field."""
    note_id = finding_id(perspective, question)
    kept = next((note for note in report.notes if note.id == note_id), None)

    def save(changes: Mapping[str, Any], version: int) -> Saved:
        fit = {name: value or None if name == DIRECTION.name else value for name, value in changes.items()}
        saved = facilitating().save_note(opened.token, opened.id, note_id, "finding", fit, version)
        return replace(saved, values={**saved.values, "direction": saved.values["direction"] or ""})

    return Subject(f"finding-{opened.id}-{note_id}", _values(kept), kept.version if kept else 0, save)


def _values(kept: KeptNote | None) -> dict[str, Any]:
    found = kept.data if kept else Finding()
    values = found.model_dump(mode="json")
    return {**values, "direction": values["direction"] or ""}


def draw(opened: Opened, report: Report, perspective: Perspective, question: int) -> None:
    """The fields, or for a reader what is in them."""
    text, words = texts("werksessie"), statement.question_of(question)
    subject = subject_of(opened, report, perspective, question)
    options = {choice.value: option.text for choice, option in zip(Choice, (words.a, words.b), strict=True)}
    labels = {
        REASONS_A: schema.FieldText(label=text("reasons_a"), help=text("reasons_help")),
        REASONS_B: schema.FieldText(label=text("reasons_b")),
        DIRECTION: schema.FieldText(
            label=text("direction"),
            help=text("direction_help"),
            choices={c: text("direction_option", letter=c, text=option) for c, option in options.items()},
        ),
    }
    for field, label in labels.items():
        if opened.edits:
            fields.draw(subject, field, label)
        else:
            fields.show(field, subject.values, label, {})
    if opened.edits:
        st.caption(text("no_names"))
        fields.draw_saved(subject, tuple(labels))


def direction_of(report: Report, perspective: Perspective, question: int) -> str:
    """The direction in a line of a list; "" when there is none."""
    found = report.finding(perspective, question).direction
    return literal(texts("werksessie")("direction_is", letter=found.value)) if found else ""

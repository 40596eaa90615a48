"""What one other answer would do."""

import streamlit as st

from content.loader import texts, typetest
from content.phrases import in_sentence, listed
from typetest.what_if import WhatIf, what_if
from ui.components.lists import AT_A_TIME, bullets_of_markdown
from ui.components.literal import literal
from ui.components.outcome import Outcome, count_in_words, types_in_words
from ui.components.statement import question_of


def draw(outcome: Outcome) -> None:
    """The answers that would change the type, five at most; all of them in a table behind one press."""
    text = texts("uitslag")
    found = what_if(outcome.answers(outcome.leading))
    crossing = [change for change in found if change.crosses]
    st.header(text("what_if"), anchor=False)
    if crossing:
        st.markdown(text(f"what_if_intro_{outcome.leading}"))
        bullets_of_markdown(map(_line, crossing[:AT_A_TIME]))
    else:
        st.markdown(text("what_if_none" if outcome.main.type else "what_if_unsure"))
    with st.expander(text("what_if_rest")):
        _table(found)


def _line(change: WhatIf) -> str:
    return texts("uitslag")(
        "what_if_line",
        n=change.question,
        topic=literal(in_sentence(question_of(change.question).topic)),
        origin=change.origin,
        target=change.target,
        type=types_in_words(change.possible_types),
    )


def _table(changes: tuple[WhatIf, ...]) -> None:
    text, axes = texts("uitslag"), typetest().axes
    counts = [
        text(
            "axis_count",
            axis=in_sentence(axes[change.axis.value].name),
            count=count_in_words(change.axis_score),
        )
        for change in changes
    ]
    columns = {
        text("column_question"): [str(change.question) for change in changes],
        text("column_change"): [text("change", origin=c.origin, target=c.target) for c in changes],
        text("column_count"): counts,
        text("column_type"): [listed(change.possible_types, "or") for change in changes],
    }
    st.table(columns, alt=text("what_if_alt"), hide_index=True, border="horizontal")

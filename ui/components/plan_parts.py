"""How far each part of the plan is, and a link to what is missing."""

import streamlit as st

from content.loader import steps, texts
from stappenplan.progress import Progress, count_done, per_part
from ui import navigation, screens
from ui.access import Access
from ui.components.literal import literal


def parts(access: Access) -> None:
    """How many of the fifteen parts are done; behind one press, each of them."""
    text = texts("document")
    names = {p.key: p.title for p in (*steps().parts, *steps().additions)}
    found = per_part(steps(), access.dossier.items)
    done = count_done(found[: len(steps().parts)])
    st.header(text("parts_heading"), anchor=False)
    st.markdown(text("parts_done", n=done, total=len(steps().parts)))
    with st.expander(text("parts_show")):
        for number, part in enumerate(found, start=1):
            label = f"{number}. {names[part.key]}" if number <= len(steps().parts) else names[part.key]
            _part(access, literal(label), part)


def _part(access: Access, name: str, part: Progress) -> None:
    text = texts("document")
    filled = text("filled", done=part.done, total=part.total)
    st.markdown(f"**{name}** · {text(f'status_{part.status.value}')} · {filled}")
    if part.missing:
        first = part.missing[0]
        navigation.link(
            screens.STEP,
            text("to_missing", ask=literal(first.prompt.ask)),
            access,
            stap=str(first.step),
            onderdeel=first.section,
        )

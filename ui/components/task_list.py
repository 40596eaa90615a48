"""What there is to do in a dossier, with how far each is: the typetest and the nine steps."""

import streamlit as st

from content import schema
from content.loader import texts
from stappenplan.progress import Progress, Status
from typetest.model import QUESTIONS, Perspective
from ui import navigation, screens
from ui.access import Access
from ui.components.literal import literal


def test_rows(access: Access) -> None:
    """Both perspectives of the typetest, with how many statements are answered."""
    text = texts("overzicht")
    for perspective in Perspective:
        answered = len(access.dossier.choices(perspective))
        status = Status.TODO if not answered else Status.DONE if answered == len(QUESTIONS) else Status.BUSY
        with st.container(border=True, key=f"task-{perspective.value}"):
            st.markdown(text(f"test_{perspective.value}"))
            st.markdown(f"**{text(f'status_{status.value}')}** · {text('answered', n=answered)}")
            navigation.link(
                screens.CHECK, text(f"to_{perspective.value}"), access, perspectief=perspective.value
            )


def step_row(access: Access, step: schema.Step, progress: Progress) -> None:
    """One step: name, purpose, status, how much is filled in, and what is missing."""
    text = texts("overzicht")
    with st.container(border=True, key=f"task-{step.number}"):
        st.subheader(f"{step.number}. {literal(step.title)}", anchor=False)
        st.markdown(literal(step.purpose))
        filled = text("filled", done=progress.done, total=progress.total)
        st.markdown(f"**{text(f'status_{progress.status.value}')}** · {filled}")
        label = text("to_step", n=step.number, title=literal(step.title))
        navigation.link(screens.STEP, label, access, stap=str(step.number))
        if progress.missing and progress.status is Status.BUSY:
            with st.expander(text("missing", n=len(progress.missing))):
                for prompt in progress.missing:
                    navigation.link(
                        screens.STEP,
                        literal(prompt.prompt.ask),
                        access,
                        stap=str(step.number),
                        onderdeel=prompt.section,
                    )

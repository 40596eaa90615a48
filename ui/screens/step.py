"""One of the nine steps: why, who to involve, hints, and the sub-questions of one section."""

import streamlit as st

from content import schema
from content.loader import steps, texts
from dossier.roles import Action
from stappenplan.progress import of_prompt
from ui import navigation, screens
from ui.access import Access
from ui.components import editing, guide, hints, sub_question, terms
from ui.components.literal import literal
from ui.components.page import frame


def chosen_step() -> schema.Step:
    """The step in the address; the first when it names none."""
    wanted = st.query_params.get("stap", "")
    return next((s for s in steps().steps if str(s.number) == wanted), steps().steps[0])


def chosen_section(step: schema.Step) -> schema.Section:
    """The section in the address; the first when it names none."""
    wanted = st.query_params.get("onderdeel", "")
    return next((s for s in step.sections if s.key == wanted), step.sections[0])


def sections(step: schema.Step, current: schema.Section, access: Access) -> None:
    """The sections of the step, as links, the current one in bold."""
    with st.container(horizontal=True, key="sections"):
        for section in step.sections:
            label = literal(section.title)
            label = f"**{label}**" if section is current else label
            navigation.link(screens.STEP, label, access, stap=str(step.number), onderdeel=section.key)


def onward(step: schema.Step, current: schema.Section, access: Access) -> None:
    """To the next section, or the next step, or the document."""
    text = texts("stap")
    rest = step.sections[step.sections.index(current) + 1 :]
    with st.container(horizontal=True, vertical_alignment="center", key="onward"):
        if rest:
            label = text("next_section", title=literal(rest[0].title))
            navigation.onward(screens.STEP, label, access, stap=str(step.number), onderdeel=rest[0].key)
        elif step.number < len(steps().steps):
            follows = steps().steps[step.number]
            label = text("next_step", n=follows.number, title=literal(follows.title))
            navigation.onward(screens.STEP, label, access, stap=str(follows.number))
        else:
            navigation.onward(screens.DOCUMENT, text("to_document"), access)
        navigation.link(screens.OVERVIEW, text("to_overview"), access)


def screen() -> None:
    """Draws the step."""
    text, access = texts("stap"), navigation.require()
    step = chosen_step()
    section = chosen_section(step)
    place = f"{access.dossier.id}/{step.number}/{section.key}"
    frame(
        text("title", n=step.number, title=step.title),
        links=navigation.links(screens.OVERVIEW, access),
        errors=editing.begin(place),
        kicker=navigation.name_of(access.dossier),
        focus=place,
    )
    sections(step, section, access)
    if section is step.sections[0]:
        guide.draw(access, step)
    else:
        hints.draw(access, step)
    st.header(literal(section.title), anchor=False)
    if section.intro:
        st.markdown(literal(section.intro))
    if access.may(Action.EDIT):
        st.caption(texts("invullen")("no_names"))
    for prompt in section.prompts:
        sub_question.draw(access, of_prompt(step.number, section.key, prompt, access.dossier.items))
    terms.explain(guide.shown_texts(step, section))
    onward(step, section, access)
    editing.finish()


screen()

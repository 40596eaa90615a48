"""One of the nine steps: why, who to involve, hints, and the sub-questions of one section."""

from collections.abc import Iterator

import streamlit as st

from content import schema
from content.loader import steps, texts
from dossier.roles import Action
from stappenplan.fields import fields_of
from stappenplan.progress import PromptProgress, of_prompt
from ui import navigation, screens
from ui.access import Access
from ui.components import budget, editing, fields, form, hints, items, suggestions, terms
from ui.components.lists import bullets
from ui.components.literal import literal
from ui.components.page import frame

ANSWER_HEIGHT = 180


def chosen_step() -> schema.Step:
    """The step in the address; the first when it names none."""
    wanted = st.query_params.get("stap", "")
    return next((s for s in steps().steps if str(s.number) == wanted), steps().steps[0])


def chosen_section(step: schema.Step) -> schema.Section:
    """The section in the address; the first when it names none."""
    wanted = st.query_params.get("onderdeel", "")
    return next((s for s in step.sections if s.key == wanted), step.sections[0])


def answer(access: Access, progress: PromptProgress) -> None:
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


def listing(access: Access, progress: PromptProgress) -> None:
    """A sub-question that is answered with a list of items."""
    st.subheader(literal(progress.prompt.ask), anchor=False)
    if progress.prompt.help:
        st.caption(literal(progress.prompt.help))
    items.cards(access, progress)
    suggestions.offer(access, progress)
    if progress.prompt.kind == "budget_line":
        budget.draw(access)


def around(step: schema.Step, access: Access) -> None:
    """Why this step, whom to involve, what to look out for."""
    text = texts("stap")
    st.markdown(literal(" ".join(step.why)))
    hints.draw(access, step)
    with st.expander(text("involve")):
        bullets(step.involve)
    with st.expander(text("guidance")):
        for entry in step.guidance:
            st.markdown(f"**{literal(entry.title)}** {literal(entry.text)}")
            st.caption(text("source", source=literal(entry.source)))


def sections(step: schema.Step, current: schema.Section, access: Access) -> None:
    """The sections of the step, as links, the current one in bold."""
    with st.container(horizontal=True, key="sections"):
        for section in step.sections:
            label = literal(section.title)
            label = f"**{label}**" if section is current else label
            navigation.link(screens.STEP, label, access, stap=str(step.number), onderdeel=section.key)


def shown_texts(step: schema.Step, section: schema.Section) -> Iterator[str]:
    """The texts of ours on this screen, to find the words to explain."""
    yield from (*step.why, *step.involve, section.title, section.intro or "")
    for prompt in section.prompts:
        yield from (prompt.ask, prompt.help or "")
    for entry in step.guidance:
        yield from (entry.title, entry.text)


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
        around(step, access)
    else:
        hints.draw(access, step)
    st.header(literal(section.title), anchor=False)
    if section.intro:
        st.markdown(literal(section.intro))
    if access.may(Action.EDIT):
        st.caption(texts("invullen")("no_names"))
    for prompt in section.prompts:
        if prompt.addition_2026:
            st.caption(texts("invullen")("addition"))
        progress = of_prompt(step.number, section.key, prompt, access.dossier.items)
        (answer if prompt.kind == "answer" else listing)(access, progress)
    terms.explain(shown_texts(step, section))
    onward(step, section, access)
    editing.finish()


screen()

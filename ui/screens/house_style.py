"""How the documents of a municipality look: what is in use, what is proposed, and bringing it in."""

from collections.abc import Mapping

import streamlit as st

from content.loader import texts
from dossier.house_style import NEUTRAL, HouseStyle, KeptPart, Part
from dossier.roles import Action
from ui import navigation, screens
from ui.access import Access
from ui.components import style_part, style_sample
from ui.components.page import FieldError, frame
from ui.components.style_messages import act, done, error_in
from ui.wiring import use_cases


def samples(access: Access, proposed: list[KeptPart], style: HouseStyle) -> None:
    """A sample of what is proposed; without a proposal, of what is in use if that is anything."""
    if proposed:
        style_sample.draw_proposal(access, proposed, use_cases().house_style(access.token, proposed=True))
    elif style != NEUTRAL:
        st.header(texts("huisstijl")("current_heading"), anchor=False)
        style_sample.draw(access, style, proposed=False)


def part(
    access: Access,
    which: Part,
    found: KeptPart | None,
    style: HouseStyle,
    error: FieldError | None,
    typed: str,
) -> None:
    """One part: what is in use; for who may edit a form, and a button to go back to the neutral style."""
    text = texts("huisstijl")
    with st.container(border=True, key=f"card-{which}"):
        style_part.draw(which, found, style)
        if not access.may(Action.EDIT):
            return
        style_part.form(access, which, error, typed)
        if found:
            args = ("removed", use_cases().remove_style, access.token, which)
            st.button(text(f"remove_{which}"), key=f"remove-{which}", on_click=act, args=args)


def said(key: str) -> None:
    """What was done just now."""
    if key:
        st.success(texts("huisstijl")(f"done_{key}"))


def screen() -> None:
    """Draws the screen."""
    text, access = texts("huisstijl"), navigation.require()
    edits = access.may(Action.EDIT)
    params: Mapping[str, str] = dict(st.query_params) if edits else {}
    just_done, error = done(params), error_in(params)
    frame(
        text("title"),
        links=navigation.links(screens.OVERVIEW, access),
        errors=[error] if error else [],
        kicker=navigation.name_of(access.dossier),
        focus=f"{access.dossier.id}/style/{just_done}",
    )
    navigation.link(screens.OVERVIEW, text("back"), access)
    said(just_done)
    st.markdown(text("intro") if edits else text("intro_reader"))
    found, style = use_cases().style_parts(access.token), use_cases().house_style(access.token)
    samples(access, [each for each in found if each.proposed and edits], style)
    st.header(text("parts_heading"), anchor=False)
    in_use = {each.part: each for each in found if not each.proposed}
    for which in Part:
        typed = params.get("kleur", style.accent or "") if which is Part.ACCENT else ""
        part(access, which, in_use.get(which), style, error, typed)
    st.markdown(text("not_in_copy"))


screen()

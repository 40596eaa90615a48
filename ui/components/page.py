"""What stands around every screen: the header bar, the heading, the error summary."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from content.loader import texts
from ui import style
from ui.components.lists import bullets_of_markdown
from ui.components.literal import literal


@dataclass(frozen=True)
class NavLink:
    """One link of the header bar; the first one is the product's name."""

    label: str
    page_path: str | StreamlitPage
    params: Mapping[str, str] = field(default_factory=dict)
    active: bool = False


@dataclass(frozen=True)
class FieldError:
    """Something to put right: the key of the field's widget, and a message that says how."""

    key: str
    message: str


def frame(
    title: str,
    *,
    links: Sequence[NavLink] = (),
    wide: bool = False,
    errors: Sequence[FieldError] = (),
    focus: str = "",
    kicker: str = "",
    progress: float | None = None,
    stored: Mapping[str, str] | None = None,
    copy: Mapping[str, str] | None = None,
    go: str = "",
    watch: style.Watch | None = None,
    answers: style.Answers | None = None,
) -> None:
    """Draws the top of a screen; every screen calls it first.

    ``title`` is a user's own text or ours, shown literally. ``focus`` names the place (page, step,
    question): when it changes, the heading gets the focus. ``kicker`` is the small line above the
    heading, ``progress`` (0 to 1) a bar below that line. For ``stored``, ``copy``,
    ``go``, ``watch`` and ``answers`` see :class:`ui.style.Signal`.
    """
    style.inject()
    if links:
        _header(links)
    with st.container(key="page-wide" if wide else "page", gap="small"):
        if progress is not None:
            st.progress(progress, text=literal(kicker))
        elif kicker:
            st.caption(literal(kicker))
        st.title(literal(" ".join(title.split())), anchor=False)
        if errors:
            _summary(errors)
    style.front_end(
        style.Signal(
            title=_tab_title(title, wrong=bool(errors)),
            heading=title,
            focus=focus or title,
            errors=tuple(error.key for error in errors),
            stored=stored or {},
            copy=copy or {},
            go=go,
            watch=watch,
            answers=answers,
        )
    )


def field_error(key: str, errors: Sequence[FieldError]) -> None:
    """Repeats the messages of one field; goes right above the field itself."""
    messages = [error.message for error in errors if error.key == key]
    if messages:
        with st.container(key=f"error-{key}"):
            for message in messages:
                st.markdown(literal(message))


def _header(links: Sequence[NavLink]) -> None:
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        for link in links:
            label = literal(link.label)
            st.page_link(
                link.page_path,
                label=f"**{label}**" if link.active else label,
                query_params=dict(link.params),
            )


def _summary(errors: Sequence[FieldError]) -> None:
    text = texts("pagina")
    with st.container(key="errors"):
        st.header(text("errors_heading", n=len(errors)), anchor=False)
        bullets_of_markdown(f"[{literal(error.message)}](#field-{error.key})" for error in errors)


def _tab_title(title: str, *, wrong: bool) -> str:
    text = texts("pagina")
    page_title = text("page_title", title=title, product=text("product"))
    return text("error_title", title=page_title) if wrong else page_title

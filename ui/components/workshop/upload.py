"""A file of paper forms: a plain form to send it, and a preview to confirm or throw away."""

from collections import Counter
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, Template

from content.loader import texts, typetest
from typetest.model import QUESTIONS
from typetest.report import problem_line
from typetest.table import Problem
from ui.components.lists import AT_A_TIME, bullets
from ui.components.literal import literal
from ui.components.page import FieldError
from ui.components.workshop import opened as o
from ui.components.workshop.opened import Opened
from ui.web.cookies import proof_of
from ui.web.paper_forms import MOST_BYTES, PERSPECTIVE, PROPOSAL, action_of
from ui.web.proposals import PROPOSALS, Proposal
from ui.web.sent_form import CONTENT, PROOF
from ui.wiring import facilitating

KEY = "upload"
_REFUSED = ("too_large", "no_file")


@cache
def _template() -> Template:
    folder = Path(__file__).parent
    return Environment(loader=FileSystemLoader(folder), autoescape=True).get_template("upload.html.j2")


def errors() -> tuple[FieldError, ...]:
    """What was wrong with the file as such, from the address it came back to."""
    found = st.query_params.get("melding", "")
    if found not in _REFUSED:
        return ()
    message = texts("werksessie")(f"upload_{found}", limit=MOST_BYTES // 1_000_000)
    return (FieldError(KEY, message),)


def busy() -> bool:
    """Whether there is something to look at: a proposal, or what was wrong with a file."""
    return bool(st.query_params.get(PROPOSAL) or errors())


def draw(opened: Opened, wrong: tuple[FieldError, ...]) -> None:
    """The proposal when there is one, and the form."""
    text, name = texts("werksessie"), st.query_params.get(PROPOSAL, "")
    if name:
        proposal = PROPOSALS.find(name, opened.id)
        if proposal is None:
            st.warning(text("proposal_gone"))
        elif proposal.problems:
            _problems(proposal.problems)
        else:
            _preview(opened, name, proposal)
    _form(opened, next((error.message for error in wrong if error.key == KEY), ""))


def _form(opened: Opened, error: str) -> None:
    text, perspectives = texts("werksessie"), opened.workshop.setup.perspectives
    names = [(p.value, typetest().perspectives[p.value].name) for p in perspectives]
    with st.container(key=KEY):
        st.html(
            _template().render(
                action=action_of(opened.access.params, opened.id),
                label=text("upload_label"),
                hint=text("upload_hint", groups=", ".join(opened.workshop.group_names.values())),
                error=error,
                content=CONTENT,
                perspective=PERSPECTIVE,
                perspective_label=text("upload_perspective"),
                perspectives=names if len(names) > 1 else [],
                proof_field=PROOF,
                proof=proof_of(opened.token),
                send=text("upload_send"),
            )
        )


def _problems(problems: tuple[Problem, ...]) -> None:
    """Everything that is wrong, by line and column; nothing of the file was added."""
    text, lines = texts("werksessie"), [_line(problem) for problem in problems]
    with st.container(key="warn-file"):
        st.markdown(f"**{text('file_wrong', n=len(lines))}**")
        bullets(lines[:AT_A_TIME])
    if len(lines) > AT_A_TIME:
        with st.expander(text("file_more", n=len(lines) - AT_A_TIME)):
            bullets(lines[AT_A_TIME:])


def _line(problem: Problem) -> str:
    text, key = texts("werksessie"), f"file_{problem.key}"
    if key not in text:
        return problem_line(problem)
    return text(key, line=problem.line, value=problem.value)


def _preview(opened: Opened, name: str, proposal: Proposal) -> None:
    """What would be added, and a button to do so."""
    text, forms = texts("werksessie"), proposal.forms.values()
    groups = Counter(group for group, _ in forms)
    unfinished = sum(len(answers) < len(QUESTIONS) for _, answers in forms)
    with st.container(key="note-file"):
        about = typetest().perspectives[proposal.perspective.value].name
        st.markdown(f"**{text('file_found', n=len(forms))}** {text('file_about', name=literal(about))}")
        names = opened.workshop.group_names
        bullets(text("file_group", name=names[key], n=n) for key, n in groups.items())
        st.markdown(text("file_open", n=unfinished) if unfinished else text("file_complete"))
        with st.container(horizontal=True, key="confirm-file"):
            args = (opened, name, proposal)
            label = text("file_add", n=len(forms))
            st.button(label, key=f"add-{name}", type="primary", on_click=_add, args=args)
            st.button(text("file_drop"), key=f"drop-{name}", on_click=_drop, args=(name,))


def _add(opened: Opened, name: str, proposal: Proposal) -> None:
    """Adds all forms or none; the ids were made with the proposal, so a double press adds them once."""
    forms = {
        fid: (group, {proposal.perspective: answers}) for fid, (group, answers) in proposal.forms.items()
    }
    if o.act(facilitating().add_forms, opened.token, opened.id, forms, said="forms_added"):
        _drop(name)


def _drop(name: str) -> None:
    PROPOSALS.drop(name)
    st.query_params.pop(PROPOSAL, None)

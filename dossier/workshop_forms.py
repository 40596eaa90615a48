"""Paper forms in a table, held against the session they are for: every form belongs to one of its groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.workshop import MOST_PEOPLE, Setup
from typetest.model import Answers
from typetest.table import GROUP, Form, Problem, Sheet


@dataclass(frozen=True)
class GroupedForms:
    """The forms with the keys of their groups; they count only when there are no problems."""

    forms: tuple[tuple[str, Answers], ...]
    problems: tuple[Problem, ...]


def grouped(sheet: Sheet, setup: Setup) -> GroupedForms:
    """``sheet`` for a session of this ``setup``: a group goes by its name or its key, in capitals or not.

    Where the session has one group, a form without one belongs to it.
    """
    if len(sheet.forms) > MOST_PEOPLE:
        return GroupedForms((), (Problem(sheet.forms[MOST_PEOPLE].line, "too_many", value=MOST_PEOPLE),))
    known = {group.name.strip().casefold(): group.key for group in setup.groups}
    known |= {group.key: group.key for group in setup.groups}
    only = setup.groups[0].key if len(setup.groups) == 1 else None
    problems = (*sheet.problems, *_problems(sheet.forms, known, only))
    if problems:
        return GroupedForms((), problems)
    return GroupedForms(tuple((_key(form, known) or only or "", form.answers) for form in sheet.forms), ())


def _problems(forms: tuple[Form, ...], known: Mapping[str, str], only: str | None) -> Iterator[Problem]:
    for form in forms:
        if form.group is None and only is None:
            yield Problem(form.line, "group_missing", GROUP)
        elif form.group is not None and _key(form, known) is None:
            yield Problem(form.line, "group_unknown", GROUP, form.group)


def _key(form: Form, known: Mapping[str, str]) -> str | None:
    return known.get((form.group or "").casefold())

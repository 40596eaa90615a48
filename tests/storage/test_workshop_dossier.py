"""Sessions as a part of their dossier: in a reading, a file and a copy."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from dossier.json_format import from_json, to_json
from dossier.model import Details
from dossier.use_cases import UseCases
from dossier.workshop import Phase
from storage import SqlStorage
from tests.rooms import Room, full_room
from tests.storage.helpers import NASTY, START
from typetest.model import Perspective


def full(storage: SqlStorage) -> Room:
    made = full_room(storage)
    made.two_rounds(3, 5)
    made.note("promise", "p", who="De wethouder", what=NASTY)
    made.note("finding", "huidig-3", direction="a", reasons_b=NASTY)
    return made


@contextmanager
def counted(storage: SqlStorage) -> Iterator[list[str]]:
    """The statements that are sent to the database."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        sent.append(statement)

    sa.event.listen(storage._engine, "before_cursor_execute", note)
    yield sent
    sa.event.remove(storage._engine, "before_cursor_execute", note)


def test_only_what_was_revealed_is_in_the_dossier(storage: SqlStorage, use_cases: UseCases) -> None:
    made = full_room(storage)
    practice = full_room(storage, made.dossier, practice=True)
    practice.reveal()
    assert use_cases.open(made.token).workshops == ()
    made.reveal()
    (report,) = use_cases.open(made.token).workshops
    assert report.workshop.code is None
    assert report == made.report.model_copy(update={"workshop": report.workshop})


def test_without_sessions_it_costs_one_statement(storage: SqlStorage, use_cases: UseCases) -> None:
    token = use_cases.create(Details(), "nl").edit_token
    with counted(storage) as sent:
        use_cases.open(token)
    assert len([statement for statement in sent if "workshop" in statement]) == 1
    assert not [statement for statement in sent if re.search("FROM (result|note)", statement)]


def test_a_file_and_a_copy_keep_what_was_shown_and_noted(storage: SqlStorage, use_cases: UseCases) -> None:
    made = full(storage)
    source = use_cases.open(made.token)
    text, code = to_json(source), made.code
    assert code not in text
    copied = use_cases.create_from(from_json(text, "file", START)).edit_token
    (report,) = use_cases.open(copied).workshops
    (original,) = source.workshops
    assert report.results == original.results
    assert [(n.id, n.kind, n.data) for n in report.notes] == [(n.id, n.kind, n.data) for n in original.notes]
    workshop = report.workshop
    assert (workshop.phase, workshop.code, workshop.ballots_kept) == (Phase.CLOSED, None, False)
    assert workshop.id != made.id
    assert made.code == code
    assert (workshop.setup, workshop.chosen, workshop.created) == (made.now.setup, (3, 5), made.now.created)
    assert to_json(use_cases.open(copied)) == text
    with storage.read() as work:
        assert work.casts(workshop.id) == ()


def test_a_note_of_a_copy_can_be_changed(storage: SqlStorage, use_cases: UseCases) -> None:
    made = full(storage)
    copied = use_cases.create_from(use_cases.open(made.token)).edit_token
    (report,) = use_cases.open(copied).workshops
    saved = made.lead.save_note(copied, report.workshop.id, "huidig-3", "finding", {"reasons_a": "Ja"}, 1)
    assert (saved.version, saved.conflicts, saved.values["direction"]) == (2, (), "a")


def test_a_glance_is_the_same_statements_for_any_number_of_people(storage: SqlStorage) -> None:
    sizes = []
    for number in (3, 60):
        made = full_room(storage, people={"raad": number})
        with counted(storage) as sent:
            workshop, people = made.lead.glance(made.token, made.id)
        assert (workshop.id, people[0].joined, people[0].ready) == (made.id, number, number)
        sizes.append(len(sent))
    assert sizes[0] == sizes[1] <= 4


def test_what_a_session_shows_of_a_perspective(storage: SqlStorage, use_cases: UseCases) -> None:
    made = full_room(storage, perspectives=["huidig", "gewenst"])
    made.close()
    (report,) = use_cases.open(made.token).workshops
    assert {result.perspective for result in report.results} == set(Perspective)

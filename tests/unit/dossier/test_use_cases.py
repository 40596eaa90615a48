"""Making, entering, sharing and leaving a dossier; details and answers."""

import hashlib
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from dossier.merge import Conflict
from dossier.model import Details, GivenAnswer
from dossier.roles import Role
from dossier.use_cases import Created, Entry, Invalid, LastLink, NotAllowed, NotFound, UseCases
from stappenplan.items import Activity, Goal
from storage import SqlStorage
from storage.engine import SQLITE_FILE
from tests.storage.helpers import START
from typetest.model import Choice, Perspective

HUIDIG, GEWENST = Perspective


# -- making, entering, reading ---------------------------------------------------------------------


def test_a_new_dossier_is_empty_and_opens_by_both_its_links(uc: UseCases, made: Created) -> None:
    assert uc.enter(made.edit_token) == Entry(made.dossier_id, Role.BEGELEIDER)
    assert uc.enter(made.read_token) == Entry(made.dossier_id, Role.LEZER)
    dossier = uc.open(made.read_token)
    assert dossier == uc.open(made.edit_token)
    assert (dossier.id, dossier.edition, dossier.created) == (made.dossier_id, "nl", START)
    assert dossier.details == Details(municipality="Voorbeeld", period_start=2026)
    assert dossier.details_version == 1
    assert (dossier.answers, dossier.items) == ({}, ())


def test_of_a_secret_only_its_hash_is_kept(storage: SqlStorage, made: Created) -> None:
    with storage.read() as work:
        hashes = {link.token_hash for link in work.links(made.dossier_id)}
    assert hashes == {hashlib.sha256(t.encode()).hexdigest() for t in (made.edit_token, made.read_token)}


def test_an_unknown_link_gives_nothing(uc: UseCases, made: Created) -> None:
    assert uc.enter("no such link") is None
    assert uc.enter(made.dossier_id) is None
    with pytest.raises(NotAllowed):
        uc.open("no such link")


def test_a_copy_has_everything_and_goes_its_own_way(uc: UseCases, edit: str) -> None:
    uc.answer(edit, HUIDIG, 3, {"choice": "a"}, 0)
    uc.answer(edit, HUIDIG, 3, {"note": "why"}, 1)
    uc.answer(edit, GEWENST, 14, {"choice": "b"}, 0)
    uc.save_item(edit, "g", 5, Goal(), {"title": "goal"}, 0)
    uc.save_item(edit, "g", 5, Goal(), {"result": "result"}, 1)
    uc.save_item(edit, "a", 6, Activity(), {"goal": "g"}, 0)
    source = uc.open(edit)
    copy = uc.create_from(source)
    opened = uc.open(copy.edit_token)
    assert opened.id == copy.dossier_id != source.id
    assert (opened.details, opened.edition) == (source.details, source.edition)
    assert opened.choices(HUIDIG) == {3: Choice.A}
    assert opened.answers[HUIDIG][3] == GivenAnswer(choice=Choice.A, note="why", version=1)
    assert opened.answers[GEWENST][14] == GivenAnswer(choice=Choice.B, version=1)
    assert [(i.id, i.step, i.position, i.version) for i in opened.items] == [("g", 5, 0, 1), ("a", 6, 0, 1)]
    assert [i.data for i in opened.items] == [i.data for i in source.items]
    assert uc.save_item(copy.edit_token, "g", 5, Goal(), {"title": "other"}, 1).conflicts == ()
    assert uc.open(edit) == source
    assert uc.enter(copy.read_token) == Entry(copy.dossier_id, Role.LEZER)


def test_what_a_dossier_says_of_itself(uc: UseCases, edit: str) -> None:
    assert uc.open(edit).leading is HUIDIG
    uc.answer(edit, GEWENST, 1, {"note": "not yet"}, 0)
    assert uc.open(edit).leading is HUIDIG
    assert uc.open(edit).choices(GEWENST) == {}
    uc.answer(edit, GEWENST, 1, {"choice": "b"}, 1)
    uc.save_item(edit, "g", 5, Goal(), {"title": "goal"}, 0)
    uc.save_item(edit, "a", 6, Activity(), {"title": "activity"}, 0)
    dossier = uc.open(edit)
    assert dossier.leading is GEWENST
    assert dossier.choices(GEWENST) == {1: Choice.B}
    assert [i.id for i in dossier.of_kind("activity")] == ["a"]
    assert dossier.item("g") == dossier.items[0]
    assert dossier.item("x") is None


def test_a_link_without_its_dossier_finds_nothing(
    uc: UseCases, made: Created, storage: SqlStorage, tmp_path: Path
) -> None:
    storage.close()
    raw = sqlite.connect(tmp_path / SQLITE_FILE)  # no foreign keys here, as in a damaged database
    raw.execute("DELETE FROM dossier")
    raw.commit()
    raw.close()
    with pytest.raises(NotFound):
        uc.open(made.read_token)
    with pytest.raises(NotFound):
        uc.save_details(made.edit_token, {"title": "x"}, 1)


# -- details ---------------------------------------------------------------------------------------


def test_details_are_saved_field_by_field(uc: UseCases, edit: str) -> None:
    saved = uc.save_details(edit, {"title": "Plan", "period_end": 2029}, 1)
    assert (saved.version, saved.conflicts, saved.replaced) == (2, (), 0)
    kept = Details(municipality="Voorbeeld", title="Plan", period_start=2026, period_end=2029)
    assert saved.values == kept.model_dump()
    assert uc.open(edit).details == kept
    assert uc.open(edit).details_version == 2


def test_details_of_two_people_are_merged(uc: UseCases, edit: str) -> None:
    uc.save_details(edit, {"title": "theirs", "period_start": 2027}, 1)
    saved = uc.save_details(edit, {"title": "mine", "municipality": "Elders"}, 1)
    assert saved.conflicts == (Conflict("title", "mine", "theirs"),)
    assert saved.version == 3
    assert uc.open(edit).details == Details(municipality="Elders", title="theirs", period_start=2027)
    chosen = uc.save_details(edit, {"title": "mine"}, saved.version)
    assert chosen.conflicts == ()
    assert uc.open(edit).details.title == "mine"


def test_saving_details_twice_changes_nothing_more(uc: UseCases, edit: str) -> None:
    first = uc.save_details(edit, {"title": "x"}, 1)
    assert uc.save_details(edit, {"title": "x"}, 1) == first


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"title": "x" * 301}, {"title": "string_too_long"}),
        ({"period_start": 1899, "period_end": "soon"}, {"period_start": "", "period_end": ""}),
        ({"shoe_size": 43}, {"shoe_size": "extra_forbidden"}),
    ],
)
def test_details_that_cannot_be_kept_are_named(
    uc: UseCases, edit: str, changes: dict[str, object], fields: dict[str, str]
) -> None:
    before = uc.open(edit)
    with pytest.raises(Invalid) as problem:
        uc.save_details(edit, changes, 1)
    assert problem.value.fields.keys() == fields.keys()
    assert all(why in problem.value.fields[name] for name, why in fields.items())
    assert uc.open(edit) == before


# -- answers ---------------------------------------------------------------------------------------


def test_an_answer_is_kept_and_changed_and_opened_again(uc: UseCases, edit: str) -> None:
    assert uc.answer(edit, HUIDIG, 1, {"choice": "a"}, 0).version == 1
    assert uc.answer(edit, HUIDIG, 1, {"note": "why"}, 1).version == 2
    assert uc.open(edit).answers == {HUIDIG: {1: GivenAnswer(choice=Choice.A, note="why", version=2)}}
    assert uc.answer(edit, HUIDIG, 1, {"choice": None}, 2).version == 3
    assert uc.open(edit).choices(HUIDIG) == {}


def test_saying_nothing_keeps_nothing(uc: UseCases, edit: str) -> None:
    assert uc.answer(edit, HUIDIG, 1, {"choice": None, "note": ""}, 0).version == 0
    assert uc.open(edit).answers == {}


def test_answers_of_two_people_are_merged(uc: UseCases, edit: str) -> None:
    uc.answer(edit, HUIDIG, 1, {"choice": "a"}, 0)
    uc.answer(edit, HUIDIG, 1, {"choice": "b", "note": "theirs"}, 1)
    saved = uc.answer(edit, HUIDIG, 1, {"choice": "a", "note": "mine"}, 1)
    assert saved.conflicts == (Conflict("note", "mine", "theirs"),)
    assert saved.values == {"choice": "b", "note": "theirs"}
    assert saved.version == 2


def test_answering_twice_changes_nothing_more(uc: UseCases, edit: str) -> None:
    first = uc.answer(edit, HUIDIG, 1, {"choice": "a"}, 0)
    assert uc.answer(edit, HUIDIG, 1, {"choice": "a"}, 0) == first
    assert uc.open(edit).answers[HUIDIG][1].version == 1


@pytest.mark.parametrize("question", [0, 15, -1])
def test_there_are_fourteen_questions(uc: UseCases, edit: str, question: int) -> None:
    with pytest.raises(Invalid) as problem:
        uc.answer(edit, HUIDIG, question, {"choice": "a"}, 0)
    assert problem.value.fields == {"question": "range"}
    assert uc.answer(edit, HUIDIG, 14, {"choice": "a"}, 0).version == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"choice": "c"}, "choice"), ({"note": "x" * 10_001}, "note"), ({"version": 3}, "version")],
)
def test_an_answer_that_cannot_be_kept_is_named(
    uc: UseCases, edit: str, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid, match=field) as problem:
        uc.answer(edit, HUIDIG, 1, changes, 0)
    assert problem.value.fields.keys() == {field}
    assert uc.open(edit).answers == {}


def test_characters_that_cannot_be_kept_are_replaced_and_counted(uc: UseCases, edit: str) -> None:
    saved = uc.answer(edit, HUIDIG, 1, {"note": "a\x00b\x1bc\ud800d\r\ne\tf"}, 0)
    assert saved.replaced == 3
    assert saved.values["note"] == "a\ufffdb\ufffdc\ufffdd\ne\tf"
    assert uc.open(edit).answers[HUIDIG][1].note == saved.values["note"]
    assert uc.save_details(edit, {"title": "\x01", "municipality": "\x02\x03"}, 1).replaced == 3


# -- links and leaving -----------------------------------------------------------------------------


def test_each_role_does_what_it_may(uc: UseCases, edit: str) -> None:
    participant, reader = uc.share(edit, Role.DEELNEMER), uc.share(edit, Role.LEZER)
    assert uc.answer(participant, HUIDIG, 1, {"choice": "a"}, 0).version == 1
    assert uc.open(reader) == uc.open(participant) == uc.open(edit)
    with pytest.raises(NotAllowed):
        uc.answer(reader, HUIDIG, 1, {"choice": "b"}, 1)
    for token in (participant, reader):
        for forbidden in (
            lambda t: uc.save_details(t, {"title": "x"}, 1),
            lambda t: uc.save_item(t, "g", 5, Goal(), {"title": "x"}, 0),
            lambda t: uc.remove_item(t, "g"),
            lambda t: uc.restore_item(t, "g"),
            lambda t: uc.place_before(t, "g", "h"),
            lambda t: uc.share(t, Role.BEGELEIDER),
            uc.links,
            lambda t: uc.withdraw(t, "id1"),
            uc.delete,
        ):
            with pytest.raises(NotAllowed):
                forbidden(token)
    assert uc.open(edit).items == ()


def test_links_are_listed_with_their_role(uc: UseCases, made: Created) -> None:
    token = uc.share(made.edit_token, Role.DEELNEMER)
    links = uc.links(made.edit_token)
    assert [link.role for link in links] == [Role.BEGELEIDER, Role.LEZER, Role.DEELNEMER]
    assert uc.own_link(token) == links[2].id
    assert uc.own_link(made.edit_token) == links[0].id


def test_a_withdrawn_link_stops_working_at_once(uc: UseCases, made: Created) -> None:
    link_id = uc.own_link(made.read_token)
    uc.withdraw(made.edit_token, link_id)
    first = uc.links(made.edit_token)
    assert uc.enter(made.read_token) is None
    with pytest.raises(NotAllowed):
        uc.open(made.read_token)
    uc.withdraw(made.edit_token, link_id)
    assert uc.links(made.edit_token) == first
    assert first[1].withdrawn is not None


def test_the_last_link_that_edits_stays(uc: UseCases, edit: str) -> None:
    with pytest.raises(LastLink):
        uc.withdraw(edit, uc.own_link(edit))
    other = uc.share(edit, Role.BEGELEIDER)
    uc.withdraw(edit, uc.own_link(edit))
    assert uc.enter(edit) is None
    with pytest.raises(LastLink):
        uc.withdraw(other, uc.own_link(other))
    assert uc.enter(other) is not None


def test_a_link_of_another_dossier_cannot_be_withdrawn(uc: UseCases, edit: str) -> None:
    other = uc.create(Details(), "nl")
    uc.withdraw(edit, uc.own_link(other.read_token))
    assert uc.enter(other.read_token) is not None


def test_a_deleted_dossier_is_gone_and_others_stay(uc: UseCases, made: Created) -> None:
    other = uc.create(Details(title="other"), "nl")
    uc.delete(made.edit_token)
    assert uc.enter(made.edit_token) is uc.enter(made.read_token) is None
    with pytest.raises(NotAllowed):
        uc.delete(made.edit_token)
    assert uc.open(other.read_token).details.title == "other"


def test_deleting_says_when_a_reader_keeps_traces(
    uc: UseCases, edit: str, storage: SqlStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy() -> None:
        raise TimeoutError

    monkeypatch.setattr(storage, "forget", busy)
    assert uc.delete(edit) is False
    assert uc.enter(edit) is None


def test_deleting_says_when_no_trace_is_left(uc: UseCases, edit: str) -> None:
    assert uc.delete(edit) is True


def test_what_people_wrote_is_not_in_an_error(uc: UseCases, edit: str) -> None:
    secret = "geheim " * 100
    with pytest.raises(Invalid) as found:
        uc.save_details(edit, {"title": secret}, 1)
    assert "geheim" not in f"{found.value} {found.value.__cause__}"


def test_secrets_are_not_in_what_is_printed(made: Created) -> None:
    assert made.edit_token not in repr(made)
    assert made.read_token not in repr(made)

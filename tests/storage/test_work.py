"""What `dossier.storage.Work` promises, and that both databases keep it."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest

from dossier.model import Change, Details, GivenAnswer, Link
from dossier.roles import Role
from stappenplan.items import Activity, BudgetRemark, Cover, Goal, PlanItem
from storage import SqlStorage, open_storage
from storage.engine import make_engine
from tests.storage.helpers import NASTY, START
from typetest.model import Choice, Perspective

HUIDIG, GEWENST = Perspective


class Stop(BaseException):
    """Like Streamlit's stop and rerun: no ``Exception``."""


@pytest.fixture
def filled(storage: SqlStorage) -> SqlStorage:
    """A storage with the empty dossiers d and e."""
    with storage.write() as work:
        work.add_dossier("d", "nl", START)
        work.add_dossier("e", "nl", START)
    return storage


def _goal(item_id: str, step: int = 5, position: int = 0, title: str = "") -> PlanItem:
    return PlanItem(id=item_id, step=step, position=position, data=Goal(title=title))


def _link(number: int, *, role: Role = Role.LEZER) -> Link:
    created = START + timedelta(seconds=number)
    return Link(id=f"l{number}", dossier_id="d", role=role, token_hash=f"h{number}", created=created)


def test_a_new_dossier_is_empty_and_knows_its_edition_and_moment(filled: SqlStorage) -> None:
    with filled.read() as work:
        dossier = work.dossier("d")
        assert work.details("d") == (Details(), 0)
    assert dossier is not None
    assert (dossier.id, dossier.edition, dossier.created) == ("d", "nl", START)
    assert (dossier.details, dossier.details_version) == (Details(), 0)
    assert (dossier.answers, dossier.items) == ({}, ())


def test_what_is_not_there_is_none(filled: SqlStorage) -> None:
    with filled.write() as work:
        assert work.dossier("x") is None
        assert work.details("x") is None
        assert work.item("d", "x") is None
        assert work.link("x") is None
        assert work.logged("d", "details", 1) is None
        assert work.last_logged("d", "details") is None
        assert work.answer("d", HUIDIG, 1) == GivenAnswer()
        assert work.items("d", "goal") == ()
        assert work.links("d") == ()


def test_texts_come_back_as_they_were_typed(filled: SqlStorage) -> None:
    long = (NASTY * 200)[:10_000]
    details = Details(municipality=NASTY, title=NASTY, period_start=2026, period_end=None)
    answer = GivenAnswer(choice=Choice.A, note=long, version=1)
    item = PlanItem(id="g", step=5, position=3, version=7, data=Goal(title=NASTY, specific=long))
    values = {"title": NASTY, "tasks": ["a", "b"], "amount": None, "no_target_yet": True}
    change = Change(dossier_id="d", subject="item:g", version=7, at=START, values=values)
    with filled.write() as work:
        work.save_details("d", details, 2)
        work.save_answer("d", GEWENST, 14, answer)
        work.save_item("d", item)
        work.log(change)
    with filled.read() as work:
        assert work.details("d") == (details, 2)
        assert work.answer("d", GEWENST, 14) == answer
        assert work.item("d", "g") == item
        assert work.logged("d", "item:g", 7) == change
        dossier = work.dossier("d")
    assert dossier is not None
    assert (dossier.details, dossier.details_version) == (details, 2)
    assert dossier.answers == {GEWENST: {14: answer}}
    assert dossier.items == (item,)


@pytest.mark.parametrize(
    "data",
    [
        Cover(title="c", amount="9999999999.99", year=2200),
        Activity(title="a", start="2026-02-28", end="2027-01-01"),
        BudgetRemark(lines=("a", "b"), text="Ad 4 en 5"),
    ],
    ids=lambda data: data.kind,
)
def test_amounts_dates_and_references_come_back_exactly(
    filled: SqlStorage, data: Cover | Activity | BudgetRemark
) -> None:
    item = PlanItem(id="i", step=6, position=0, data=data)
    with filled.write() as work:
        work.save_item("d", item)
    with filled.read() as work:
        assert work.item("d", "i") == item


def test_saving_again_replaces(filled: SqlStorage) -> None:
    with filled.write() as work:
        work.save_answer("d", HUIDIG, 1, GivenAnswer(choice=Choice.A, note="x", version=1))
        work.save_answer("d", HUIDIG, 1, GivenAnswer(choice=None, note="y", version=2))
        work.save_item("d", _goal("g", step=5, position=0, title="x"))
        work.save_item("d", _goal("g", step=5, position=4, title="y"))
    with filled.read() as work:
        assert work.answer("d", HUIDIG, 1) == GivenAnswer(note="y", version=2)
        assert work.items("d", "goal") == (_goal("g", step=5, position=4, title="y"),)


def test_dossiers_perspectives_and_questions_do_not_mix(filled: SqlStorage) -> None:
    with filled.write() as work:
        work.save_answer("d", HUIDIG, 1, GivenAnswer(note="d h 1", version=1))
        work.save_item("d", _goal("g", title="d"))
        work.save_item("e", _goal("g", title="e"))
        work.save_details("e", Details(title="e"), 1)
        work.delete_item("e", "g")
    with filled.read() as work:
        assert work.answer("d", GEWENST, 1) == work.answer("d", HUIDIG, 2) == GivenAnswer()
        assert work.answer("e", HUIDIG, 1) == GivenAnswer()
        assert work.item("d", "g") == _goal("g", title="d")
        assert work.item("e", "g") is None
        assert work.details("d") == (Details(), 0)


def test_items_come_in_order(filled: SqlStorage) -> None:
    placed = [("c", 5, 1), ("b", 5, 1), ("a", 5, 2), ("z", 2, 9), ("y", 5, 0)]
    with filled.write() as work:
        for item_id, step, position in placed:
            work.save_item("d", _goal(item_id, step, position))
        work.save_item("d", PlanItem(id="act", step=6, position=0, data=Activity()))
    with filled.read() as work:
        dossier = work.dossier("d")
        assert [i.id for i in work.items("d", "goal")] == ["y", "b", "c", "a", "z"]
    assert dossier is not None
    assert [i.id for i in dossier.items] == ["z", "y", "b", "c", "a", "act"]


def test_the_log_finds_a_version_and_the_newest(filled: SqlStorage) -> None:
    def change(version: int, subject: str = "details", dossier: str = "d") -> Change:
        return Change(dossier_id=dossier, subject=subject, version=version, at=START, values={"v": version})

    gone = Change(dossier_id="d", subject="item:g", version=2, at=START, values=None)
    with filled.write() as work:
        for version in (1, 2, 11, 9):
            work.log(change(version))
        work.log(change(12, subject="item:h"))
        work.log(change(13, dossier="e"))
        work.log(gone)
    with filled.read() as work:
        assert work.logged("d", "details", 2) == change(2)
        assert work.logged("d", "details", 12) is None
        assert work.last_logged("d", "details") == change(11)
        assert work.last_logged("d", "item:g") == gone


def test_one_version_is_never_logged_twice(filled: SqlStorage) -> None:
    change = Change(dossier_id="d", subject="details", version=1, at=START, values={})
    with filled.write() as work:
        work.log(change)
    with pytest.raises(Exception, match=r"(?i)unique"), filled.write() as work:
        work.log(change)


def test_links_are_found_by_hash_and_listed_oldest_first(filled: SqlStorage) -> None:
    with filled.write() as work:
        for number in (3, 1, 2):
            work.add_link(_link(number))
    with filled.read() as work:
        assert work.link("h2") == _link(2)
        assert work.links("d") == (_link(1), _link(2), _link(3))
        assert work.links("e") == ()


def test_a_link_is_withdrawn_once_and_only_in_its_own_dossier(filled: SqlStorage) -> None:
    with filled.write() as work:
        work.add_link(_link(1))
        work.withdraw_link("e", "l1", START)
        assert work.link("h1") == _link(1)
        work.withdraw_link("d", "l1", START)
        work.withdraw_link("d", "l1", START + timedelta(days=1))
        assert work.link("h1") == _link(1).model_copy(update={"withdrawn": START})


def test_moments_are_kept_as_the_same_moment(filled: SqlStorage) -> None:
    elsewhere = datetime(2026, 7, 1, 0, 30, 0, 123456, timezone(timedelta(hours=2)))
    with filled.write() as work:
        work.add_dossier("f", "nl", elsewhere)
    with filled.read() as work:
        dossier = work.dossier("f")
    assert dossier is not None
    assert dossier.created == elsewhere
    assert dossier.created.tzinfo is UTC


@pytest.mark.parametrize("problem", [Stop, KeyboardInterrupt, ValueError])
def test_a_transaction_that_does_not_end_normally_leaves_nothing(
    filled: SqlStorage, problem: type[BaseException]
) -> None:
    def fail() -> None:
        with filled.write() as work:
            work.add_dossier("f", "nl", START)
            work.save_details("d", Details(title="x"), 1)
            raise problem

    with pytest.raises(problem):
        fail()
    with filled.write() as work:  # and the next one does not have to wait
        assert work.dossier("f") is None
        assert work.details("d") == (Details(), 0)


def test_a_reader_sees_one_moment_and_does_not_wait(filled: SqlStorage) -> None:
    with filled.read() as reader:
        assert reader.details("d") == (Details(), 0)
        with filled.write() as writer:
            writer.save_details("d", Details(title="x"), 1)
        assert reader.details("d") == (Details(), 0)
    with filled.read() as reader:
        assert reader.details("d") == (Details(title="x"), 1)


def test_what_is_kept_is_there_after_reopening(place: str) -> None:
    first = open_storage(place)
    with first.write() as work:
        work.add_dossier("d", "nl", START)
    first.close()
    second = open_storage(place)
    with second.read() as work:
        assert work.dossier("d") is not None
    second.close()


def test_a_writer_waits_for_the_writer_before_it(filled: SqlStorage) -> None:
    seen = []

    def second() -> None:
        with filled.write() as work:
            seen.append(work.details("d"))

    with filled.write() as work:
        work.details("d")
        thread = threading.Thread(target=second)
        thread.start()
        thread.join(0.2)  # long enough to read too early, were that possible
        work.save_details("d", Details(title="first"), 1)
    thread.join()
    assert seen == [(Details(title="first"), 1)]


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://x/y", "sqlite:///x"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r"expected postgresql\+psycopg"):
        make_engine(url)

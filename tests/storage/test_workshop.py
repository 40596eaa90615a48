"""A session from start to end, on both databases."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from dossier.door import hashed
from dossier.model import Details
from dossier.participating import Gone, UnknownCode, Vote, as_code
from dossier.roles import NotAllowed
from dossier.use_cases import NotFound, UseCases
from dossier.workshop import Counted, Finding, Parked, Phase, Shown, finding_id
from dossier.workshop_cases import Full, WrongPhase
from dossier.writing import Invalid
from storage import SqlStorage
from tests.rooms import NAMES, SETUP, Room, new_room
from tests.storage.helpers import NASTY, START, together
from typetest.group import Split
from typetest.model import QUESTIONS, Choice, Perspective

A, B = Choice
HUIDIG, GEWENST = Perspective
CODE = "K7R4M2X"


@pytest.fixture
def room(storage: SqlStorage) -> Room:
    return new_room(storage, code=CODE)


def test_a_session_starts_once_and_stands_with_its_dossier(room: Room) -> None:
    again = room.lead.start(room.token, room.id, SETUP | {"smallest": 9})
    assert (again.setup.smallest, again.code, again.phase) == (3, CODE, Phase.ANSWERING)
    assert room.lead.workshops(room.dossier.read_token) == (again,)
    assert again.group_names == NAMES


@pytest.mark.parametrize(
    "wrong",
    [
        {"smallest": 2},
        {"perspectives": []},
        {"perspectives": ["huidig", "huidig"]},
        {"groups": []},
        {"groups": [{"key": "a", "name": "x"}, {"key": "a", "name": "y"}]},
        {"groups": [{"key": "a", "name": ""}]},
    ],
)
def test_a_session_that_cannot_be_is_refused(room: Room, wrong: dict[str, object]) -> None:
    with pytest.raises(Invalid):
        room.lead.start(room.token, "other", SETUP | wrong)


def test_readers_and_strangers_change_nothing(room: Room) -> None:
    for token in (room.dossier.read_token, "wrong"):
        with pytest.raises(NotAllowed):
            room.lead.reveal(token, room.id)
    for ask in (room.lead.workshop, room.lead.reveal, room.lead.report, room.lead.counted):
        with pytest.raises(NotFound):
            ask(room.token, "unknown")


def test_another_dossier_does_not_reach_the_session(room: Room, use_cases: UseCases) -> None:
    other = use_cases.create(Details(), "nl").edit_token
    with pytest.raises(NotFound):
        room.lead.workshop(other, room.id)
    room.lead.delete(other, room.id)
    assert room.now.id == room.id


def test_people_join_by_code_however_it_is_typed(room: Room) -> None:
    assert as_code(" k7r 4m2-x ") == CODE
    assert room.take.look("k7r4 m2x").id == room.id
    token = room.take.join("k7r4m2x", "raad").token
    assert room.cast(token).seat.group == "raad"
    with pytest.raises(UnknownCode):
        room.take.look("K7R4M3X")
    with pytest.raises(UnknownCode):
        room.take.look("")
    with pytest.raises(Invalid):
        room.take.join(CODE, "college")


def test_a_participant_is_told_the_session_and_a_stranger_nothing(room: Room) -> None:
    token = room.come_in()
    assert room.take.session_of(token) == room.now
    room.close()
    assert room.take.session_of(token).phase is Phase.CLOSED
    room.lead.forget_ballots(room.token, room.id)
    for gone in (token, "unknown"):
        with pytest.raises(Gone):
            room.take.session_of(gone)


def test_only_the_hash_of_a_participants_secret_is_kept(storage: SqlStorage, room: Room) -> None:
    token = room.come_in()
    with storage.read() as work:
        assert work.seat(token) is None
        assert work.seat(hashed(token)) is not None


def test_an_answer_is_kept_changed_and_taken_back(room: Room) -> None:
    token = room.come_in()
    for choice in (A, B, B):
        room.take.vote(token, HUIDIG, 3, choice)
        assert room.cast(token).now(HUIDIG, 1) == {3: choice}
    room.take.vote(token, HUIDIG, 3, None)
    room.take.vote(token, HUIDIG, 3, None)
    assert room.cast(token).now(HUIDIG, 1) == {}
    with pytest.raises(Invalid):
        room.take.vote(token, GEWENST, 3, A)
    with pytest.raises(WrongPhase):
        room.take.vote(token, HUIDIG, 15, A)
    with pytest.raises(Gone):
        room.take.vote("nobody", HUIDIG, 3, A)


def test_counts_tell_who_is_there_and_ready_and_no_answer(room: Room) -> None:
    token = room.answered(A)
    room.answered(B)
    room.take.ready(token, ready=True)
    assert room.lead.counted(room.dossier.read_token, room.id) == (
        Counted(group="ambtelijk", joined=2, ready=1),
        Counted(group="raad", joined=0, ready=0),
        Counted(group="veld", joined=0, ready=0),
    )
    room.take.ready(token, ready=False)
    assert room.lead.counted(room.token, room.id)[0].ready == 0


def test_answers_kept_together_are_each_kept_or_refused(room: Room) -> None:
    one, two = room.come_in(), room.come_in()
    refusals = room.take.vote_all(
        [
            Vote(one, HUIDIG, 3, A, 1),
            Vote("nobody", HUIDIG, 3, A, 1),
            Vote(one, HUIDIG, 15, A, 1),
            Vote(two, GEWENST, 3, A, 1),
            Vote(two, HUIDIG, 3, B, 1),
            Vote(two, HUIDIG, 4, A, 2),
            Vote(one, HUIDIG, 3, B, 1),
            Vote(two, HUIDIG, 5, A, 1),
            Vote(two, HUIDIG, 5, None, 1),
        ]
    )
    found = [type(refusal) if refusal else None for refusal in refusals]
    assert found == [None, Gone, WrongPhase, Invalid, None, WrongPhase, None, None, None]
    assert [room.cast(token).now(HUIDIG, 1) for token in (one, two)] == [{3: B}, {3: B}]


def test_nothing_is_shown_before_the_reveal_and_all_at_once_after(room: Room) -> None:
    tokens = [room.answered(A), room.answered(A), room.answered(B)]
    assert room.report.results == ()
    assert room.take.seated(tokens[0]).results == ()
    room.reveal()
    room.reveal()
    report = room.lead.report(room.dossier.read_token, room.id)
    shown = report.latest(HUIDIG)
    assert shown is not None
    assert shown.room.splits[0] == Split(2, 1, 0)
    assert [tables.card is not None for tables in shown.groups] == [True, False, False]
    assert room.take.seated(tokens[0]).results == report.results
    assert report.latest(GEWENST) is None
    assert room.cast(tokens[0]).counts == {HUIDIG: True}
    with pytest.raises(WrongPhase):
        room.take.vote(tokens[0], HUIDIG, 1, B)
    with pytest.raises(WrongPhase):
        room.take.ready(tokens[0], ready=True)


def test_the_second_round_asks_the_chosen_statements_of_the_same_people(room: Room) -> None:
    first, *_ = [room.answered(A), room.answered(A), room.answered(B)]
    room.take.ready(first, ready=True)
    with pytest.raises(WrongPhase):
        room.again(2)
    room.reveal()
    for wrong in ([], [0], [3, 15]):
        with pytest.raises(Invalid):
            room.lead.answer_again(room.token, room.id, wrong)
    room.again(5, 2, 5)
    room.again(9)
    assert (room.now.chosen, room.now.phase) == ((2, 5), Phase.AGAIN)
    assert room.lead.counted(room.token, room.id)[0].ready == 0
    late = room.come_in()
    room.take.vote(late, HUIDIG, 2, B)
    room.take.vote(first, HUIDIG, 2, B)
    with pytest.raises(WrongPhase):
        room.take.vote(first, HUIDIG, 3, B)
    (refusal,) = room.take.vote_all([Vote(first, HUIDIG, 2, A, 1)])  # it was on its way too long
    assert isinstance(refusal, WrongPhase)
    assert room.cast(first).now(HUIDIG, 1)[2] is A
    assert room.cast(first).now(HUIDIG, 2)[2] is B
    room.compare()
    room.compare()
    report = room.report
    one, two = report.shown(HUIDIG, 1), report.shown(HUIDIG, 2)
    assert one is not None
    assert two is not None
    assert (one.room.splits[1], two.room.splits[1]) == (Split(2, 1, 0), Split(1, 2, 0))
    assert two.changed == (0, 1, *[0] * 12)
    assert report.latest(HUIDIG) == two


def test_closing_kills_the_code_and_shows_what_was_not_shown(room: Room) -> None:
    tokens = [room.answered(A) for _ in range(3)]
    room.close()
    room.close()
    assert (room.now.phase, room.now.code) == (Phase.CLOSED, None)
    assert len(room.report.results) == 1
    with pytest.raises(UnknownCode):
        room.take.look(CODE)
    assert room.take.seated(tokens[0]).results


def test_closing_in_the_second_round_shows_both(room: Room) -> None:
    for _ in range(3):
        room.answered(A)
    room.reveal()
    room.again(1)
    room.close()
    assert [result.round for result in room.report.results] == [1, 2]


def test_both_perspectives_have_their_own_answers(storage: SqlStorage) -> None:
    room = new_room(storage, perspectives=["huidig", "gewenst"])
    for _ in range(3):
        token = room.come_in()
        room.take.vote(token, GEWENST, 1, B)
        for question in QUESTIONS:
            room.take.vote(token, HUIDIG, question, A)
    room.reveal()
    found = room.report.results
    assert [(r.perspective, r.publication.room.complete) for r in found] == [(HUIDIG, 3), (GEWENST, 0)]
    assert room.cast(token).counts == {HUIDIG: True, GEWENST: False}


def test_a_session_by_link_closes_after_its_last_day(storage: SqlStorage) -> None:
    room = new_room(storage, clock=lambda: START, closes_on=date(2026, 1, 3))
    token = room.answered(A, questions=[1])
    room.on(storage, lambda: START + timedelta(days=2)).take.vote(token, HUIDIG, 1, B)
    with pytest.raises(WrongPhase):
        room.on(storage, lambda: START + timedelta(days=3)).take.vote(token, HUIDIG, 1, A)
    seated = room.take.seated(token)
    assert not seated.takes(1, START + timedelta(days=3))
    assert seated.takes(1, START + timedelta(days=2))


def test_single_answers_can_go_while_what_was_shown_stays(room: Room) -> None:
    token, *_ = [room.answered(A) for _ in range(3)]
    with pytest.raises(WrongPhase):
        room.lead.forget_ballots(room.token, room.id)
    room.close()
    before = room.report.results
    room.lead.forget_ballots(room.token, room.id)
    assert room.report.results == before
    assert not room.now.ballots_kept
    with pytest.raises(Gone):
        room.take.seated(token)
    assert room.lead.counted(room.token, room.id)[0].joined == 0


def test_a_session_is_deleted_with_all_that_is_in_it(storage: SqlStorage, room: Room) -> None:
    token = room.answered(A)
    room.note("parked", text="later")
    room.lead.delete(room.token, room.id)
    room.lead.delete(room.token, room.id)
    assert room.lead.workshops(room.token) == ()
    with pytest.raises(Gone):
        room.take.seated(token)
    with storage.read() as work:
        assert work.last_logged(room.dossier.dossier_id, f"workshop:{room.id}:n") is None


def test_deleting_the_dossier_deletes_its_sessions(room: Room, use_cases: UseCases) -> None:
    token = room.answered(A)
    use_cases.delete(room.token)
    with pytest.raises(Gone):
        room.take.seated(token)
    with pytest.raises(UnknownCode):
        room.take.look(CODE)


def test_paper_forms_count_like_phones(room: Room) -> None:
    whole = dict.fromkeys(QUESTIONS, A)
    forms = {f"f{n}": ("raad", {HUIDIG: whole}) for n in range(3)}
    room.lead.add_forms(room.token, room.id, forms)
    room.lead.add_forms(room.token, room.id, forms)
    assert room.lead.counted(room.token, room.id)[1] == Counted(group="raad", joined=3, ready=3)
    with pytest.raises(Invalid):
        room.lead.add_forms(room.token, room.id, {"g": ("raad", {HUIDIG: whole}), "h": ("college", {})})
    with pytest.raises(Invalid):
        room.lead.add_forms(room.token, room.id, {"h": ("raad", {GEWENST: whole})})
    assert room.lead.counted(room.token, room.id)[1].joined == 3  # all or nothing
    room.reveal()
    shown = room.report.latest(HUIDIG)
    assert shown is not None
    assert shown.room.splits[13] == Split(3, 0, 0)
    with pytest.raises(WrongPhase):
        room.lead.add_forms(room.token, room.id, {"i": ("raad", {})})


def test_a_full_session_takes_nobody_more(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.participating.MOST_PEOPLE", 1)
    monkeypatch.setattr("dossier.workshop_cases.MOST_PEOPLE", 1)
    room.come_in()
    with pytest.raises(Full):
        room.come_in(group="raad")
    with pytest.raises(Full):
        room.lead.add_forms(room.token, room.id, {"f": ("raad", {})})


def test_notes_are_merged_like_everything_that_is_typed(room: Room) -> None:
    key = finding_id(HUIDIG, 7)
    first = room.note("finding", key, reasons_a=NASTY)
    assert first.version == 1
    room.note("finding", key, 1, direction="a")
    theirs = room.note("finding", key, 1, reasons_b="daarom")
    assert (theirs.version, theirs.conflicts) == (3, ())
    clash = room.note("finding", key, 2, reasons_b="nee")
    assert [conflict.field for conflict in clash.conflicts] == ["reasons_b"]
    finding = room.report.finding(HUIDIG, 7)
    assert (finding.direction, finding.reasons_b) == (A, "daarom")
    assert room.report.finding(HUIDIG, 8) == Finding()
    with pytest.raises(Invalid):
        room.note("finding", key, 3, direction="c")


def test_notes_keep_their_order_and_go(room: Room) -> None:
    for name in ("z", "m", "a"):
        room.note("parked", name, text=name)
    parked = room.report.of_kind("parked")
    assert [note.data for note in parked] == [Parked(text="z"), Parked(text="m"), Parked(text="a")]
    room.lead.remove_note(room.token, room.id, "m")
    room.lead.remove_note(room.token, room.id, "m")
    with pytest.raises(NotFound):
        room.note("parked", "m", 1, text="weer")
    again = room.note("parked", "m", text="weer")
    assert again.version == 3


def test_what_is_largely_agreed_is_taken_over_in_one_press(room: Room) -> None:
    for choice in (A, A, A, B):
        room.answered(choice, questions=range(1, 3))
    room.take.vote(room.come_in(), HUIDIG, 2, B)
    room.note("finding", finding_id(HUIDIG, 1), reasons_a="zo")
    assert room.lead.take_over_agreed(room.token, room.id) == 0
    room.reveal()
    assert room.lead.take_over_agreed(room.token, room.id) == 1  # statement 2 is 3 against 2
    report = room.report
    assert report.finding(HUIDIG, 1) == Finding(direction=A, reasons_a="zo")
    assert report.finding(HUIDIG, 2) == Finding()
    assert room.lead.take_over_agreed(room.token, room.id) == 0
    saved = room.note("finding", finding_id(HUIDIG, 1), 2, direction="b")
    assert saved.conflicts == ()


def test_the_projector_shows_what_the_facilitator_chose(room: Room) -> None:
    room.lead.show(room.token, room.id, {"view": "question", "question": 7})
    room.lead.show(room.token, room.id, {"blank": True, "block": "welkom", "block_began": START})
    assert room.now.shown == Shown(view="question", question=7, blank=True, block="welkom", block_began=START)
    with pytest.raises(Invalid):
        room.lead.show(room.token, room.id, {"question": 15})


def _attempts(calls: list[Callable[[], object]]) -> list[Callable[[], object]]:
    def attempt(call: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            try:
                return call() or "kept"
            except WrongPhase:
                return None

        return run

    return [attempt(call) for call in calls]


def test_an_answer_that_is_confirmed_while_closing_is_counted(storage: SqlStorage) -> None:
    for _ in range(6):
        room = new_room(storage)
        tokens = [room.come_in() for _ in range(6)]
        votes = [partial(room.take.vote, token, HUIDIG, 1, A) for token in tokens]
        results = together(_attempts([*votes[:3], room.reveal, *votes[3:]]))
        kept = sum(result == "kept" for result in results) - 1  # the reveal itself
        shown = room.report.latest(HUIDIG)
        assert shown is not None
        assert shown.room.people == kept
        room.lead.delete(room.token, room.id)


def test_two_reveals_at_once_make_one(room: Room) -> None:
    for _ in range(3):
        room.answered(A)
    together([room.reveal] * 4)
    assert len(room.report.results) == 1

"""A session from start to end, on both databases."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import count

import pytest

from dossier.door import hashed
from dossier.model import Details
from dossier.participating import Gone, Participating, UnknownCode, as_code
from dossier.roles import NotAllowed
from dossier.use_cases import NotFound, UseCases
from dossier.workshop import Cast, Counted, Finding, Parked, Phase, Shown, Workshop, finding_id
from dossier.workshop_cases import Facilitating, Full, WrongPhase
from dossier.writing import Invalid
from storage import SqlStorage
from tests.storage.helpers import NASTY, START, together
from typetest.group import Split
from typetest.model import QUESTIONS, Choice, Perspective

A, B = Choice
HUIDIG, GEWENST = Perspective
SETUP = {
    "perspectives": ["huidig"],
    "groups": [{"key": "ambtelijk", "name": "Ambtelijk"}, {"key": "raad", "name": "Raad"}],
    "smallest": 3,
}
BOTH = SETUP | {"perspectives": ["huidig", "gewenst"]}


class Room:
    """A dossier with a facilitator, and people who come in."""

    def __init__(
        self, storage: SqlStorage, use_cases: UseCases, setup: dict[str, object] | None = None
    ) -> None:
        made = use_cases.create(Details(), "nl")
        self.storage, self.edit, self.read, self.days = storage, made.edit_token, made.read_token, 0
        ids, tokens, codes = count(), count(), (f"K7R4M{n}X" for n in range(2, 9))
        self.dossiers, self.dossier_id = use_cases, made.dossier_id
        self.lead = Facilitating(storage, lambda: START, codes.__next__)
        self.take = Participating(
            storage,
            lambda: START + timedelta(days=self.days),
            lambda: f"s{next(ids)}",
            lambda: f"secret{next(tokens)}",
        )
        self.id = self.lead.start(self.edit, "w", setup or SETUP).id

    @property
    def now(self) -> Workshop:
        return self.lead.workshop(self.edit, self.id)

    def come_in(self, group: str = "ambtelijk") -> str:
        return self.take.join(self.now.code or "", group).token

    def answered(self, choice: Choice, group: str = "ambtelijk", questions: range = QUESTIONS) -> str:
        token = self.come_in(group)
        for question in questions:
            self.take.vote(token, HUIDIG, question, choice)
        return token

    def cast(self, token: str) -> Cast:
        return self.take.seated(token).cast


@pytest.fixture
def room(storage: SqlStorage, use_cases: UseCases) -> Room:
    return Room(storage, use_cases)


def test_a_session_starts_once_and_stands_with_its_dossier(room: Room) -> None:
    again = room.lead.start(room.edit, "w", SETUP | {"smallest": 9})
    assert (again.setup.smallest, again.code, again.phase) == (3, "K7R4M2X", Phase.ANSWERING)
    assert room.lead.workshops(room.read) == (again,)
    assert again.group_names == {"ambtelijk": "Ambtelijk", "raad": "Raad"}


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
        room.lead.start(room.edit, "other", SETUP | wrong)


def test_readers_and_strangers_change_nothing(room: Room) -> None:
    for token in (room.read, "wrong"):
        with pytest.raises(NotAllowed):
            room.lead.reveal(token, room.id)
    for ask in (room.lead.workshop, room.lead.reveal, room.lead.report, room.lead.counted):
        with pytest.raises(NotFound):
            ask(room.edit, "unknown")


def test_another_dossier_does_not_reach_the_session(room: Room) -> None:
    other = room.dossiers.create(Details(), "nl").edit_token
    with pytest.raises(NotFound):
        room.lead.workshop(other, room.id)
    room.lead.delete(other, room.id)
    assert room.now.id == room.id


def test_people_join_by_code_however_it_is_typed(room: Room) -> None:
    assert as_code(" k7r 4m2-x ") == "K7R4M2X"
    assert room.take.look("k7r4 m2x").id == room.id
    token = room.take.join("k7r4m2x", "raad").token
    assert room.cast(token).seat.group == "raad"
    with pytest.raises(UnknownCode):
        room.take.look("K7R4M3X")
    with pytest.raises(UnknownCode):
        room.take.look("")
    with pytest.raises(Invalid):
        room.take.join("K7R4M2X", "college")


def test_a_participant_is_told_the_session_and_a_stranger_nothing(room: Room) -> None:
    token = room.come_in()
    assert room.take.session_of(token) == room.now
    room.lead.close(room.edit, room.id)
    assert room.take.session_of(token).phase is Phase.CLOSED
    room.lead.forget_ballots(room.edit, room.id)
    for gone in (token, "unknown"):
        with pytest.raises(Gone):
            room.take.session_of(gone)


def test_only_the_hash_of_a_participants_secret_is_kept(room: Room) -> None:
    token = room.come_in()
    with room.storage.read() as work:
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
    assert room.lead.counted(room.read, room.id) == (
        Counted(group="ambtelijk", joined=2, ready=1),
        Counted(group="raad", joined=0, ready=0),
    )
    room.take.ready(token, ready=False)
    assert room.lead.counted(room.edit, room.id)[0].ready == 0


def test_nothing_is_shown_before_the_reveal_and_all_at_once_after(room: Room) -> None:
    tokens = [room.answered(A), room.answered(A), room.answered(B)]
    assert room.lead.report(room.edit, room.id).results == ()
    assert room.take.seated(tokens[0]).results == ()
    room.lead.reveal(room.edit, room.id)
    room.lead.reveal(room.edit, room.id)
    report = room.lead.report(room.read, room.id)
    shown = report.latest(HUIDIG)
    assert shown is not None
    assert shown.room.splits[0] == Split(2, 1, 0)
    assert [tables.card is not None for tables in shown.groups] == [True, False]
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
        room.lead.answer_again(room.edit, room.id, [2])
    room.lead.reveal(room.edit, room.id)
    for wrong in ([], [0], [3, 15]):
        with pytest.raises(Invalid):
            room.lead.answer_again(room.edit, room.id, wrong)
    room.lead.answer_again(room.edit, room.id, [5, 2, 5])
    room.lead.answer_again(room.edit, room.id, [9])
    assert (room.now.chosen, room.now.phase) == ((2, 5), Phase.AGAIN)
    assert room.lead.counted(room.edit, room.id)[0].ready == 0
    late = room.come_in()
    room.take.vote(late, HUIDIG, 2, B)
    room.take.vote(first, HUIDIG, 2, B)
    with pytest.raises(WrongPhase):
        room.take.vote(first, HUIDIG, 3, B)
    assert room.cast(first).now(HUIDIG, 1)[2] is A
    assert room.cast(first).now(HUIDIG, 2)[2] is B
    room.lead.compare(room.edit, room.id)
    room.lead.compare(room.edit, room.id)
    report = room.lead.report(room.edit, room.id)
    one, two = report.shown(HUIDIG, 1), report.shown(HUIDIG, 2)
    assert one is not None
    assert two is not None
    assert (one.room.splits[1], two.room.splits[1]) == (Split(2, 1, 0), Split(1, 2, 0))
    assert two.changed == (0, 1, *[0] * 12)
    assert report.latest(HUIDIG) == two


def test_closing_kills_the_code_and_shows_what_was_not_shown(room: Room) -> None:
    tokens = [room.answered(A) for _ in range(3)]
    room.lead.close(room.edit, room.id)
    room.lead.close(room.edit, room.id)
    assert (room.now.phase, room.now.code) == (Phase.CLOSED, None)
    assert len(room.lead.report(room.edit, room.id).results) == 1
    with pytest.raises(UnknownCode):
        room.take.look("K7R4M2X")
    assert room.take.seated(tokens[0]).results


def test_closing_in_the_second_round_shows_both(room: Room) -> None:
    for _ in range(3):
        room.answered(A)
    room.lead.reveal(room.edit, room.id)
    room.lead.answer_again(room.edit, room.id, [1])
    room.lead.close(room.edit, room.id)
    assert [result.round for result in room.lead.report(room.edit, room.id).results] == [1, 2]


def test_both_perspectives_have_their_own_answers(storage: SqlStorage, use_cases: UseCases) -> None:
    room = Room(storage, use_cases, BOTH)
    for _ in range(3):
        token = room.answered(A)
        room.take.vote(token, GEWENST, 1, B)
    room.lead.reveal(room.edit, room.id)
    found = room.lead.report(room.edit, room.id).results
    assert [(r.perspective, r.publication.room.complete) for r in found] == [(HUIDIG, 3), (GEWENST, 0)]
    assert room.cast(token).counts == {HUIDIG: True, GEWENST: False}


def test_a_session_by_link_closes_after_its_last_day(storage: SqlStorage, use_cases: UseCases) -> None:
    room = Room(storage, use_cases, SETUP | {"closes_on": date(2026, 1, 3)})
    token = room.answered(A, questions=range(1, 2))
    room.days = 2
    room.take.vote(token, HUIDIG, 1, B)
    room.days = 3
    with pytest.raises(WrongPhase):
        room.take.vote(token, HUIDIG, 1, A)
    seated = room.take.seated(token)
    assert not seated.takes(1, START + timedelta(days=3))
    assert seated.takes(1, START + timedelta(days=2))


def test_single_answers_can_go_while_what_was_shown_stays(room: Room) -> None:
    token, *_ = [room.answered(A) for _ in range(3)]
    with pytest.raises(WrongPhase):
        room.lead.forget_ballots(room.edit, room.id)
    room.lead.close(room.edit, room.id)
    before = room.lead.report(room.edit, room.id).results
    room.lead.forget_ballots(room.edit, room.id)
    assert room.lead.report(room.edit, room.id).results == before
    assert not room.now.ballots_kept
    with pytest.raises(Gone):
        room.take.seated(token)
    assert room.lead.counted(room.edit, room.id)[0].joined == 0


def test_a_session_is_deleted_with_all_that_is_in_it(room: Room) -> None:
    token = room.answered(A)
    room.lead.save_note(room.edit, room.id, "n", "parked", {"text": "later"}, 0)
    room.lead.delete(room.edit, room.id)
    room.lead.delete(room.edit, room.id)
    assert room.lead.workshops(room.edit) == ()
    with pytest.raises(Gone):
        room.take.seated(token)
    with room.storage.read() as work:
        assert work.last_logged(room.dossier_id, f"workshop:{room.id}:n") is None


def test_deleting_the_dossier_deletes_its_sessions(room: Room) -> None:
    token = room.answered(A)
    room.dossiers.delete(room.edit)
    with pytest.raises(Gone):
        room.take.seated(token)
    with pytest.raises(UnknownCode):
        room.take.look("K7R4M2X")


def test_paper_forms_count_like_phones(room: Room) -> None:
    whole = dict.fromkeys(QUESTIONS, A)
    forms = {f"f{n}": ("raad", {HUIDIG: whole}) for n in range(3)}
    room.lead.add_forms(room.edit, room.id, forms)
    room.lead.add_forms(room.edit, room.id, forms)
    assert room.lead.counted(room.edit, room.id)[1] == Counted(group="raad", joined=3, ready=3)
    with pytest.raises(Invalid):
        room.lead.add_forms(room.edit, room.id, {"g": ("raad", {HUIDIG: whole}), "h": ("college", {})})
    with pytest.raises(Invalid):
        room.lead.add_forms(room.edit, room.id, {"h": ("raad", {GEWENST: whole})})
    assert room.lead.counted(room.edit, room.id)[1].joined == 3  # all or nothing
    room.lead.reveal(room.edit, room.id)
    shown = room.lead.report(room.edit, room.id).latest(HUIDIG)
    assert shown is not None
    assert shown.room.splits[13] == Split(3, 0, 0)
    with pytest.raises(WrongPhase):
        room.lead.add_forms(room.edit, room.id, {"i": ("raad", {})})


def test_a_full_session_takes_nobody_more(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dossier.participating.MOST_PEOPLE", 1)
    monkeypatch.setattr("dossier.workshop_cases.MOST_PEOPLE", 1)
    room.come_in()
    with pytest.raises(Full):
        room.come_in("raad")
    with pytest.raises(Full):
        room.lead.add_forms(room.edit, room.id, {"f": ("raad", {})})


def test_notes_are_merged_like_everything_that_is_typed(room: Room) -> None:
    key = finding_id(HUIDIG, 7)
    first = room.lead.save_note(room.edit, room.id, key, "finding", {"reasons_a": NASTY}, 0)
    assert first.version == 1
    room.lead.save_note(room.edit, room.id, key, "finding", {"direction": "a"}, 1)
    theirs = room.lead.save_note(room.edit, room.id, key, "finding", {"reasons_b": "daarom"}, 1)
    assert (theirs.version, theirs.conflicts) == (3, ())
    clash = room.lead.save_note(room.edit, room.id, key, "finding", {"reasons_b": "nee"}, 2)
    assert [conflict.field for conflict in clash.conflicts] == ["reasons_b"]
    finding = room.lead.report(room.edit, room.id).finding(HUIDIG, 7)
    assert (finding.direction, finding.reasons_b) == (A, "daarom")
    assert room.lead.report(room.edit, room.id).finding(HUIDIG, 8) == Finding()
    with pytest.raises(Invalid):
        room.lead.save_note(room.edit, room.id, key, "finding", {"direction": "c"}, 3)


def test_notes_keep_their_order_and_go(room: Room) -> None:
    for name in ("z", "m", "a"):
        room.lead.save_note(room.edit, room.id, name, "parked", {"text": name}, 0)
    parked = room.lead.report(room.edit, room.id).of_kind("parked")
    assert [note.data for note in parked] == [Parked(text="z"), Parked(text="m"), Parked(text="a")]
    room.lead.remove_note(room.edit, room.id, "m")
    room.lead.remove_note(room.edit, room.id, "m")
    with pytest.raises(NotFound):
        room.lead.save_note(room.edit, room.id, "m", "parked", {"text": "weer"}, 1)
    again = room.lead.save_note(room.edit, room.id, "m", "parked", {"text": "weer"}, 0)
    assert again.version == 3


def test_what_is_largely_agreed_is_taken_over_in_one_press(room: Room) -> None:
    for choice in (A, A, A, B):
        room.answered(choice, questions=range(1, 3))
    room.take.vote(room.come_in(), HUIDIG, 2, B)
    room.lead.save_note(room.edit, room.id, finding_id(HUIDIG, 1), "finding", {"reasons_a": "zo"}, 0)
    assert room.lead.take_over_agreed(room.edit, room.id) == 0
    room.lead.reveal(room.edit, room.id)
    assert room.lead.take_over_agreed(room.edit, room.id) == 1  # statement 2 is 3 against 2
    report = room.lead.report(room.edit, room.id)
    assert report.finding(HUIDIG, 1) == Finding(direction=A, reasons_a="zo")
    assert report.finding(HUIDIG, 2) == Finding()
    assert room.lead.take_over_agreed(room.edit, room.id) == 0
    saved = room.lead.save_note(room.edit, room.id, finding_id(HUIDIG, 1), "finding", {"direction": "b"}, 2)
    assert saved.conflicts == ()


def test_the_projector_shows_what_the_facilitator_chose(room: Room) -> None:
    room.lead.show(room.edit, room.id, {"view": "question", "question": 7})
    room.lead.show(room.edit, room.id, {"blank": True, "block": "welkom", "block_began": START})
    assert room.now.shown == Shown(view="question", question=7, blank=True, block="welkom", block_began=START)
    with pytest.raises(Invalid):
        room.lead.show(room.edit, room.id, {"question": 15})


def _attempts(calls: list[Callable[[], object]]) -> list[Callable[[], object]]:
    def attempt(call: Callable[[], object]) -> Callable[[], object]:
        def run() -> object:
            try:
                return call() or "kept"
            except WrongPhase:
                return None

        return run

    return [attempt(call) for call in calls]


def test_an_answer_that_is_confirmed_while_closing_is_counted(room: Room) -> None:
    for round_number in range(6):
        made = room.lead.start(room.edit, f"w{round_number}", SETUP)
        tokens = [room.take.join(made.code or "", "raad").token for _ in range(6)]
        votes = [partial(room.take.vote, token, HUIDIG, 1, A) for token in tokens]
        results = together(_attempts([*votes[:3], partial(room.lead.reveal, room.edit, made.id), *votes[3:]]))
        kept = sum(result == "kept" for result in results) - 1  # the reveal itself
        shown = room.lead.report(room.edit, made.id).latest(HUIDIG)
        assert shown is not None
        assert shown.room.people == kept
        room.lead.delete(room.edit, made.id)


def test_two_reveals_at_once_make_one(room: Room) -> None:
    for _ in range(3):
        room.answered(A)
    together([lambda: room.lead.reveal(room.edit, room.id)] * 4)
    assert len(room.lead.report(room.edit, room.id).results) == 1

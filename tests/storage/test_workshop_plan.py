"""The outcome of a session in the plan: what changes, what stays, and nothing twice."""

from datetime import UTC, date, datetime

import pytest

from dossier.model import Dossier
from dossier.roles import NotAllowed
from dossier.use_cases import NotFound, UseCases
from dossier.workshop_cases import WrongPhase
from dossier.workshop_plan import PlanLine, PlanWords, Turn, divided, missing, turns
from stappenplan.items import Answer, Consultation
from stappenplan.text import LONG
from storage import SqlStorage
from tests.rooms import Room, full_room
from tests.storage.helpers import NASTY, together
from typetest.model import Choice, Perspective

A, B = Choice
HUIDIG, GEWENST = Perspective
POINTS = "veld.gespreksvragen"
LINES = (PlanLine(3, POINTS, "Vraag 4: waarom?"), PlanLine(3, POINTS, "Vraag 7: hoe?"))
WORDS = PlanWords((*LINES, PlanLine(1, "visie.bespreekpunten", "Vraag 4")), "Raad en veld", "Verdeeld.")


@pytest.fixture
def made(storage: SqlStorage) -> Room:
    return full_room(storage, clock=lambda: datetime(2026, 11, 2, 19, 30, tzinfo=UTC))


@pytest.fixture
def token(made: Room) -> str:
    return made.token


def decided(made: Room) -> None:
    made.reveal()
    made.note("finding", "huidig-3", direction="b", reasons_a="Om de ene reden")
    made.note("finding", "huidig-4", direction="a")
    made.note("finding", "huidig-5", reasons_b="Nog geen richting")


def text_of(dossier: Dossier, prompt: str) -> str:
    item = dossier.item(f"answer.{prompt}")
    assert item is not None
    assert isinstance(item.data, Answer)
    return item.data.text


def test_what_changes_is_told_beforehand(use_cases: UseCases, token: str, made: Room) -> None:
    use_cases.answer(token, HUIDIG, 3, {"choice": "a", "note": "Toelichting"}, 0)
    use_cases.answer(token, HUIDIG, 4, {"choice": "a"}, 0)
    decided(made)
    dossier, report = use_cases.open(token), made.report
    assert turns(dossier, report) == (Turn(HUIDIG, 3, A, B),)
    assert turns(dossier.model_copy(update={"answers": {}}), report) == (
        Turn(HUIDIG, 3, None, B),
        Turn(HUIDIG, 4, None, A),
    )
    assert missing(dossier, WORDS.lines) == WORDS.lines
    points = divided(report)
    assert points
    assert not {1, 2, 12} & set(points)
    assert divided(report.model_copy(update={"results": ()})) == ()


def test_directions_become_answers_and_notes_stay(use_cases: UseCases, token: str, made: Room) -> None:
    use_cases.answer(token, HUIDIG, 3, {"choice": "a", "note": NASTY.strip()}, 0)
    use_cases.answer(token, HUIDIG, 9, {"choice": "b"}, 0)
    before = use_cases.open(token).answers[HUIDIG]
    decided(made)
    made.lead.into_plan(token, made.id, WORDS)
    after = use_cases.open(token).answers[HUIDIG]
    assert after[3] == before[3].model_copy(update={"choice": B, "version": 2})
    assert (after[4].choice, after[4].version) == (A, 1)
    assert after[9] == before[9]
    assert set(after) == {3, 4, 9}
    # Who had the old answer on the screen is told of the new one.
    saved = use_cases.answer(token, HUIDIG, 3, {"choice": "a"}, 1)
    assert saved.values["choice"] == "b"


def test_points_and_who_was_heard_come_into_the_plan(use_cases: UseCases, token: str, made: Room) -> None:
    decided(made)
    made.lead.into_plan(token, made.id, WORDS)
    dossier = use_cases.open(token)
    assert text_of(dossier, POINTS) == "Vraag 4: waarom?\nVraag 7: hoe?"
    assert text_of(dossier, "visie.bespreekpunten") == "Vraag 4"
    assert [item.step for item in dossier.items] == [1, 3, 3]
    (heard,) = dossier.of_kind("consultation")
    assert heard.data == Consultation(
        who="Raad en veld", way="session", on=date(2026, 11, 2), harvest="Verdeeld."
    )
    assert missing(dossier, WORDS.lines) == ()
    assert turns(dossier, made.report) == ()


def test_a_second_press_adds_nothing(use_cases: UseCases, token: str, made: Room) -> None:
    decided(made)
    made.lead.into_plan(token, made.id, WORDS)
    once = use_cases.open(token)
    together([lambda: made.lead.into_plan(token, made.id, WORDS)] * 3)
    assert use_cases.open(token) == once


def test_lines_come_after_what_is_there_and_removed_things_stay_away(
    use_cases: UseCases, token: str, made: Room
) -> None:
    decided(made)
    blank = Answer(question=POINTS)
    use_cases.save_item(token, f"answer.{POINTS}", 3, blank, {"text": "Eigen vraag\nVraag 7: hoe?"}, 0)
    made.lead.into_plan(token, made.id, WORDS)
    dossier = use_cases.open(token)
    assert text_of(dossier, POINTS) == "Eigen vraag\nVraag 7: hoe?\nVraag 4: waarom?"
    use_cases.remove_item(token, dossier.of_kind("consultation")[0].id)
    use_cases.remove_item(token, "answer.visie.bespreekpunten")
    made.lead.into_plan(token, made.id, WORDS)
    dossier = use_cases.open(token)
    assert dossier.of_kind("consultation") == ()
    assert text_of(dossier, "visie.bespreekpunten") == "Vraag 4"
    kept = dossier.item("answer.visie.bespreekpunten")
    assert kept is not None
    assert kept.version == 3


def test_a_text_that_is_full_stays_whole(use_cases: UseCases, token: str, made: Room) -> None:
    decided(made)
    full = "x" * LONG
    use_cases.save_item(token, f"answer.{POINTS}", 3, Answer(question=POINTS), {"text": full}, 0)
    made.lead.into_plan(token, made.id, WORDS)
    assert text_of(use_cases.open(token), POINTS) == full


def test_practice_and_what_is_not_revealed_are_refused(
    storage: SqlStorage, use_cases: UseCases, token: str, made: Room
) -> None:
    practice = full_room(storage, made.dossier, practice=True)
    practice.close()
    for session in (made, practice):
        with pytest.raises(WrongPhase):
            session.lead.into_plan(token, session.id, WORDS)
    assert use_cases.open(token).items == ()


def test_readers_and_strangers_put_nothing_in(made: Room) -> None:
    made.reveal()
    with pytest.raises(NotAllowed):
        made.lead.into_plan(made.dossier.read_token, made.id, WORDS)
    with pytest.raises(NotFound):
        made.lead.into_plan(made.token, "weg", WORDS)

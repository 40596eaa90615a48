"""What the wall shows in every view, and what it never shows."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from content.loader import workshop as script
from dossier.roles import Role
from tests.rooms import PEOPLE, Room, full_room
from tests.screens.conftest import Open, Window, heading, open_screen, plain
from tests.storage.helpers import NASTY
from ui import screens, wiring

CODE = "K7R4MXP"
VIEWS = ("join", "card", "questions", "question", "rounds", "groups", "closing", "nothing-known")
ANSWER = re.compile(r"\d tegen \d|alle \d+ kozen|type I|Zwaartepunt")


@pytest.fixture
def made(window: Open) -> Window:
    return window(example="oldebroek")


def session(made: Window, **setup: Any) -> Room:
    return full_room(wiring._storage(), made.made, code=CODE, **setup)


def wall(made: Window, shown: Room) -> str:
    """The heading and all that is under it, as HTML."""
    return text_of(made.open(screens.PROJECTOR, werksessie=shown.id))


def text_of(app: AppTest) -> str:
    found = app.get("html")
    return heading(app) + "\n" + "".join(element.proto.body for element in found)


@pytest.mark.parametrize("view", VIEWS)
def test_before_the_reveal_there_is_only_how_to_join(made: Window, view: str) -> None:
    shown = session(made)
    shown.show(view, question=1)
    found = wall(made, shown)
    assert "21 van de 21 mensen zijn klaar" in found
    assert "K7R 4MXP" in found
    assert "voorbeeld.nl/meedoen" in found
    assert "Raad &amp; college: 6 van de 6 klaar" in found
    assert not ANSWER.search(found)


def test_without_people_the_heading_asks_to_join(made: Window) -> None:
    assert wall(made, session(made, people={"raad": 0})).startswith("Doe mee")


def test_the_card_comes_with_its_conclusion_and_what_divides_most(made: Window) -> None:
    shown = session(made)
    shown.reveal()
    shown.show("card")
    found = wall(made, shown)
    assert plain(found).startswith("Het zwaartepunt ligt op de grens")
    assert "Scorekaart van acht bij acht vakjes, met 21 mensen" in found
    assert len(re.findall(r'aria-hidden="true">\d+ tegen \d+<', found)) == 3
    assert "Eens: vraag 1, 2 en 12" in found
    assert "K7R" not in found


def test_all_statements_and_one_of_them(made: Window) -> None:
    shown = session(made)
    shown.reveal()
    shown.show("questions")
    found = wall(made, shown)
    assert [f"Vraag {n}<" in found for n in range(1, 15)] == [True] * 14
    assert "alle 21 kozen a" in found
    shown.show("question", question=2)
    found = wall(made, shown)
    assert found.startswith("Vraag 2")
    assert "Wat is nodig om iedereen" in found
    assert '<strong class="count">21</strong>' in found


def test_both_rounds_stand_beside_each_other_without_praise(made: Window) -> None:
    shown = session(made)
    shown.reveal()
    shown.show("rounds")
    assert "geen tweede ronde" in wall(made, shown)
    shown.again(3, 5)
    shown.show("join")
    assert "opnieuw vraag 3 en 5" in wall(made, shown)
    shown.compare()
    shown.show("rounds")
    found = wall(made, shown)
    assert found.count("niemand koos anders") == 2
    assert found.count("Daarna") == 2
    assert "Vraag 4<" not in found


def test_groups_that_are_too_small_are_named_and_not_shown(made: Window) -> None:
    shown = session(made, people=PEOPLE | {"raad": 2, "veld": 6})
    shown.reveal()
    shown.show("groups")
    found = wall(made, shown)
    assert found.count("Scorekaart van") == 1
    assert "Niet apart in beeld: Raad &amp; college en Veld" in found or "Niet apart in beeld: Raad" in found


def test_a_room_that_is_too_small_shows_why_there_is_nothing(made: Window) -> None:
    shown = session(made, people={"raad": 4})
    shown.reveal()
    for view in VIEWS:
        shown.show(view, question=1)
        found = wall(made, shown)
        assert not ANSWER.search(found), view
        if view in ("card", "questions", "question"):
            assert "minder dan 5 mensen" in found


def test_the_closing_says_who_does_what_when_literally(made: Window) -> None:
    shown = session(made)
    shown.reveal()
    shown.show("closing")
    assert "nog geen afspraken" in wall(made, shown)
    for number in range(9):
        shown.note("promise", f"p{number}", who="De raad", what=f"{number} {NASTY.strip()}", when="mei")
    found = wall(made, shown)
    assert "0 Ça" in found
    assert "&lt;b&gt;" in found
    assert "<b>" not in found
    assert "En nog 2 afspraken" in found
    assert "Een werksessie beslist niet" in found


def test_a_closed_session_has_no_code_any_more(made: Window) -> None:
    shown = session(made)
    shown.close()
    shown.show("join")
    found = wall(made, shown)
    assert CODE[:3] not in found
    assert found.startswith("Dit spraken wij af")


def test_a_blank_wall_says_that_it_is_paused(made: Window) -> None:
    shown = session(made)
    shown.reveal()
    shown.show("card", blank=True)
    found = wall(made, shown)
    assert found.startswith("Even pauze")
    assert not ANSWER.search(found)


def test_practice_and_the_minutes_stand_small_below(made: Window) -> None:
    shown = session(made, practice=True)
    block = max(script().programmes["one_hour"].blocks, key=lambda block: block.minutes)
    began = datetime.now(UTC) - timedelta(minutes=2, seconds=20)
    shown.show("card", block=block.key, block_began=began)
    found = wall(made, shown)
    assert "Oefening" in found
    assert f"{block.title} · nog {block.minutes - 2} minuten" in found


def test_the_perspective_that_was_chosen_is_shown(made: Window) -> None:
    shown = session(made, perspectives=["huidig", "gewenst"])
    shown.reveal()
    shown.show("questions")
    assert "Zoals het nu is" in wall(made, shown)
    shown.show("questions", perspective="gewenst")
    assert "Zoals wij het willen" in wall(made, shown)


def test_who_reads_may_show_it_and_a_stranger_may_not(window: Open, made: Window) -> None:
    shown = session(made)
    reading = window(Role.LEZER, made=made.made)
    assert "K7R" in wall(reading, shown)
    app = open_screen(screens.PROJECTOR, dossier="ander", werksessie=shown.id)
    assert "K7R" not in text_of(app)
    assert "geen dossier geopend" in "".join(plain(w.value) for w in app.warning)


def test_a_session_that_is_not_there_leads_to_the_dossier(made: Window) -> None:
    assert heading(made.open(screens.PROJECTOR, werksessie="weg"))

"""Taking the outcome over into the plan, on a screen that shows nothing else."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dossier.roles import Role
from stappenplan.items import Answer, Consultation
from tests.rooms import Room, full_room
from tests.screens.conftest import Open, Window, shown
from typetest.model import Perspective
from ui import wiring

SCREEN = """
from ui import access as doors
from ui.components import into_plan
from ui.wiring import facilitating

access = doors.current()
(only,) = facilitating().workshops(access.token)
into_plan.draw(access, only)
"""


@pytest.fixture
def made(window: Open) -> Window:
    return window(municipality="Voorbeeldstad")


def session(made: Window, **setup: Any) -> Room:
    return full_room(wiring._storage(), made.made, **setup)


def opened(made: Window) -> AppTest:
    app = AppTest.from_string(SCREEN, default_timeout=30)
    app.query_params["dossier"] = made.made.dossier_id
    app.query_params["rol"] = made.role.value
    app.run()
    assert not app.exception, app.exception[0].message
    return app


def heard_in(made: Window) -> Consultation:
    (heard,) = [i.data for i in made.dossier.items if isinstance(i.data, Consultation)]
    return heard


def test_one_press_puts_everything_in_and_then_there_is_nothing_left(made: Window) -> None:
    held = session(made)
    held.reveal()
    held.note("finding", "huidig-4", direction="b")
    app = opened(made)
    text = shown(app)
    assert "Nu, vraag 4 (Resultaat over drie jaar): nog open, wordt b" in text
    assert "Vraag 7: Basis voor het geld" in text
    assert "Vraag 1:" not in text
    app.button(key="into-plan-now").click().run()
    assert not app.exception
    assert "Alles uit deze werksessie staat in het plan." in "".join(s.value for s in app.success)
    dossier = made.dossier
    assert dossier.answers[Perspective.HUIDIG][4].choice == "b"
    texts = {i.id: i.data.text for i in dossier.items if isinstance(i.data, Answer)}
    assert set(texts) == {
        "answer.visie.bespreekpunten",
        "answer.veld.gespreksvragen",
        "answer.burgers.gespreksvragen",
    }
    assert (
        "Vraag 7, Basis voor het geld: de groep was verdeeld (10 tegen 11)."
        in texts["answer.visie.bespreekpunten"]
    )
    heard = heard_in(made)
    assert heard.who == "Werksessie: Ambtenaren, Raad & college, Veld en inwoners"
    assert "geen duidelijk type" in heard.harvest


def test_the_next_change_is_shown_with_what_it_was(made: Window) -> None:
    held = session(made)
    held.reveal()
    held.note("finding", "huidig-4", direction="b")
    opened(made).button(key="into-plan-now").click().run()
    held.note("finding", "huidig-4", 1, direction="a")
    text = shown(opened(made))
    assert "vraag 4 (Resultaat over drie jaar): nu b, wordt a" in text
    assert "Deze punten komen erbij" not in text


def test_practice_and_an_open_session_offer_nothing(made: Window) -> None:
    held = session(made)
    app = opened(made)
    assert "Laat eerst de antwoorden zien" in shown(app)
    assert not app.button
    held.lead.delete(held.token, held.id)
    practice = session(made, practice=True)
    practice.reveal()
    app = opened(made)
    assert "Dit is een oefening" in shown(app)
    assert not app.button


def test_who_reads_sees_it_and_cannot_press(window: Open, made: Window) -> None:
    held = session(made)
    held.reveal()
    reading = window(Role.LEZER, made=made.made)
    made.cookies.pop(next(name for name in made.cookies if "begeleider" in name), None)
    app = opened(reading)
    assert "Vraag 7: Basis voor het geld" in shown(app)
    assert not app.button


def test_a_room_that_agrees_says_so(made: Window) -> None:
    held = session(made, people={"raad": 3})
    held.reveal()
    app = opened(made)
    app.button(key="into-plan-now").click().run()
    heard = heard_in(made)
    assert "Over geen enkele vraag was de groep sterk verdeeld." in heard.harvest

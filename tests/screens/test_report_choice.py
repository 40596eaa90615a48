"""Which session a report is about, and which partner the agreements are with: one choice on one screen."""

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from content.loader import texts
from dossier.roles import Role
from stappenplan.items import Agreement
from tests.rooms import full_room
from tests.screens.conftest import Open, Window, heading, plain, shown
from ui import screens, wiring
from ui.components.fields import FEW
from ui.wiring import facilitating, use_cases

TEXT = texts("document")
REPORT = "werksessie_verslag"
NAMES = {"w0": "Avond *in* de kerk", "w1": "Ochtend in de school"}


@pytest.fixture
def made(window: Open) -> Window:
    return window(municipality="Voorbeeldstad")


def hold(made: Window, session: str, *, close: bool = False, title: str = "", practice: bool = False) -> None:
    """A session with a result."""
    name = title or NAMES[session]
    found = full_room(wiring._storage(), made.made, workshop_id=session, title=name, practice=practice)
    found.reveal()
    if close:
        found.close()


def report(made: Window, **params: str) -> AppTest:
    app = made.open(screens.DOCUMENT, document=REPORT, **params)
    assert heading(app) == TEXT("title")
    return app


def paper(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def sessions_in(app: AppTest) -> set[str]:
    return {session for session, name in NAMES.items() if name in paper(app)}


def asked(app: AppTest) -> list[str]:
    return [radio.key for radio in app.radio if radio.key and radio.key.startswith("option-")]


def told(app: AppTest) -> bool:
    return TEXT("session_gone") in [info.value for info in app.info]


def download_of(app: AppTest) -> dict[str, list[str]]:
    app.button(key="make-files").click().run()
    assert not app.exception
    return parse_qs(app.get("link_button")[0].proto.url.split("?")[1])


def test_the_report_of_one_session_is_chosen_and_the_address_keeps_it(made: Window) -> None:
    for session in NAMES:
        hold(made, session)
    app = report(made)
    choice = app.radio(key="option-session")
    assert [plain(option) for option in choice.options] == [TEXT("all_sessions"), *NAMES.values()]
    assert choice.value == ""
    assert sessions_in(app) == {"w0", "w1"}
    assert "werksessie" not in app.query_params
    choice.set_value("w1").run()
    assert sessions_in(app) == {"w1"}
    assert app.query_params["werksessie"] == "w1"
    assert download_of(app)["werksessie"] == ["w1"]
    app.radio(key="option-session").set_value("").run()
    assert sessions_in(app) == {"w0", "w1"}
    assert "werksessie" not in app.query_params


@pytest.mark.parametrize("role", list(Role))
def test_an_address_that_names_a_session_opens_at_it(made: Window, window: Open, role: Role) -> None:
    for session in NAMES:
        hold(made, session)
    app = report(window(role, made=made.made), werksessie="w0")
    assert app.radio(key="option-session").value == "w0"
    assert sessions_in(app) == {"w0"}
    assert not told(app)


def test_the_choice_is_still_there_after_a_look_at_another_document(made: Window) -> None:
    for session in NAMES:
        hold(made, session)
    app = report(made, werksessie="w0")
    app.radio(key="document").set_value("visiedocument").run()
    assert asked(app) == []
    app.radio(key="document").set_value(REPORT).run()
    assert sessions_in(app) == {"w0"}


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_session_that_is_not_there_is_told_and_leaves_all(made: Window, number: int) -> None:
    there = set(list(NAMES)[:number])
    for session in there:
        hold(made, session)
    app = report(made, werksessie="weg")
    assert told(app)
    assert sessions_in(app) == there
    assert "werksessie" not in app.query_params
    app.run()
    assert not told(app)


def test_a_session_that_is_removed_while_it_is_chosen_leaves_all(made: Window) -> None:
    for session in NAMES:
        hold(made, session)
    hold(made, "w2", title="Middag")
    app = report(made, werksessie="w2")
    facilitating().delete(made.token, "w2")
    app.run()
    assert not app.exception
    assert told(app)
    assert app.radio(key="option-session").value == ""
    assert sessions_in(app) == set(NAMES)


def test_about_one_session_nothing_is_asked(made: Window) -> None:
    hold(made, "w0")
    for params in ({}, {"werksessie": "w0"}):
        app = report(made, **params)
        assert asked(app) == []
        assert TEXT("options_none") in shown(app)
        assert sessions_in(app) == {"w0"}
        assert ("werksessie" in app.query_params) == bool(params)
    hold(made, "w1")
    assert sessions_in(app.run()) == {"w0"}  # the report that was asked for stays of that session


def test_practice_is_no_session_to_choose(made: Window) -> None:
    hold(made, "w0")
    hold(made, "w1", practice=True)
    assert asked(report(made)) == []


def test_many_sessions_are_a_list_that_opens(made: Window) -> None:
    for n in range(FEW + 1):
        hold(made, f"s{n}", title="Avond")
    app = report(made, werksessie="s3")
    assert asked(app) == []
    choice = app.selectbox(key="option-session")
    assert choice.value == "s3"
    assert len(set(choice.options)) == FEW + 2


def test_a_partner_is_chosen_the_same_way(made: Window) -> None:
    for n, name in enumerate(("De Brug", "Het *Anker*")):
        blank, changes = Agreement(), {"title": f"Afspraak {n}", "partner": name}
        use_cases().save_item(made.token, f"a{n}", 7, blank, changes, 0)
    app = made.open(screens.DOCUMENT, document="prestatieafspraak")
    assert asked(app) == ["option-partner"]
    assert "werksessie" not in app.query_params
    app.radio(key="option-partner").set_value("Het *Anker*").run()
    assert "Het *Anker*" in paper(app)
    assert "De Brug" not in paper(app)


# --- the way to it from a session that is closed -----------------------------------------------------


def link_to_report(made: Window, session: str) -> dict[str, list[str]]:
    app = made.open(screens.WORKSHOP, werksessie=session)
    label = texts("werksessie")("to_report")
    (link,) = [link for link in app.get("page_link") if plain(link.proto.label) == label]
    return parse_qs(link.proto.query_string)


def test_a_closed_session_leads_to_its_own_report(made: Window) -> None:
    hold(made, "w0", close=True)
    hold(made, "w1")
    found = link_to_report(made, "w0")
    assert (found["document"], found["werksessie"]) == ([REPORT], ["w0"])
    assert sessions_in(report(made, werksessie=found["werksessie"][0])) == {"w0"}


def test_practice_leads_to_no_report_of_its_own(made: Window) -> None:
    hold(made, "w0", close=True, practice=True)
    assert "werksessie" not in link_to_report(made, "w0")

"""The list of sessions, and starting one, with AppTest."""

import pytest
from streamlit.testing.v1 import AppTest

from content.loader import texts, workshop
from dossier.roles import Role
from dossier.workshop import Phase
from tests.screens.conftest import Open, Window, heading, shown
from tests.screens.workshops import start
from ui import screens
from ui.wiring import facilitating

TEXT = texts("werksessies")


@pytest.fixture
def mine(window: Open) -> Window:
    return window(title="Plan")


def form(mine: Window, **params: str) -> AppTest:
    return mine.open(screens.WORKSHOPS, nieuw="n1", **params)


def typed(app: AppTest, **fields: str) -> AppTest:
    for name, value in fields.items():
        key = f"start-n1-{name}"
        (app.text_area(key=key) if name == "groups" else app.text_input(key=key)).set_value(value)
        app.run()
    return app


def started(mine: Window) -> list[str]:
    return [each.id for each in facilitating().workshops(mine.token)]


def test_without_sessions_there_is_a_way_to_begin(mine: Window) -> None:
    app = mine.open(screens.WORKSHOPS)
    assert heading(app) == TEXT("title")
    assert TEXT("empty") in shown(app)
    app.button(key="begin").click().run()
    assert heading(app) == TEXT("title_new")
    assert len(app.query_params["nieuw"]) == 16


def test_groups_are_proposed_by_the_number_of_people_and_own_ones_stay(mine: Window) -> None:
    app = form(mine)

    def groups() -> str:
        return app.text_area(key="start-n1-groups").value or ""

    assert groups().splitlines() == list(workshop().groups["three"].names.values())
    typed(app, people="40")
    assert groups().splitlines() == list(workshop().groups["six"].names.values())
    typed(app, people="39")
    assert groups().splitlines() == list(workshop().groups["three"].names.values())
    typed(app, groups="Wij\nZij", people="90")
    assert groups() == "Wij\nZij"


@pytest.mark.parametrize(
    ("people", "groups", "smallest", "key"),
    [
        ("24", "a\nb\nc", "5", "all"),
        ("14", "a\nb\nc", "5", "some1"),
        ("29", "a\nb\nc\nd\ne\nf", "5", "some4"),
        ("12", "a\nb\nc", "5", "room"),
        ("4", "a", "5", "nothing"),
        ("", "a", "5", "unknown"),
        ("veel", "a", "5", "unknown"),
    ],
)
def test_what_will_be_visible_is_told_beforehand(
    mine: Window, people: str, groups: str, smallest: str, key: str
) -> None:
    app = typed(form(mine), people=people, groups=groups, smallest=smallest)
    expected = TEXT(f"expected_{key.rstrip('14')}", shown=key[-1], smallest=5)
    assert expected in shown(app)


def test_a_session_starts_and_opens(mine: Window) -> None:
    groups = "Raad\n\n Raad & college \n"
    app = typed(form(mine), title="  De   raad ", people="12", groups=groups, smallest="4")
    app.radio(key="start-n1-perspective").set_value("gewenst").run()
    app.text_input(key="start-n1-last_day").set_value("31-12-2199").run()
    app.button(key="start-n1").click().run()
    (made,) = facilitating().workshops(mine.token)
    assert heading(app) == "De raad"
    assert app.query_params["werksessie"] == "n1"
    setup = made.setup
    assert [(group.key, group.name) for group in setup.groups] == [
        ("raad", "Raad"),
        ("raad_college", "Raad & college"),
    ]
    assert (setup.title, setup.smallest, setup.practice) == ("De raad", 4, False)
    assert list(setup.perspectives) == ["gewenst"]
    assert str(setup.closes_on) == "2199-12-31"


def test_a_double_press_starts_one_session(mine: Window) -> None:
    one, two = form(mine), form(mine)
    one.button(key="start-n1").click().run()
    two.button(key="start-n1").click().run()
    assert started(mine) == ["n1"]
    assert heading(two) == heading(one)


@pytest.mark.parametrize(
    ("field", "value", "key", "values"),
    [
        ("title", "x" * 301, "title", {"limit": 300}),
        ("people", "veel", "people", {"most": 1000}),
        ("people", "0", "people", {"most": 1000}),
        ("people", "1001", "people", {"most": 1000}),
        ("groups", " \n", "groups", {"most": 12, "count": 0}),
        ("groups", "\n".join(map(str, range(13))), "groups", {"most": 12, "count": 13}),
        ("groups", "x" * 301, "group_long", {"limit": 300}),
        ("groups", "Raad\nraad", "group_doubled", {"name": "raad"}),
        ("smallest", "2", "smallest", {"least": 3, "most": 50}),
        ("smallest", "51", "smallest", {"least": 3, "most": 50}),
        ("smallest", "\u00b2", "smallest", {"least": 3, "most": 50}),
        ("last_day", "morgen", "last_day", {}),
        ("last_day", "1-1-2020", "last_day_past", {}),
    ],
)
def test_wrong_input_is_told_at_its_field_and_nothing_is_lost(
    mine: Window, field: str, value: str, key: str, values: dict[str, object]
) -> None:
    app = typed(form(mine), **{"title": "Mijn titel", field: value})
    message = TEXT(f"wrong_{key}", **values)
    assert message not in shown(app)
    app.button(key="start-n1").click().run()
    assert started(mine) == []
    assert shown(app).count(message) == 2  # in the summary and at the field
    kept = (
        app.text_area(key=f"start-n1-{field}")
        if field == "groups"
        else app.text_input(key=f"start-n1-{field}")
    )
    assert kept.value == value
    if field != "title":
        assert app.text_input(key="start-n1-title").value == "Mijn titel"


def test_names_without_plain_letters_get_a_key(mine: Window) -> None:
    app = typed(form(mine), groups="\u05e9\u05dc\u05d5\u05dd\n!!!\nCollège")
    app.button(key="start-n1").click().run()
    (made,) = facilitating().workshops(mine.token)
    assert [group.key for group in made.setup.groups] == ["groep", "groep_2", "college"]


def test_what_is_chosen_stays_after_a_reload(mine: Window) -> None:
    app = form(mine)
    app.radio(key="start-n1-perspective").set_value("huidig").run()
    app.checkbox(key="start-n1-practice").set_value(True).run()
    again = form(mine, **{name: app.query_params[name] for name in ("perspectief", "oefening")})
    assert again.radio(key="start-n1-perspective").value == "huidig"
    assert again.checkbox(key="start-n1-practice").value
    again.button(key="start-n1").click().run()
    (made,) = facilitating().workshops(mine.token)
    assert made.setup.practice


def test_the_list_tells_what_each_is_and_removes_with_a_tick(mine: Window) -> None:
    session = start(mine)
    session.fill("b", "", "")
    session.reveal()
    app = mine.open(screens.WORKSHOPS)
    assert "Raadzaal" in shown(app)
    assert TEXT("phase_revealed") in shown(app)
    assert TEXT("people", n=3) in shown(app)
    app.button(key="remove-w1").click().run()
    assert TEXT("remove_unsure") in shown(app)
    assert started(mine) == ["w1"]
    app.checkbox(key="sure-w1").check().run()
    app.button(key="remove-w1").click().run()
    assert started(mine) == []
    assert [s.value for s in app.success] == [texts("werksessie")("said_removed")]


def test_how_many_there_were_stays_when_the_single_answers_are_gone(mine: Window) -> None:
    session = start(mine, title="")
    session.fill("", "", "", "")
    session.close()
    session.lead.forget_ballots(session.token, session.id)
    assert session.now.phase is Phase.CLOSED
    assert TEXT("people", n=4) in shown(mine.open(screens.WORKSHOPS))


def test_a_reader_sees_sessions_and_starts_none(mine: Window, window: Open) -> None:
    start(mine)
    reader = window(Role.LEZER, made=mine.made)
    app = reader.open(screens.WORKSHOPS, nieuw="n2")
    assert heading(app) == TEXT("title")
    assert "Raadzaal" in shown(app)
    assert len(app.button) == 0
    assert len(app.checkbox) == 0


def test_a_session_that_is_gone_is_told(mine: Window) -> None:
    app = mine.open(screens.WORKSHOP, werksessie="weg")
    assert heading(app) == TEXT("title")
    assert TEXT("notice_gone") in [w.value for w in app.warning]

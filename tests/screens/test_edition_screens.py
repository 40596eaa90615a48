"""A dossier remembers in which wording of the questions its answers were given, and the screens say so."""

from pathlib import Path

import pytest

from content.loader import STANDARD, texts
from dossier.model import Details
from tests.conftest import OWN_STEM
from tests.screens.conftest import Open, Window, heading, open_screen, plain, shown
from typetest.model import Choice, Perspective
from ui import screens
from ui.wiring import use_cases

HUIDIG = Perspective.HUIDIG
SCREENS: list[tuple[screens.Screen, dict[str, object]]] = [
    (screens.OVERVIEW, {}),
    (screens.CHECK, {}),
    (screens.CHECK, {"perspectief": "huidig"}),
    (screens.QUESTION, {"perspectief": "huidig", "vraag": 3}),
    (screens.ALL_QUESTIONS, {"perspectief": "huidig"}),
    (screens.RESULT, {}),
]


def of_edition(window: Open, edition: str) -> Window:
    """A window on a dossier of an edition, with one answer."""
    made = window(made=use_cases().create(Details(title="Plan"), edition))
    use_cases().answer(made.token, HUIDIG, 3, {"choice": "b"}, 0)
    return made


def notices(made: Window, screen: screens.Screen, **params: object) -> list[str]:
    """What the screen says of another edition."""
    app = made.open(screen, **params)
    assert not app.exception
    told = texts("typetest")("other_edition", edition=made.dossier.edition)
    return [caption.value for caption in app.caption if plain(caption.value) == told]


@pytest.mark.parametrize(("screen", "params"), SCREENS)
@pytest.mark.usefixtures("own_edition")
def test_a_dossier_of_another_edition_opens_and_says_so(
    screen: screens.Screen, params: dict[str, object], window: Open
) -> None:
    assert len(notices(of_edition(window, STANDARD), screen, **params)) == 1
    assert len(notices(of_edition(window, "*oud*"), screen, **params)) == 1
    assert notices(of_edition(window, "zeewolde"), screen, **params) == []


@pytest.mark.parametrize(("screen", "params"), SCREENS)
def test_a_dossier_of_the_edition_in_use_says_nothing(
    screen: screens.Screen, params: dict[str, object], window: Open
) -> None:
    assert notices(of_edition(window, STANDARD), screen, **params) == []


@pytest.mark.usefixtures("own_edition")
def test_the_questions_are_of_the_edition_in_use_and_nothing_given_before_changes(window: Open) -> None:
    made = of_edition(window, STANDARD)
    app = made.open(screens.QUESTION, perspectief="huidig", vraag=3)
    assert heading(app) == OWN_STEM
    assert app.radio[0].value == "b"
    app = made.open(screens.QUESTION, perspectief="huidig", vraag=4)
    app.radio[0].set_value("a").run()
    assert made.dossier.choices(HUIDIG) == {3: Choice.B, 4: Choice.A}
    assert made.dossier.edition == STANDARD


def test_a_new_dossier_remembers_the_edition_in_use(own_edition: Path) -> None:
    app = open_screen(screens.NEW)
    next(button for button in app.button if button.label == texts("nieuw")("create")).click().run()
    token = str(app.session_state["way-in"]).removeprefix("/open/").partition("?")[0]
    assert use_cases().open(token).edition == own_edition.name


@pytest.mark.usefixtures("own_edition")
def test_an_example_is_of_the_standard_edition_and_says_so(window: Open) -> None:
    made = window(example="oldebroek")
    assert made.dossier.edition == STANDARD
    assert texts("typetest")("other_edition", edition=STANDARD) in shown(made.open(screens.OVERVIEW))

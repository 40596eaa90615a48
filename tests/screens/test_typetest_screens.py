"""The screens of the typetest: what they show of what is kept, and what they keep."""

from collections.abc import Mapping

import pytest
from streamlit.testing.v1 import AppTest

from content.loader import texts, typetest
from content.schema import TypeName
from dossier.roles import Role
from tests.screens.conftest import Open, Window, heading, open_screen, plain, shown
from typetest.model import QUESTIONS, Choice, Perspective
from ui import screens
from ui.wiring import use_cases

HUIDIG, GEWENST = Perspective
TYPE_I = "aaaaaaaaaabbbb"  # five times a on both axes
TYPE_II = "abaaabaaabbbbb"  # five times a at sturing, two at insteek
NASTY = "<b>hoi</b> $x$ :smile: *ja* {{ 1 }} [a](b)"


def fill(window: Window, perspective: Perspective, choices: str) -> None:
    """Answers the statements in order; a point stays open."""
    for number, choice in enumerate(choices, start=1):
        if choice != ".":
            use_cases().answer(window.token, perspective, number, {"choice": choice}, 0)


def filled(window: Open, **choices: str) -> Window:
    """A dossier with these answers, by perspective."""
    made = window()
    for name, given in choices.items():
        fill(made, Perspective(name), given)
    return made


def question(window: Window, number: int, perspective: Perspective = HUIDIG) -> AppTest:
    return window.open(screens.QUESTION, perspectief=perspective.value, vraag=number)


def choices(window: Window, perspective: Perspective = HUIDIG) -> Mapping[int, Choice]:
    return window.dossier.choices(perspective)


# --- One question --------------------------------------------------------------------------------


def test_a_question_shows_where_it_stands_and_chooses_nothing_beforehand(window: Open) -> None:
    made = window()
    app = question(made, 3, GEWENST)
    words = typetest().questions[2]
    assert heading(app) == words.stem
    assert app.radio[0].value is None
    assert [plain(option) for option in app.radio[0].options] == [
        f"**a.** {words.a.text}",
        f"**b.** {words.b.text}",
    ]
    assert "Vraag 3 van 14 · gewenst beleid" in app.get("progress")[0].proto.text
    assert "Bewaard" not in shown(app)
    assert choices(made, GEWENST) == {}


def test_an_answer_is_kept_at_once_and_does_not_move_on(window: Open) -> None:
    made = window()
    app = question(made, 3)
    app.radio[0].set_value("b").run()
    assert choices(made) == {3: Choice.B}
    assert heading(app) == typetest().questions[2].stem
    assert "✓ Bewaard" in shown(app)
    app.radio[0].set_value("a").run()
    assert choices(made) == {3: Choice.A}
    assert choices(made, GEWENST) == {}


def test_a_stored_answer_is_shown_and_can_be_wiped(window: Open) -> None:
    made = filled(window, huidig="ab")
    app = question(made, 2)
    assert app.radio[0].value == "b"
    app.button(key="clear-answer-huidig-2").click().run()
    assert choices(made) == {1: Choice.A}
    assert app.radio[0].value is None
    assert "Wis mijn antwoord" not in shown(app)


def test_a_note_is_kept_and_comes_back_as_it_was_typed(window: Open) -> None:
    made = window()
    app = question(made, 5)
    app.text_area[0].set_value(NASTY).run()
    assert made.dossier.answers[HUIDIG][5].note == NASTY
    assert made.dossier.answers[HUIDIG][5].choice is None
    assert question(made, 5).text_area[0].value == NASTY


def test_a_note_that_is_too_long_stays_and_says_so(window: Open) -> None:
    made = window()
    app = question(made, 5)
    app.text_area[0].set_value("x" * 10_001).run()
    app.run()
    assert "te lang om te bewaren" in shown(app)
    assert app.text_area[0].value == "x" * 10_001
    assert made.dossier.answers.get(HUIDIG, {}) == {}


def test_two_people_who_answer_differently_see_both_and_choose(window: Open) -> None:
    made = window()
    app = question(made, 1)
    fill(made, HUIDIG, "b")
    app.radio[0].set_value("a").run()
    assert choices(made) == {1: Choice.B}
    words = typetest().questions[0]
    text = texts("invullen")
    assert f"{text('choose_mine')}:\n**a.** {words.a.text}" in shown(app)
    assert f"{text('choose_theirs')}:\n**b.** {words.b.text}" in shown(app)
    app.button(key="keep_mine-answer-huidig-1-choice").click().run()
    assert choices(made) == {1: Choice.A}
    assert text("choose_mine") not in shown(app)


def test_the_answer_of_the_other_can_be_kept(window: Open) -> None:
    made = window()
    app = question(made, 1)
    fill(made, HUIDIG, "b")
    app.radio[0].set_value("a").run()
    app.button(key="keep_theirs-answer-huidig-1-choice").click().run()
    assert choices(made) == {1: Choice.B}
    assert app.radio[0].value == "b"


@pytest.mark.parametrize(
    ("number", "before", "after"), [(1, False, True), (7, True, True), (14, True, False)]
)
def test_the_ways_on_from_a_question(window: Open, number: int, before: bool, after: bool) -> None:
    text = shown(question(window(), number))
    assert ("Vorige vraag" in text) is before
    assert ("Volgende vraag" in text) is after
    assert ("Sla deze vraag over" in text) is after
    assert ("Controleer uw antwoorden" in text) is not after


def test_next_previous_and_skip_go_to_their_question(window: Open) -> None:
    made = window()
    for way, target in (("next", 8), ("skip", 8), ("previous", 6)):
        app = question(made, 7).button(key=f"{way}-7").click().run()
        assert heading(app) == typetest().questions[target - 1].stem
        assert app.query_params["perspectief"] == "huidig"


def test_after_the_last_question_comes_the_check(window: Open) -> None:
    app = question(filled(window, huidig=TYPE_I), 14).button(key="to-check").click().run()
    assert heading(app) == "Controleer uw antwoorden"


def test_a_dated_question_tells_what_it_first_said(window: Open) -> None:
    made = window()
    dated = {q.number for q in typetest().questions if q.original}
    assert dated
    for number in QUESTIONS:
        assert ("Wat stond er oorspronkelijk?" in shown(question(made, number))) is (number in dated)


@pytest.mark.parametrize("wrong", ["0", "15", "x", ""])
def test_an_address_that_names_no_question_gives_the_first(window: Open, wrong: str) -> None:
    app = window().open(screens.QUESTION, vraag=wrong, perspectief="onzin")
    assert heading(app) == typetest().questions[0].stem


def test_a_reader_sees_texts_and_cannot_answer(window: Open) -> None:
    made = filled(window, huidig="ab")
    use_cases().answer(made.token, HUIDIG, 2, {"note": NASTY}, 1)
    reader = window(Role.LEZER, made=made.made)
    for app in (question(reader, 2), reader.open(screens.ALL_QUESTIONS, perspectief="huidig")):
        assert not app.radio
        assert not app.text_area
        assert "Gekozen antwoord: b" in shown(app)
        assert NASTY in shown(app)
    assert "Wijzig vraag" not in shown(reader.open(screens.CHECK, perspectief="huidig"))


# --- All questions, and the check ----------------------------------------------------------------


def test_all_fourteen_are_answered_on_one_screen(window: Open) -> None:
    made = filled(window, gewenst="..b")
    app = made.open(screens.ALL_QUESTIONS, perspectief="gewenst")
    assert [radio.value for radio in app.radio] == [None, None, "b", *[None] * 11]
    for number, choice in ((1, "a"), (14, "b"), (3, "a")):
        app.radio[number - 1].set_value(choice).run()
    assert choices(made, GEWENST) == {1: Choice.A, 3: Choice.A, 14: Choice.B}
    assert shown(app).count("✓ Bewaard") == 3


def test_the_test_begins_with_what_it_is_and_the_two_perspectives(window: Open) -> None:
    app = window().open(screens.CHECK)
    assert heading(app) == "De typetest"
    assert all(paragraph in shown(app) for paragraph in typetest().introduction)
    for words in typetest().perspectives.values():
        assert words.description in shown(app)


def test_a_perspective_without_answers_begins_with_question_one(window: Open) -> None:
    app = window().open(screens.CHECK, perspectief="gewenst")
    assert heading(app) == "Zoals u het wilt"
    assert "Wijzig vraag" not in shown(app)
    assert heading(app.button(key="go-on").click().run()) == typetest().questions[0].stem


def test_the_check_shows_every_answer_and_what_is_open(window: Open) -> None:
    made = filled(window, gewenst="ab............."[:14])
    app = made.open(screens.CHECK, perspectief="gewenst")
    text = shown(app)
    assert typetest().questions[1].b.text in text
    assert "Er zijn nog 12 vragen open" in text
    assert "Wijzig vraag 2" in text
    assert "Beantwoord vraag 3" in text
    assert app.button(key="go-on").label == "Ga verder met vraag 3"


# --- The result ----------------------------------------------------------------------------------

RESULTS = [
    ({"huidig": TYPE_I}, "Uw beleid past bij type I: de ambitie voorbij"),
    ({"gewenst": TYPE_II}, "U wilt beleid van type II: een behouden koers"),
    ({"huidig": TYPE_I, "gewenst": TYPE_II}, "Uw gemeente wil naar type II: een behouden koers"),
    ({"huidig": TYPE_I, "gewenst": TYPE_I}, "Uw gemeente wil type I blijven: de ambitie voorbij"),
    ({"huidig": "a", "gewenst": TYPE_II}, "U wilt beleid van type II: een behouden koers"),
    ({"huidig": "aaaaaaa"}, "Nog twee typen mogelijk: I of II"),
    ({"huidig": "b"}, "Alle vier de typen zijn nog mogelijk"),
    ({}, "Er is nog geen uitslag"),
]


@pytest.mark.parametrize(("given", "conclusion"), RESULTS)
def test_the_heading_is_the_conclusion(window: Open, given: Mapping[str, str], conclusion: str) -> None:
    assert heading(filled(window, **given).open(screens.RESULT)) == conclusion


def test_the_result_tells_both_perspectives_and_how_it_was_counted(window: Open) -> None:
    app = filled(window, huidig=TYPE_I, gewenst=TYPE_II).open(screens.RESULT)
    text = shown(app)
    assert "Nu past uw beleid bij type I. U wilt evenveel sturen en het beleid breder maken." in text
    assert typetest().no_verdict in text
    assert "**5 van de 7** keer a: dirigent" in text
    assert "Nu en gewenst gelijk. Twee antwoorden van de lijn." in text
    assert "Nu: 5 van de 7, smal. Twee antwoorden van de lijn. Verschil bij vraag" in text
    (move,) = (m for m in typetest().moves if (m.origin, m.target) == ("smal", "breed"))
    assert move.text[0] in text
    for words in (
        typetest().types["II"].portrait,
        typetest().types["II"].risk,
        typetest().types["I"].portrait,
    ):
        assert words in text
    assert "Mengvorm" not in text


def test_the_picture_has_its_conclusion_as_alt_text_and_a_table(window: Open) -> None:
    app = filled(window, huidig=TYPE_I, gewenst=TYPE_II).open(screens.RESULT)
    (chart,) = app.get("plotly_chart")
    assert "Gewenst: sturing 5, insteek 2, type II: een behouden koers." in chart.proto.alt
    rows = app.table[0].value.to_numpy().tolist()
    assert rows == [
        ["Nu", "5", "5", "I"],
        ["Gewenst", "5", "2", "II"],
    ]


def test_a_score_next_to_the_line_is_a_mixed_form_and_says_what_would_move_it(window: Open) -> None:
    text = shown(filled(window, huidig="aabbaabbaabbab").open(screens.RESULT))
    assert text.count("Mengvorm") == 2
    assert typetest().mixed in text
    assert "Eén antwoord van de lijn." in text
    assert text.count("Dan komt u uit bij") == 5


def test_an_open_question_is_never_counted_as_b(window: Open) -> None:
    app = filled(window, gewenst="aaa.......b...").open(screens.RESULT)
    text = shown(app)
    assert "**2 tot 6 van de 7** keer a: nog niet zeker" in text
    assert "10 vragen over wat u wilt zijn nog open." in text
    assert app.table[0].value.to_numpy().tolist()[0][1:] == ["2 tot 6", "1 tot 7", "I, II, III of IV"]


def test_while_no_type_is_decided_the_decided_pole_gives_its_points(window: Open) -> None:
    text = shown(filled(window, huidig="aaaaaaa").open(screens.RESULT))
    assert typetest().poles["dirigent"].attention[0] in text
    assert typetest().poles["smal"].attention[0] not in text


def test_notes_are_listed_literally_and_the_plan_is_next(window: Open) -> None:
    made = filled(window, huidig=TYPE_I)
    use_cases().answer(made.token, HUIDIG, 2, {"note": NASTY}, 1)
    app = made.open(screens.RESULT)
    assert NASTY in shown(app)
    app.button(key="to-plan").click().run()
    assert "De negen stappen" in shown(app)


# --- The score card without a dossier -------------------------------------------------------------


def test_the_card_is_there_for_everybody() -> None:
    app = open_screen(screens.EXPLORE)
    assert heading(app) == "De scorekaart"
    assert "Nu: nog niet op de kaart." in shown(app)
    assert not app.table


def test_a_cell_is_chosen_with_two_lists_and_put_on_the_card() -> None:
    app = open_screen(screens.EXPLORE)
    app.selectbox(key="count-sturing").set_value("5").run()
    assert "cel" not in app.query_params
    app.selectbox(key="count-insteek").set_value("2").run()
    assert app.query_params["cel"] == "5-2"
    assert typetest().types["II"].portrait in shown(app)
    app.button(key="put-gewenst").click().run()
    app.selectbox(key="count-insteek").set_value("6").run()
    app.button(key="put-huidig").click().run()
    assert (app.query_params["huidig"], app.query_params["gewenst"]) == ("5-6", "5-2")
    assert "Wat vraagt deze beweging?" in shown(app)
    app.button(key="remove-huidig").click().run()
    assert "huidig" not in app.query_params
    assert "Wat vraagt deze beweging?" not in shown(app)


@pytest.mark.parametrize(
    ("cell", "type_id"), [("7-7", "I"), ("4-4", "I"), ("4-3", "II"), ("3-4", "III"), ("0-0", "IV")]
)
def test_every_corner_gives_its_type_from_the_address(cell: str, type_id: TypeName) -> None:
    text = shown(open_screen(screens.EXPLORE, cel=cell))
    assert f"Type {type_id}: " in text
    assert typetest().types[type_id].advice in text


@pytest.mark.parametrize("wrong", ["8-1", "-1-2", "5", "a-b", "٣-٣", "5-5-5"])
def test_an_address_with_no_cell_in_it_puts_nothing_on_the_card(wrong: str) -> None:
    app = open_screen(screens.EXPLORE, cel=wrong, huidig=wrong)
    assert heading(app) == "De scorekaart"
    assert not app.table

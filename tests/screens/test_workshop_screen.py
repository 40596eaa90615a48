"""The screen of who leads a session, phase by phase, with AppTest."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from content.loader import texts
from dossier.roles import Role
from dossier.workshop import MOST_PEOPLE, Finding, Parked, Phase, Promise
from tests.screens.conftest import Open, Window, heading, shown
from tests.screens.workshops import Session, start
from typetest.model import Choice, Perspective
from typetest.table import Problem
from ui import screens
from ui.components.workshop import clock, joining
from ui.web.paper_forms import PROPOSAL
from ui.web.proposals import PROPOSALS, Proposal

TEXT = texts("werksessie")
A, B = Choice
HUIDIG, GEWENST = Perspective
NASTY = "*a* :red[b] $x$ <b>c</b>\n- [ ] d"


@pytest.fixture
def mine(window: Open) -> Window:
    return window(title="Plan")


@pytest.fixture
def session(mine: Window) -> Session:
    return start(mine)


def opened(session: Session, **params: str) -> AppTest:
    return session.window.open(screens.WORKSHOP, werksessie=session.id, **params)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception[0].message
    return app


def keys(app: AppTest) -> set[str]:
    return {button.key for button in app.button if button.key}


def phase_of(session: Session) -> Phase:
    return session.now.phase


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


# --- answering ---------------------------------------------------------------------------------------


def test_people_are_told_how_to_come_in_and_counted_without_results(session: Session) -> None:
    session.fill("b", "b", "")
    session.come_in()
    app = opened(session)
    assert heading(app) == "Raadzaal"
    code = session.code
    assert joining.spaced(code) in html(app)
    assert "voorbeeld.nl/meedoen" in html(app)
    assert "data:image/svg+xml" in html(app)
    assert TEXT("counts", n=4, ready=3) in shown(app)
    assert f"{TEXT('group_counts', name='Ambtelijk', joined=4, ready=3)} {TEXT('likely')}" in shown(app)
    unlikely = f"{TEXT('group_counts', name='Raad en college', joined=0, ready=0)} {TEXT('unlikely')}"
    assert unlikely in shown(app)
    for word in ("statements_heading", "take_over"):
        assert TEXT(word) not in shown(app)
    assert "tegen" not in shown(app)


def test_the_reveal_asks_to_be_sure_when_there_are_too_few(session: Session) -> None:
    session.fill("b")
    app = press(opened(session), "reveal")
    assert TEXT("doubt_few", n=1, smallest=3) in shown(app)
    assert TEXT("doubt_ready", n=1, joined=1) not in shown(app)
    press(app, "reveal-wait")
    assert TEXT("doubt_reveal") not in shown(app)
    assert phase_of(session) is Phase.ANSWERING
    press(press(app, "reveal"), "reveal-sure")
    assert phase_of(session) is Phase.REVEALED


def test_the_reveal_asks_to_be_sure_when_few_are_ready(session: Session) -> None:
    session.fill("b", "", "")
    session.come_in()
    app = press(opened(session), "reveal")
    assert TEXT("doubt_ready", n=3, joined=4) in shown(app)
    assert phase_of(session) is Phase.ANSWERING


def test_the_reveal_shows_the_results_here_and_on_the_wall(session: Session) -> None:
    session.fill("b", "", "", "", "")
    app = press(opened(session), "reveal")
    assert phase_of(session) is Phase.REVEALED
    assert session.now.shown.view == "card"
    assert TEXT("statements_heading") in shown(app)
    assert "4 tegen 1" in shown(app)


def test_a_press_in_a_window_that_is_behind_says_so(session: Session) -> None:
    session.fill("b", "", "")
    one, two = opened(session), opened(session)
    press(one, "reveal")
    press(two, "reveal")
    assert [w.value for w in two.warning] == [TEXT("said_moved_on")]
    assert TEXT("statements_heading") in shown(two)
    assert len(session.report.results) == 1
    press(one, "again")
    press(two, "again")
    assert TEXT("said_moved_on") in [w.value for w in two.warning]
    assert phase_of(session) is Phase.AGAIN


def test_another_window_that_moved_on_is_told_and_followed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.fill("b", "", "")
    app = opened(session)
    real = session.lead.glance

    def behind(token: str, workshop_id: str) -> object:
        session.reveal()
        return real(token, workshop_id)

    monkeypatch.setattr(session.lead, "glance", behind)
    app.run()
    assert TEXT("moved") in shown(app)
    monkeypatch.setattr(session.lead, "glance", real)
    press(app, "follow")
    assert TEXT("statements_heading") in shown(app)


def test_a_session_that_was_removed_meanwhile_is_told(session: Session) -> None:
    session.fill("b", "", "")
    app = opened(session)
    session.lead.delete(session.token, session.id)
    press(app, "reveal")
    assert heading(app) == texts("werksessies")("title")


# --- paper forms -------------------------------------------------------------------------------------


def letters(app: AppTest, typed: str, group: str | None = "ambtelijk") -> AppTest:
    form = app.query_params["formulier"]
    if group:
        app.radio(key=f"paper-{form}-group").set_value(group).run()
    app.text_input(key=f"paper-{form}-huidig").set_value(typed).run()
    return press(app, f"keep-{form}")


def test_a_form_is_kept_at_once_and_a_fresh_one_comes(session: Session) -> None:
    app = opened(session)
    first = app.query_params["formulier"]
    letters(app, "abba-ab abbaaba")
    assert session.joined == [1, 0]
    assert [s.value for s in app.success] == [TEXT("said_form_kept")]
    assert app.query_params["formulier"] != first
    assert app.radio(key=f"paper-{app.query_params['formulier']}-group").value == "ambtelijk"
    assert app.text_input(key=f"paper-{app.query_params['formulier']}-huidig").value == ""
    letters(app, "a" * 14, "raad")
    assert session.joined == [1, 1]


def test_a_form_that_is_wrong_says_where_and_keeps_what_was_typed(session: Session) -> None:
    app = letters(opened(session), "abxa", group=None)
    for message in (
        TEXT("paper_no_group"),
        TEXT("paper_sign", position=3, sign="x"),
        TEXT("paper_length", n=4, most=14),
    ):
        assert shown(app).count(message) == 2
    assert app.text_input(key=f"paper-{app.query_params['formulier']}-huidig").value == "abxa"
    assert session.joined == [0, 0]
    letters(app, "")
    assert TEXT("paper_empty", most=14) in shown(app)
    letters(app, "b" * 14)
    assert session.joined == [1, 0]
    assert TEXT("paper_no_group") not in shown(app)


def test_the_same_form_twice_counts_once(session: Session) -> None:
    one, two = (opened(session, formulier="f1") for _ in range(2))
    letters(one, "a" * 14)
    letters(two, "b" * 14)
    assert session.joined == [1, 0]


def test_a_form_for_a_session_that_moved_on_is_told_and_not_added(session: Session) -> None:
    session.fill("b", "", "")
    app = opened(session)
    form = app.query_params["formulier"]
    app.radio(key=f"paper-{form}-group").set_value("raad")
    app.text_input(key=f"paper-{form}-huidig").set_value("a" * 14)
    session.reveal()
    press(app, f"keep-{form}")
    assert [w.value for w in app.warning] == [TEXT("said_moved_on")]
    assert session.joined == [3, 0]


def test_both_perspectives_have_letters_and_one_may_be_left(mine: Window) -> None:
    session = start(mine, perspectives=["huidig", "gewenst"])
    app = letters(opened(session), "a" * 14)
    assert session.joined == [1, 0]
    form = app.query_params["formulier"]
    assert app.text_input(key=f"paper-{form}-gewenst").value == ""


def proposal(session: Session, *groups: str, problems: tuple[Problem, ...] = ()) -> str:
    forms = {f"f{n}": (group, {1: A}) for n, group in enumerate(groups)}
    return PROPOSALS.keep(Proposal(session.id, HUIDIG, forms, problems))


def test_a_file_is_shown_before_it_is_added(session: Session) -> None:
    name = proposal(session, "raad", "raad", "ambtelijk")
    app = opened(session, **{PROPOSAL: name})
    assert TEXT("file_found", n=3) in shown(app)
    assert TEXT("file_open", n=3) in shown(app)
    assert "Raad en college: 2" in shown(app)
    assert session.joined == [0, 0]
    press(app, f"add-{name}")
    assert session.joined == [1, 2]
    assert TEXT("said_forms_added") in [s.value for s in app.success]
    assert PROPOSAL not in app.query_params
    again = opened(session, **{PROPOSAL: name})
    assert TEXT("proposal_gone") in [w.value for w in again.warning]


def test_a_file_can_be_left(session: Session) -> None:
    name = proposal(session, "raad")
    app = press(opened(session, **{PROPOSAL: name}), f"drop-{name}")
    assert TEXT("file_found", n=1) not in shown(app)
    assert session.joined == [0, 0]


def test_everything_wrong_in_a_file_is_told_by_line_and_column(session: Session) -> None:
    problems = (
        Problem(2, "cell", "vraag3", "*x*"),
        Problem(3, "group_unknown", "groep", ":red[Pers]"),
        *(Problem(n, "group_missing", "groep") for n in range(4, 9)),
    )
    app = opened(session, **{PROPOSAL: proposal(session, problems=problems)})
    assert TEXT("file_wrong", n=7) in shown(app)
    assert "Regel 2, kolom vraag3: hier staat “*x*”." in shown(app)
    assert TEXT("file_group_unknown", line=3, value=":red[Pers]") in shown(app)
    assert TEXT("file_more", n=2) in shown(app)
    assert TEXT("file_group_missing", line=8) in shown(app)


def test_a_file_that_was_not_taken_is_told(session: Session) -> None:
    for why in ("too_large", "no_file"):
        app = opened(session, melding=why)
        message = TEXT(f"upload_{why}", limit=1)
        assert message in shown(app)
        assert message in html(app)
    assert TEXT("upload_no_file") not in shown(opened(session, melding="verzonnen"))


def test_a_full_session_is_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_PEOPLE > 1
    session.fill("b")
    monkeypatch.setattr("dossier.workshop_cases.MOST_PEOPLE", 1)
    app = letters(opened(session), "a" * 14)
    assert [w.value for w in app.warning] == [TEXT("said_full")]


# --- after the reveal --------------------------------------------------------------------------------


def revealed(session: Session, **params: str) -> AppTest:
    session.fill("bba", "bab", "aab", "aaa", "aa")
    session.reveal()
    return opened(session, **params)


def test_statements_are_ranked_with_what_the_group_said(session: Session) -> None:
    app = revealed(session)
    text = shown(app)
    assert text.index("**2. ") < text.index("**4. ")
    assert text.count(TEXT("proposed")) == 3
    assert texts("groep")("band_unanimous") in text
    assert texts("groep")("band_to_discuss") in text
    assert texts("groep")("hidden_nobody") in text  # the other group has nobody


def test_a_statement_opens_and_keeps_what_is_written(session: Session) -> None:
    app = press(revealed(session), "open-statement-1")
    assert app.query_params["stelling"] == "1"
    area = next(area for area in app.text_area if area.key and area.key.endswith("-reasons_a"))
    area.set_value(NASTY).run()
    radio = next(radio for radio in app.radio if radio.key and radio.key.endswith("-direction"))
    radio.set_value("b").run()
    assert session.report.finding(HUIDIG, 1) == Finding(direction=B, reasons_a=NASTY)
    again = opened(session, stelling="1")
    assert next(a for a in again.text_area if a.key and a.key.endswith("reasons_a")).value == NASTY
    assert TEXT("direction_is", letter="b") in shown(again)
    press(again, "close-statement-1")
    assert len([a for a in again.text_area if a.key and a.key.endswith("reasons_a")]) == 0


def test_two_windows_on_one_statement_choose(session: Session) -> None:
    one, two = (revealed(session, stelling="1") if n == 0 else opened(session, stelling="1") for n in (0, 1))
    area: Callable[[AppTest], object] = lambda app: next(  # noqa: E731 - read anew after every run
        a for a in app.text_area if a.key and a.key.endswith("reasons_a")
    )
    area(one).set_value("van een").run()  # type: ignore[attr-defined] # an element of AppTest
    area(two).set_value("van twee").run()  # type: ignore[attr-defined] # an element of AppTest
    assert texts("invullen")("choose_heading") in shown(two)
    assert session.report.finding(HUIDIG, 1).reasons_a == "van een"


def test_what_is_largely_agreed_is_taken_over_in_one_press(session: Session) -> None:
    app = press(revealed(session), "take-over")
    assert session.report.finding(HUIDIG, 14).direction is A
    assert session.report.finding(HUIDIG, 1).direction is None
    assert TEXT("said_taken_over") in [s.value for s in app.success]


def test_a_statement_is_shown_on_the_wall(session: Session) -> None:
    app = press(revealed(session, stelling="3"), "show-question")
    assert (session.now.shown.view, session.now.shown.question) == ("question", 3)
    assert TEXT("projector_now", view=TEXT("view_question", n=3)) in shown(app)
    press(app, "blank")
    assert session.now.shown.blank
    assert TEXT("projector_blank") in shown(app)
    press(app, "blank")
    assert not session.now.shown.blank
    press(app, "view-card")
    assert session.now.shown.view == "card"


def test_a_room_that_is_too_small_says_why_there_is_nothing(session: Session) -> None:
    session.fill("b", "a")
    session.reveal()
    app = opened(session)
    assert texts("groep")("hidden_few", smallest=3) in shown(app)
    assert "take-over" not in keys(app)
    assert "again" not in keys(app)


def test_the_chosen_statements_are_answered_again_and_compared(session: Session) -> None:
    app = revealed(session)
    ticked = [box.key for box in app.checkbox if box.key and box.key.startswith("again-") and box.value]
    assert len(ticked) == 3
    for key in ticked:
        app.checkbox(key=key).uncheck().run()
    press(app, "again")
    assert TEXT("again_none") in shown(app)
    assert phase_of(session) is Phase.REVEALED
    app.checkbox(key=f"again-{session.id}-2").check().run()
    press(app, "again")
    assert (session.now.phase, session.now.chosen) == (Phase.AGAIN, (2,))
    assert session.now.shown.view == "join"
    assert "**2. " not in shown(app)
    assert TEXT("statements_heading") not in shown(app)
    press(app, "compare")
    assert TEXT("doubt_ready", n=0, joined=5) in shown(app)
    press(app, "compare-sure")
    assert phase_of(session) is Phase.COMPARED
    assert TEXT("rounds_intro") in shown(app)
    (table,) = [t for t in app.table if TEXT("column_changed") in t.value.columns]
    assert TEXT("column_first") in table.value.columns
    assert table.value[TEXT("column_changed")].tolist() == [TEXT("changed", n=0)]
    assert "again" not in keys(app)


# --- throughout --------------------------------------------------------------------------------------


def test_the_clock_tells_the_block_and_its_minutes(session: Session) -> None:
    app = opened(session)
    assert TEXT("clock_off") in shown(app)
    first, second, *_ = clock.programme(session.now)
    press(app, f"block-{first.key}")
    assert TEXT("clock_left", n=first.minutes) in shown(app)
    press(app, f"block-{second.key}")
    assert session.now.shown.block == second.key
    long_ago = datetime.now(UTC) - timedelta(hours=3)
    last = clock.programme(session.now)[-1]
    session.lead.show(session.token, session.id, {"block": last.key, "block_began": long_ago})
    app.run()
    assert TEXT("clock_over") in shown(app)
    assert not any(key.startswith("block-") for key in keys(app))


def test_notes_are_kept_removed_and_put_back(session: Session) -> None:
    app = press(opened(session), "add-parked")
    note_id = app.query_params["nieuw_punt"]
    app.text_input(key=f"jotted-{note_id}-text").set_value("*later*").run()
    (note,) = session.report.of_kind("parked")
    assert note.data == Parked(text="*later*")
    app.button(key=f"remove-jotted-{note_id}").click().run()
    assert session.report.of_kind("parked") == ()
    assert TEXT("note_removed", text="*later*") in shown(app)
    press(app, f"restore-{note_id}")
    (note,) = session.report.of_kind("parked")
    assert note.data == Parked(text="*later*")
    assert app.text_input(key=f"jotted-{note_id}-text").value == "*later*"


def test_who_does_what_when_is_kept(session: Session) -> None:
    app = press(opened(session), "add-promise")
    note_id = app.query_params["nieuwe_afspraak"]
    for name in ("who", "what", "when"):
        app.text_input(key=f"jotted-{note_id}-{name}").set_value(name).run()
    (note,) = session.report.of_kind("promise")
    assert note.data == Promise(who="who", what="what", when="when")
    press(app, "add-promise")
    assert len([t for t in app.text_input if t.key and t.key.endswith("-who")]) == 2
    app.button(key=f"remove-jotted-{app.query_params['nieuwe_afspraak']}").click().run()
    assert len([t for t in app.text_input if t.key and t.key.endswith("-who")]) == 1
    assert len(session.report.of_kind("promise")) == 1


def test_what_was_typed_into_a_removed_note_stays_on_the_screen(session: Session) -> None:
    session.note("parked", text="oud")
    app = opened(session)
    session.lead.remove_note(session.token, session.id, "n")
    app.text_input(key="jotted-n-text").set_value("nieuw en lang").run()
    assert TEXT("note_gone", text="nieuw en lang") in shown(app)
    app.run()
    assert TEXT("note_gone", text="nieuw en lang") in shown(app)
    press(app, "restore-n")
    (note,) = session.report.of_kind("parked")
    assert note.data == Parked(text="nieuw en lang")
    assert TEXT("note_gone", text="nieuw en lang") not in shown(app)


def test_a_note_that_another_window_removed_goes_when_nothing_was_typed(session: Session) -> None:
    session.note("parked", text="oud")
    app = opened(session)
    session.lead.remove_note(session.token, session.id, "n")
    app.run()
    assert "oud" not in shown(app)
    assert TEXT("note_gone", text="oud") not in shown(app)


# --- closing -----------------------------------------------------------------------------------------


def test_closing_asks_for_a_tick_and_single_answers_can_go(session: Session) -> None:
    session.fill("b", "", "")
    app = press(opened(session), "close")
    assert TEXT("close_unsure") in shown(app)
    app.checkbox(key="close-sure").check().run()
    press(app, "close")
    assert (session.now.phase, session.now.code) == (Phase.CLOSED, None)
    assert session.now.shown.view == "closing"
    assert TEXT("after_heading") in shown(app)
    assert "into-plan-now" in keys(app)
    assert "reveal" not in keys(app)
    press(app, "forget")
    assert TEXT("forget_unsure") in shown(app)
    assert session.now.ballots_kept
    app.checkbox(key="forget-sure").check().run()
    press(app, "forget")
    assert not session.now.ballots_kept
    assert TEXT("answers_gone") in shown(app)
    assert TEXT("statements_heading") in shown(app)


@pytest.mark.parametrize("phase", list(Phase))
def test_a_reader_sees_the_session_and_no_buttons(session: Session, window: Open, phase: Phase) -> None:
    session.fill("bb", "", "", "")
    session.note("promise", "p", who="*wij*", when="nu")
    session.note("finding", "huidig-1", reasons_a="zo")
    steps: dict[Phase, Callable[[], object]] = {
        Phase.REVEALED: session.reveal,
        Phase.AGAIN: lambda: session.again(1),
        Phase.COMPARED: session.compare,
        Phase.CLOSED: session.close,
    }
    for step, move in steps.items():
        if list(Phase).index(step) <= list(Phase).index(phase):
            move()
    assert phase_of(session) is phase
    app = window(Role.LEZER, made=session.window.made).open(
        screens.WORKSHOP, werksessie=session.id, stelling="1"
    )
    assert heading(app) == "Raadzaal"
    assert {key for key in keys(app) if not key.startswith(("open-statement", "close-statement"))} == set()
    assert len(app.text_input) == len(app.text_area) == len(app.checkbox) == len(app.radio) == 0
    assert "*wij* · nu" in shown(app)
    assert (TEXT("statements_heading") in shown(app)) == (phase not in (Phase.ANSWERING, Phase.AGAIN))


# --- practice ----------------------------------------------------------------------------------------


def test_a_practice_session_is_marked_and_filled_once(mine: Window) -> None:
    session = start(mine, practice=True)
    app = opened(session)
    assert TEXT("practice") in shown(app)
    press(app, "practice-fill")
    assert session.joined == [12, 12]
    press(app, "practice-fill")
    assert session.joined == [12, 12]
    assert TEXT("said_practice_full") in [s.value for s in app.success]
    press(app, "reveal")
    assert TEXT("practice") in shown(app)
    session.close()
    app = opened(session)
    assert texts("naar_plan")("practice") in [i.value for i in app.info]
    assert "into-plan-now" not in keys(app)


def test_a_real_session_has_no_simulated_group(session: Session) -> None:
    app = opened(session)
    assert "practice-fill" not in keys(app)
    assert TEXT("practice") not in shown(app)

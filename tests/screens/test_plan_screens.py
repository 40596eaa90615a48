"""The screens of the dossier and the nine steps, in AppTest."""

from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from content import schema
from content.loader import glossary, item_texts, sources, steps, texts
from documents import press, render
from documents.render import FORMATS
from dossier.model import Details
from dossier.roles import Role
from dossier.use_cases import NotAllowed, UseCases
from stappenplan.items import KINDS
from tests.screens.conftest import Open, Window, heading, open_screen, plain, shown
from ui import screens
from ui.web.routes import ALSO

STEPS = steps().steps
SECTIONS = [
    pytest.param(step.number, section, id=f"{step.number}-{section.key}")
    for step in STEPS
    for section in step.sections
]
CLOSED = (screens.OVERVIEW, screens.STEP, screens.DOCUMENT, screens.SHARING)


def button(app: AppTest, label: str) -> None:
    """Presses the one button with this text."""
    (found,) = [b for b in app.button if b.label == label]
    found.click().run()


def labels(app: AppTest) -> list[str]:
    return [b.label for b in app.button]


# --- the start -----------------------------------------------------------------------------------


def test_the_start_screen_says_what_this_is_and_offers_the_ways_in() -> None:
    app = open_screen(screens.START)
    text = texts("start")
    assert heading(app) == text("title")
    for word in ("intro", "new", "explore", "open_oldebroek", "open_meierijstad", "link_text"):
        assert text(word) in shown(app)
    assert not app.warning


@pytest.mark.parametrize("notice", ["link_onbekend", "geen_toegang", "verwijderd"])
def test_the_start_screen_shows_the_message_that_came_along(notice: str) -> None:
    app = open_screen(screens.START, melding=notice)
    assert [w.value for w in app.warning] == [texts("navigatie")(f"notice_{notice}")]


def test_a_message_that_does_not_exist_shows_nothing() -> None:
    assert not open_screen(screens.START, melding="<b>kwaad</b>").warning


def test_an_example_becomes_a_dossier_of_ones_own(kept: UseCases) -> None:
    app = open_screen(screens.START)
    app.button(key="example-oldebroek").click().run()
    details = entered(app, kept)
    assert details is not None
    assert details.municipality == "Oldebroek"


def test_the_start_screen_leads_back_to_the_dossier_of_the_window(window: Open) -> None:
    app = window(title="Plan *Zeewolde*").open(screens.START)
    assert "Plan *Zeewolde*" in shown(app)
    assert texts("start")("to_current") in shown(app)


@pytest.mark.parametrize("screen", CLOSED, ids=lambda screen: screen.url_path)
def test_without_access_one_is_at_the_start_and_reads_why(screen: screens.Screen, window: Open) -> None:
    other = window(title="Van een ander")
    other.cookies.clear()
    for address in ({}, {"dossier": "bestaat-niet"}, {"dossier": other.made.dossier_id}):
        app = open_screen(screen, **address)
        assert heading(app) == texts("start")("title")
        assert [w.value for w in app.warning] == [texts("navigatie")("notice_geen_toegang")]


# --- a new dossier -------------------------------------------------------------------------------


def entered(app: AppTest, kept: UseCases) -> Details | None:
    """What the dossier is called that the browser is sent to, or None."""
    if "way-in" not in app.session_state:
        return None
    address = urlsplit(app.session_state["way-in"])
    entry = kept.enter(parse_qs(address.query)[ALSO][0])
    assert entry is not None
    assert entry.role is Role.LEZER
    return kept.open(address.path.removeprefix("/open/")).details


def test_a_new_dossier_keeps_what_was_filled_in(kept: UseCases) -> None:
    app = open_screen(screens.NEW)
    for name, value in (("municipality", "Zeewolde"), ("title", "Plan"), ("period_start", " 2027 ")):
        app.text_input(key=f"new-{name}").set_value(value)
    button(app, texts("nieuw")("create"))
    assert entered(app, kept) == Details(municipality="Zeewolde", title="Plan", period_start=2027)


def test_a_new_dossier_asks_for_nothing(kept: UseCases) -> None:
    app = open_screen(screens.NEW)
    button(app, texts("nieuw")("create"))
    assert entered(app, kept) == Details()


def test_a_double_click_makes_one_dossier() -> None:
    for screen, label in (
        (screens.NEW, texts("nieuw")("create")),
        (screens.START, texts("start")("open_oldebroek")),
    ):
        app = open_screen(screen)
        button(app, label)
        first = app.session_state["way-in"]
        button(app, label)
        assert app.session_state["way-in"] == first


def test_what_cannot_be_kept_is_said_in_dutch_and_stays(kept: UseCases) -> None:
    app = open_screen(screens.NEW)
    typed = {"municipality": "x" * 301, "title": "Plan", "period_start": "27", "period_end": "morgen"}
    for name, value in typed.items():
        app.text_input(key=f"new-{name}").set_value(value)
    button(app, texts("nieuw")("create"))
    text = texts("invullen")
    assert entered(app, kept) is None
    for message in (
        text("too_long", limit="300", length="301", over="1"),
        text("refused_year"),
        text("unreadable_year", raw="morgen"),
    ):
        assert shown(app).count(message) == 2  # in the summary, and at the field
    assert {name: app.text_input(key=f"new-{name}").value for name in typed} == typed


# --- the overview --------------------------------------------------------------------------------


def test_the_overview_of_an_empty_dossier_begins_with_the_test_and_shows_the_links(window: Open) -> None:
    app = window(municipality="Zeewolde", title="Samen", period_start=2027, period_end=2030).open(
        screens.OVERVIEW
    )
    text = texts("overzicht")
    assert heading(app) == "Samen"
    assert "Zeewolde · 2027-2030" in shown(app)
    assert text("begin_test") in shown(app)
    assert text("keep_links") in shown(app)
    assert shown(app).count(f"**{text('status_todo')}**") == 2 + len(STEPS)
    for step in STEPS:
        assert step.purpose in shown(app)


def test_the_overview_shows_what_is_busy_done_and_missing(window: Open) -> None:
    app = window(example="oldebroek").open(screens.OVERVIEW)
    text = texts("overzicht")
    assert text("keep_links") not in shown(app)
    assert text("go_on", n=2, title=STEPS[1].title) in shown(app)
    for status in ("busy", "done"):
        assert f"**{text(f'status_{status}')}**" in shown(app)
    assert any(plain(e.label).startswith("Er ontbreken nog") for e in app.expander)


def test_a_dossier_without_a_name_says_so(window: Open) -> None:
    assert heading(window().open(screens.OVERVIEW)) == texts("navigatie")("unnamed")


# --- every section of every step -----------------------------------------------------------------


@pytest.mark.parametrize(("number", "section"), SECTIONS)
def test_every_sub_question_of_a_section_is_shown(number: int, section: schema.Section, window: Open) -> None:
    for example, role in (("", Role.BEGELEIDER), ("oldebroek", Role.BEGELEIDER), ("oldebroek", Role.LEZER)):
        app = window(role, example=example).open(screens.STEP, stap=number, onderdeel=section.key)
        assert heading(app) == texts("stap")("title", n=number, title=STEPS[number - 1].title)
        assert section.title in [plain(h.value) for h in app.header]
        seen = shown(app)
        for prompt in section.prompts:
            assert prompt.ask in seen
        if role is Role.LEZER:
            assert not [*app.text_area, *app.text_input, *app.radio, *app.selectbox, *app.checkbox]


def test_an_unknown_step_or_section_is_the_first_one(window: Open) -> None:
    app = window().open(screens.STEP, stap="99", onderdeel="<b>")
    assert heading(app) == texts("stap")("title", n=1, title=STEPS[0].title)
    assert plain(app.header[0].value) == STEPS[0].sections[0].title


def test_free_text_carries_the_line_about_names(window: Open) -> None:
    line = texts("invullen")("no_names")
    assert line in shown(window().open(screens.STEP))
    assert line not in shown(window(Role.LEZER).open(screens.STEP))


# --- a text --------------------------------------------------------------------------------------

VISION = "item-answer_visie_regierol-text"


def vision_of(window: Window) -> str:
    item = window.dossier.item("answer.visie.regierol")
    return getattr(item.data, "text", "") if item else ""


def test_a_text_is_kept_at_once_and_says_so(window: Open) -> None:
    plan = window()
    app = plan.open(screens.STEP)
    assert texts("invullen")("saved") not in shown(app)
    app.text_area(key=VISION).set_value("De gemeente kiest koers.").run()
    assert vision_of(plan) == "De gemeente kiest koers."
    assert texts("invullen")("saved") in shown(app)


def test_a_text_that_is_too_long_stays_in_the_field_with_a_message(window: Open) -> None:
    plan = window()
    app = plan.open(screens.STEP)
    app.text_area(key=VISION).set_value("x" * 10_001).run()
    message = texts("invullen")("too_long", limit="10.000", length="10.001", over="1")
    assert shown(app).count(message) == 2
    assert app.text_area(key=VISION).value == "x" * 10_001
    assert vision_of(plan) == ""
    app.text_area(key=VISION).set_value("x" * 10_000).run()
    assert message not in shown(app)
    assert vision_of(plan) == "x" * 10_000
    assert texts("invullen")("room", n=0, limit="10.000") in shown(app)


def test_what_is_too_long_is_still_there_after_a_walk_to_another_section(window: Open) -> None:
    plan = window()
    app = plan.open(screens.STEP)
    app.text_area(key=VISION).set_value("x" * 10_001).run()
    app.query_params["onderdeel"] = STEPS[0].sections[1].key
    app.run()
    app.query_params["onderdeel"] = STEPS[0].sections[0].key
    app.run()
    assert app.text_area(key=VISION).value == "x" * 10_001


def test_a_character_that_cannot_be_kept_is_replaced_with_a_message(window: Open) -> None:
    plan = window()
    app = plan.open(screens.STEP)
    app.text_area(key=VISION).set_value("a\x00b\x07").run()
    assert vision_of(plan) == "a\ufffdb\ufffd"
    assert [i.value for i in app.info] == [texts("invullen")("replaced", n=2)]


def test_a_suggestion_is_taken_over_into_the_text_once(window: Open) -> None:
    plan = window()
    app = plan.open(screens.STEP)
    app.text_area(key=VISION).set_value("Eigen woorden.").run()
    app.button(key="suggest-visie.regierol").click().run()
    take = next(b for b in app.button if str(b.key).startswith("take-visie.regierol"))
    take.click().run()
    assert vision_of(plan).startswith("Eigen woorden.\n\n")
    assert texts("stap")("taken") in shown(app)
    assert take.label not in labels(app)
    button(app, texts("stap")("hide_suggestions"))
    assert texts("stap")("taken") not in shown(app)


# --- a list --------------------------------------------------------------------------------------

GOALS = {"stap": 5, "onderdeel": "doelen"}


def goals(plan: Window) -> list[str]:
    return [item.data.title for item in plan.dossier.of_kind("goal")]  # type: ignore[union-attr] # goals have one


def section_of(prompt_key: str) -> dict[str, object]:
    """Where a sub-question is."""
    return next(
        {"stap": step.number, "onderdeel": section.key}
        for step in STEPS
        for section in step.sections
        for prompt in section.prompts
        if prompt.key == prompt_key
    )


def prompt_of(kind: str) -> str:
    """The first sub-question that is answered with items of this kind."""
    return next(p.key for s in STEPS for c in s.sections for p in c.prompts if p.kind == kind)


def field_of(app: AppTest, name: str) -> TextInput:
    """The field of the open card with this name."""
    (found,) = [t for t in app.text_input if str(t.key).endswith(f"-{name}")]
    return found


def test_an_item_is_added_filled_in_closed_moved_removed_and_brought_back(window: Open) -> None:
    plan, words, text = window(), item_texts().kinds["goal"], texts("stap")
    prompt = prompt_of("goal")
    app = plan.open(screens.STEP, **section_of(prompt))
    assert words.empty in shown(app)
    for title in ("Eerste", "Tweede"):
        button(app, words.add)
        field = field_of(app, "title")
        field.set_value(title).run()
        button(app, next(x for x in labels(app) if x.startswith(text("close_item", name="")[:9])))
    assert goals(plan) == ["Eerste", "Tweede"]
    assert app.query_params.get("open") is None
    button(app, text("move_item", name=f"{words.singular} 2"))
    assert goals(plan) == ["Tweede", "Eerste"]
    button(app, text("remove_item", name=f"{words.singular} 1"))
    assert goals(plan) == ["Eerste"]
    assert text("removed", title="Tweede") in shown(app)
    button(app, texts("invullen")("put_back"))
    assert goals(plan) == ["Tweede", "Eerste"]
    assert text("removed", title="Tweede") not in shown(app)


def test_what_was_typed_before_a_card_closes_is_kept_when_its_own_run_was_stopped(window: Open) -> None:
    plan, prompt = window(), prompt_of("goal")
    app = plan.open(screens.STEP, **section_of(prompt))
    app.button(key=f"add-{prompt}").click().run()
    key = field_of(app, "title").key
    assert key
    app.session_state[key] = "Meer jongeren"  # known to the session, and its callback did not run
    button(app, texts("stap")("close_item", name=texts("stap")("new_item", name="doel")))
    assert goals(plan) == ["Meer jongeren"]
    assert "Meer jongeren" in shown(app)


def test_an_item_that_was_only_opened_is_not_there(window: Open) -> None:
    plan, words = window(), item_texts().kinds["goal"]
    app = plan.open(screens.STEP, **section_of(prompt_of("goal")))
    button(app, words.add)
    assert goals(plan) == []
    assert texts("invullen")("not_saved") not in shown(app)


def test_a_wrong_amount_is_said_in_dutch_stays_and_keeps_the_card_open(window: Open) -> None:
    plan, words = window(), item_texts().kinds["budget_line"]
    app = plan.open(screens.STEP, **section_of(prompt_of("budget_line")))
    button(app, words.add)
    title = field_of(app, "title")
    title.set_value("Zaalhuur").run()
    amount = field_of(app, "amount")
    amount.set_value("duizend euro").run()
    message = texts("invullen")("unreadable_decimal", raw="duizend euro")
    assert shown(app).count(message) == 2
    button(app, next(x for x in labels(app) if x.startswith("Klaar met")))
    assert app.query_params.get("open")
    amount = field_of(app, "amount")
    assert amount.value == "duizend euro"
    assert texts("invullen")("not_saved") in shown(app)
    amount.set_value("€ 1.250,50").run()
    assert message not in shown(app)
    assert texts("invullen")("saved") in shown(app)
    (line,) = plan.dossier.of_kind("budget_line")
    assert str(line.data.amount) == "1250.50"  # type: ignore[union-attr] # a budget line has one
    button(app, next(x for x in labels(app) if x.startswith("Klaar met")))
    assert "1.250,50" in shown(app)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("-5", "refused_decimal"),
        ("99999999999", "refused_decimal"),
        ("1,234", "refused_decimal"),
        ("1.000", None),
    ],
)
def test_an_amount_that_cannot_be_is_refused(typed: str, message: str | None, window: Open) -> None:
    app = window().open(screens.STEP, **section_of(prompt_of("budget_line")))
    button(app, item_texts().kinds["budget_line"].add)
    amount = field_of(app, "amount")
    amount.set_value(typed).run()
    if message:
        assert texts("invullen")(message) in shown(app)
    assert bool(message) == (texts("pagina")("errors_heading", n=1) in shown(app))


def test_a_suggestion_becomes_an_item_and_says_so(window: Open) -> None:
    plan = window()
    app = plan.open(screens.STEP, **section_of(prompt_of("stakeholder")))
    app.button(key=f"suggest-{prompt_of('stakeholder')}").click().run()
    take = next(b for b in app.button if str(b.key).startswith("take-"))
    take.click().run()
    assert len(plan.dossier.items) == 1
    assert texts("stap")("taken") in shown(app)
    assert take.label not in labels(app)


def test_a_suggestion_that_was_changed_and_removed_can_be_taken_again(window: Open) -> None:
    plan = window()
    app = plan.open(screens.STEP, **section_of(prompt_of("stakeholder")))
    app.button(key=f"suggest-{prompt_of('stakeholder')}").click().run()
    key = next(str(b.key) for b in app.button if str(b.key).startswith("take-"))
    app.button(key=key).click().run()
    next(b for b in app.button if str(b.key).startswith("remove-")).click().run()
    assert plan.dossier.items == ()
    app.button(key=key).click().run()
    assert len(plan.dossier.items) == 1


# --- two people ----------------------------------------------------------------------------------


def test_two_people_in_one_text_choose_between_both_versions(window: Open) -> None:
    text = texts("invullen")
    for keep, kept in (("keep_mine", "Van mij"), ("keep_theirs", "Van de ander")):
        plan = window()
        mine, theirs = plan.open(screens.STEP), plan.open(screens.STEP)
        theirs.text_area(key=VISION).set_value("Van de ander").run()
        mine.text_area(key=VISION).set_value("Van mij").run()
        assert text("choose_heading") in shown(mine).replace("**", "")
        assert {"Van mij", "Van de ander"} <= set(shown(mine).split("\n"))
        assert vision_of(plan) == "Van de ander"
        button(mine, text(keep))
        assert vision_of(plan) == kept
        assert mine.text_area(key=VISION).value == kept
        assert text("saved") in shown(mine)
        assert text("choose_heading") not in shown(mine)


def test_the_text_of_another_is_shown_when_one_asks_for_it(window: Open) -> None:
    plan, text = window(), texts("invullen")
    mine = plan.open(screens.STEP)
    mine.text_area(key=VISION).set_value("Eerst").run()
    theirs = plan.open(screens.STEP)
    theirs.text_area(key=VISION).set_value("Daarna").run()
    mine.run()
    assert text("newer") in shown(mine)
    assert text("not_saved") not in shown(mine)
    assert mine.text_area(key=VISION).value == "Eerst"  # somebody may be in the middle of a word
    button(mine, text("show_newer"))
    assert mine.text_area(key=VISION).value == "Daarna"
    assert text("newer") not in shown(mine)
    mine.text_area(key=VISION).set_value("Samen").run()
    assert vision_of(plan) == "Samen"
    assert text("choose_heading") not in shown(mine).replace("**", "")


def test_who_types_on_in_an_outdated_text_chooses_between_both(window: Open) -> None:
    plan, text = window(), texts("invullen")
    mine = plan.open(screens.STEP)
    mine.text_area(key=VISION).set_value("Eerst").run()
    theirs = plan.open(screens.STEP)
    theirs.text_area(key=VISION).set_value("Daarna").run()
    mine.text_area(key=VISION).set_value("Eerst en meer").run()
    assert vision_of(plan) == "Daarna"
    mine.text_area(key=VISION).set_value("Eerst en nog meer").run()  # before choosing
    assert "Eerst en nog meer" in shown(mine).split("\n")
    button(mine, text("keep_mine"))
    assert vision_of(plan) == "Eerst en nog meer"


@pytest.mark.parametrize(
    ("sent", "kept"), [("Eerst dit.", "Eerst dit. En toen dat."), ("Iets anders.", "Eerst dit.")]
)
def test_what_the_browser_says_it_sent_itself_is_not_the_text_of_another(
    sent: str, kept: str, window: Open
) -> None:
    plan = window()
    mine, before = plan.open(screens.STEP), plan.open(screens.STEP)
    before.text_area(key=VISION).set_value("Eerst dit.").run()  # a session that ended with its server or page
    mine.session_state["typed-over"] = {VISION: {"own": [sent], "version": 0}}
    mine.text_area(key=VISION).set_value("Eerst dit. En toen dat.").run()
    assert vision_of(plan) == kept
    asked = texts("invullen")("choose_heading") in shown(mine).replace("**", "")
    assert asked == (sent != "Eerst dit.")


def test_the_own_version_waits_while_one_looks_elsewhere(window: Open) -> None:
    plan = window()
    mine, theirs = plan.open(screens.STEP), plan.open(screens.STEP)
    theirs.text_area(key=VISION).set_value("Van de ander").run()
    mine.text_area(key=VISION).set_value("Van mij").run()
    for section in (1, 0):
        mine.query_params["onderdeel"] = STEPS[0].sections[section].key
        mine.run()
    assert mine.text_area(key=VISION).value == "Van mij"
    button(mine, texts("invullen")("keep_mine"))
    assert vision_of(plan) == "Van mij"


def test_a_choice_of_another_is_shown_at_once(window: Open) -> None:
    plan, prompt = window(), prompt_of("goal")
    first = plan.open(screens.STEP, **section_of(prompt))
    button(first, item_texts().kinds["goal"].add)
    field_of(first, "title").set_value("Doel").run()
    at = {**section_of(prompt), "open": first.query_params["open"]}
    second = plan.open(screens.STEP, **at)
    (priority,) = [r for r in second.radio if str(r.key).endswith("-priority")]
    priority.set_value("high").run()
    first.run()
    assert [r.value for r in first.radio if str(r.key).endswith("-priority")] == ["high"]
    assert texts("invullen")("saved") in shown(first)
    field_of(first, "title").set_value("Ander doel").run()
    (goal,) = plan.dossier.of_kind("goal")
    assert (goal.data.title, goal.data.priority) == ("Ander doel", "high")  # type: ignore[union-attr] # a goal has both


def test_an_item_another_removed_can_be_put_back_with_what_was_typed(window: Open, kept: UseCases) -> None:
    plan, prompt, text = window(), prompt_of("goal"), texts("invullen")
    app = plan.open(screens.STEP, **section_of(prompt))
    button(app, item_texts().kinds["goal"].add)
    field_of(app, "title").set_value("Doel").run()
    (goal,) = plan.dossier.of_kind("goal")
    kept.remove_item(plan.token, goal.id)
    field_of(app, "title").set_value("Beter doel").run()
    assert text("gone") in shown(app)
    assert goals(plan) == []
    button(app, text("put_back"))
    assert goals(plan) == ["Beter doel"]
    assert text("gone") not in shown(app)
    assert text("saved") in shown(app)


def test_who_comes_too_late_sees_what_is_kept_now(window: Open, kept: UseCases) -> None:
    plan, words, text = window(example="oldebroek"), item_texts().kinds["goal"], texts("stap")
    at = section_of(prompt_of("goal"))
    for key, name in (("move_item", 2), ("remove_item", 1)):
        app = plan.open(screens.STEP, **at)
        kept.remove_item(plan.token, plan.dossier.of_kind("goal")[0].id)
        button(app, text(key, name=f"{words.singular} {name}"))
        assert heading(app)


def test_who_types_while_the_link_is_withdrawn_reads_why(window: Open, kept: UseCases) -> None:
    plan = window()
    other = kept.share(plan.token, Role.BEGELEIDER)
    app = plan.open(screens.STEP)
    kept.withdraw(other, kept.own_link(plan.token))
    app.text_area(key=VISION).set_value("Te laat").run()
    assert heading(app) == texts("start")("title")
    assert [w.value for w in app.warning] == [texts("navigatie")("notice_geen_toegang")]


def test_a_reference_to_a_removed_item_stays_until_one_chooses_again(window: Open, kept: UseCases) -> None:
    plan = window()
    goal, indicator = KINDS["goal"].model_validate({}), KINDS["indicator"].model_validate({})
    kept.save_item(plan.token, "g", 5, goal, {"title": "Doel"}, 0)  # type: ignore[arg-type] # a Goal
    kept.save_item(plan.token, "i", 5, indicator, {"title": "Meting", "goal": "g"}, 0)  # type: ignore[arg-type] # an Indicator
    kept.remove_item(plan.token, "g")
    prompt = prompt_of("indicator")
    app = plan.open(screens.STEP, **section_of(prompt), open=f"{prompt}~i")
    assert texts("invullen")("saved") in shown(app)
    app.run()
    item = plan.dossier.item("i")
    assert item is not None
    assert item.data.goal == "g"  # type: ignore[union-attr] # an indicator has one


# --- links, a copy, and deleting -----------------------------------------------------------------


def test_a_new_link_is_shown_once_and_can_be_withdrawn(window: Open, kept: UseCases) -> None:
    plan, text = window(), texts("delen")
    app = plan.open(screens.SHARING)
    button(app, text("make_lezer"))
    address = str(app.text_input(key="link-made").value)
    token = address.rpartition("/")[2]
    assert address == f"https://voorbeeld.nl/open/{token}"
    entry = kept.enter(token)
    assert entry is not None
    assert entry.role is Role.LEZER
    button(app, text("withdraw", n=3))
    assert kept.enter(token) is None
    assert "Ingetrokken op" in shown(app)
    assert "link-made" not in [t.key for t in plan.open(screens.SHARING).text_input]


def test_the_last_link_that_edits_stays(window: Open, kept: UseCases) -> None:
    plan, text = window(), texts("delen")
    app = plan.open(screens.SHARING)
    button(app, text("withdraw", n=1))
    assert [e.value for e in app.error] == [text("last_link")]
    assert kept.enter(plan.token) is not None


def test_withdrawing_ones_own_link_leads_out(window: Open, kept: UseCases) -> None:
    plan, text = window(), texts("delen")
    kept.share(plan.token, Role.BEGELEIDER)
    app = plan.open(screens.SHARING)
    button(app, text("withdraw", n=1))
    assert heading(app) == texts("start")("title")
    assert app.warning


def test_the_details_are_changed_and_wrong_ones_are_refused(window: Open) -> None:
    plan = window(municipality="Zeewolde")
    app = plan.open(screens.SHARING)
    app.text_input(key="details-municipality").set_value("Oldebroek").run()
    app.text_input(key="details-period_start").set_value("1").run()
    assert plan.dossier.details.municipality == "Oldebroek"
    assert shown(app).count(texts("invullen")("refused_year")) == 2


def test_deleting_asks_to_be_sure_and_then_deletes(window: Open) -> None:
    plan, text = window(), texts("delen")
    app = plan.open(screens.SHARING)
    button(app, text("delete"))
    assert [e.value for e in app.error] == [text("delete_unsure")]
    app.checkbox(key="delete-sure").check().run()
    button(app, text("delete"))
    assert heading(app) == texts("start")("title")
    assert [w.value for w in app.warning] == [texts("navigatie")("notice_verwijderd")]
    with pytest.raises(NotAllowed):
        _ = plan.dossier


def test_a_reader_sees_everything_and_changes_nothing(window: Open) -> None:
    plan = window(Role.LEZER, example="oldebroek")
    assert texts("overzicht")("intro_reader") in shown(plan.open(screens.OVERVIEW))
    app = plan.open(screens.STEP, **section_of(prompt_of("goal")))
    words = item_texts().kinds["goal"]
    assert words.add not in labels(app)
    button(app, texts("stap")("read_item", name=f"{words.singular} 1"))
    assert heading(app)
    assert not app.text_input
    app = plan.open(screens.SHARING)
    text = texts("delen")
    assert not {text("delete"), text("make_begeleider"), text("make_lezer")} & set(labels(app))
    assert not app.text_input


def test_a_reader_who_opens_a_new_card_by_its_address_gets_none(window: Open) -> None:
    app = window(Role.LEZER).open(
        screens.STEP, **section_of(prompt_of("goal")), open=f"{prompt_of('goal')}~nieuw"
    )
    assert heading(app)
    assert not app.text_input


# --- the document, the words and the sources -----------------------------------------------------


@pytest.mark.parametrize("example", ["", "oldebroek", "meierijstad"])
def test_the_document_is_shown_with_its_gaps_and_offered_as_files(example: str, window: Open) -> None:
    app = window(example=example, **({} if example else {"municipality": "Zeewolde"})).open(screens.DOCUMENT)
    assert heading(app) == texts("document")("title")
    pages = [h.proto.body for h in app.get("html")]
    assert any("Zeewolde" in page or "Oldebroek" in page or "Meierijstad" in page for page in pages)
    app.button(key="make-files").click().run()
    links = [b.proto for b in app.get("link_button")]
    assert [b.url.split("?")[0].rsplit("/", 1)[-1] for b in links] == list(FORMATS)
    assert all("kB" in b.label for b in links)


def test_when_too_many_files_wait_to_be_made_the_screen_says_so(
    window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "WAITING", 0)
    app = window(municipality="Zeewolde").open(screens.DOCUMENT)
    app.button(key="make-files").click().run()
    assert heading(app) == texts("document")("title")
    assert [error.value for error in app.error] == [texts("document")("busy")]


def test_of_a_dossier_that_is_too_large_the_screen_offers_files_alone(
    window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render, "SHOWN", 1000)
    app = window(example="oldebroek").open(screens.DOCUMENT)
    assert heading(app) == texts("document")("title")
    assert [info.value for info in app.info] == [texts("document")("preview_too_much")]
    assert texts("document")("preview_intro") not in shown(app)
    assert app.button(key="make-files")


def test_the_glossary_and_the_sources_are_there() -> None:
    app = open_screen(screens.GLOSSARY)
    assert heading(app) == texts("begrippen")("title")
    for term in glossary().terms:
        assert term.meaning.split(". ")[0] in shown(app)
    app = open_screen(screens.ABOUT)
    assert heading(app) == texts("over")("title")
    for document in sources().documents:
        assert document.used_for.strip() in shown(app)

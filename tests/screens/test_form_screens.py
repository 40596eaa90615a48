"""Form in the long texts of the steps: the tick box, the signs, the preview, and what readers see."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from content.loader import steps, suggestions, texts
from dossier.roles import Role
from dossier.use_cases import UseCases
from stappenplan.items import Answer, Goal
from tests.screens.conftest import Open, Window, heading, shown
from ui import screens

TEXT = "Wij **kiezen**:\n- een steunpunt\n\n<b>ruw</b> [link](https://x.nl) [kwaad](javascript:alert(1))"
HTML = (
    "<p>Wij <strong>kiezen</strong>:</p>\n<ul>\n<li>een steunpunt</li>\n</ul>\n"
    '<p>&lt;b&gt;ruw&lt;/b&gt; <a href="https://x.nl" rel="noopener">link</a> '
    "[kwaad](javascript:alert(1))</p>"
)
AREA = "item-answer_visie_regierol-text"
TICK = "item-answer_visie_regierol-formatted"
WORDS = texts("invullen")


def html_of(app: AppTest) -> list[str]:
    return [element.proto.body for element in app.get("html")]


def answer(window: Window) -> Any:
    item = window.dossier.item("answer.visie.regierol")
    return item and item.data


def before(window: Window, kept: UseCases) -> None:
    """An answer as it was kept before there was form."""
    blank = Answer(question="visie.regierol")
    kept.save_item(window.token, "answer.visie.regierol", 1, blank, {"text": TEXT}, 0)


def test_a_new_answer_has_form_and_a_preview(window: Open) -> None:
    own = window()
    app = own.open(screens.STEP, stap=1)
    assert app.checkbox(key=TICK).value is True
    assert WORDS("form_empty") in shown(app)
    app.text_area(key=AREA).set_value(TEXT).run()
    assert answer(own) == Answer(question="visie.regierol", text=TEXT, formatted=True)
    assert html_of(app) == [HTML]
    for sign in ("form_bold", "form_list", "form_numbers", "form_link", "form_literal"):
        assert WORDS(sign) in shown(app)


def test_an_answer_of_before_is_literal_until_somebody_says_otherwise(window: Open, kept: UseCases) -> None:
    own = window()
    before(own, kept)
    app = own.open(screens.STEP, stap=1)
    assert app.checkbox(key=TICK).value is False
    assert html_of(app) == []
    assert WORDS("form_off") in shown(app)
    app.checkbox(key=TICK).check().run()
    assert html_of(app) == [HTML]
    assert answer(own).formatted
    assert answer(own).text == TEXT
    app.checkbox(key=TICK).uncheck().run()
    assert html_of(app) == []
    assert not answer(own).formatted


def test_form_that_another_gave_is_shown(window: Open, kept: UseCases) -> None:
    own = window()
    before(own, kept)
    app = own.open(screens.STEP, stap=1)
    blank = Answer(question="visie.regierol")
    kept.save_item(own.token, "answer.visie.regierol", 1, blank, {"formatted": True}, 1)
    app.run()
    assert app.checkbox(key=TICK).value is True
    assert html_of(app) == [HTML]


def test_a_text_that_is_too_long_has_no_preview(window: Open) -> None:
    app = window().open(screens.STEP, stap=1)
    app.text_area(key=AREA).set_value("**x** " * 2_000).run()
    assert heading(app)
    assert html_of(app) == []


@pytest.mark.parametrize("formatted", [True, False])
def test_who_reads_sees_the_form_and_cannot_change_it(window: Open, kept: UseCases, formatted: bool) -> None:
    own = window()
    before(own, kept)
    blank = Answer(question="visie.regierol")
    kept.save_item(own.token, "answer.visie.regierol", 1, blank, {"formatted": formatted}, 1)
    app = window(Role.LEZER, made=own.made).open(screens.STEP, stap=1)
    assert html_of(app) == ([HTML] if formatted else [])
    assert (TEXT in shown(app)) == (not formatted)
    assert not app.checkbox


def test_a_card_previews_each_long_text_and_a_short_one_stays_literal(window: Open, kept: UseCases) -> None:
    own = window()
    values = {"title": "**Doel**", "result": "- a", "specific": "**b**"}
    kept.save_item(own.token, "g", 5, Goal(formatted=True), values, 0)
    app = own.open(screens.STEP, stap=5, onderdeel="doelen", open="doelen.doelen~g")
    assert html_of(app) == ["<ul>\n<li>a</li>\n</ul>", "<p><strong>b</strong></p>"]
    closed = own.open(screens.STEP, stap=5, onderdeel="doelen")
    assert "**Doel**" in shown(closed)
    assert html_of(closed) == []


def test_a_kind_without_long_texts_has_no_form(window: Open) -> None:
    own = window(example="oldebroek")
    step, section, prompt = asked_in("budget_line")
    line = own.dossier.of_kind("budget_line")[0]
    app = own.open(screens.STEP, stap=step, onderdeel=section, open=f"{prompt}~{line.id}")
    assert app.button(key=f"close-{line.id}")
    assert app.text_input(key=f"item-{line.id}-title")
    assert f"item-{line.id}-formatted" not in {box.key for box in app.checkbox}


def test_the_title_of_a_card_is_without_signs(window: Open, kept: UseCases) -> None:
    own = window(example="oldebroek")
    step, section, _ = asked_in("finding")
    found = next(i for i in own.dossier.of_kind("finding") if i.step == step)
    changes = {"text": "- **Sterk** netwerk", "formatted": True}
    kept.save_item(own.token, found.id, found.step, found.data, changes, found.version)
    app = own.open(screens.STEP, stap=step, onderdeel=section)
    assert "**Sterk netwerk**" in shown(app)  # bold by the card itself


def asked_in(kind: str) -> tuple[int, str, str]:
    """The first step, section and prompt that list this kind."""
    return next(
        (step.number, section.key, prompt.key)
        for step in steps().steps
        for section in step.sections
        for prompt in section.prompts
        if prompt.kind == kind
    )


def test_a_suggestion_that_is_taken_over_looks_as_it_did(window: Open) -> None:
    own = window()
    app = own.open(screens.STEP, stap=1)
    app.button(key="suggest-visie.regierol").click().run()
    take = next(b for b in app.button if (b.key or "").startswith("take-visie.regierol"))
    take.click().run()
    assert answer(own).formatted
    (html,) = html_of(app)
    (taken,) = [s.text for g in suggestions().groups for s in g.suggestions if s.text == answer(own).text]
    assert html == f"<p>{taken}</p>"

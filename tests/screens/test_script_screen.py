"""The script of a workshop on the screen: every topic in full, and the way to it as a document."""

import pytest

from content.loader import texts, typetest, workshop
from content.schema import ProgrammeName
from dossier.roles import Role
from tests.screens.conftest import Open, heading, open_screen, plain, shown
from ui import screens

TO_DOCUMENT = texts("draaiboek")("to_document")


@pytest.mark.parametrize(("topic", "name"), [("twee_uur", "two_hours"), ("een_uur", "one_hour")])
def test_a_programme_shows_when_each_block_begins_and_ends(topic: str, name: ProgrammeName) -> None:
    app = open_screen(screens.SCRIPT, onderwerp=topic)
    assert heading(app) == texts("draaiboek")("title")
    found = workshop().programmes[name]
    at, begins, ends = 0, [], []
    for block in found.blocks:
        begins.append(f"{at // 60}:{at % 60:02d} {block.title}")
        at += block.minutes
        ends.append(f"{block.minutes} minuten, tot {at // 60}:{at % 60:02d}")
    assert [plain(title.value) for title in app.subheader] == begins
    assert [plain(line.value) for line in app.caption] == ends
    text = shown(app)
    assert [line for block in found.blocks for line in block.facilitator if line not in text] == []
    assert [block.participants for block in found.blocks if block.participants not in text] == []


def test_preparation_rules_and_what_to_do_without_phones_are_all_there() -> None:
    text = shown(open_screen(screens.SCRIPT, onderwerp="voorbereiding"))
    everything = (*workshop().prepare, *workshop().house_rules, *workshop().no_phone)
    assert [point.key for point in everything if f"**{point.title}**  \n{point.text}" not in text] == []
    names = [name for found in workshop().groups.values() for name in found.names.values()]
    assert [name for name in names if f"- {name}" not in text] == []


def test_there_is_a_question_for_every_type_and_every_statement() -> None:
    text = shown(open_screen(screens.SCRIPT, onderwerp="vragen"))
    for key, lines in workshop().discussion_per_type.items():
        points = "\n".join(f"- {line}" for line in lines)
        assert f"**Type {key}: {typetest().types[key].name}**\n{points}" in text
    for question, talk in zip(typetest().questions, workshop().discussion_per_question, strict=True):
        assert f"**{question.number}. {question.topic}**  \n{talk.ask}" in text
    assert [line for line in typetest().discussion if line not in text] == []


def test_privacy_and_figures_name_the_smallest_group() -> None:
    text = shown(open_screen(screens.SCRIPT, onderwerp="cijfers"))
    assert [line for line in workshop().privacy_for(5) if line not in text] == []
    assert [name for name in workshop().measures if workshop().measure(name, 5) not in text] == []
    assert "{" not in text


@pytest.mark.parametrize("wrong", ["", "onzin"])
def test_an_address_that_names_no_topic_gives_the_first(wrong: str) -> None:
    app = open_screen(screens.SCRIPT, onderwerp=wrong)
    assert plain(app.header[0].value) == texts("draaiboek")("topic_twee_uur")


@pytest.mark.parametrize("role", [Role.BEGELEIDER, Role.LEZER])
def test_with_a_dossier_the_script_can_be_had_as_a_document(window: Open, role: Role) -> None:
    app = window(role).open(screens.SCRIPT)
    (link,) = [link for link in app.get("page_link") if plain(link.proto.label) == TO_DOCUMENT]
    assert "document=draaiboek" in link.proto.query_string
    assert TO_DOCUMENT not in shown(open_screen(screens.SCRIPT))


def test_the_document_screen_opens_at_the_script(window: Open) -> None:
    app = window().open(screens.DOCUMENT, document="draaiboek")
    assert app.radio(key="document").value == "draaiboek"
    assert texts("document")("options_none") in shown(app)


def test_the_background_leads_to_the_script() -> None:
    assert texts("achtergrond")("to_script") in shown(open_screen(screens.BACKGROUND))

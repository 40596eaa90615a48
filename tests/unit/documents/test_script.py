"""The script of a workshop as a document: its times, and everything a facilitator needs in hand."""

import re

import pytest
from bs4 import BeautifulSoup, Tag

from content import loader
from content.schema import Programme, ProgrammeName
from documents.catalogue import documents
from documents.formats import FORMATS
from documents.render import render
from tests.unit.documents import dossiers, reading

SCRIPT = "draaiboek"
WORKSHOP = loader.workshop()
TEST = loader.typetest()
LATEST: dict[ProgrammeName, str] = {"two_hours": "2:00", "one_hour": "1:00"}


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return reading.html(render(dossiers.full(), SCRIPT, "html", dossiers.TODAY))


def rows(page: BeautifulSoup, caption: str) -> list[list[str]]:
    """The cells of a table, without its head."""
    (table,) = [
        t for t in page.find_all("table") if t.caption and t.caption.get_text().endswith(f" {caption}")
    ]
    assert isinstance(table, Tag)
    return [
        [reading.one_spaced(c.get_text(" ")) for c in r.find_all(["th", "td"])]
        for r in table.select("tbody tr")
    ]


def table_of(page: BeautifulSoup, programme: Programme) -> list[list[str]]:
    name = {"Twee uur": "twee uur", "Eén uur": "één uur"}[programme.title]
    return rows(page, f"Programma van {name}")


def test_the_script_comes_after_the_paper_form() -> None:
    names = list(documents())
    assert names.index(SCRIPT) == names.index("typetest_formulier") + 1


@pytest.mark.parametrize("name", LATEST)
def test_every_block_begins_when_the_one_before_it_ends(page: BeautifulSoup, name: ProgrammeName) -> None:
    programme = WORKSHOP.programmes[name]
    *blocks, end = table_of(page, programme)
    at = 0
    for row, block in zip(blocks, programme.blocks, strict=True):
        first = f"{at // 60}:{at % 60:02d} {block.title} {block.minutes} minuten"
        assert row == [first, " ".join(block.facilitator), block.participants]
        at += block.minutes
    assert end[0] == f"{LATEST[name]} Einde"


def test_the_script_has_rules_preparation_and_what_to_do_without_phones(page: BeautifulSoup) -> None:
    assert [r[:2] for r in rows(page, "Wat u vooraf regelt")] == [[p.title, p.text] for p in WORKSHOP.prepare]
    assert rows(page, "Wat u dan doet") == [[p.title, p.text] for p in WORKSHOP.no_phone]
    text = reading.one_spaced(page.get_text())
    assert [r.title for r in WORKSHOP.house_rules if f"{r.title}. {r.text}" not in text] == []
    assert [line for line in WORKSHOP.privacy_for(5) if line not in text] == []
    groups = [row[2] for row in rows(page, "Groepen om uit te kiezen")]
    assert groups == ["; ".join(found.names.values()) for found in WORKSHOP.groups.values()]


def test_the_script_has_a_question_for_every_type_and_every_statement(page: BeautifulSoup) -> None:
    asked = rows(page, "Een vraag voor het gesprek, bij elk van de veertien vragen")
    assert asked == [
        [f"{question.number}. {question.topic}", talk.ask]
        for question, talk in zip(TEST.questions, WORKSHOP.discussion_per_question, strict=True)
    ]
    types = rows(page, "Vragen per type: past het, wat kost het, en wat moet stoppen of beginnen?")
    assert [row[1] for row in types] == [" ".join(lines) for lines in WORKSHOP.discussion_per_type.values()]
    assert all(
        row[0].startswith(f"{key}. {TEST.types[key].name}")
        for key, row in zip(TEST.types, types, strict=True)
    )
    text = reading.one_spaced(page.get_text())
    assert all(question in text for question in TEST.discussion)


def test_the_script_is_the_same_for_every_dossier(page: BeautifulSoup) -> None:
    empty = reading.html(render(dossiers.dossier(), SCRIPT, "html", dossiers.TODAY))
    assert page.main
    assert empty.main
    assert page.main.get_text() == empty.main.get_text()


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_placeholder_is_left_in_any_format(format_name: str) -> None:
    content = render(dossiers.dossier(), SCRIPT, format_name, dossiers.TODAY)
    if format_name == "docx":
        text = reading.word_text(reading.word(content))
    elif format_name == "odt":
        text = reading.odt_text(reading.Odt(content).body)
    elif format_name == "pdf":
        text = reading.pdf_text(content)
    else:
        main = reading.html(content).main
        text = main.get_text() if main else ""
    assert not re.search(r"[{}]", text)
    assert "Draaiboek werksessie" in text

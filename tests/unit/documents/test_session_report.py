"""The report of sessions: all that was shown, nothing that was not, in every format."""

import re

import pytest

from documents.formats import FORMATS
from documents.options import Options
from documents.render import preview, render, render_all
from dossier.model import Dossier
from dossier.workshop import Phase
from tests.content.examples import EXAMPLES
from tests.unit.documents import dossiers, reading
from tests.unit.documents.test_literal import NASTY, READERS
from typetest.model import Perspective

NAME = "werksessie_verslag"


def page_of(dossier: Dossier, name: str = NAME) -> str:
    return reading.one_spaced(reading.html(render(dossier, name, "html", dossiers.TODAY)).get_text(" "))


def test_without_a_session_it_says_so() -> None:
    found = page_of(dossiers.dossier())
    assert "Er is nog geen werksessie met een uitslag." in found
    assert "Zo leest u de cijfers" not in found


def test_it_says_who_came_what_they_answered_and_what_is_next() -> None:
    found = page_of(dossiers.dossier(workshops=(dossiers.session("x"),)))
    assert "begon op 3 februari 2027. Er deden 9 mensen mee." in found
    assert "minder dan 3 mensen" in found
    assert "veld x 5 5" in found
    assert "Zwaartepunt van de groep" in found
    assert "Spreiding" in found
    assert "Vraag 3 is na het gesprek opnieuw beantwoord" in found
    assert re.search(r"3\. Manier van steun aanbieden 5 tegen 4 alle 9 kozen b 5", found)
    assert re.search(r"4\. Resultaat over drie jaar alle 9 kozen a – –", found)
    for words in ("a. Proactief", "voor§x", "tegen§x", "wie§x", "wat§x", "wanneer§x", "later§x"):
        assert words in found


def test_without_a_second_round_there_are_no_columns_for_it() -> None:
    found = page_of(dossiers.dossier(workshops=(dossiers.session(second=False),)))
    assert "Tweede ronde" not in found
    assert "Een avond" in found


def test_what_was_hidden_stays_hidden_and_has_its_reason() -> None:
    found = page_of(dossiers.dossier(workshops=(dossiers.session(smallest=10),)))
    assert "De scorekaart van de groep staat hier niet. Wij laten dit niet zien" in found
    assert "minder dan 10 mensen" in found
    assert not re.search(r"\d tegen \d(?!, 1 open)", found)
    html = render(
        dossiers.dossier(workshops=(dossiers.session(smallest=10),)), NAME, "html", dossiers.TODAY
    ).decode()
    assert "<svg" not in html


def test_sessions_stand_in_order_each_with_its_own_headings() -> None:
    late = dossiers.session(title="Later")
    early = late.workshop.model_copy(
        update={
            "created": late.workshop.created.replace(year=2025),
            "setup": late.workshop.setup.model_copy(update={"title": ""}),
        }
    )
    both = (late, late.model_copy(update={"workshop": early}))
    page = reading.html(render(dossiers.dossier(workshops=both), NAME, "html", dossiers.TODAY))
    headings = [reading.one_spaced(heading.get_text()) for heading in page.find_all("h2")]
    assert headings == [
        "1. Werksessie van 3 februari 2025",
        "2. Later",
        "3. Wat er nu gebeurt",
        "4. Zo leest u de cijfers",
    ]
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("text", NASTY[:6])
def test_what_was_typed_comes_back_literally_in_every_format(text: str) -> None:
    report = dossiers.session(text)
    files = render_all(dossiers.dossier(workshops=(report,)), NAME, FORMATS, dossiers.TODAY)
    for format_name, content in files.items():
        holds = READERS[format_name](content)
        for beginning in ("voor§", "tegen§", "wie§", "wat§", "wanneer§", "later§"):
            assert holds(reading.one_spaced(f"{beginning}{text}")), (format_name, beginning)


def test_the_card_is_a_drawing_with_words_in_every_format() -> None:
    dossier = dossiers.dossier(workshops=(dossiers.session(),))
    files = render_all(dossier, NAME, FORMATS, dossiers.TODAY)
    assert files["html"].decode().count("<svg") == 1
    words = "Scorekaart van acht bij acht vakjes, met 9 mensen"
    assert words in files["html"].decode()
    word = reading.word(files["docx"])
    (picture,) = list(word.inline_shapes)
    assert words in picture._inline.docPr.get("descr")
    assert words in preview(dossier, NAME, dossiers.TODAY)


@pytest.mark.parametrize("name", ["typetest_uitslag", "plan_van_aanpak", "visiedocument"])
def test_the_group_stands_beside_the_score_card(name: str) -> None:
    with_group = page_of(dossiers.dossier(huidig=dossiers.HUIDIG, workshops=(dossiers.session(),)), name)
    without = page_of(dossiers.dossier(huidig=dossiers.HUIDIG), name)
    other = page_of(
        dossiers.dossier(huidig="", gewenst=dossiers.GEWENST, workshops=(dossiers.session(),)), name
    )
    assert "De groep in de laatste werksessie" in with_group
    assert "Spreiding" in with_group
    assert "De groep in de laatste" not in without + other


def test_an_empty_frame_has_no_session_in_it() -> None:
    dossier = dossiers.dossier(huidig=dossiers.HUIDIG, workshops=(dossiers.session(),))
    html = render(dossier, "plan_van_aanpak", "html", dossiers.TODAY, Options(frame=True)).decode()
    assert "werksessie" not in html


def test_the_example_has_a_session_that_says_its_numbers_are_invented() -> None:
    (report,) = EXAMPLES["meierijstad"].workshops
    assert "verzonnen" in report.workshop.setup.title
    assert report.workshop.phase is Phase.CLOSED
    assert report.latest(Perspective.GEWENST) is not None

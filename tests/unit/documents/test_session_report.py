"""The report of sessions: all that was shown, nothing that was not, in every format."""

import re

import pytest

from documents.catalogue import UnknownDocument
from documents.formats import FORMATS
from documents.options import PLAIN, Options
from documents.render import preview, render, render_all
from dossier.model import Dossier
from dossier.workshop import Phase
from tests.content.examples import EXAMPLES
from tests.unit.documents import dossiers, reading
from tests.unit.documents.test_literal import NASTY, READERS
from typetest.model import Perspective

NAME = "werksessie_verslag"


def page_of(dossier: Dossier, name: str = NAME, options: Options = PLAIN) -> str:
    html = render(dossier, name, "html", dossiers.TODAY, options)
    return reading.one_spaced(reading.html(html).get_text(" "))


def headings_of(dossier: Dossier, options: Options = PLAIN) -> list[str]:
    page = reading.html(render(dossier, NAME, "html", dossiers.TODAY, options))
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    return [reading.one_spaced(heading.get_text()) for heading in page.find_all("h2")]


def two_sessions() -> Dossier:
    """One of nine people who answered twice, and one of which nothing but who came may be seen."""
    mine = dossiers.session("mijn", title="Avond in de kerk", session_id="mijn")
    other = dossiers.session(
        "ander", title="Ochtend in de school", session_id="ander", second=False, smallest=10, year=2026
    )
    return dossiers.dossier(workshops=(mine, other))


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
    assert "Bij een vraag die opnieuw is beantwoord, telt het nieuwe antwoord." in found
    assert re.search(r"3\. Manier van steun aanbieden 5 tegen 4 alle 9 kozen b 5", found)
    assert re.search(r"4\. Resultaat over drie jaar alle 9 kozen a – –", found)
    for words in ("a. Proactief", "voor§x", "tegen§x", "wie§x", "wat§x", "wanneer§x", "later§x"):
        assert words in found


def test_without_a_second_round_there_are_no_columns_for_it() -> None:
    found = page_of(dossiers.dossier(workshops=(dossiers.session(second=False),)))
    assert "Tweede ronde" not in found
    assert "opnieuw" not in found
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
    both = (dossiers.session(title="Later"), dossiers.session(title="", session_id="v", year=2025))
    assert headings_of(dossiers.dossier(workshops=both)) == [
        "1. Werksessie van 3 februari 2025",
        "2. Later",
        "3. Wat er nu gebeurt",
        "4. Zo leest u de cijfers",
    ]


def test_of_one_session_the_parts_are_the_chapters_and_its_name_stands_below_the_title() -> None:
    chapters = [
        "1. Wie er waren",
        "2. Zoals het nu is",
        "3. De richting van de groep",
        "4. Wie doet wat",
        "5. Om later op terug te komen",
        "6. Wat er nu gebeurt",
        "7. Zo leest u de cijfers",
    ]
    only = dossiers.dossier(workshops=(dossiers.session(title=""),))
    assert headings_of(only) == chapters
    assert headings_of(two_sessions(), Options(session="mijn")) == chapters
    assert page_of(only).count("Werksessie van 3 februari 2027") == 1


@pytest.mark.parametrize(("chosen", "other"), [("mijn", "ander"), ("ander", "mijn")])
def test_of_one_session_nothing_of_another_is_in_any_format(chosen: str, other: str) -> None:
    names = {"mijn": "Avond in de kerk", "ander": "Ochtend in de school"}
    files = render_all(two_sessions(), NAME, FORMATS, dossiers.TODAY, Options(session=chosen))
    for format_name, content in files.items():
        holds = READERS[format_name](content)
        assert holds(names[chosen])
        assert holds(f"later§{chosen}")
        assert not holds(names[other]), format_name
        assert not holds(f"§{other}"), format_name
        assert not holds(f"veld {other}"), format_name
    page = page_of(two_sessions(), options=Options(session=chosen))
    assert ("5 tegen 4" in page) == (chosen == "mijn")  # what the other session hides stays hidden, and back
    assert ("minder dan 10 mensen" in page) == (chosen == "ander")
    assert ("2027. Er deden" in page) == (chosen == "mijn")
    shown = preview(two_sessions(), NAME, dossiers.TODAY, None, Options(session=chosen))
    assert names[chosen] in shown
    assert names[other] not in shown


def test_a_session_that_is_not_there_gives_no_document() -> None:
    for dossier in (two_sessions(), dossiers.dossier()):
        with pytest.raises(UnknownDocument):
            render(dossier, NAME, "html", dossiers.TODAY, Options(session="weg"))
        with pytest.raises(UnknownDocument):
            preview(dossier, NAME, dossiers.TODAY, None, Options(session="weg"))


def test_another_document_does_not_mind_which_session_was_chosen() -> None:
    dossier = two_sessions().model_copy(update={"answers": dossiers.dossier(huidig=dossiers.HUIDIG).answers})
    found = page_of(dossier, "typetest_uitslag", Options(session="weg"))
    assert found == page_of(dossier, "typetest_uitslag")


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

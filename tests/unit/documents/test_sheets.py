"""The overview of the work, the result of the typetest, its paper form; of the script what they share."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup, Tag

from content import loader, readability
from documents.catalogue import documents
from documents.render import Options, preview, render
from documents.text_width import text_width
from dossier.json_format import from_json
from dossier.model import Dossier
from tests.unit.documents import dossiers, reading
from tests.unit.documents.test_literal import NASTY, nasty_dossier

OVERVIEW, RESULT, FORM = "uitvoeringsoverzicht", "typetest_uitslag", "typetest_formulier"
SHEETS = [OVERVIEW, RESULT, FORM, "draaiboek"]
EXAMPLES = {n: from_json(text, n, dossiers.dossier().created) for n, text in loader.examples().items()}
HALF = dossiers.dossier(huidig="ab.b.b........", gewenst=dossiers.GEWENST)
DOSSIERS: dict[str, Dossier] = {
    "empty": dossiers.dossier(),
    "half": HALF,
    "full": dossiers.full(),
    **EXAMPLES,
}
TEST = loader.typetest()


def page_of(dossier: Dossier, name: str) -> BeautifulSoup:
    return reading.html(render(dossier, name, "html", dossiers.TODAY))


def text_of(dossier: Dossier, name: str, options: Options | None = None) -> str:
    page = reading.html(preview(dossier, name, dossiers.TODAY, options=options or Options()))
    for cell in page.find_all(["td", "th"]):
        cell.append(" ")
    return reading.one_spaced(page.get_text())


def chapters(page: BeautifulSoup) -> list[str]:
    return [reading.one_spaced(h.get_text()) for h in page.find_all("h2")]


def table_of(page: BeautifulSoup, caption: str) -> Tag:
    (found,) = [t for t in page.find_all("table") if reading.caption_of(t) == caption]
    return found


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("dossier", DOSSIERS.values(), ids=DOSSIERS)
def test_a_sheet_is_an_accessible_page(dossier: Dossier, name: str) -> None:
    page = page_of(dossier, name)
    (title,) = page.find_all("h1")
    assert title.get_text() == documents()[name].title  # never that of the plan
    numbers = [int(heading.split(".")[0]) for heading in chapters(page)]
    assert numbers == list(range(1, len(numbers) + 1))
    levels = [int(h.name[1]) for h in page.find_all(re.compile("^h[1-6]$"))]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = [e["id"] for e in page.select("[id]")]
    assert len(ids) == len(set(ids))
    for table in page.find_all("table"):
        assert table.caption
        assert table.thead
        assert all(cell.get("scope") for cell in table.find_all("th"))
        columns = len(table.find_all("col"))
        assert {len(row.find_all(["td", "th"])) for row in table.find_all("tr")} == {columns}
    for number, svg in enumerate(page.select("svg"), start=1):
        assert str(svg["aria-label"]).endswith(".")
        assert page.select("figcaption .number")[number - 1].get_text() == f"Figuur {number}."


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_becomes_a_word_document(name: str) -> None:
    word = reading.word(render(dossiers.full(), name, "docx", dossiers.TODAY))
    assert word.core_properties.title == documents()[name].title
    assert len(word.tables) >= 2


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize(
    "dossier", [dossiers.dossier(), HALF, dossiers.full()], ids=["empty", "half", "full"]
)
def test_its_own_words_are_plain_dutch(dossier: Dossier, name: str) -> None:
    page = reading.html(preview(dossier, name, dossiers.TODAY))
    found = {
        sentence
        for part in page.select("p, li, figcaption, caption")
        for sentence in readability.sentences(reading.one_spaced(part.get_text()))
    }
    assert len(found) >= 5
    assert {s for s in found if readability.words(s) > readability.MAX_WORDS} == set()


# The overview of the work.


def test_the_overview_groups_by_goal_and_sets_apart_what_has_no_date() -> None:
    item = dossiers.item
    dossier = dossiers.dossier(
        item("goal", "g1", title="Meer vrijwilligers"),
        item("goal", "g2", title="Zonder activiteit"),
        item("activity", "a1", title="Werven", who="x", goal="g1", start=date(2027, 1, 1), status="busy"),
        item("activity", "a2", title="Bedanken", who="x", start=date(2027, 6, 1), end=date(2027, 6, 1)),
        item("activity", "a3", title="Praten", who="y", goal="g1", frequency="1 x per jaar", status="done"),
    )
    page = page_of(dossier, OVERVIEW)
    with_goal = table_of(page, "Voor het doel: Meer vrijwilligers").get_text(" ")
    assert "Werven" in with_goal
    assert "vanaf 1 januari 2027" in with_goal
    assert "Bezig" in with_goal
    without_goal = table_of(page, "Niet bij een doel").get_text(" ")
    assert "Bedanken" in without_goal
    assert "1 juni 2027" in without_goal
    assert "tot en met" not in without_goal
    undated = table_of(page, "Nog zonder begin en einde").get_text(" ")
    assert "Praten" in undated
    assert "Meer vrijwilligers" in undated
    assert "1 x per jaar" in undated
    assert "Zonder activiteit" not in page.get_text()
    assert page.select_one(".landscape") is not None
    text = text_of(dossier, OVERVIEW)
    assert "Er zijn 3 activiteiten. Daarvan hebben er 2 een datum." in text
    assert "Gepland 0 Bezig 1 Klaar 1 Gestopt 0 Onbekend 1" in text
    assert len(page.select("svg")) == 1


def test_the_overview_has_agreements_with_their_term_and_progress() -> None:
    item = dossiers.item
    text = text_of(
        dossiers.dossier(
            item("agreement", "a", number="3", title="Jongeren", partner="Welzijn", start=date(2027, 1, 1)),
            item("activity", "b", title="Werven", who="x"),
            item(
                "progress_note",
                "n",
                on=date(2027, 3, 1),
                activity="b",
                goes_well="Goed.",
                adjustment="Later.",
            ),
        ),
        OVERVIEW,
    )
    assert "3. Jongeren Welzijn vanaf 1 januari 2027" in text
    assert "1 maart 2027 Activiteit: Werven Goed." in text
    assert "Aanpassing:Later." in text.replace(": ", ":")
    assert "Er is één activiteit. Die heeft nog geen datum." in text


def test_an_empty_overview_says_what_comes_or_leaves_it_out() -> None:
    page = BeautifulSoup(
        preview(dossiers.dossier(), OVERVIEW, dossiers.TODAY, lambda _: "/stap"), "html.parser"
    )
    assert len(page.select(".gap a")) == 3
    assert page.select(".landscape") == []
    bare = reading.html(preview(dossiers.dossier(), OVERVIEW, dossiers.TODAY, options=Options(empty=False)))
    assert bare.select(".gap") == []


def test_the_examples_have_a_timeline() -> None:
    for example in EXAMPLES.values():
        assert "nog geen datum" not in page_of(example, OVERVIEW).get_text(), "it says how many have one"
        (svg,) = page_of(example, OVERVIEW).select("svg")
        assert re.search(r"lopen in \d{4}|drukst in \d{4}", str(svg["aria-label"]))


FIELDS = {
    "activity": ["title", "description", "who", "partners", "frequency"],
    "agreement": ["number", "title", "partner", "reporting"],
    "progress_note": ["goes_well", "goes_badly", "solution", "adjustment"],
}


@pytest.mark.parametrize("format_name", ["html", "docx"])
def test_what_a_person_typed_comes_back_literally(format_name: str) -> None:
    def found(name: str) -> str:
        content = render(nasty_dossier(), name, format_name, dossiers.TODAY)
        if format_name == "html":
            return reading.one_spaced(reading.html(content).get_text())
        return reading.one_spaced(reading.word_text(reading.word(content)))

    overview, result = found(OVERVIEW), found(RESULT)
    wanted = {f"{kind}.{f}§{text}" for kind, names in FIELDS.items() for f in names for text in NASTY}
    assert {w for w in wanted if reading.one_spaced(w) not in overview} == set()
    assert reading.one_spaced("noot§" + "\n".join(NASTY)) in result
    assert "noot§" not in found(FORM)


# The result of the typetest.


def test_the_result_names_the_type_and_how_it_was_counted() -> None:
    text = text_of(dossiers.dossier(huidig="ab" * 7, gewenst="b" * 14), RESULT)
    assert "Uw beleid van nu past bij type II, Een behouden koers." in text
    assert "Het beleid dat u wilt, past bij type IV, De leunstoel." in text
    assert "Zoals het nu is a bij vraag 1, 3, 5, 7, 9, 11 en 13 7 van de 7 Gemeente als dirigent" in text
    assert "Zoals u het wilt nergens a 0 van de 7 Regie op afstand" in text
    for kind in ("II", "IV"):
        found = TEST.types[kind]
        assert all(part in text for part in (found.portrait, found.strength, found.risk, found.advice))
    assert TEST.types["I"].portrait not in text
    assert "Sturing: 7 punten minder. U gaat dus meer in de richting van regie op afstand." in text
    assert "Insteek: de telling blijft gelijk." in text
    assert "Geen enkel antwoord verandert op zichzelf het type." in text
    assert all(question in text for question in TEST.discussion)
    assert TEST.no_verdict in text
    assert TEST.mixed not in text


def test_the_result_tells_what_would_move_it_and_that_it_is_mixed() -> None:
    text = text_of(dossiers.dossier(huidig="abababab" + "b" * 6), RESULT)
    assert TEST.mixed in text
    assert "1. Kijk op vrijwillige inzet a wordt b type IV, De leunstoel" in text
    assert "Van nu naar gewenst" not in text


def test_the_result_shows_where_answers_differ_once_with_both() -> None:
    page = page_of(dossiers.dossier(huidig="ab" * 7, gewenst="bb" + "ab" * 6), RESULT)
    rows = table_of(page, "Waar nu en gewenst verschillen").select("tbody tr")
    assert len(rows) == 1
    assert "a. " + TEST.questions[0].a.text in reading.one_spaced(rows[0].get_text(" "))
    assert len(table_of(page, "Antwoorden op de veertien vragen").select("tbody tr")) == 14
    same = text_of(dossiers.dossier(huidig="ab" * 7, gewenst="ab" * 7), RESULT)
    assert "U gaf op geen enkele vraag een ander antwoord voor nu dan voor gewenst." in same


@pytest.mark.parametrize(
    ("choices", "wanted"),
    [
        (
            "a.............",
            ["13 vragen zijn nog open.", "Alle vier de typen zijn nog mogelijk.", "1 tot 7 van de 7"],
        ),
        ("a.a.a.a.......", ["Mogelijk is type I, De ambitie voorbij of type II, Een behouden koers."]),
        (
            "ab" * 6 + "a.",
            ["past bij type II, Een behouden koers.", "Eén vraag is nog open. Dat verandert het type niet"],
        ),
    ],
)
def test_an_open_question_is_never_counted_as_b(choices: str, wanted: list[str]) -> None:
    text = text_of(dossiers.dossier(huidig=choices), RESULT)
    assert [w for w in wanted if w not in text] == []
    assert "nog open: vraag" in text
    assert "Nog open" in text
    if "past bij type" not in wanted[0]:
        assert "Uw beleid van nu past bij type" not in text


def test_an_empty_result_says_so() -> None:
    page = page_of(dossiers.dossier(), RESULT)
    assert "De typetest is nog niet ingevuld." in page.get_text()
    assert "past bij" not in page.get_text()
    assert page.select("svg") == []


# The paper form.


def test_the_form_has_every_question_with_both_answers() -> None:
    rows = table_of(
        page_of(dossiers.dossier(), FORM), "De veertien vragen: zet bij elke vraag een rondje om a of b"
    )
    found = rows.select("tbody tr")
    assert len(found) == 14
    for question, row in zip(TEST.questions, found, strict=True):
        head, *answers = row.find_all(["th", "td"])
        lines = [line for line in head.get_text().split("\n") if line]
        assert lines == [
            f"{question.number}. {question.stem}",
            f"a. {question.a.text}",
            f"b. {question.b.text}",
        ]
        assert [cell.get_text() for cell in answers] == ["a", "b"]


def test_the_form_counts_odd_for_sturing_and_even_for_insteek() -> None:
    table = table_of(page_of(dossiers.dossier(), FORM), "Hoe vaak koos u a?")
    sturing, insteek = [reading.one_spaced(row.get_text(" ")) for row in table.select("tbody tr")]
    high_low = "4 tot en met 7: {} 0 tot en met 3: {}"
    assert sturing.startswith("Sturing Oneven vragen: 1, 3, 5, 7, 9, 11, 13")
    assert sturing.endswith(high_low.format("gemeente als dirigent", "regie op afstand"))
    assert insteek.startswith("Insteek Even vragen: 2, 4, 6, 8, 10, 12, 14")
    assert insteek.endswith(high_low.format("smal beleid", "breed beleid"))
    for question in TEST.questions:
        axis = TEST.axes["sturing" if question.number % 2 else "insteek"]
        assert (question.a.pole, question.b.pole) == (axis.a_pole, axis.b_pole)


def test_the_form_holds_nothing_of_a_dossier() -> None:
    wanted = render(dossiers.dossier(), FORM, "html", dossiers.TODAY)
    full = render(
        dossiers.full().model_copy(update={"details": dossiers.dossier().details}),
        FORM,
        "html",
        dossiers.TODAY,
    )
    assert full == wanted
    body = page_of(dossiers.full(), FORM).find("main")
    assert body is not None
    assert "Voorbeeldstad" not in body.get_text()
    (svg,) = page_of(dossiers.full(), FORM).select("svg")
    assert svg.select("circle") == []
    assert svg.select("[stroke-dasharray]") == []
    assert all(name.name in body.get_text() for name in TEST.types.values())


# The score card.


def labels(svg: Tag) -> Iterator[tuple[str, float, float, float, float]]:
    for text in svg.select("text"):
        words, size = text.get_text(), float(str(text["font-size"]))
        move = re.match(r"translate\((\S+) (\S+)\)( rotate\(-90\))?", str(text["transform"]))
        assert move
        x, y, bold = float(move[1]), float(move[2]), text["font-weight"] == "700"
        width = text_width(words, size, bold)
        begin = {"start": 0.0, "middle": -width / 2, "end": -width}[str(text["text-anchor"])]
        if move[3]:  # turned to read upwards
            yield words, x - 0.75 * size, x + 0.25 * size, y - begin - width, y - begin
        else:
            yield words, x + begin, x + begin + width, y - 0.75 * size, y + 0.25 * size


@pytest.mark.parametrize(
    ("huidig", "gewenst"), [("ba" * 7, "ab" * 7), ("a", "b"), ("a" * 14, "a" * 14), ("b" * 14, "a" * 7)]
)
def test_labels_of_the_score_card_do_not_touch_each_other_or_a_mark(huidig: str, gewenst: str) -> None:
    (svg,) = page_of(dossiers.dossier(huidig=huidig, gewenst=gewenst), RESULT).select("svg")
    _, _, width, height = map(float, str(svg["viewbox"]).split())
    found = list(labels(svg))
    assert len(found) == 4 + 16 + 6 + 2
    inside = (66, 466, 32, 432)
    for n, (words, left, right, top, bottom) in enumerate(found):
        assert 0 <= left < right <= width, words
        assert 0 <= top < bottom <= height, words
        others = [box[1:] for box in found[n + 1 :]]
        for other in [inside, *others]:
            apart = right <= other[0] or other[1] <= left or bottom <= other[2] or other[3] <= top
            assert apart, (words, other)


def test_equal_regions_show_both_by_their_lines() -> None:
    (svg,) = page_of(dossiers.dossier(huidig="a", gewenst="a"), RESULT).select("svg")
    regions = svg.select("g > rect[fill-opacity]")
    assert [bool(r.get("stroke-dasharray")) for r in regions] == [False, True]
    assert [r["fill"] for r in regions] == ["#0f4c5c", "none"]
    assert float(str(regions[0]["width"])) > float(str(regions[1]["width"]))

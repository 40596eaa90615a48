"""The documents beside the plan, and what can be chosen about every document."""

import itertools
import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag

from content import loader, readability
from documents.catalogue import document, documents
from documents.options import PLAIN, Options, fitting
from documents.partners import parties, partners
from documents.render import Place, preview, render
from dossier.model import Dossier
from stappenplan.fields import Form, fields_of
from stappenplan.items import Agreement, Answer
from tests.content.examples import EXAMPLES
from tests.unit.documents import dossiers, reading
from tests.unit.documents.test_literal import NASTY
from typetest.model import Perspective

PLAN, COUNCIL, VISION, AGREEMENTS = "plan_van_aanpak", "raadsvoorstel", "visiedocument", "prestatieafspraak"
OURS = [PLAN, COUNCIL, VISION, AGREEMENTS]
ALL = {"full": dossiers.full(), "empty": dossiers.dossier(), **EXAMPLES}
CHOICES = [
    Options(*chosen)
    for chosen in itertools.product([False, True], [True, False], [False, True], ["", "Niemand"])
]
FRAME, SENT, GUIDED = Options(frame=True), Options(empty=False), Options(guidance=True)
TO_FILL_IN = "Nog invullen"

every_document = pytest.mark.parametrize("name", OURS)


def soup(dossier: Dossier, name: str, options: Options = PLAIN) -> BeautifulSoup:
    page = reading.html(preview(dossier, name, dossiers.TODAY, options=options))
    for cell in page.find_all(["td", "th", "dt"]):
        cell.append(" ")
    return page


def text_of(dossier: Dossier, name: str, options: Options = PLAIN) -> str:
    return reading.one_spaced(soup(dossier, name, options).get_text())


def chapters(page: Tag, level: str = "h3") -> list[str]:
    """The headings right under the title; a preview starts one level lower."""
    return [reading.one_spaced(h.get_text()) for h in page.find_all(level) if h.get("id") != "inhoud"]


def table(page: BeautifulSoup, caption: str) -> list[list[str]]:
    (found,) = [t for t in page.find_all("table") if reading.caption_of(t) == caption]
    return [
        [reading.one_spaced(c.get_text()) for c in row.find_all(["th", "td"])] for row in found.find_all("tr")
    ]


def user_texts(dossier: Dossier) -> set[str]:
    """Everything a person typed, but for the names on the front page."""
    items = {
        getattr(i.data, f.name)
        for i in dossier.items
        for f in fields_of(i.data.kind)
        if f.form in (Form.SHORT, Form.LONG)
    }
    notes = {a.note for given in dossier.answers.values() for a in given.values()}
    # What is as short as a number or a word may as well be a word of the template.
    return {reading.one_spaced(t) for t in items | notes if len(t) > 25}


# --- the council paper ------------------------------------------------------------------------------


COUNCIL_CHAPTERS = [
    "1. Beslispunten",
    "2. Beoogd effect",
    "3. Argumenten",
    "4. Kanttekeningen",
    "5. Financiën",
    "6. Participatie",
    "7. Advies van de Adviesraad",
    "8. Vervolg",
]


@pytest.mark.parametrize("name", ALL)
def test_the_council_paper_has_its_usual_headings_and_no_annexes(name: str) -> None:
    page = soup(ALL[name], COUNCIL)
    assert chapters(page) == COUNCIL_CHAPTERS
    assert page.find("nav") is None
    assert page.find(class_="letterhead") is not None


def test_the_council_paper_says_what_it_costs_and_what_covers_it() -> None:
    item = dossiers.item
    lines = [
        item(
            "budget_line",
            "l1",
            title="Zaal",
            paid="amount",
            amount="1000",
            recurrence="structural",
            year=2027,
        ),
        item(
            "budget_line", "l2", title="Start", paid="amount", amount="500", recurrence="one_off", year=2028
        ),
        item("budget_line", "l3", title="Werk", paid="via_gemeente", hours="40"),
    ]
    cover = item("cover", "c", title="Fonds A", origin="fund", amount="1200", year=2027)
    page = soup(dossiers.dossier(*lines, cover), COUNCIL)
    rows = dict(row for row in table(page, "Kosten en dekking"))
    assert rows["Kosten in 2027"] == "€ 1.000"
    assert rows["Kosten in 2028"] == "€ 500"
    assert rows["Kosten in totaal"] == "€ 1.500"
    assert rows["Daarvan structureel"] == "€ 1.000"
    assert rows["Daarvan eenmalig"] == "€ 500"
    assert rows["Dekking: Fonds A; Fonds; 2027"] == "€ 1.200"
    assert rows["Saldo"] == "-€ 300"
    text = reading.one_spaced(page.get_text())
    assert "Er is dus € 300 te weinig." in text
    assert "staan daarvoor 40 uur." in text


@pytest.mark.parametrize(
    ("cost", "cover", "wanted"),
    [
        ("100", "", "Nog invullen: waar het geld vandaan komt; wat eenmalig is en wat structureel."),
        ("", "100", "Nog invullen: wat het plan kost."),
        ("100", "100", "Dat is precies genoeg."),
        ("100", "150", "Er blijft dus € 50 over."),
    ],
)
def test_the_council_paper_says_what_lacks_of_the_money(cost: str, cover: str, wanted: str) -> None:
    line = dossiers.item("budget_line", title="Zaal", paid="amount", amount=cost or None)
    covered = dossiers.item("cover", origin="fund", amount=cover or None)
    items = ([line] if cost else []) + ([covered] if cover else [])
    assert wanted in text_of(dossiers.dossier(*items), COUNCIL)


def test_the_council_paper_says_who_was_heard_and_what_was_done_with_it() -> None:
    talk = dossiers.item("consultation", who="Dorpsraad", way="session", harvest="Meer ruimte.")
    page = soup(dossiers.dossier(talk), COUNCIL)
    assert table(page, "Wie de gemeente hoorde") == [
        ["Met wie", "Opbrengst", "Wat ermee gebeurt", "Hoe zij betrokken blijven"],
        ["Dorpsraad Bijeenkomst", "Meer ruimte.", "nog invullen", "nog invullen"],
    ]
    wish = dossiers.item("answer", question="burgers.ideeen", text="Een buurthuis.")
    text = text_of(dossiers.dossier(wish), COUNCIL)
    assert "Een buurthuis. Nog invullen: wie de gemeente hoorde." in text


def test_the_council_paper_asks_for_the_answer_to_the_advice() -> None:
    advice = dossiers.item("answer", question="adviesraad.advies", text="Doen.")
    assert "Doen. Nog invullen: Het antwoord van de gemeente." in text_of(dossiers.dossier(advice), COUNCIL)


# --- the vision -------------------------------------------------------------------------------------


VISION_CHAPTERS = [
    "1. Waar de gemeente staat",
    "2. De twee keuzes",
    "3. De rol in de 5 S-en",
    "4. Uitgangspunten",
    "5. Onderwerpen met extra aandacht",
    "6. Van nu naar gewenst",
]


@pytest.mark.parametrize("name", ALL)
def test_the_vision_has_its_chapters_and_a_table_of_contents(name: str) -> None:
    page = soup(ALL[name], VISION)
    frame = [] if name == "empty" else ["7. Kader"]
    frame += ["8. Punten waarover de groep verschillend dacht"] if name == "full" else []
    assert chapters(page) == VISION_CHAPTERS + frame
    assert [a.get_text() for a in page.select("nav a")] == VISION_CHAPTERS + frame
    of_group = len(ALL[name].workshops)
    assert len(page.select("img[alt^=Scorekaart]")) == (name != "empty") + of_group


def test_the_vision_holds_every_question_of_its_part() -> None:
    text = text_of(dossiers.full(), VISION)
    asked = next(part for part in loader.steps().parts if part.key == "visie").prompts
    assert [key for key in asked if f"{key}§" not in text] == []
    assert "Van smal beleid naar breed beleid gaan" in text_of(
        dossiers.dossier(huidig="a" * 14, gewenst="b" * 14), VISION
    )


# --- the agreements ---------------------------------------------------------------------------------


ITEM = dossiers.item
TWO = dossiers.dossier(
    ITEM(
        "agreement", "a", number="12", title="Panel", partner="Steunpunt", amount="100", signed_by="directeur"
    ),
    ITEM("agreement_task", "t", agreement="a", text="Zet een panel op."),
    ITEM("agreement_result", "r", agreement="a", tasks=("t",), text="Er is een panel."),
    ITEM("agreement_result", "q", agreement="a", text="Het werkt."),
    ITEM("agreement", "b", title="Samen", partner="Bibliotheek; Ouderenbond", legal_form="covenant"),
    ITEM("stakeholder", "s", name="Bibliotheek", part="Geeft ruimte."),
    details=dossiers.DETAILS,
)


def test_an_agreement_has_parties_five_parts_and_lines_to_sign() -> None:
    page = soup(TWO, AGREEMENTS, Options(partner="steunpunt "))
    assert chapters(page) == ["1. Prestatieafspraak 12: Panel"]
    assert [h[:2] for h in chapters(page, "h4")] == ["a.", "b.", "c.", "d.", "e.", "On"]
    assert "De partijen tekenen prestatieafspraak 12: “Panel”." in reading.one_spaced(page.get_text())
    assert ["Partijen", "Gemeente Voorbeeldstad; Steunpunt"] in table(
        page, "Gegevens van prestatieafspraak 12"
    )
    assert ["Bedrag", "€ 100"] in table(page, "Gegevens van prestatieafspraak 12")
    assert ["Ad 1", "Er is een panel."] in [row[:2] for row in table(page, "Resultaat")]
    assert [row[0] for row in table(page, "Ondertekening")] == [
        "Namens",
        "Gemeente Voorbeeldstad",
        "Steunpunt",
    ]
    assert table(page, "Ondertekening")[0] == ["Namens", "Functie", "Plaats en datum", "Handtekening"]
    assert "Wie tekent: directeur." in page.get_text()
    assert "Nog invullen: looptijd; het verslag." in reading.one_spaced(page.get_text())
    assert page.select(".page-break, nav") == []


def test_a_covenant_has_its_own_words_and_is_signed_by_each() -> None:
    page = soup(TWO, AGREEMENTS, Options(partner="Ouderenbond"))
    assert chapters(page) == ["1. Convenant: Samen"]
    assert chapters(page, "h4") == [
        "a. Waarom de partijen samenwerken",
        "b. Wat de partijen afspreken",
        "c. Wat ieder bijdraagt",
        "d. Wat de samenwerking oplevert",
        "e. Wat er verandert",
        "f. Voorwaarden",
        "Ondertekening",
    ]
    facts = table(page, "Gegevens van convenant 1")
    assert ["Partijen", "Bibliotheek; Ouderenbond"] in facts
    assert ["Duur", "nog invullen"] in facts
    assert table(page, "Wat ieder bijdraagt")[1:] == [
        ["Bibliotheek", "Geeft ruimte."],
        ["Ouderenbond", "nog invullen"],
    ]
    assert [row[0] for row in table(page, "Ondertekening")[1:]] == ["Bibliotheek", "Ouderenbond"]
    assert "De partijen tekenen dit convenant: “Samen”." in reading.one_spaced(page.get_text())
    assert "Prestatieafspraak" not in page.get_text()


def test_a_covenant_of_one_asks_for_the_others() -> None:
    alone = dossiers.dossier(ITEM("agreement", partner="Bibliotheek", legal_form="covenant"))
    assert "alle partijen van het convenant, met een puntkomma ertussen" in text_of(alone, AGREEMENTS)


def test_several_agreements_each_start_on_a_page_and_are_in_the_contents() -> None:
    page = soup(TWO, AGREEMENTS)
    wanted = ["1. Prestatieafspraak 12: Panel", "2. Convenant: Samen"]
    assert chapters(page) == wanted
    assert [a.get_text() for a in page.select("nav a")] == wanted
    for broken, heading in zip(page.select(".page-break"), page.find_all("h3")[1:], strict=True):
        assert broken.find_next("h3") is heading


def test_a_partner_without_agreements_is_told_so_in_words() -> None:
    for options in (Options(partner="Niemand & <b>"), Options(partner="Niemand & <b>", empty=False)):
        page = soup(TWO, AGREEMENTS, options)
        assert "Er zijn geen afspraken met Niemand & <b>." in page.get_text()
        assert page.find("table") is None
    assert "Er zijn nog geen afspraken met partners." in text_of(dossiers.dossier(), AGREEMENTS)


def test_tasks_without_an_agreement_are_not_lost_and_not_sent() -> None:
    lost = dossiers.dossier(ITEM("agreement_task", agreement="gone", text="Verdwaald."))
    assert "Verdwaald." in text_of(lost, AGREEMENTS)
    assert "Verdwaald." not in text_of(lost, AGREEMENTS, SENT)
    assert "Verdwaald." not in text_of(lost, AGREEMENTS, Options(partner="Steunpunt"))


def test_partners_are_named_once_in_order() -> None:
    assert partners(TWO) == ("Steunpunt", "Bibliotheek", "Ouderenbond")
    names = ["B", " a  b ", "", "A B; B; C"]
    dossier = dossiers.dossier(*(ITEM("agreement", f"x{n}", partner=name) for n, name in enumerate(names)))
    assert partners(dossier) == ("B", "a b", "C")
    assert partners(dossiers.dossier()) == ()
    assert parties("Welzijn, Zorg en Co; ; Bieb") == ("Welzijn, Zorg en Co", "Bieb")


# --- what can be chosen -----------------------------------------------------------------------------


@every_document
@pytest.mark.parametrize("dossier", ALL.values(), ids=ALL)
def test_every_combination_of_options_makes_a_sound_document(name: str, dossier: Dossier) -> None:
    for options in CHOICES:
        page = soup(dossier, name, options)
        ids = [e["id"] for e in page.select("[id]")]
        assert len(ids) == len(set(ids)), options
        assert {a["href"][1:] for a in page.select("nav a")} <= set(ids), options
        for made in page.find_all("table"):
            assert made.caption, options
            assert made.select("tbody tr"), options
        numbers = [int(h.split(".")[0]) for h in chapters(page) if re.match(r"\d", h)]
        assert numbers == list(range(1, len(numbers) + 1)), options


@every_document
def test_what_is_empty_can_be_left_out(name: str) -> None:
    for dossier in ALL.values():
        page = soup(dossier, name, SENT)
        assert TO_FILL_IN.lower() not in page.get_text().lower()
        assert page.select(".gap, .blank") == []
    assert len(chapters(soup(ALL["empty"], name, SENT))) < len(chapters(soup(ALL["full"], name, SENT)))


def test_numbers_and_letters_close_up_without_what_is_empty() -> None:
    item = dossiers.item("answer", question="plan.rollen", text="Wij.")
    page = soup(dossiers.dossier(item), PLAN, SENT)
    wanted = ["1. Rol van de gemeente en van anderen", "Bijlage A. Begrippen", "Bijlage B. Bronnen"]
    assert chapters(page) == wanted
    assert [a.get_text() for a in page.select("nav a")] == wanted
    paper = dossiers.dossier(dossiers.item("answer", question="raad.vervolg", text="Door."))
    assert chapters(soup(paper, COUNCIL, SENT)) == ["1. Vervolg"]


def test_without_what_is_empty_nothing_that_is_filled_in_is_lost() -> None:
    for name in OURS:
        marked, sent = text_of(ALL["full"], name), text_of(ALL["full"], name, SENT)
        assert {t for t in user_texts(ALL["full"]) if t in marked and t not in sent} == set()


@every_document
def test_a_frame_has_every_heading_room_to_write_and_nothing_a_person_typed(name: str) -> None:
    by_hand = soup(ALL["empty"], name, FRAME)
    by_hand.find(class_="front").decompose()  # type: ignore[union-attr] # fails when there is none
    for dossier in (ALL["full"], *EXAMPLES.values()):
        page = soup(dossier, name, FRAME)
        front = page.find(class_="front")
        assert front is not None
        assert dossier.details.municipality in front.extract().get_text()
        assert str(page) == str(by_hand)
        assert TO_FILL_IN not in page.get_text()
        assert all(div.get_text() == "" for div in page.select(".writing"))
        assert page.select(".writing")
        for made in page.select("table.to-fill"):
            assert len(made.select("tbody tr")) >= 5 or made.find("th", scope="row")
            assert all(not cell.get_text().strip() for cell in made.select("td"))
    without_numbers = {re.sub(r"^\d+\. ", "", h) for h in chapters(soup(ALL["full"], name, FRAME))}
    if name != AGREEMENTS:
        assert without_numbers == {re.sub(r"^\d+\. ", "", h) for h in chapters(soup(ALL["full"], name))}


@every_document
def test_a_frame_is_the_same_with_and_without_what_is_empty(name: str) -> None:
    frames = [Options(frame=True, empty=empty) for empty in (True, False)]
    assert fitting(frames[0], document(name)) == fitting(frames[1], document(name))
    assert preview(ALL["full"], name, dossiers.TODAY, options=frames[0]) == preview(
        ALL["full"], name, dossiers.TODAY, options=frames[1]
    )


def test_a_frame_of_the_plan_has_all_sub_questions() -> None:
    page = soup(ALL["empty"], PLAN, FRAME)
    steps = loader.steps()
    for part in (*steps.parts, *steps.additions):
        for key in part.prompts:
            assert page.find(id=f"vraag-{part.key}-{key.replace('.', '-')}"), key


@every_document
def test_guidance_says_what_belongs_at_each_part_and_never_more_than_five_hints(name: str) -> None:
    page = soup(ALL["full"], name, GUIDED)
    blocks = page.select(".guidance")
    numbered = [h for h in chapters(page) if re.match(r"\d", h)]
    assert len(blocks) == len(numbered)
    for block in blocks:
        assert block["data-custom-style"] == "Toelichting"
        assert "Toelichting – haal dit weg voor u het document verstuurt." in block.get_text()
        assert len(block.find_all("li")) <= 5
    assert soup(ALL["full"], name).select(".guidance") == []


def test_guidance_gives_the_hints_of_the_type_once_for_each_step() -> None:
    dossier = dossiers.dossier(*dossiers.every_answer("x"), huidig="b" * 14, gewenst="a" * 14)
    given = [li.get_text() for li in soup(dossier, PLAN, GUIDED).select(".guidance li")]
    assert len(given) == len(set(given))
    assert dossier.leading is Perspective.GEWENST
    for step in loader.steps().steps:
        assert set(given) & set(step.hints["I"]), step.number
    assert set(given) <= {hint for step in loader.steps().steps for hint in step.hints["I"]}
    framed = soup(dossier, VISION, Options(guidance=True, frame=True))
    assert [li.get_text() for li in framed.select(".guidance li")] == list(loader.steps().steps[0].hints["I"])


def test_an_option_that_a_document_does_not_have_does_nothing() -> None:
    bare = document(PLAN).model_copy(update={"guidance": False, "empty": False, "frame": False})
    assert fitting(Options(guidance=True, empty=False, frame=True, partner="x", session="w"), bare) == PLAIN
    assert fitting(Options(partner="x"), document(AGREEMENTS)).partner == "x"
    assert {name for name, info in documents().items() if info.per_partner} == {AGREEMENTS}
    assert fitting(Options(session="w"), document("werksessie_verslag")).session == "w"
    assert [name for name, info in documents().items() if info.per_session] == ["werksessie_verslag"]


# --- what all documents share -----------------------------------------------------------------------


@pytest.mark.parametrize("status", ["", "busy"])
def test_an_activity_is_one_row_of_a_table_that_lies_with_its_heading(status: str) -> None:
    activity = dossiers.item("activity", title="Markt", who="Wij", description="Een kraam.", status=status)
    page = soup(dossiers.dossier(activity), PLAN)
    (lying,) = page.select(".landscape")
    assert chapters(lying) == ["7. Activiteiten"]
    row = ["Markt", "Een kraam.", "–", "Wij", "–", *(["Bezig"] if status else [])]
    assert table(page, "Overige activiteiten")[1:] == [row]


@pytest.mark.parametrize("name", [*OURS, "uitvoeringsoverzicht"])
def test_no_cell_is_empty_without_a_reason(name: str) -> None:
    sums = {"Begroting", "Dekking"}
    for dossier in (*ALL.values(), TWO):
        empty = [
            (reading.caption_of(made), row.get_text(" ", strip=True))
            for made in soup(dossier, name).select("table:not(.to-fill, .signatures)")
            if reading.caption_of(made) not in sums
            for row in made.select("tbody tr")
            for cell in row.find_all("td")
            if not cell.get_text(strip=True)
        ]
        assert empty == []


def test_a_table_of_five_columns_lies_on_its_side() -> None:
    for name in OURS:
        for made in soup(ALL["full"], name).find_all("table"):
            columns = len(made.select("thead th"))
            assert columns < 5 or made.find_parent(class_="landscape"), made.caption


@every_document
def test_gaps_lead_to_where_they_are_filled_in(name: str) -> None:
    seen: list[Place] = []

    def link(place: Place) -> str:
        seen.append(place)
        return "stap"

    page = BeautifulSoup(preview(dossiers.dossier(), name, dossiers.TODAY, link), "html.parser")
    assert page.select(".gap")
    assert all(gap.find("a") for gap in page.select(".gap"))
    assert {place.step for place in seen} <= {None, *range(1, 10)}


def texts_of(kind: str) -> list[str]:
    return [f.name for f in fields_of(kind) if f.form in (Form.SHORT, Form.LONG)]


SHOWN: dict[str, dict[str, list[str]]] = {
    COUNCIL: {"consultation": texts_of("consultation")},
    VISION: {},
    AGREEMENTS: {kind: texts_of(kind) for kind in ("agreement", "agreement_task", "agreement_result")},
}
ANSWERED: dict[str, tuple[str, ...]] = {
    COUNCIL: (
        "raad.",
        "adviesraad.",
        "financien.",
        "veld.wensen",
        "burgers.ideeen",
        "burgers.mening_telt",
        "burgers.blijven_betrokken",
    ),
    VISION: ("visie.", "kader."),
    AGREEMENTS: (),
}


def nasty_dossier(legal_form: str) -> Dossier:
    items = [i for n, text in enumerate(NASTY) for i in dossiers.every_kind(text, str(n))]
    for n, i in enumerate(items):
        if isinstance(i.data, Agreement):  # a semicolon parts partners
            changed = {"partner": i.data.partner.replace(";", ","), "legal_form": legal_form}
            items[n] = i.model_copy(update={"data": i.data.model_copy(update=changed)})
    return dossiers.dossier(
        *items, *dossiers.every_answer("\n".join(NASTY)), details=dossiers.DETAILS, huidig=dossiers.HUIDIG
    )


def expected(name: str, dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Every field that a document shows, and what stands in it."""
    for i in dossier.items:
        for field in SHOWN[name].get(i.data.kind, []):
            yield f"{i.id}.{field}", reading.one_spaced(getattr(i.data, field))
        if isinstance(i.data, Answer) and i.data.question.startswith(ANSWERED[name]):
            yield i.data.question, reading.one_spaced(i.data.text)


@pytest.mark.parametrize("legal_form", ["commission", "covenant"])
@pytest.mark.parametrize("format_name", ["html", "docx"])
@pytest.mark.parametrize("name", [COUNCIL, VISION, AGREEMENTS])
def test_what_a_person_typed_comes_back_literally(name: str, format_name: str, legal_form: str) -> None:
    dossier = nasty_dossier(legal_form)
    content = render(dossier, name, format_name, dossiers.TODAY)
    if format_name == "html":
        text = reading.html(content).get_text()
    else:
        text = reading.word_text(reading.word(content))
    found, wanted = reading.one_spaced(text), list(expected(name, dossier))
    assert len(wanted) > 10
    assert [place for place, typed in wanted if typed not in found] == []


@pytest.mark.parametrize("text", NASTY)
def test_names_and_contributions_come_back_literally(text: str) -> None:
    name, typed = f"N {text.replace(';', ',')}"[:200], f"P {text}"
    covenant = ITEM("agreement", partner=f"{name}; Bieb", legal_form="covenant")
    known = ITEM("stakeholder", name=name, part=typed)
    details = dossiers.DETAILS.model_copy(update={"title": typed})
    dossier = dossiers.dossier(covenant, known, details=details)
    page = soup(dossier, AGREEMENTS, Options(partner=name))
    row = [reading.one_spaced(name), reading.one_spaced(typed)]
    assert row in table(page, "Wat ieder bijdraagt")
    assert f"Partner: {row[0]}" in reading.one_spaced(page.get_text())
    for document_name in (COUNCIL, VISION, AGREEMENTS):
        assert row[1] in text_of(dossier, document_name)


def sentences(name: str) -> Iterator[str]:
    """The own words of a document: what is in paragraphs when nobody typed anything, or one letter."""
    bare = dossiers.dossier(huidig="a" * 14, gewenst="b" * 14)
    typed = dossiers.dossier(*dossiers.every_kind("x"), *dossiers.every_answer("x"), huidig="ab" * 7)
    for dossier, options in itertools.product((bare, typed, TWO), (PLAIN, FRAME, GUIDED, SENT)):
        page = soup(dossier, name, options)
        for block in page.select("p, li, figcaption, h3, h4, h5, caption, th"):
            yield from readability.sentences(reading.one_spaced(block.get_text()))


@every_document
def test_their_own_words_are_plain_dutch(name: str) -> None:
    own = {s for s in sentences(name) if "§" not in s}
    assert {s for s in own if readability.words(s) > readability.MAX_WORDS} == set()
    counts = [readability.words(s) for s in own if s.endswith((".", "?", "!"))]
    assert sum(counts) / len(counts) <= 15
    forbidden = [word for row in loader.then_now().rows for word in row.forbidden]
    assert [w for w in forbidden for s in own if re.search(rf"(?<!\w){re.escape(w)}", s)] == []
    described = f"{document(name).title}. {document(name).description}"
    assert all(readability.words(s) <= readability.MAX_WORDS for s in readability.sentences(described))

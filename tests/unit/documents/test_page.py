"""The HTML: one file, accessible, and the preview on the screen."""

import io
import re
from collections.abc import Iterator
from datetime import date

import pytest
from bs4 import BeautifulSoup
from PIL import Image

from content import loader, readability
from documents.catalogue import TooMuch, UnknownDocument
from documents.render import FORMATS, SHOWN, Place, file_name, preview, render
from dossier.house_style import HouseStyle
from dossier.json_format import from_json
from dossier.model import Dossier
from tests.unit.documents import dossiers, reading, small

PLAN = "plan_van_aanpak"


def text_of(dossier: Dossier) -> str:
    page = reading.html(preview(dossier, PLAN, dossiers.TODAY))
    for cell in page.find_all(["td", "th"]):
        cell.append(" ")
    return reading.one_spaced(page.get_text())


def test_the_fifteen_parts_are_numbered_in_order(full_html: BeautifulSoup, empty_html: BeautifulSoup) -> None:
    wanted = [f"{n}. {part.title}" for n, part in enumerate(loader.steps().parts, 1)]
    for page in (full_html, empty_html):
        found = [h.get_text() for h in page.find_all("h2") if re.match(r"\d", h.get_text())]
        assert found[:15] == wanted


def test_what_was_added_in_2026_is_marked_and_left_out_when_empty(
    full_html: BeautifulSoup, empty_html: BeautifulSoup
) -> None:
    assert len(full_html.select(".addition")) == len(loader.steps().additions)
    assert empty_html.select(".addition") == []


def test_it_is_one_accessible_file(full_html: BeautifulSoup) -> None:
    root = full_html.find("html")
    assert root is not None
    assert root.get("lang") == "nl-NL"
    assert full_html.title is not None
    assert full_html.title.get_text() == "Samen sterker – Voorbeeldstad"
    assert full_html.select("[src], link, script, iframe") == []
    captions = [table.select_one("caption .number") for table in full_html.find_all("table")]
    assert [c and c.get_text() for c in captions] == [f"Tabel {n}." for n in range(1, len(captions) + 1)]
    assert all(cell.get("scope") for cell in full_html.find_all("th"))
    ids = [e["id"] for e in full_html.select("[id]")]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in full_html.select("nav a")} <= set(ids)
    (picture,) = full_html.select("svg[role=img]")
    assert str(picture["aria-label"]).startswith("Scorekaart")


def test_a_dossier_that_is_too_large_has_no_preview_and_can_be_made() -> None:
    texts = (dossiers.item("answer", f"a{n}", question="visie.regierol", text="w " * 4800) for n in range(55))
    large = dossiers.dossier(*texts)
    with pytest.raises(TooMuch):
        preview(large, PLAN, dossiers.TODAY)
    assert len(render(large, PLAN, "html", dossiers.TODAY)) > SHOWN
    assert preview(large.model_copy(update={"items": large.items[:45]}), PLAN, dossiers.TODAY)


def test_the_preview_starts_one_level_lower_and_links_its_gaps() -> None:
    seen: list[Place] = []

    def link(place: Place) -> str:
        seen.append(place)
        return f"stap?n={place.step}&x=<"

    page = BeautifulSoup(preview(dossiers.dossier(), PLAN, dossiers.TODAY, link), "html.parser")
    assert page.find("h1") is None
    assert page.find("h2") is not None
    gaps = page.select(".gap")
    assert len(gaps) >= 16
    assert all(gap.find("a") for gap in gaps)
    assert Place(1, "keuze", "visie.regierol") in seen
    assert Place() in seen
    assert {a["href"] for a in page.select(".gap a")} >= {"stap?n=1&x=<"}
    assert reading.html(preview(dossiers.dossier(), PLAN, dossiers.TODAY)).select(".gap a") == []


def test_the_preview_has_the_logo_and_the_colours_of_the_file() -> None:
    style = HouseStyle(accent="#8a2be2", logo=small.logo())
    shown = reading.html(preview(dossiers.dossier(), PLAN, dossiers.TODAY, style=style))
    file = render(dossiers.dossier(), PLAN, "html", dossiers.TODAY, style=style).decode()
    (around,) = shown.select(".house-style")
    accent, tint = re.findall(r": (#\w{6})", str(around["style"]))
    assert f"--accent: {accent}; " in file
    assert f"--tint: {tint}; " in file
    (logo,), (logo_of_file,) = shown.select("img.logo"), reading.html(file).select("img.logo")
    assert logo.attrs == logo_of_file.attrs
    assert next(iter(around.find_all(True))) is logo


@pytest.mark.parametrize(
    ("choices", "name"),
    [
        ("a" * 14, "De ambitie voorbij"),
        ("ab" * 7, "Een behouden koers"),
        ("ba" * 7, "Op hoop van zegen"),
        ("b" * 14, "De leunstoel"),
    ],
)
def test_the_introduction_follows_the_type(choices: str, name: str) -> None:
    text = text_of(dossiers.dossier(huidig=choices))
    assert f"{name}. Dat is" in text
    assert "De kracht van deze keuze" in text
    assert "Het verschil tussen nu en gewenst" not in text
    assert "sprake van een mengvorm" not in text


def test_the_introduction_names_a_mixed_form() -> None:
    assert "Op deze lijn is dus sprake van een mengvorm." in text_of(
        dossiers.dossier(huidig="abababab" + "b" * 6)
    )


def test_the_introduction_names_no_type_that_is_not_decided() -> None:
    text = text_of(dossiers.dossier(huidig="a.a.a.a......."))
    assert "Het type ligt nog niet vast" in text
    assert "Mogelijk zijn type I (De ambitie voorbij) en type II (Een behouden koers)." in text
    assert "De antwoorden passen bij" not in text


def test_the_introduction_tells_what_a_move_asks() -> None:
    text = text_of(dossiers.dossier(huidig="a" * 14, gewenst="b" * 14))
    assert "van type I, De ambitie voorbij, naar type IV, De leunstoel" in text
    assert "schuift de gemeente 7 plaatsen op in de richting van regie op afstand" in text
    assert "Van smal beleid naar breed beleid gaan" in text


def test_the_budget_adds_up_in_the_document() -> None:
    item = dossiers.item
    text = text_of(
        dossiers.dossier(
            item("budget_group", "g", title="Kosten"),
            item("budget_line", "l1", title="Zaal", group="g", paid="amount", amount="1000"),
            item("budget_line", "l2", title="Uren", group="g", paid="via_gemeente", hours="40"),
            item("budget_line", "l3", title="Los", part_of="l1", paid="amount", amount="250.50"),
            item("budget_remark", "r", lines=("l1", "l2"), text="Zie de brief."),
            item("cover", "c", origin="fund", amount="1000"),
        )
    )
    assert "via gemeente (40 uur)" in text
    assert "Totaal Kosten € 1.250,50" in text
    assert "Ad 1 en 2: Zie de brief." in text
    assert "Er is dus € 250,50 te weinig." in text


def test_an_agreement_has_numbered_tasks_and_results_that_refer_to_them() -> None:
    item = dossiers.item
    text = text_of(
        dossiers.dossier(
            item("agreement", "a", number="12", title="Panel", partner="Steunpunt"),
            item("agreement_task", "t1", agreement="a", text="Zet een panel op."),
            item("agreement_task", "t2", agreement="a", part_of="t1", text="Werf leden."),
            item("agreement_result", "r", agreement="a", tasks=("t1", "t2"), text="Er is een panel."),
            item("agreement_task", "lost", agreement="gone", text="Verdwaald."),
        )
    )
    results = "Ad 1 en 1.1 Er is een panel."
    for wanted in ("Afspraak 12: Panel", "1 Zet een panel op.", "1.1 Werf leden.", results):
        assert wanted in text
    for letter in ("a. Uitgangspunten", "b. Opdracht", "c. Resultaat", "d. Wat er", "e. Voorwaarden"):
        assert letter in text
    assert "Taken en resultaten zonder afspraak" in text
    assert "1 Verdwaald." in text


def test_planning_is_in_order_of_time() -> None:
    item = dossiers.item
    text = text_of(
        dossiers.dossier(
            item("activity", "a1", title="Zonder datum", who="x"),
            item("activity", "a2", title="Later", who="x", start=date(2028, 1, 1)),
            item("activity", "a3", title="Eerst", who="x", end=date(2027, 6, 1)),
        )
    )
    table = text.split("Planning van de activiteiten")[1]
    assert table.index("Eerst") < table.index("Later") < table.index("Zonder datum")


def test_every_sub_question_belongs_to_a_part() -> None:
    steps = loader.steps()
    placed = {key for part in (*steps.parts, *steps.additions) for key in part.prompts}
    assert {p.key for p in dossiers.PROMPTS} == placed


def paragraphs() -> Iterator[str]:
    for choices in ("a" * 14, "ab" * 7, "ba" * 7, "b" * 14, "abababab" + "b" * 6, "a.b" + "." * 11):
        page = reading.html(
            preview(dossiers.dossier(huidig=choices, gewenst=choices[::-1]), PLAN, dossiers.TODAY)
        )
        yield from (reading.one_spaced(p.get_text()) for p in page.select("p, li, figcaption"))


def test_its_own_words_are_plain_dutch() -> None:
    sentences = {s for p in paragraphs() for s in readability.sentences(p)}
    assert {s for s in sentences if readability.words(s) > readability.MAX_WORDS} == set()
    forbidden = [word for row in loader.then_now().rows for word in row.forbidden]
    assert [w for w in forbidden for p in paragraphs() if re.search(rf"(?<!\w){re.escape(w)}", p)] == []


def test_unknown_names_are_refused() -> None:
    with pytest.raises(UnknownDocument):
        render(dossiers.dossier(), "nee", "html", dossiers.TODAY)
    with pytest.raises(UnknownDocument):
        render(dossiers.dossier(), PLAN, "nee", dossiers.TODAY)


def test_names_of_files() -> None:
    assert [file_name(PLAN, name) for name in FORMATS] == [f"plan-van-aanpak.{name}" for name in FORMATS]
    assert list(FORMATS) == ["odt", "docx", "pdf", "html"]


@pytest.mark.parametrize("name", sorted(loader.examples()))
def test_the_worked_examples_become_documents(name: str) -> None:
    example = from_json(loader.examples()[name], name, dossiers.dossier().created)
    page = reading.html(render(example, PLAN, "html", dossiers.TODAY))
    assert len(page.find_all("h2")) >= 20
    if name == "oldebroek":
        assert "€ 23.650" in page.get_text().replace("\u00a0", " ")


def test_a_web_page_is_in_the_house_style() -> None:
    logo = io.BytesIO()
    Image.new("RGB", (40, 20), "#336699").save(logo, "PNG")
    style = HouseStyle(accent="#7a2e0e", logo=logo.getvalue())
    page = reading.html(render(dossiers.full(), PLAN, "html", dossiers.TODAY, style=style))
    assert ":root { --accent: #7a2e0e; }" in str(page.style)
    (picture,) = page.find_all("img", class_="logo")
    assert str(picture["src"]).startswith("data:image/png;base64,")
    assert str(picture["alt"]).startswith("Logo van ")
    plain = reading.html(render(dossiers.full(), PLAN, "html", dossiers.TODAY))
    assert plain.find("img", class_="logo") is None

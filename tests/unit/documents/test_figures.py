"""The timeline and the bars of the budget: what they say, and that nothing in them collides."""

import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from xml.etree import ElementTree

import pypdfium2
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageFont

from documents import timeline
from documents.budget_bars import budget_bars
from documents.catalogue import HOUSE_STYLE, documents
from documents.figures import Figure, as_images
from documents.formats.colours import ACCENT
from documents.render import preview, render
from documents.templates import environment
from documents.text_width import ELLIPSIS, text_width, wrapped
from documents.timeline import Entry, Shape, summary, timelines
from dossier.house_style import HouseStyle
from stappenplan import dutch
from tests.content.examples import EXAMPLES
from tests.unit.documents import dossiers, reading

TODAY = dossiers.TODAY
DAYS = st.one_of(st.dates(), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
# What Windows, a Mac and Linux can show in a line: letters, ideographs, marks and pictures.
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=300).map(
    lambda text: " ".join(text.split())
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    start, end = draw(st.none() | DAYS), draw(st.none() | DAYS)
    note = draw(st.sampled_from(["", "Gepland", "Bezig", "Klaar", "Gestopt"]))
    return Entry(draw(WORDS), note, start, end if start or end else TODAY)


@dataclass(frozen=True)
class Box:
    words: str
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


def svg_of(template: str, macro: str, *values: object) -> str:
    """The drawing a template makes."""
    module = environment().get_template(template).make_module({"today": TODAY, "accent": ACCENT})
    return str(getattr(module, macro)(*values))


def drawn(template: str, macro: str, *values: object) -> ElementTree.Element:
    """The same, read as the XML it has to be."""
    return ElementTree.fromstring(svg_of(template, macro, *values))  # noqa: S314 - our own template


def boxes(svg: ElementTree.Element) -> Iterator[Box]:
    """Where words stand: from the height of a capital above the line to the tail of a g below it."""
    for element in svg.iter("{http://www.w3.org/2000/svg}text"):
        words, size = element.text or "", float(element.attrib["font-size"])
        x, y, width = float(element.attrib["x"]), float(element.attrib["y"]), text_width(words, size)
        left = x - width if element.get("text-anchor") == "end" else x
        yield Box(words, left, left + width, y - 0.75 * size, y + 0.25 * size)


def assert_nothing_collides(svg: ElementTree.Element) -> None:
    width, height = map(float, svg.attrib["viewBox"].split()[2:])
    found = list(boxes(svg))
    assert found
    for box in found:
        assert box.left >= 0, box
        assert box.right <= width, box
        assert box.top >= 0, box
        assert box.bottom <= height, box
    # Sorted by height, only neighbours can touch: far fewer pairs.
    found.sort(key=lambda box: box.top)
    for first, second in combinations(found, 2):
        if second.top < first.bottom:
            assert not first.overlaps(second), (first, second)


@given(st.lists(entries(), min_size=1, max_size=60))
def test_words_on_a_timeline_never_collide(given_entries: list[Entry]) -> None:
    parts = timelines(given_entries, TODAY)
    assert sum(len(part.rows) for part in parts) == len(given_entries)
    for part in parts:
        svg = drawn("gedeeld/tijdlijn.svg.j2", "timeline", part, "woorden")
        assert_nothing_collides(svg)
        assert len(part.rows) <= timeline.MAX_ROWS
        assert part.height <= timeline.MAX_HEIGHT
        for row in part.rows:
            assert 0 <= row.x <= row.x + row.width <= timeline.WIDTH
            assert len(row.lines) <= timeline.MAX_LINES


@given(st.integers(1, 200), WORDS)
def test_a_long_list_becomes_parts_that_follow_each_other(count: int, title: str) -> None:
    parts = timelines([Entry(title, "", date(2026, 1, 1))] * count, TODAY)
    assert [part.number for part in parts] == list(range(1, len(parts) + 1))
    assert {part.of for part in parts} == {len(parts)}
    assert [n for part in parts for n in range(part.first, part.last + 1)] == list(range(1, count + 1))


@given(st.lists(entries(), min_size=1, max_size=20))
def test_a_scale_holds_every_date_in_order(given_entries: list[Entry]) -> None:
    part, *_ = timelines(given_entries, TODAY)
    places = [tick.x for tick in part.ticks]
    assert places == sorted(set(places))
    assert len(places) <= timeline.MAX_COLUMNS
    assert places[0] == timeline.LEFT
    for row in part.rows:
        left = timeline.EDGE if row.shape is Shape.OPEN_START else timeline.LEFT
        right = timeline.WIDTH - timeline.EDGE if row.shape is Shape.OPEN_END else timeline.RIGHT
        assert left <= row.x
        assert row.x + row.width <= right + 3  # a bar of a day is widened until it can be seen


@given(st.lists(entries(), min_size=1, max_size=12))
def test_the_busiest_years_are_counted(given_entries: list[Entry]) -> None:
    found = summary(given_entries)
    years = [day.year for e in given_entries for day in e.dates]
    spans = [
        (
            e.dates[0].year if e.start else min(years),
            e.dates[-1].year if e.end else max(years),
        )
        for e in given_entries
    ]

    def running(year: int) -> int:
        return sum(first <= year <= last for first, last in spans)

    assert found.most == max(running(first) for first, _ in spans)
    for first, last in found.busiest:
        assert running(first) == running(last) == found.most
        assert running(first - 1) < found.most
        assert running(last + 1) < found.most


@pytest.mark.parametrize(
    ("start", "end", "shape"),
    [
        (date(2026, 1, 1), date(2026, 2, 1), Shape.TERM),
        (date(2026, 1, 1), date(2026, 1, 1), Shape.DAY),
        (date(2026, 1, 1), None, Shape.OPEN_END),
        (None, date(2026, 1, 1), Shape.OPEN_START),
    ],
)
def test_the_shape_says_which_dates_are_known(start: date | None, end: date | None, shape: Shape) -> None:
    (part,) = timelines([Entry("x", "", start, end)], TODAY)
    assert part.rows[0].shape is shape


def test_a_short_bar_is_seen_where_today_is() -> None:
    """On a long scale, and on one so long that its begin and end are the same."""
    for first, last in (2015, 2036), (1, 9999):
        short = Entry("kort", "", date(2026, 1, 1), date(2026, 1, 20))
        wide = Entry("lang", "", date(first, 1, 1), date(last, 12, 31))
        (part,) = timelines([short, wide], date(2026, 1, 10))
        svg = svg_of("gedeeld/tijdlijn.svg.j2", "timeline", part, "woorden")
        figure = Figure(svg, "520", "woorden")
        picture = Image.open(io.BytesIO(figure.png)).convert("RGB")
        scale, row = picture.width / timeline.WIDTH, part.rows[0]
        band = picture.crop(
            (0, int(row.bar_y * scale), picture.width, int((row.bar_y + timeline.BAR) * scale))
        )
        colours = {colour: many for many, colour in band.getcolors(picture.width * picture.height) or []}
        assert colours.get((0x0F, 0x4C, 0x5C), 0) > 50


def test_without_dates_there_is_no_timeline() -> None:
    assert timelines([Entry("x")], TODAY) == ()
    with pytest.raises(ValueError, match="without a date"):
        _ = Entry("x").shape


def test_two_years_are_shown_in_quarters_and_today_in_its_place() -> None:
    (part,) = timelines([Entry("x", "", date(2027, 1, 1), date(2028, 12, 31))], TODAY)
    assert [(t.year, t.quarter) for t in part.ticks[:5]] == [
        (2027, 1),
        (None, 2),
        (None, 3),
        (None, 4),
        (2028, 1),
    ]
    assert part.today is not None
    assert part.ticks[0].x < part.today < part.ticks[1].x
    (other,) = timelines([Entry("x", "", date(2020, 1, 1), date(2021, 1, 1))], TODAY)
    assert other.today is None


AMOUNTS = st.decimals(0, Decimal("9999999999.99"), places=2)


@given(st.lists(st.tuples(WORDS, AMOUNTS, WORDS), min_size=1, max_size=20))
def test_words_beside_bars_never_collide(given_rows: list[tuple[str, Decimal, str]]) -> None:
    rows = [(title, amount, dutch.euro(amount), note) for title, amount, note in given_rows]
    found = budget_bars(rows)
    assert_nothing_collides(drawn("gedeeld/begroting.svg.j2", "budget_figure", found, "woorden"))
    amounts = [amount for _, amount, _, _ in rows]
    if max(amounts):
        longest = max(bar.width for bar in found.bars)
        for amount, bar in zip(amounts, found.bars, strict=True):
            assert bar.width == pytest.approx(float(amount / max(amounts)) * longest, abs=0.02)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_estimate_is_at_least_what_the_font_takes(weight: str) -> None:
    font = ImageFont.truetype(HOUSE_STYLE / "fonts" / f"NotoSans-{weight}.ttf", 1000)
    letters = map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2023), 0x20AC, 0x2026])
    too_wide = {
        letter: font.getlength(letter) / 1000
        for letter in letters
        if font.getlength(letter) / 1000 > text_width(letter, 1, bold=weight == "Bold")
    }
    assert too_wide == {}


@given(WORDS, st.floats(40, 500), st.integers(1, 3))
@example("각", 40, 2)  # one letter of three parts
def test_broken_words_fit_and_say_what_is_left_out(text: str, width: float, most: int) -> None:
    lines = wrapped(text, width, 13, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line, 13) <= width for line in lines)
    whole = "".join(text.split())
    shown = "".join("".join(lines).split())
    assert shown == whole or (shown.endswith(ELLIPSIS) and whole.startswith(shown.removesuffix(ELLIPSIS)))


def words_of(svg: str) -> str:
    found = re.search(r'aria-label="([^"]*)"', svg)
    assert found
    return found[1]


def plan(*titles_and_dates: tuple[str, date | None, date | None]) -> BeautifulSoup:
    items = [
        dossiers.item("activity", f"a{n}", title=title, who="x", start=start, end=end)
        for n, (title, start, end) in enumerate(titles_and_dates)
    ]
    return reading.html(render(dossiers.dossier(*items), "plan_van_aanpak", "html", TODAY))


@pytest.mark.parametrize(
    ("years", "conclusion"),
    [
        ([(2026, 2026), (2026, 2027)], "Het is het drukst in 2026. Dan lopen beide activiteiten."),
        ([(2026, 2028)] * 3, "Alle 3 activiteiten lopen in 2026 tot en met 2028."),
        ([(2026, 2026), (2026, 2027), (2028, 2028)], "De meeste activiteiten lopen in 2026: 2 van de 3."),
        ([(2026, 2026), (2028, 2028)], "in elk jaar loopt er hooguit één."),
        ([(y, y) for y in (2026, 2026, 2028, 2028)], "Het is het drukst in 2026 en 2028, met 2 van de 4"),
        ([(y, y) for y in (2021, 2023, 2025, 2027) for _ in "ab"], "jaar lopen er meer dan 2 van de 8"),
    ],
)
def test_a_timeline_says_when_the_most_is_going_on(years: list[tuple[int, int]], conclusion: str) -> None:
    page = plan(*((f"n{n}", date(a, 3, 1), date(b, 4, 1)) for n, (a, b) in enumerate(years)))
    (svg,) = page.select("svg[role=img]")
    assert conclusion in str(svg["aria-label"])
    assert conclusion in page.get_text()


def test_a_timeline_says_what_is_not_known() -> None:
    page = plan(("a", date(2026, 1, 1), None), ("b", None, date(2027, 2, 1)), ("c", None, None))
    (svg,) = page.select("svg[role=img]")
    for said in (
        "Beide activiteiten met een datum lopen in 2026 tot en met 2027.",
        "Van 2 activiteiten is het begin of het einde niet bekend.",
        "Eén activiteit heeft nog geen datum.",
    ):
        assert said in str(svg["aria-label"])
        assert said in reading.one_spaced(page.get_text())


def test_one_date_makes_no_timeline() -> None:
    assert plan(("a", date(2026, 1, 1), None), ("b", None, None)).select("svg") == []


def test_the_budget_says_where_most_goes() -> None:
    item = dossiers.item
    items = [
        item("budget_group", "g1", title='Zalen & "hapjes" <b>'),
        item("budget_group", "g2", title="Scholing"),
        item("budget_line", "l1", group="g1", title="x", paid="amount", amount="3000"),
        item("budget_line", "l2", group="g2", title="x", paid="amount", amount="1000.50"),
        item("budget_line", "l3", group="g2", title="x", paid="via_gemeente", hours="12"),
    ]
    page = reading.html(render(dossiers.dossier(*items), "plan_van_aanpak", "html", TODAY))
    (svg,) = page.select("svg[role=img]")
    wanted = 'Het grootste deel, € 3.000 van € 4.000,50, gaat naar “Zalen & "hapjes" <b>”.'
    assert reading.one_spaced(str(svg["aria-label"])) == wanted
    assert wanted in reading.one_spaced(page.get_text())
    assert "Eén regel loopt via de gemeente (12 uur), zonder bedrag" in svg.get_text()


@pytest.mark.parametrize("amounts", [["0", "0"], ["100"]])
def test_a_budget_without_a_comparison_has_no_figure(amounts: list[str]) -> None:
    items = [
        part
        for n, amount in enumerate(amounts)
        for part in (
            dossiers.item("budget_group", f"g{n}", title="x"),
            dossiers.item("budget_line", f"l{n}", group=f"g{n}", title="x", paid="amount", amount=amount),
        )
    ]
    page = reading.html(render(dossiers.dossier(*items), "plan_van_aanpak", "html", TODAY))
    assert page.select("svg") == []


def test_equal_groups_are_not_ranked() -> None:
    items = [
        part
        for n in range(2)
        for part in (
            dossiers.item("budget_group", f"g{n}", title="x"),
            dossiers.item("budget_line", f"l{n}", group=f"g{n}", title="x", paid="amount", amount="5"),
        )
    ]
    (svg,) = reading.html(render(dossiers.dossier(*items), "plan_van_aanpak", "html", TODAY)).select("svg")
    assert "Dat geldt voor 2 kopjes." in str(svg["aria-label"])


def test_figures_are_numbered_in_order_and_named_in_the_text() -> None:
    items = [
        dossiers.item("activity", f"a{n}", title="x", who="x", start=date(2026, 1 + n % 12, 1))
        for n in range(60)
    ]
    x = dossiers.dossier(*items, huidig=dossiers.HUIDIG)
    page = reading.html(render(x, "plan_van_aanpak", "html", TODAY))
    numbers = [span.get_text() for span in page.select("figcaption .number")]
    assert numbers == [f"Figuur {n}." for n in range(1, len(numbers) + 1)]
    assert len(numbers) >= 3
    assert "Figuur 1 laat zien waar de gemeente staat." in reading.one_spaced(page.get_text())
    assert f"deel 2 van {len(numbers) - 1}" in page.get_text()


def test_a_title_in_a_figure_is_literal_and_on_the_screen_a_picture() -> None:
    title = "</text></svg><script>alert(1)</script> {{ 7*7 }} & \"a\" 'b'"
    items = [dossiers.item("activity", f"a{n}", title=title, who="x", start=TODAY) for n in range(2)]
    page = plan((title, TODAY, None), (title, TODAY, None))
    (svg,) = page.select("svg")
    assert (
        reading.one_spaced(" ".join(t.get_text() for t in svg.select("text"))).count("<script>alert(1)") == 2
    )
    shown = preview(dossiers.dossier(*items), "plan_van_aanpak", TODAY)
    assert "<svg" not in shown
    assert shown.count("data:image/svg+xml") == 1


def test_a_drawing_has_attributes_only() -> None:
    page = render(dossiers.full(), "plan_van_aanpak", "html", TODAY).decode()
    for svg in re.findall(r"<svg\b.*?</svg>", page, re.DOTALL):
        assert "style" not in svg
        assert 'font-family="Noto Sans, Calibri, sans-serif"' in svg
        assert words_of(svg)
        assert as_images(svg, lambda figure: figure.width).startswith("<img")


VIOLET = "#8a2be2"
DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


@pytest.mark.parametrize("name", documents())
def test_drawings_have_the_colour_of_the_municipality(name: str) -> None:
    dossier, style = EXAMPLES["meierijstad"], HouseStyle(accent=VIOLET)
    drawings = DRAWING.findall(render(dossier, name, "html", TODAY, style=style).decode())
    neutral = DRAWING.findall(render(dossier, name, "html", TODAY).decode())
    assert drawings == [drawing.replace(ACCENT, VIOLET) for drawing in neutral]
    shown = re.findall(r"data:image/svg\+xml;base64,([^\"]+)", preview(dossier, name, TODAY, style=style))
    assert [b64decode(found).decode() for found in shown] == drawings


@pytest.mark.parametrize("format_name", ["odt", "docx", "pdf"])
def test_pictures_have_the_colour_of_the_municipality(format_name: str) -> None:
    dossier, style = EXAMPLES["meierijstad"], HouseStyle(accent=VIOLET)
    found = colours_of_pictures(
        format_name, render(dossier, "uitvoeringsoverzicht", format_name, TODAY, style=style)
    )
    assert VIOLET in found
    assert ACCENT not in found


def colours_of_pictures(format_name: str, made: bytes) -> set[str]:
    if format_name == "pdf":
        pictures = [page.render().to_pil() for page in pypdfium2.PdfDocument(made)]
    else:
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            names = [name for name in archive.namelist() if name.endswith(".png")]
            pictures = [Image.open(io.BytesIO(archive.read(name))) for name in names]
    colours = [picture.convert("RGB").getcolors(1 << 24) or [] for picture in pictures]
    return {"#{:02x}{:02x}{:02x}".format(*colour) for found in colours for _, colour in found}

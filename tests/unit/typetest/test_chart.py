from html import unescape
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import loader
from tests.unit.typetest.strategies import answer_sets
from typetest.chart import CONFIG, INKS, TINTS, CardPoint, CardTexts, Regions, score_card
from typetest.model import Answers, Axis, Perspective, Pole, TypeId
from typetest.scoring import score, type_of_cell

HUIDIG, GEWENST = Perspective.HUIDIG, Perspective.GEWENST
TEST = loader.typetest()
TEXTS = CardTexts(
    axes={axis: TEST.axes[axis.value].name for axis in Axis},
    poles={pole: TEST.poles[pole.value].short for pole in Pole},
    types={type_id: TEST.types[type_id.value].name for type_id in TypeId},
    huidig="nu",
    gewenst="gewenst",
    huidig_open="nu: kan nog",
    gewenst_open="gewenst: kan nog",
)
counts = st.integers(0, 7)
Figure = dict[str, Any]


def drawn(
    *points: CardPoint, possible: Regions | None = None, chosen: tuple[int, int] | None = None
) -> Figure:
    figure: Figure = score_card(TEXTS, points, possible, chosen).to_plotly_json()
    return figure


def shapes(figure: Figure, kind: str) -> list[Figure]:
    """The shapes of a kind that lie inside the grid."""
    return [shape for shape in figure["layout"]["shapes"] if shape["type"] == kind and "xref" not in shape]


def written(figure: Figure) -> list[str]:
    return [unescape(note["text"]) for note in figure["layout"]["annotations"] if note["text"]]


def centre(shape: Figure) -> tuple[float, float]:
    return (shape["x0"] + shape["x1"]) / 2, (shape["y0"] + shape["y1"]) / 2


def test_each_of_the_64_cells_can_be_chosen() -> None:
    (trace,) = drawn()["data"]
    places = list(zip(trace["x"], trace["y"], strict=True))
    assert sorted(places) == sorted(product(range(8), repeat=2))
    assert [tuple(place) for place in trace["customdata"]] == places
    assert trace["hoverinfo"] == "none"


def test_choosing_does_not_dim_or_colour_the_cells() -> None:
    (trace,) = drawn()["data"]
    assert [trace[state]["marker"]["opacity"] for state in ("selected", "unselected")] == [0, 0]
    assert trace["marker"]["opacity"] == 0


def test_every_cell_lies_in_the_tint_of_its_type() -> None:
    areas = [shape for shape in drawn()["layout"]["shapes"] if shape.get("fillcolor") in TINTS.values()]
    in_grid = [area for area in areas if "yref" not in area]
    for sturing, insteek in product(range(8), repeat=2):
        tints = [
            area["fillcolor"]
            for area in in_grid
            if area["x0"] < sturing < area["x1"] and area["y0"] < insteek < area["y1"]
        ]
        assert tints == [TINTS[type_of_cell(sturing, insteek)]]


def test_two_dark_lines_run_between_three_and_four() -> None:
    dark = [
        line for line in shapes(drawn(), "line") if line["line"]["color"] == "#1b1b1b" and "yref" not in line
    ]
    assert [(line["x0"], line["x1"]) for line in dark] == [(3.5, 3.5), (-0.5, 7.5)]
    assert [(line["y0"], line["y1"]) for line in dark] == [(-0.5, 7.5), (3.5, 3.5)]


def test_every_word_is_one_of_the_texts_or_a_number() -> None:
    words = " ".join(written(drawn(CardPoint(HUIDIG, 1, 1), possible={GEWENST: [(2, 2)]})))
    known = [*TEXTS.axes.values(), *TEXTS.poles.values(), *TEXTS.types.values(), "nu", "gewenst: kan nog"]
    words = words.replace("<br>", " ").replace("<b>", "").replace("</b>", "")
    for text in sorted(known, key=len, reverse=True):
        assert text in words
        words = words.replace(text, "")
    assert set(words) <= set("01234567IV·←→ ")


def test_names_stand_in_their_own_corners_and_fit_half_a_card_on_a_phone() -> None:
    notes = drawn()["layout"]["annotations"]
    for type_id, name in TEXTS.types.items():
        (note,) = [note for note in notes if note.get("font", {}).get("color") == INKS[type_id]]
        lines = note["text"].replace(f"<b>{type_id}</b>", type_id).split("<br>")
        assert " ".join(lines) == f"{type_id} · {name}"
        assert len(lines) <= 2  # 46 px of height
        assert max(map(len, lines)) <= 14  # in Noto Sans 107 of 115 px, in a figure of 284 px
        assert note["xanchor"] == ("right" if type_id.sturing is Pole.DIRIGENT else "left")
        assert note["x"] == (7.5 if type_id.sturing is Pole.DIRIGENT else -0.5)
        assert note["y"] == (1 if type_id.insteek is Pole.SMAL else 0)


def test_a_name_is_shown_literally() -> None:
    names = {**TEXTS.types, TypeId.I: "<i>&amp;"}
    figure = score_card(CardTexts(TEXTS.axes, TEXTS.poles, names, "", "", "", "")).to_plotly_json()
    assert any("<b>I</b> · &lt;i&gt;&amp;amp;" in note["text"] for note in figure["layout"]["annotations"])


@pytest.mark.parametrize("type_id", TypeId)
def test_inks_and_lines_stand_out_from_their_tint(type_id: TypeId) -> None:
    assert contrast(INKS[type_id], TINTS[type_id]) >= 7
    assert contrast("#1b1b1b", TINTS[type_id]) >= 7
    assert contrast("#0f4c5c", TINTS[type_id]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_nothing_is_smaller_than_14_pixels_and_nothing_moves() -> None:
    layout = drawn(CardPoint(HUIDIG, 5, 5), CardPoint(GEWENST, 5, 2))["layout"]
    sizes = [note.get("font", {}).get("size", 14) for note in layout["annotations"]]
    assert min(sizes) == layout["font"]["size"] == 14
    assert layout["dragmode"] is False
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]
    assert layout["yaxis"]["scaleanchor"] == "x"
    assert CONFIG["displayModeBar"] is False


@settings(max_examples=40, deadline=None)
@given(counts, counts, counts, counts)
def test_marks_stand_in_their_cells_and_never_touch(x0: int, y0: int, x1: int, y1: int) -> None:
    figure = drawn(CardPoint(HUIDIG, x0, y0), CardPoint(GEWENST, x1, y1))
    now, wanted = shapes(figure, "circle")
    assert now["fillcolor"] != "#ffffff" == wanted["fillcolor"]
    for mark, x, y in ((now, x0, y0), (wanted, x1, y1)):
        assert x - 0.5 < mark["x0"] < mark["x1"] < x + 0.5
        assert y - 0.5 < mark["y0"] < mark["y1"] < y + 0.5
    (ax, ay), (bx, by) = centre(now), centre(wanted)
    assert ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 > (
        now["x1"] - now["x0"] + wanted["x1"] - wanted["x0"]
    ) / 2


@settings(max_examples=40, deadline=None)
@given(counts, counts, counts, counts)
def test_the_arrow_leads_from_now_to_wanted(x0: int, y0: int, x1: int, y1: int) -> None:
    points = CardPoint(GEWENST, x1, y1), CardPoint(HUIDIG, x0, y0)  # whatever order they come in
    arrows = [note for note in drawn(*points)["layout"]["annotations"] if note["showarrow"]]
    assert len(arrows) == ((x0, y0) != (x1, y1))
    for arrow in arrows:
        along, whole = (arrow["x"] - arrow["ax"], arrow["y"] - arrow["ay"]), (x1 - x0, y1 - y0)
        assert along[0] * whole[1] == pytest.approx(along[1] * whole[0])
        assert along[0] * whole[0] + along[1] * whole[1] > 0
        assert (arrow["x"] + arrow["ax"], arrow["y"] + arrow["ay"]) == pytest.approx((x0 + x1, y0 + y1))


def test_one_point_has_no_arrow() -> None:
    assert not any(note["showarrow"] for note in drawn(CardPoint(GEWENST, 3, 3))["layout"]["annotations"])


@settings(max_examples=40, deadline=None)
@given(answer_sets(), st.sampled_from(Perspective))
def test_possible_cells_are_outlined_and_each_is_hatched(answers: Answers, kind: Perspective) -> None:
    result = score(answers)
    figure = drawn(possible={kind: result.cells})
    (hatch,) = shapes(figure, "path")
    assert hatch["path"].count("M") == 3 * len(result.cells)
    (box,) = [shape for shape in shapes(figure, "rect") if shape["line"]["width"] == 3]
    assert (box["x0"] + 0.5, box["x1"] - 0.5) == (result.sturing.low, result.sturing.high)
    assert (box["y0"] + 0.5, box["y1"] - 0.5) == (result.insteek.low, result.insteek.high)


def test_the_two_perspectives_are_hatched_opposite_ways() -> None:
    figure = drawn(possible={HUIDIG: [(2, 2)], GEWENST: [(2, 2)]})
    paths = [shape["path"] for shape in shapes(figure, "path")]
    assert "M1.5,1.5L2.5,2.5" in paths[0]
    assert "M2.5,1.5L1.5,2.5" in paths[1]


def test_the_chosen_cell_is_outlined() -> None:
    before, after = shapes(drawn(), "rect"), shapes(drawn(chosen=(0, 6)), "rect")
    (outline,) = after[len(before) :]
    assert centre(outline) == pytest.approx((0, 6))


def test_the_legend_explains_what_is_on_the_card_and_no_more() -> None:
    assert not {"nu", "gewenst", "nu: kan nog", "gewenst: kan nog"} & set(written(drawn()))
    both = drawn(CardPoint(GEWENST, 1, 1), CardPoint(HUIDIG, 1, 1))
    assert written(both)[-2:] == ["nu", "gewenst"]
    mixed = drawn(CardPoint(GEWENST, 1, 1), possible={HUIDIG: [(1, 2), (1, 3)]})
    assert written(mixed)[-2:] == ["nu: kan nog", "gewenst"]
    both_open = drawn(possible={GEWENST: [(1, 1)], HUIDIG: [(1, 2)]})
    assert written(both_open)[-2:] == ["nu: kan nog", "gewenst: kan nog"]


def test_the_legend_rows_lie_apart_and_inside_the_margin() -> None:
    figure = drawn(CardPoint(HUIDIG, 0, 0), CardPoint(GEWENST, 1, 1))
    signs = [shape for shape in figure["layout"]["shapes"] if shape.get("xref") == "x domain"]
    upper, lower = signs
    assert upper["y1"] > upper["y0"] > lower["y1"] > lower["y0"] > -figure["layout"]["margin"]["b"]
    assert drawn()["layout"]["margin"]["b"] < figure["layout"]["margin"]["b"]

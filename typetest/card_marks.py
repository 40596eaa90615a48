"""What is put on the score card: where each perspective stands or may stand, the arrow, the chosen cell.

Marks are shapes and not traces, because plotly dims traces once a cell is chosen.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import hypot

from typetest.card_frame import ENDS, NAMES, NUMBERS, PAPER, TEXT, CardTexts, Spec
from typetest.model import Perspective

ACCENT = "#0f4c5c"
RADIUS, SMALL_RADIUS, ASIDE = 0.3, 0.19, 0.23
"""In cells: a mark alone, a mark that shares its cell, and how far that stands from the middle."""
LEGEND_ROW, SWATCH = 26, 18
"""In pixels."""

Cell = tuple[int, int]
"""A cell of the card: the a-counts (sturing, insteek), each 0 to 7."""
Regions = Mapping[Perspective, Collection[Cell]]


@dataclass(frozen=True)
class CardPoint:
    """Where one perspective stands: the a-counts of a complete set of answers, each 0 to 7."""

    kind: Perspective
    sturing: int
    insteek: int


def regions(possible: Regions) -> Iterator[Spec]:
    """Give the outlined and hatched cells that are still possible for each perspective."""
    for kind, cells in possible.items():
        yield {**_hatch(kind), "path": "".join(_strokes(kind, *cell, 0.5) for cell in sorted(cells))}
        (left, right), (low, high) = ((min(counts), max(counts)) for counts in zip(*cells, strict=True))
        box = {"x0": left - 0.5, "x1": right + 0.5, "y0": low - 0.5, "y1": high + 0.5}
        yield {"type": "rect", "line": {"color": ACCENT, "width": 3, "dash": _dash(kind)}, **box}


def _hatch(kind: Perspective) -> Spec:
    return {"type": "path", "line": {"color": ACCENT, "width": 1.5, "dash": _dash(kind)}}


def _dash(kind: Perspective) -> str:
    return "solid" if kind is Perspective.HUIDIG else "dot"


def _strokes(kind: Perspective, x: float, y: float, half: float) -> str:
    """Draw three slanting lines in the square around (x, y), the two perspectives slanting opposite ways."""
    way = half if kind is Perspective.HUIDIG else -half
    strokes = ((-1, 0, 0, 1), (-1, -1, 1, 1), (0, -1, 1, 0))
    return "".join(
        f"M{x + way * x0},{y + half * y0}L{x + way * x1},{y + half * y1}" for x0, y0, x1, y1 in strokes
    )


def chosen_cell(cell: Cell | None) -> Iterator[Spec]:
    """Give the outline of the chosen cell."""
    if cell:
        sturing, insteek = cell
        box = {"x0": sturing - 0.47, "x1": sturing + 0.47, "y0": insteek - 0.47, "y1": insteek + 0.47}
        yield {"type": "rect", "line": {"color": TEXT, "width": 3}, **box}


def marks(points: Sequence[CardPoint]) -> Iterator[Spec]:
    """Give the filled mark of *huidig* and the open one of *gewenst*, side by side if they share a cell."""
    shared = len({(point.sturing, point.insteek) for point in points}) < len(points)
    radius = SMALL_RADIUS if shared else RADIUS
    for point in points:
        aside = (-ASIDE if point.kind is Perspective.HUIDIG else ASIDE) if shared else 0
        x, y = point.sturing + aside, point.insteek
        yield {**_mark(point.kind), "x0": x - radius, "x1": x + radius, "y0": y - radius, "y1": y + radius}


def _mark(kind: Perspective) -> Spec:
    fill = ACCENT if kind is Perspective.HUIDIG else PAPER
    return {"type": "circle", "fillcolor": fill, "line": {"color": ACCENT, "width": 3}}


def arrow(points: Sequence[CardPoint]) -> Iterator[Spec]:
    """Give the arrow from *huidig* to *gewenst*, from edge to edge of their marks, if they lie apart."""
    places = {point.kind: (point.sturing, point.insteek) for point in points}
    if len(set(places.values())) < 2:
        return
    (x0, y0), (x1, y1) = places[Perspective.HUIDIG], places[Perspective.GEWENST]
    length = hypot(x1 - x0, y1 - y0)
    dx, dy = RADIUS * (x1 - x0) / length, RADIUS * (y1 - y0) / length
    yield {
        "text": "",
        "showarrow": True,
        "arrowhead": 2,
        "arrowwidth": 2.5,
        "arrowcolor": ACCENT,
        "x": x1 - dx,
        "y": y1 - dy,
        "ax": x0 + dx,
        "ay": y0 + dy,
        "axref": "x",
        "ayref": "y",
    }


def legend(texts: CardTexts, points: Sequence[CardPoint], possible: Regions) -> list[tuple[Spec, Spec]]:
    """Give a row (sign, words) below the card for each mark and each hatched region on it, *huidig* first."""
    on_card = {point.kind for point in points}
    rows = [(kind, hatched) for kind in Perspective for hatched in (False, True)]
    shown = [(kind, hatched) for kind, hatched in rows if kind in (possible if hatched else on_card)]
    return [_legend_row(texts, kind, hatched, row) for row, (kind, hatched) in enumerate(shown)]


def _legend_row(texts: CardTexts, kind: Perspective, hatched: bool, row: int) -> tuple[Spec, Spec]:
    x, y, half = SWATCH // 2 + 1, -(NAMES + NUMBERS + ENDS + LEGEND_ROW * row + LEGEND_ROW // 2), SWATCH // 2
    place = {"xref": "x domain", "xsizemode": "pixel", "xanchor": 0}
    place |= {"yref": "y domain", "ysizemode": "pixel", "yanchor": 0}
    if hatched:
        box = f"M{x - half},{y - half}H{x + half}V{y + half}H{x - half}Z"
        sign = {**_hatch(kind), "path": box + _strokes(kind, x, y, half)}
    else:
        sign = {**_mark(kind), "x0": x - half, "x1": x + half, "y0": y - half, "y1": y + half}
    return {**sign, **place}, _words(getattr(texts, f"{kind}_open" if hatched else kind), y)


def _words(words: str, middle: int) -> Spec:
    place = {"xref": "x domain", "x": 0, "xanchor": "left", "xshift": SWATCH + 8}
    place |= {"yref": "y domain", "y": 0, "yanchor": "middle", "yshift": middle}
    return {"text": escape(words), "showarrow": False, "align": "left", **place}

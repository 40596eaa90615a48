"""The score card as a plotly figure: 8 x 8 cells that can be chosen, with both perspectives on it.

Sturing runs from left (0, op afstand) to right (7, dirigent), insteek from below (0, breed) up (7, smal).
"""

from collections.abc import Sequence
from itertools import product

import plotly.graph_objects as go

from typetest.card_frame import (
    COUNTS,
    ENDS,
    GAP,
    HIGH_EDGE,
    INKS,
    LOW_EDGE,
    NAMES,
    NUMBERS,
    PAPER,
    TEXT,
    TINTS,
    CardTexts,
    Spec,
    ends,
    lines,
    names,
    quadrants,
)
from typetest.card_marks import (
    LEGEND_ROW,
    CardPoint,
    Cell,
    Regions,
    arrow,
    chosen_cell,
    legend,
    marks,
    regions,
)

__all__ = ["CONFIG", "INKS", "TINTS", "CardPoint", "CardTexts", "Cell", "Regions", "score_card"]

CONFIG: dict[str, object] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
"""What to hand to plotly beside the figure: no bar with buttons, no zooming."""
FONT = {"family": "'Noto Sans', sans-serif", "size": 14, "color": TEXT}
HEIGHT = 640
"""In pixels."""


def score_card(
    texts: CardTexts,
    points: Sequence[CardPoint] = (),
    possible: Regions | None = None,
    chosen: Cell | None = None,
    height: int = HEIGHT,
) -> go.Figure:
    """Draw the score card.

    ``points`` holds at most one point a perspective; with both, an arrow leads from *huidig* to *gewenst*.
    ``possible`` holds, for a perspective with open answers, the cells that are still possible, to be hatched.
    ``chosen`` is outlined. The cells are square and as large as ``height``, in pixels, and the width allow.
    The one trace has a point in every cell, with ``customdata`` (sturing, insteek), for choosing.
    """
    hatched = possible or {}
    rows = legend(texts, points, hatched)
    shapes = [*quadrants(), *lines(), *regions(hatched), *chosen_cell(chosen), *marks(points)]
    annotations = [*names(texts), *ends(texts), *arrow(points)]
    below = NAMES + NUMBERS + ENDS + LEGEND_ROW * len(rows)
    return go.Figure(
        data=[_cells()],
        layout={
            "shapes": [*shapes, *(sign for sign, _ in rows)],
            "annotations": [*annotations, *(words for _, words in rows)],
            "xaxis": _axis(),
            "yaxis": {**_axis(), "scaleanchor": "x", "constraintoward": "top"},
            "font": FONT,
            "margin": {"l": NUMBERS + ENDS, "r": 4, "t": NAMES + 4, "b": below},
            "height": height,
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "showlegend": False,
            "dragmode": False,
            "clickmode": "event+select",
            "hovermode": "closest",
            "hoverdistance": -1,  # the nearest centre is always that of the cell itself
        },
    )


def _cells() -> Spec:
    cells = list(product(COUNTS, COUNTS))
    invisible = {"marker": {"opacity": 0}}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [sturing for sturing, _ in cells],
        "y": [insteek for _, insteek in cells],
        "customdata": cells,
        "hoverinfo": "none",
        "marker": {"symbol": "square", "size": 6, "opacity": 0},
        "selected": invisible,
        "unselected": invisible,
    }


def _axis() -> Spec:
    return {
        "range": [LOW_EDGE - GAP, HIGH_EDGE + GAP],
        "fixedrange": True,
        "constrain": "domain",
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
    }

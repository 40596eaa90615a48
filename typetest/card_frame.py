"""The empty score card: quadrants, lines, names, numbers and the ends of the axes.

What lies inside the grid is placed in units of a cell, what lies around it in pixels from the grid's edge.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import Any

from typetest.model import LINE, QUESTIONS_PER_AXIS, Axis, Pole, TypeId

Spec = dict[str, Any]
"""A part of a figure as plotly takes it."""

TINTS = {TypeId.I: "#f6e3d8", TypeId.II: "#dff0e4", TypeId.III: "#f7edcf", TypeId.IV: "#dfe9f6"}
INKS = {TypeId.I: "#7a2e0e", TypeId.II: "#1d5636", TypeId.III: "#5f4700", TypeId.IV: "#21477d"}
TEXT, PAPER = "#1b1b1b", "#ffffff"

COUNTS = range(QUESTIONS_PER_AXIS + 1)
LOW_EDGE, MIDDLE, HIGH_EDGE = -0.5, LINE - 0.5, QUESTIONS_PER_AXIS + 0.5
GAP = 0.04
"""White around the grid, in cells: room for an outline along the edge."""
NAMES, NUMBERS, ENDS = 46, 22, 26
"""Height in pixels of the strips around the grid: names of the types, numbers, ends of the axes."""
NAME_LENGTH = 14
"""Characters on a line of a type's name: what fits half a card on a phone of 320 px, with white around it."""


@dataclass(frozen=True)
class CardTexts:
    """Every word on the card, as plain text."""

    axes: Mapping[Axis, str]
    poles: Mapping[Pole, str]
    """One or two words for the ends of the axes."""
    types: Mapping[TypeId, str]
    huidig: str
    gewenst: str
    huidig_open: str
    """Says of hatched cells that they are still possible for *huidig*, while answers are open."""
    gewenst_open: str


def quadrants() -> Iterator[Spec]:
    """Give the four tinted quadrants, each with a strip in its tint for the name."""
    for type_id, tint in TINTS.items():
        (x0, x1), (y0, y1) = _sides(type_id)
        fill = {"type": "rect", "layer": "below", "line": {"width": 0}, "fillcolor": tint, "x0": x0, "x1": x1}
        yield {**fill, "y0": y0, "y1": y1}
        yield {**fill, **_outside(type_id, 0, NAMES)}


def lines() -> Iterator[Spec]:
    """Give white lines between the cells and the two visible ones between 3 and 4, drawn last."""
    for edge in COUNTS[1:]:
        yield from _cross(edge - 0.5, PAPER, 2)
    for type_id in (TypeId.I, TypeId.II):  # between the names, above and below the grid
        middle = {"type": "line", "x0": MIDDLE, "x1": MIDDLE, "line": {"color": TEXT, "width": 2}}
        yield {**middle, **_outside(type_id, 0, NAMES)}
    yield from _cross(MIDDLE, TEXT, 2)


def _cross(at: float, colour: str, width: int) -> Iterator[Spec]:
    line = {"type": "line", "layer": "below", "line": {"color": colour, "width": width}}
    yield {**line, "x0": at, "x1": at, "y0": LOW_EDGE, "y1": HIGH_EDGE}
    yield {**line, "x0": LOW_EDGE, "x1": HIGH_EDGE, "y0": at, "y1": at}


def names(texts: CardTexts) -> Iterator[Spec]:
    """Give the number and name of each type, in its corner."""
    for type_id, ink in INKS.items():
        (left, right), _ = _sides(type_id)
        outward = 1 if _is_above(type_id) else -1
        at_left = left == LOW_EDGE
        yield {
            "text": _numbered(type_id, texts.types[type_id]),
            "font": {"color": ink},
            "x": left if at_left else right,
            "xanchor": "left" if at_left else "right",
            "xshift": 2 if at_left else -2,
            "align": "left" if at_left else "right",
            "yref": "y domain",
            "y": 1 if outward > 0 else 0,
            "yanchor": "middle",
            "yshift": outward * NAMES // 2,
            "showarrow": False,
        }


def _numbered(type_id: TypeId, name: str) -> str:
    """Give number and name; what is too long for one line is broken as evenly as its words allow."""
    written = f"{type_id} · {name}"
    fewest = len(wrap(written, NAME_LENGTH))
    width = next(width for width in range(1, NAME_LENGTH + 1) if len(wrap(written, width)) == fewest)
    lines = "<br>".join(map(escape, wrap(written, width)))
    return lines.replace(type_id, f"<b>{type_id}</b>", 1)


def ends(texts: CardTexts) -> Iterator[Spec]:
    """Give the numbers along both axes, the poles at their ends and their names halfway."""
    below, left = NAMES + NUMBERS // 2, NUMBERS // 2
    for count in COUNTS:
        yield _below(str(count), count, "center", below)
        yield _beside(str(count), count, "middle", left, turned=False)
    sturing = _ends_of_axis(texts, Axis.STURING, Pole.OP_AFSTAND, Pole.DIRIGENT)
    insteek = _ends_of_axis(texts, Axis.INSTEEK, Pole.BREED, Pole.SMAL)
    places = (LOW_EDGE, MIDDLE, HIGH_EDGE)
    for text, at, anchor in zip(sturing, places, ("left", "center", "right"), strict=True):
        end = _below(text, at, anchor, NAMES + NUMBERS + ENDS // 2)
        # The left end begins under the numbers beside the grid, or on a phone it would touch the axis's name.
        yield {**end, "xshift": end["xshift"] - NUMBERS} if anchor == "left" else end
    for text, at, anchor in zip(insteek, places, ("bottom", "middle", "top"), strict=True):
        yield _beside(text, at, anchor, NUMBERS + ENDS // 2, turned=True)


def _ends_of_axis(texts: CardTexts, axis: Axis, low: Pole, high: Pole) -> tuple[str, str, str]:
    return (
        f"← {escape(texts.poles[low])}",
        f"<b>{escape(texts.axes[axis])}</b>",
        f"{escape(texts.poles[high])} →",
    )


def _below(text: str, x: float, anchor: str, distance: int) -> Spec:
    place = {"x": x, "xanchor": anchor, "yref": "y domain", "y": 0, "yanchor": "middle", "yshift": -distance}
    padding = {"left": -4, "center": 0, "right": 4}[anchor]  # plotly keeps this free beside a text
    return {"text": text, "showarrow": False, "xshift": padding, **place}


def _beside(text: str, y: float, anchor: str, distance: int, *, turned: bool) -> Spec:
    place = {"y": y, "yanchor": anchor, "xref": "x domain", "x": 0, "xanchor": "center", "xshift": -distance}
    return {"text": text, "showarrow": False, "textangle": -90 if turned else 0, **place}


def _is_above(type_id: TypeId) -> bool:
    return type_id.insteek is Pole.SMAL


def _sides(type_id: TypeId) -> tuple[tuple[float, float], tuple[float, float]]:
    low, high = (LOW_EDGE, MIDDLE), (MIDDLE, HIGH_EDGE)
    return high if type_id.sturing is Pole.DIRIGENT else low, high if _is_above(type_id) else low


def _outside(type_id: TypeId, near: int, far: int) -> Spec:
    """Place a shape above or below the grid, from ``near`` to ``far`` pixels from its edge."""
    anchor, outward = (1, 1) if _is_above(type_id) else (0, -1)
    place = {"yref": "y domain", "ysizemode": "pixel", "yanchor": anchor}
    return {**place, "y0": outward * near, "y1": outward * far}

"""What a group puts on the score card, measured in cells from its upper left corner.

The area of a disc grows with the people in its cell. The cross of the centre leaves out what lies over a
number, so that every number can be read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt

from content import loader
from documents.formats.colours import ACCENT
from documents.templates import fill_in
from documents.text_width import wrapped
from typetest.group import Card, CellCount
from typetest.model import QUESTIONS_PER_AXIS, Axis, TypeId
from typetest.scoring import type_of_cell

NUMBER = 0.36
"""The size of the letters of a number."""
HALF_DIGIT, HALF_HEIGHT = 0.295, 0.37
"""How far a number reaches from its middle, for each digit and in height, in sizes of its letters."""
SMALLEST, LARGEST, WHITE = 0.28, 0.46, 0.03
"""The radius of the smallest and the largest disc, and the white around a number in its disc."""
ARM, EDGE = 0.5, 0.09
"""How far the cross reaches from the centre, and half the width of its arms with the white along them."""
SCRAP = 0.12
"""A part of an arm that is shorter looks like dirt, and is left out."""

NAME_SIZE, NAME_ROOM = 17, 188
"""The letters of a type's name and the room for it, in pixels of the drawing."""
TEMPLATE = "gedeeld/groepskaart.svg.j2"

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True)
class Disc:
    """The people in one cell; ``type`` is that of the quadrant."""

    x: float
    y: float
    radius: float
    people: int
    type: TypeId

    @property
    def number(self) -> Box:
        """The room that the number takes."""
        wide, high = _reach(self.people)
        return self.x - wide, self.y - high, self.x + wide, self.y + high


@dataclass(frozen=True)
class Stroke:
    """A part of an arm of the cross, from its left or upper end to the other."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True)
class Cross:
    """The centre of the group, and the parts of its arms that cover no number."""

    x: float
    y: float
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True)
class GroupDrawing:
    """Everything that a group puts on the empty card; ``own`` is the cell (x, y) of who looks, to outline."""

    discs: tuple[Disc, ...] = ()
    cross: Cross | None = None
    own: tuple[int, int] | None = None


def group_drawing(card: Card, own: tuple[int, int] | None = None) -> GroupDrawing:
    """What ``card`` puts on the card; ``own`` is the cell (sturing, insteek) of who looks at it."""
    most = max((cell.people for cell in card.cells), default=1)
    discs = tuple(_disc(cell, most) for cell in card.cells)
    outlined = (own[0], QUESTIONS_PER_AXIS - own[1]) if own else None
    return GroupDrawing(discs, _cross(card, discs), outlined)


def type_names() -> dict[str, tuple[str, ...]]:
    """The number and name of each type, broken in one line or two that fit above half the card."""
    return {
        key: wrapped(f"{key} · {found.name}", NAME_ROOM, NAME_SIZE, 2, bold=True)
        for key, found in loader.typetest().types.items()
    }


def picture(drawing: GroupDrawing, words: str, cross: str, own: str = "") -> str:
    """The card as SVG, for a screen; it says ``words`` to who cannot see it.

    ``cross`` and ``own`` say below it what the cross and the outline are.
    """
    key = [*([("cross", cross)] if drawing.cross else []), *([("own", own)] if drawing.own else [])]
    values = {"words": words, "shown": drawing, "key": key, "type_names": type_names()}
    return fill_in(TEMPLATE, values | {"test": loader.typetest(), "accent": ACCENT}).strip()


def _reach(people: int) -> tuple[float, float]:
    return NUMBER * HALF_DIGIT * len(str(people)), NUMBER * HALF_HEIGHT


def _disc(cell: CellCount, most: int) -> Disc:
    # The smallest disc holds the longest number.
    smallest = max(SMALLEST, hypot(*_reach(most)) + WHITE)
    largest = max(LARGEST, smallest + 0.01)
    share = (cell.people - 1) / (most - 1) if most > 1 else 0
    return Disc(
        x=cell.sturing + 0.5,
        y=QUESTIONS_PER_AXIS - cell.insteek + 0.5,
        radius=sqrt(smallest**2 + share * (largest**2 - smallest**2)),
        people=cell.people,
        type=type_of_cell(cell.sturing, cell.insteek),
    )


def _cross(card: Card, discs: Iterable[Disc]) -> Cross | None:
    sturing, insteek = card.centre(Axis.STURING), card.centre(Axis.INSTEEK)
    if sturing is None or insteek is None:
        return None
    x, y = sturing + 0.5, QUESTIONS_PER_AXIS - insteek + 0.5
    boxes = [disc.number for disc in discs]
    lying = _free(x, [(left, right) for left, top, right, bottom in boxes if _meets(y, top, bottom)])
    standing = _free(y, [(top, bottom) for left, top, right, bottom in boxes if _meets(x, left, right)])
    strokes = (*(Stroke(low, y, high, y) for low, high in lying), *(Stroke(x, a, x, b) for a, b in standing))
    return Cross(x, y, strokes)


def _meets(at: float, low: float, high: float) -> bool:
    """Whether an arm along ``at`` runs over something from ``low`` to ``high``."""
    return low - EDGE < at < high + EDGE


def _free(middle: float, taken: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The parts of an arm around ``middle`` that are not ``taken``, with the white at their ends."""
    start, end = middle - ARM, middle + ARM
    parts: list[tuple[float, float]] = []
    for low, high in sorted(taken):
        if start < low - EDGE and start < end:
            parts.append((start, min(low - EDGE, end)))
        start = max(start, high + EDGE)
    return [(low, high) for low, high in (*parts, (start, end)) if high - low >= SCRAP]

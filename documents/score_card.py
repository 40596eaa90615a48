"""What is drawn on the score card, measured in cells from its upper left corner; the drawing is a template.

Sturing runs from left (0) to right (7), insteek from below (0) up (7), as on the screen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import atan2, degrees, hypot

from typetest.model import QUESTIONS_PER_AXIS, Perspective
from typetest.scoring import Score

RADIUS, SMALL_RADIUS, ASIDE = 0.3, 0.19, 0.23
"""A mark alone, a mark that shares its cell, and how far that stands from the middle."""


@dataclass(frozen=True)
class Mark:
    """Where a complete set of answers stands."""

    key: Perspective
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Region:
    """The cells that are still possible while answers are open."""

    key: Perspective
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Arrow:
    """From the edge of one mark to the edge of the other; ``angle`` in degrees, clockwise from right."""

    x: float
    y: float
    length: float
    angle: float


@dataclass(frozen=True)
class Drawing:
    """Everything that is put on the empty card."""

    marks: tuple[Mark, ...]
    regions: tuple[Region, ...]
    arrow: Arrow | None


def drawing(scores: Mapping[Perspective, Score]) -> Drawing:
    """What the scores of one or both perspectives put on the card."""
    complete = {key: s for key, s in scores.items() if s.complete}
    shared = len(complete) > 1 and len({s.cells for s in complete.values()}) == 1
    marks = tuple(_mark(key, s, shared) for key, s in complete.items())
    regions = tuple(_region(key, s) for key, s in scores.items() if not s.complete)
    return Drawing(marks, regions, _arrow(*marks) if len(marks) > 1 and not shared else None)


def _mark(key: Perspective, score: Score, shared: bool) -> Mark:
    aside = (-ASIDE if key is Perspective.HUIDIG else ASIDE) if shared else 0.0
    x, y = score.sturing.a + 0.5 + aside, QUESTIONS_PER_AXIS - score.insteek.a + 0.5
    return Mark(key, x, y, SMALL_RADIUS if shared else RADIUS)


def _region(key: Perspective, score: Score) -> Region:
    sturing, insteek = score.sturing, score.insteek
    width, height = sturing.high - sturing.low + 1, insteek.high - insteek.low + 1
    return Region(key, sturing.low, QUESTIONS_PER_AXIS - insteek.high, width, height)


def _arrow(origin: Mark, target: Mark) -> Arrow:
    dx, dy = target.x - origin.x, target.y - origin.y
    length = hypot(dx, dy)
    start = origin.radius / length
    return Arrow(
        origin.x + dx * start,
        origin.y + dy * start,
        length - origin.radius - target.radius,
        degrees(atan2(dy, dx)),
    )

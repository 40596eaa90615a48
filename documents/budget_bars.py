"""Where the bars of a budget stand, in the pixels of the drawing; the drawing itself is a template."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from documents.text_width import text_width, wrapped

WIDTH, EDGE = 520, 10
SIZE, LINE, BAR, GAP = 13, 16, 16, 10
"""The letters, a line of them, the height of a bar, and the white below it."""
MAX_LINES = 2
TOP = 4
BESIDE = 8
"""Between the end of a bar and its amount."""


@dataclass(frozen=True)
class Bar:
    """A row from ``y`` down: lines of words, a bar of ``width`` with its amount at the end, and a note."""

    y: float
    lines: tuple[str, ...]
    width: float
    amount: str
    note: tuple[str, ...]

    @property
    def bar_y(self) -> float:
        """The top of the bar."""
        return self.y + LINE * len(self.lines) + 3

    @property
    def note_y(self) -> float:
        """The bottom of the bar, under which the note stands."""
        return self.bar_y + BAR

    @property
    def bottom(self) -> float:
        """Where the next row begins."""
        return self.note_y + LINE * len(self.note) + GAP


@dataclass(frozen=True)
class BudgetBars:
    """One drawing."""

    bars: tuple[Bar, ...]

    @property
    def height(self) -> int:
        """The height of the whole drawing."""
        return int(self.bars[-1].bottom) if self.bars else TOP


def budget_bars(rows: Iterable[tuple[str, Decimal, str, str]]) -> BudgetBars:
    """The bars for rows of a title, an amount of at least 0, that amount as it is written, and a note."""
    given = list(rows)
    largest = max((amount for _, amount, _, _ in given), default=Decimal(0))
    beside = max((text_width(words, SIZE) for _, _, words, _ in given), default=0) + BESIDE
    room = WIDTH - 2 * EDGE
    bars: list[Bar] = []
    for title, amount, words, note in given:
        share = float(amount / largest) if largest else 0
        bars.append(
            Bar(
                y=bars[-1].bottom if bars else TOP,
                lines=wrapped(title, room, SIZE, MAX_LINES),
                width=round(share * (room - beside), 2),
                amount=words,
                note=wrapped(note, room, SIZE, MAX_LINES) if note else (),
            )
        )
    return BudgetBars(tuple(bars))

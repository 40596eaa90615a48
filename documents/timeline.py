"""Where things stand on a timeline, in the pixels of the drawing; the drawing itself is a template.

Every row has its words above its bar, so that long words do not take room from the time. A long list becomes
several drawings with the same scale.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from documents.text_width import text_width, wrapped

WIDTH, EDGE = 520, 10
"""The width of the drawing, and what is kept free on both sides."""
OPEN_END = 24
"""The room beside the scale for the tip of a bar of which the begin or end is not known."""
SIZE, LINE, BAR, GAP = 13, 16, 10, 8
"""The letters, a line of them, the height of a bar, and the white below it."""
HEAD, KEY_LINE = 40, 20
MAX_HEIGHT, MAX_ROWS, MAX_LINES = 860, 25, 2
"""What fits on a page with its caption: rows of at most so many lines."""
MAX_COLUMNS = 12
NARROWEST = 3
"""How wide a bar is at least: one of a week on a scale of ten years can still be seen."""
QUARTER, YEAR = 3, 12
LEFT, RIGHT = EDGE + OPEN_END, WIDTH - EDGE - OPEN_END


class Shape(StrEnum):
    """What is drawn for an activity, by which of its dates are known."""

    TERM = "term"
    DAY = "day"
    OPEN_START = "open_start"
    OPEN_END = "open_end"


@dataclass(frozen=True)
class Entry:
    """What has to come on the timeline: its name, a ``note`` that stands beside it, and its dates."""

    title: str
    note: str = ""
    start: date | None = None
    end: date | None = None

    @property
    def dates(self) -> tuple[date, ...]:
        """The dates that are known, the first one first."""
        return tuple(sorted(d for d in (self.start, self.end) if d))

    @property
    def shape(self) -> Shape:
        """What is drawn for it. Raises ValueError when it has no date."""
        if not self.dates:
            raise ValueError("an entry without a date has no place in time")
        if self.start is None:
            return Shape.OPEN_START
        if self.end is None:
            return Shape.OPEN_END
        return Shape.DAY if self.start == self.end else Shape.TERM


@dataclass(frozen=True)
class Row:
    """A row from ``y`` down: lines of words, a note at the right of the first, and a bar from ``x`` on."""

    y: float
    lines: tuple[str, ...]
    note: str
    shape: Shape
    x: float
    width: float

    @property
    def bar_y(self) -> float:
        """The top of the bar."""
        return self.y + LINE * len(self.lines) + 3

    @property
    def bottom(self) -> float:
        """Where the next row begins."""
        return self.bar_y + BAR + GAP


@dataclass(frozen=True)
class Tick:
    """Where a year or a quarter begins; ``year`` is None on a quarter that is not the first of it shown."""

    x: float
    year: int | None
    quarter: int | None


@dataclass(frozen=True)
class Summary:
    """What a timeline shows, to say in words."""

    count: int
    first: date
    last: date
    unsure: int
    """How many have no known begin or end."""
    most: int
    """How many run in the years that have the most."""
    busiest: tuple[tuple[int, int], ...]
    """Those years, each stretch of them from the first to the last."""


@dataclass(frozen=True)
class Timeline:
    """One drawing: part ``number`` of ``of``, with the entries from ``first`` to ``last``, counted from 1."""

    number: int
    of: int
    first: int
    last: int
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    """Where today is, None when it lies outside the scale."""
    summary: Summary

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes to explain, each once; the two open ones look alike."""
        used = {Shape.OPEN_END if r.shape is Shape.OPEN_START else r.shape for r in self.rows}
        return tuple(shape for shape in Shape if shape in used)

    @property
    def key_y(self) -> float:
        """Where the explanation of the shapes begins."""
        return self.rows[-1].bottom

    @property
    def height(self) -> int:
        """The height of the whole drawing."""
        return int(self.key_y + KEY_LINE * (len(self.shapes) + (self.today is not None)) + EDGE)


@dataclass(frozen=True)
class _Scale:
    """A stretch of time in columns of ``months`` months, counted from the year 0."""

    first: int
    last: int
    months: int

    def x(self, day: float) -> float:
        """Where a day lies, as an ordinal of `date`."""
        begin, end = _ordinal(self.first * self.months), _ordinal((self.last + 1) * self.months)
        return round(LEFT + (RIGHT - LEFT) * (day - begin) / (end - begin), 2)

    def ticks(self) -> Iterator[Tick]:
        for column in range(self.first, self.last + 1):
            year, month = divmod(column * self.months, 12)
            quarter = month // 3 + 1 if self.months == QUARTER else None
            named = column == self.first or month == 0
            yield Tick(self.x(_ordinal(column * self.months)), year if named else None, quarter)


def timelines(entries: Iterable[Entry], today: date) -> tuple[Timeline, ...]:
    """The drawings for the entries that have a date, in the order given; none when there are none."""
    dated = [e for e in entries if e.dates]
    if not dated:
        return ()
    scale, found = _scale(dated), summary(dated)
    ticks = tuple(scale.ticks())
    now = scale.x(today.toordinal() + 0.5)
    pages = list(_pages(dated, scale))
    drawn, result = 0, []
    for number, rows in enumerate(pages, start=1):
        shown = now if LEFT <= now <= RIGHT else None
        result.append(Timeline(number, len(pages), drawn + 1, drawn + len(rows), rows, ticks, shown, found))
        drawn += len(rows)
    return tuple(result)


def summary(entries: Sequence[Entry]) -> Summary:
    """What the entries have in common. Each has a date; an open begin or end counts as far as it is drawn."""
    first, last = min(e.dates[0] for e in entries), max(e.dates[-1] for e in entries)
    years = [
        (e.dates[0].year if e.start else first.year, e.dates[-1].year if e.end else last.year)
        for e in entries
    ]
    # How many run changes only where one begins or has ended: between those years it is the same.
    changes = sorted({first for first, _ in years} | {last + 1 for _, last in years})
    counts = [sum(first <= year <= last for first, last in years) for year in changes]
    most = max(counts)
    stretches = [
        (begin, after - 1)
        for begin, after, count in zip(changes, changes[1:], counts, strict=False)
        if count == most
    ]
    return Summary(
        count=len(entries),
        first=first,
        last=last,
        unsure=sum(len(e.dates) == 1 for e in entries),
        most=most,
        busiest=tuple(_joined(stretches)),
    )


def _joined(stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches that follow each other as one."""
    current: tuple[int, int] | None = None
    for first, last in stretches:
        if current and current[1] + 1 == first:
            current = current[0], last
            continue
        if current:
            yield current
        current = first, last
    if current:
        yield current


def _scale(entries: Sequence[Entry]) -> _Scale:
    """The finest columns that leave each room for its name: quarters, years, or rounded numbers of years."""
    months = [d.year * 12 + d.month - 1 for e in entries for d in e.dates]
    first, last = min(months), max(months)
    return next(
        _Scale(first // step, last // step, step)
        for step in _steps()
        if last // step - first // step < MAX_COLUMNS
    )


def _steps() -> Iterator[int]:
    yield QUARTER
    power = YEAR
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10


def _ordinal(month: int) -> int:
    """The first day of a month, counted from the year 0, as `date` counts days; also outside its years."""
    year, index = divmod(month, 12)
    before = year - 1
    january = before * 365 + before // 4 - before // 100 + before // 400 + 1
    # The lengths of the months are those of any year that has the same kind of February.
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    like = 2000 if leap else 2001
    return january + date(like, index + 1, 1).toordinal() - date(like, 1, 1).toordinal()


def _pages(entries: Sequence[Entry], scale: _Scale) -> Iterator[tuple[Row, ...]]:
    room = MAX_HEIGHT - EDGE - KEY_LINE * len(Shape)
    rows: list[Row] = []
    for entry in entries:
        row = _row(entry, scale, rows[-1].bottom if rows else HEAD)
        if rows and (row.bottom > room or len(rows) == MAX_ROWS):
            yield tuple(rows)
            rows = []
            row = _row(entry, scale, HEAD)
        rows.append(row)
    yield tuple(rows)


def _row(entry: Entry, scale: _Scale, y: float) -> Row:
    beside = text_width(entry.note, SIZE) + SIZE if entry.note else 0
    lines = wrapped(entry.title, WIDTH - 2 * EDGE - beside, SIZE, MAX_LINES)
    begin, end = scale.x(entry.dates[0].toordinal()), scale.x(entry.dates[-1].toordinal() + 1)
    if entry.shape is Shape.OPEN_START:
        begin = EDGE
    elif entry.shape is Shape.OPEN_END:
        end = WIDTH - EDGE
    elif entry.shape is Shape.DAY:
        begin = end = (begin + end) / 2
    width = 0 if entry.shape is Shape.DAY else max(end - begin, NARROWEST)
    return Row(y, lines, entry.note, entry.shape, begin, width)

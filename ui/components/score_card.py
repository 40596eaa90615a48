"""The score card as a picture, with what it says in words and a table under it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product

import streamlit as st

from content.loader import texts, typetest
from content.phrases import listed
from typetest.chart import CONFIG, CardPoint, CardTexts, Cell, score_card
from typetest.model import QUESTIONS_PER_AXIS, Axis, Perspective, Pole, TypeId
from typetest.scoring import AxisScore, Score
from ui.components.literal import literal
from ui.components.outcome import count_in_words, position

Scores = Mapping[Perspective, Score]
COUNTS = range(QUESTIONS_PER_AXIS + 1)


def card_texts() -> CardTexts:
    """Every word on the card."""
    text, test = texts("scorekaart"), typetest()
    return CardTexts(
        axes={axis: test.axes[axis.value].name for axis in Axis},
        poles={pole: test.poles[pole.value].short for pole in Pole},
        types={type_id: test.types[type_id.value].name for type_id in TypeId},
        **{f"{p}{end}": text(f"legend_{p}{end}") for p in Perspective for end in ("", "_open")},
    )


def score_of_cell(cell: Cell) -> Score:
    """The score of a complete set of answers that ends in ``cell``."""
    sturing, insteek = (
        AxisScore(axis, a, QUESTIONS_PER_AXIS - a, 0) for axis, a in zip(Axis, cell, strict=True)
    )
    return Score(sturing, insteek)


def cell_of_score(score: Score) -> Cell | None:
    """The one cell of a complete score, or None."""
    return (score.sturing.a, score.insteek.a) if score.complete else None


def sentences(scores: Scores) -> str:
    """What is on the card, in words."""
    text = texts("typetest")
    found = [position(text(f"perspective_{p}"), score) for p, score in scores.items()]
    return " ".join(found) or texts("scorekaart")("alt_empty")


def draw(
    scores: Scores,
    *,
    chosen: Cell | None = None,
    key: str = "card",
    on_select: Callable[[], None] | None = None,
) -> None:
    """The picture. With ``on_select`` a cell can be chosen; see `selected` for which."""
    points = [
        CardPoint(perspective, *cell)
        for perspective, score in scores.items()
        if (cell := cell_of_score(score)) is not None
    ]
    possible = {perspective: score.cells for perspective, score in scores.items() if not score.complete}
    alt = texts("scorekaart")("alt", positions=sentences(scores))
    st.plotly_chart(
        score_card(card_texts(), points, possible, chosen),
        key=key,
        theme=None,
        config=CONFIG,
        alt=alt,
        on_select=on_select or "ignore",
        selection_mode="points",
    )


def selected(key: str) -> Cell | None:
    """The cell that was chosen in the picture with this key, or None."""
    points = st.session_state[key]["selection"]["points"]
    if not points:
        return None
    sturing, insteek = points[0]["customdata"]
    return int(sturing), int(insteek)


def table(rows: Sequence[tuple[str, Score]]) -> None:
    """The same as the picture, as a table."""
    text = texts("scorekaart")
    if not rows:
        return
    columns = {
        text("column_place"): [literal(name) for name, _ in rows],
        text("column_sturing"): [count_in_words(score.sturing) for _, score in rows],
        text("column_insteek"): [count_in_words(score.insteek) for _, score in rows],
        text("column_type"): [listed(score.possible_types, "or") for _, score in rows],
    }
    st.table(columns, alt=text("table_alt"), hide_index=True, border="horizontal")


def written(cell: Cell) -> str:
    """A cell as it stands in an address: "5-2"."""
    return "-".join(map(str, cell))


def read(written_cell: str) -> Cell | None:
    """The cell that an address names, or None when it names none."""
    names = {written(cell): cell for cell in product(COUNTS, COUNTS)}
    return names.get(written_cell)

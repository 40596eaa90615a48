"""The labels of the score card: at every width they stand apart, and each name in its own corner."""

from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.helpers import visit
from tests.browser.plan import enter
from tests.browser.server import Server
from tests.browser.test_typetest_journey import answered
from typetest.model import TypeId

WIDTHS = (1280, 360, 320)
APART = 8  # pixels between two texts on one line: well over the width of a space
LINES_OVERLAP = 1  # pixels that the boxes of two lines of one text share; their letters do not
CORNERS = {"I": (7, 7), "II": (7, 0), "III": (0, 7), "IV": (0, 0)}

# Every line of every text that can be seen, and where the line between the two halves of the card is.
MEASURE = """plot => {
    const texts = [...plot.querySelectorAll('.annotation-text')].filter(text => text.textContent);
    const lines = texts.flatMap(text => {
        const rows = [...text.querySelectorAll('tspan.line')];
        return rows.length ? rows : [text];
    });
    const { xaxis } = plot._fullLayout;
    return {
        middle: plot.getBoundingClientRect().x + xaxis._offset + xaxis.d2p(3.5),
        labels: lines.map(line => {
            const { left, right, top, bottom } = line.getBoundingClientRect();
            return { text: line.textContent, left, right, top, bottom };
        }),
    };
}"""


@dataclass(frozen=True)
class Label:
    """One line of text on the card, in pixels of the window."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    def touches(self, other: "Label") -> bool:
        """Whether two lines of text run into each other, or nearly so beside each other."""
        beside = max(self.left, other.left) - min(self.right, other.right)
        below = max(self.top, other.top) - min(self.bottom, other.bottom)
        return below < -LINES_OVERLAP and beside < APART


def measured(page: Page) -> tuple[float, list[Label]]:
    """Where the middle of the card is, and its labels."""
    found: dict[str, Any] = page.locator(".js-plotly-plot").evaluate(MEASURE)
    return found["middle"], [Label(**label) for label in found["labels"]]


def touching(labels: list[Label]) -> list[tuple[str, str]]:
    return [(one.text, other.text) for one, other in combinations(labels, 2) if one.touches(other)]


def letters(sturing: int, insteek: int) -> str:
    """Fourteen answers that come to these counts."""
    return "".join("ab"[pair >= sturing] + "ab"[pair >= insteek] for pair in range(7))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_labels_touch(running: Server, open_page: OpenPage, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    for here, there in (("I", "IV"), ("IV", "I"), ("II", "III"), ("III", "II")):
        plan = answered(running, huidig=letters(*CORNERS[here]), gewenst=letters(*CORNERS[there]))
        enter(page, plan)
        cells = {key: "-".join(map(str, CORNERS[at])) for key, at in (("huidig", here), ("gewenst", there))}
        for address in (
            plan.address("uitslag"),
            f"{running.url}/scorekaart?cel={cells['huidig']}&huidig={cells['huidig']}&gewenst={cells['gewenst']}",
        ):
            visit(page, address)
            middle, labels = measured(page)
            assert {"Nu", "Gewenst", "Sturing", "Insteek"} <= {label.text for label in labels}
            assert touching(labels) == []
            for type_id in TypeId:
                (name,) = (label for label in labels if label.text.startswith(f"{type_id} ·"))
                assert name.left > middle if type_id in ("I", "II") else name.right < middle


@pytest.mark.parametrize("width", WIDTHS)
def test_no_labels_touch_while_answers_are_open(running: Server, open_page: OpenPage, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900})
    plan = answered(running, huidig="aaaaaaa", gewenst="b")
    enter(page, plan)
    visit(page, plan.address("uitslag"))
    _, labels = measured(page)
    assert {"Nu: hier nog mogelijk", "Gewenst: hier nog mogelijk"} <= {label.text for label in labels}
    assert touching(labels) == []

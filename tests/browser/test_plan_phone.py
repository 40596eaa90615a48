"""Every section of every step on the narrowest phone."""

import pytest
from playwright.sync_api import Page

from content.loader import steps
from tests.browser.conftest import OpenPage
from tests.browser.helpers import visit
from tests.browser.plan import Plan, enter, example, overflow
from tests.browser.server import Server

NARROW = {"width": 320, "height": 640}
TARGET = 44  # pixels: the least height of what is tapped

# Links in running text may be smaller; links and buttons that stand alone may not.
SMALL = """(least) => [...document.querySelectorAll('[data-testid="stMain"] :is(button, a[data-testid])')]
    .map((each) => [each.textContent.trim(), Math.round(each.getBoundingClientRect().height)])
    .filter(([, height]) => height > 0 && height < least)"""


@pytest.fixture(scope="module")
def plan(running: Server) -> Plan:
    return example(running)


@pytest.mark.parametrize("number", range(1, len(steps().steps) + 1))
def test_a_step_fits_on_a_phone(number: int, open_page: OpenPage, plan: Plan) -> None:
    page: Page = open_page(viewport=NARROW)
    enter(page, plan)
    found = []
    for section in steps().steps[number - 1].sections:
        visit(page, plan.step(number, section.key))
        found += [f"{section.key}: {overflow(page)} pixels too wide"] if overflow(page) > 0 else []
        found += [
            f"{section.key}: {name!r} is {height} high" for name, height in page.evaluate(SMALL, TARGET)
        ]
    assert found == []

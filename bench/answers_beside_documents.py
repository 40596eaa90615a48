"""What making documents does to an answer: ``python -m bench.answers_beside_documents``.

A browser gives answers on the compact screen of a running server, first with nothing else going on, then
while four people keep making all files of the plan of Oldebroek, each of another version of it. Measured is
the time in the browser from the click to the end of what it caused, as p50 and p95, in both cases in one run.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from threading import Event, Thread

import httpx
from playwright.sync_api import Page, sync_playwright

from documents.render import Options
from dossier.roles import Role
from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, empty, enter, example
from tests.browser.server import serving
from ui.web.downloads import Wanted

ROUNDS, PEOPLE = 6, 4

# Clicks, and tells after how many milliseconds the run that it caused was over.
ANSWER = """(option) => new Promise((resolve) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const start = performance.now();
  let ran = false;
  new MutationObserver((_, observer) => {
    if (app.dataset.testScriptState !== "notRunning") ran = true;
    else if (ran) { observer.disconnect(); resolve(performance.now() - start); }
  }).observe(app, { attributeFilter: ["data-test-script-state"] });
  option.click();
})"""


def answers(page: Page) -> list[float]:
    """The time of each answer, over all fourteen questions, some rounds long."""
    times = []
    for number in range(ROUNDS):
        for group in page.get_by_test_id("stRadio").all():
            option = group.get_by_role("radio").nth(number % 2).element_handle()
            times.append(float(page.evaluate(ANSWER, option)))
            page.wait_for_timeout(50)
    return times


def make_files(plan: Plan, person: int, stop: Event, made: list[int]) -> None:
    """Make all files again and again, each time of another version of the plan."""
    wanted = Wanted(plan.made.dossier_id, Role.BEGELEIDER, "plan_van_aanpak", Options())
    with httpx.Client(base_url=plan.server.url, timeout=120) as client:
        client.get(f"/open/{plan.made.edit_token}")
        while not stop.is_set():
            address = wanted.address("docx") + f"&partner=versie-{person}-{len(made)}"
            made.append(len(client.get(address).raise_for_status().content))


@contextmanager
def documents_being_made(plan: Plan) -> Iterator[list[int]]:
    """Four people who make documents until the block ends; the sizes of what they got."""
    stop, made = Event(), list[int]()
    people = [Thread(target=make_files, args=(plan, person, stop, made)) for person in range(PEOPLE)]
    for person in people:
        person.start()
    yield made
    stop.set()
    for person in people:
        person.join()


def main() -> None:
    """Print the figures."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as server,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(playwright), args=ARGUMENTS) as browser,
    ):
        page = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 6000}).new_page()
        plan = empty(server)
        enter(page, plan)
        visit(page, plan.address("vragen", perspectief="huidig"))
        answers(page)  # warms up
        quiet = answers(page)
        settle(page)
        with documents_being_made(example(server)) as made:
            page.wait_for_timeout(4000)  # the press is at work
            busy = answers(page)
    for name, times in (("quiet", quiet), ("busy", busy)):
        cuts = quantiles(times, n=20)
        print(f"{name:6} p50 {cuts[9]:6.0f} ms   p95 {cuts[18]:6.0f} ms   ({len(times)} answers)")
    ratio = quantiles(busy, n=20)[18] / quantiles(quiet, n=20)[18]
    print(f"ratio of p95 {ratio:.2f}; {len(made)} documents made")


if __name__ == "__main__":
    main()

"""What storage adds to the processor time of an answer: ``python -m bench.answer_fragment``.

Two servers of the same app side by side, one with its database, one that keeps the answers in memory
(`bench.serve_in_memory`). A browser gives answers on the compact screen of each in turn; measured is the
processor time of each server. Aim: at most 1.5 times.
"""

import sys
from statistics import median

from playwright.sync_api import Browser, Page

from bench.servers import app, browsing, processor_time, temporary_folder
from tests.browser.helpers import settle
from tests.browser.plan import empty
from tests.browser.server import Server, free_port, serving, streamlit

ROUNDS = 8


def _page(browser: Browser, server: Server, token: str, dossier_id: str) -> Page:
    context = browser.new_context(locale="nl-NL", viewport={"width": 1280, "height": 6000})
    context.request.get(f"{server.url}/open/{token}")
    page = context.new_page()
    page.goto(f"{server.url}/vragen?dossier={dossier_id}&rol=begeleider&perspectief=huidig")
    settle(page)
    return page


def _round(page: Page, server: Server, option: int) -> float:
    """The processor time of one answer, in ms, over all fourteen."""
    groups = page.get_by_test_id("stRadio")
    count = groups.count()
    before = processor_time(server)
    for number in range(count):
        groups.nth(number).get_by_role("radio").nth(option).click(force=True)
        settle(page)
    return (processor_time(server) - before) * 1000 / count


def main() -> None:
    """Print the figures."""
    port = free_port()
    command = [sys.executable, "-m", "bench.serve_in_memory", *streamlit(port)[5:]]
    with (
        app() as kept,
        temporary_folder() as folder,
        serving(folder, command, port) as memory,
        browsing() as browser,
    ):
        made = empty(kept).made
        pages = {
            "with storage": (_page(browser, kept, made.edit_token, made.dossier_id), kept),
            "in memory": (_page(browser, memory, "bench", "bench"), memory),
        }
        found: dict[str, list[float]] = {name: [] for name in pages}
        for number in range(ROUNDS + 1):
            for name, (page, server) in pages.items():
                spent = _round(page, server, number % 2)
                if number:  # the first round warms up
                    found[name].append(spent)
    with_storage, in_memory = (median(found[name]) for name in pages)
    print(
        f"with storage {with_storage:6.1f} ms CPU an answer\nin memory    {in_memory:6.1f} ms CPU an answer"
    )
    print(f"ratio        {with_storage / in_memory:6.2f}")


if __name__ == "__main__":
    main()

"""What a first visit fetches: ``python -m bench.first_load``.

Bytes over the line of a browser with an empty cache, as Chromium counts them (compressed, with
headers), on the start screen and on the result of the worked example. Aims: 0.8 and 2.3 MB.
"""

from playwright.sync_api import Browser

from bench.servers import MEGABYTE, app, browsing
from tests.browser.helpers import settle
from tests.browser.plan import example


def _fetched(browser: Browser, addresses: list[str]) -> int:
    """The bytes that a browser with nothing fetches for the last address; the others give cookies."""
    context = browser.new_context(locale="nl-NL")
    for address in addresses[:-1]:
        context.request.get(address)  # sets the cookies, and leaves the cache of the pages empty
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(addresses[-1])
    settle(page)
    context.close()
    return round(sum(sizes))


def main() -> None:
    """Print the figures."""
    with app() as server, browsing() as browser:
        plan = example(server)
        visits = {
            "start": [f"{server.url}/"],
            "result": [plan.link, plan.address("uitslag")],
        }
        for name, addresses in visits.items():
            print(f"{name:8}{_fetched(browser, addresses) / MEGABYTE:6.2f} MB")


if __name__ == "__main__":
    main()

"""What a first visit fetches: ``python -m bench.first_load``.

Bytes over the line of a browser with an empty cache, as Chromium counts them (compressed, with
headers), on the start screen and on the result of the worked example. Aims: 0.8 and 2.3 MB.
"""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from content.loader import examples
from dossier.json_format import from_json
from storage import open_storage
from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.helpers import settle
from tests.browser.server import Server, serving
from tests.storage.helpers import make_use_cases

MEGABYTE = 1_000_000
EXAMPLE = "oldebroek"


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


def _example(server: Server) -> tuple[str, str]:
    """The secret and the id of a copy of the worked example in the data of ``server``."""
    storage = open_storage(server.folder / "data")
    source = from_json(examples()[EXAMPLE], EXAMPLE, datetime.now(UTC))
    created = make_use_cases(storage).create_from(source)
    storage.close()
    return created.edit_token, created.dossier_id


def main() -> None:
    """Print the figures."""
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as server,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(playwright), args=ARGUMENTS) as browser,
    ):
        token, dossier_id = _example(server)
        visits = {
            "start": [f"{server.url}/"],
            "result": [
                f"{server.url}/open/{token}",
                f"{server.url}/uitslag?dossier={dossier_id}&rol=begeleider",
            ],
        }
        for name, addresses in visits.items():
            print(f"{name:8}{_fetched(browser, addresses) / MEGABYTE:6.2f} MB")


if __name__ == "__main__":
    main()

"""What the wall costs while it waits, for 20 and for 400 people: ``python -m bench.wall_tick``.

A browser has the projector screen open, which looks every two seconds whether something changed. Measured is
the processor time of the server a look, before the reveal (with a count of who is there) and after it. Aim:
less than twice as much for 400 people as for 20.
"""

import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench.answer_fragment import _cpu
from dossier.model import Details
from storage import open_storage
from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.helpers import visit
from tests.browser.server import Server, serving
from tests.rooms import Room, room
from tests.storage.helpers import make_use_cases

EVERY = 2  # seconds, as in ui/screens/projector.py
LOOKS, WARMING = 15, 3
GROUPS = ("ambtelijk", "raad", "veld", "college")


def _cost(server: Server, page: Page, held: Room, dossier_id: str) -> float:
    """Milliseconds of processor time a look."""
    visit(page, f"{server.url}/projector?dossier={dossier_id}&rol=begeleider&werksessie={held.id}")
    page.wait_for_timeout(1000 * EVERY * WARMING)
    before = _cpu(server)
    page.wait_for_timeout(1000 * EVERY * LOOKS)
    return 1000 * (_cpu(server) - before) / LOOKS


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server, sync_playwright() as play:
        storage = open_storage(Path(folder) / "data")
        made = make_use_cases(storage).create(Details(), "nl")
        browser = play.chromium.launch(executable_path=chromium(play), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.context.request.get(f"{server.url}/open/{made.edit_token}", max_redirects=0)
        for number, people in enumerate((20, 400)):
            groups = dict.fromkeys(GROUPS, people // len(GROUPS))
            held = room(storage, made.edit_token, f"w{people}", groups, code=f"K7R4MX{number + 2}")
            waiting = _cost(server, page, held, made.dossier_id)
            held.lead.reveal(made.edit_token, held.id)
            held.show("card")
            revealed = _cost(server, page, held, made.dossier_id)
            print(f"{people:4} people: {waiting:.1f} ms a look before the reveal, {revealed:.1f} ms after")
        browser.close()
        storage.close()


if __name__ == "__main__":
    main()

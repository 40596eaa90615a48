"""Sessions for the browser tests: moved on in the server's own database, with people on phones."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from dossier.workshop import Cast
from tests import rooms
from tests.browser import plan as plans
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan
from tests.browser.server import Server
from tests.rooms import KEYS, NAMES
from typetest.model import Perspective


@dataclass(frozen=True)
class Room(rooms.Room):
    """A session of a dossier on a running server."""

    plan: Plan

    @property
    def invitation(self) -> str:
        """The address in the QR code."""
        return f"{self.plan.server.url}/meedoen?code={self.code}"

    @property
    def address(self) -> str:
        """The screen of who takes part."""
        return f"{self.plan.server.url}/deelnemen?werksessie={self.id}"

    def cast_of(self, page: Page) -> Cast:
        """What is kept of the person whose phone this is."""
        (token,) = [c["value"] for c in page.context.cookies() if c["name"] == f"deelname-{self.id}"]
        return self.cast(token)

    def sit(self, page: Page) -> str:
        """Takes a seat without the screens; the secret."""
        token = self.come_in()
        page.context.request.get(f"{self.plan.server.url}/deelname/{token}", max_redirects=0)
        return token


def start(server: Server, **setup: Any) -> Room:
    """A new session of a new dossier."""
    plan = plans.empty(server, municipality="Zeewolde")
    return of(plan, rooms.new_room(plans.storage_of(server), plan.made, **setup).id)


def of(plan: Plan, workshop_id: str) -> Room:
    """The session with this id, started or not."""
    storage = plans.storage_of(plan.server)
    return Room(rooms.facilitating(storage), rooms.participating(storage), plan.made, workshop_id, plan)


def tap(page: Page, number: int, choice: int = 0, perspective: Perspective = Perspective.HUIDIG) -> None:
    """Taps a card of a statement: 0 is a, 1 is b, 2 leaves it open."""
    cards(page, number, perspective).get_by_role("radio").nth(choice).click(force=True)


def cards(page: Page, number: int, perspective: Perspective = Perspective.HUIDIG) -> Any:
    """The cards of one statement."""
    return page.locator(f".ballot[data-perspective='{perspective}'] fieldset[data-question='{number}']")


def come_in(page: Page, room: Room, group: str = NAMES[KEYS[0]]) -> None:
    """From the QR code to the first statement."""
    visit(page, room.invitation)
    page.get_by_role("radio", name=group).click(force=True)
    settle(page)
    page.get_by_role("button", name="Doe mee", exact=True).click()
    page.wait_for_url("**/deelnemen?werksessie=*")
    settle(page)

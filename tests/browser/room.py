"""Sessions for the browser tests: moved on in the server's own database, with people on phones."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import Page

from dossier.participating import Participating
from dossier.workshop import Cast, Workshop
from dossier.workshop_cases import Facilitating
from storage import open_storage
from tests.browser import plan as plans
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan
from tests.browser.server import Server
from typetest.model import QUESTIONS, Choice, Perspective

GROUPS = [{"key": "ambtelijk", "name": "Ambtenaren"}, {"key": "raad", "name": "Raad & college"}]
SETUP = {"title": "Avond over vrijwilligers", "perspectives": ["huidig"], "groups": GROUPS, "smallest": 3}
CODES = iter(range(10_000))


@dataclass(frozen=True)
class Room:
    """A session of a dossier on a running server."""

    plan: Plan
    lead: Facilitating
    take: Participating
    id: str

    @property
    def token(self) -> str:
        """The facilitator's secret."""
        return self.plan.made.edit_token

    @property
    def now(self) -> Workshop:
        """The session as it is kept."""
        return self.lead.workshop(self.token, self.id)

    @property
    def code(self) -> str:
        """What people type to join."""
        return self.now.code or ""

    @property
    def invitation(self) -> str:
        """The address in the QR code."""
        return f"{self.plan.server.url}/meedoen?code={self.code}"

    @property
    def address(self) -> str:
        """The screen of who takes part."""
        return f"{self.plan.server.url}/deelnemen?werksessie={self.id}"

    def people(self, number: int, choice: Choice, group: str = "ambtelijk") -> None:
        """People elsewhere who answer every statement alike."""
        for _ in range(number):
            token = self.take.join(self.code, group).token
            for perspective in self.now.setup.perspectives:
                for question in QUESTIONS:
                    self.take.vote(token, perspective, question, choice)
            self.take.ready(token, ready=True)

    def reveal(self) -> None:
        """Ends the first round."""
        self.lead.reveal(self.token, self.id)

    def again(self, *questions: int) -> None:
        """Lets some be answered once more."""
        self.lead.answer_again(self.token, self.id, questions)

    def compare(self) -> None:
        """Ends the second round."""
        self.lead.compare(self.token, self.id)

    def close(self) -> None:
        """Ends the session."""
        self.lead.close(self.token, self.id)

    def cast(self, page: Page) -> Cast:
        """What is kept of the person whose phone this is."""
        name = f"deelname-{self.id}"
        (token,) = [c["value"] for c in page.context.cookies() if c["name"] == name]
        return self.take.seated(token).cast

    def sit(self, page: Page, group: str = "ambtelijk") -> str:
        """Takes a seat without the screens; the secret."""
        token = self.take.join(self.code, group).token
        page.context.request.get(f"{self.plan.server.url}/deelname/{token}", max_redirects=0)
        return token


def start(server: Server, **setup: Any) -> Room:
    """A new session of a new dossier."""
    plan = plans.empty(server, municipality="Zeewolde")
    room = of(plan, secrets.token_hex(8))
    room.lead.start(room.token, room.id, SETUP | setup)
    return room


def of(plan: Plan, workshop_id: str) -> Room:
    """The session with this id, started or not."""
    storage = open_storage(plan.server.folder / "data")

    def new_code() -> str:
        return f"K7R{next(CODES):04d}".replace("0", "X").replace("1", "Y")

    lead = Facilitating(storage, lambda: datetime.now(UTC), new_code)
    take = Participating(
        storage,
        lambda: datetime.now(UTC),
        lambda: secrets.token_hex(8),
        lambda: secrets.token_urlsafe(32),
    )
    return Room(plan, lead, take, workshop_id)


def tap(page: Page, number: int, choice: int = 0, perspective: Perspective = Perspective.HUIDIG) -> None:
    """Taps a card of a statement: 0 is a, 1 is b, 2 leaves it open."""
    cards(page, number, perspective).get_by_role("radio").nth(choice).click(force=True)


def cards(page: Page, number: int, perspective: Perspective = Perspective.HUIDIG) -> Any:
    """The cards of one statement."""
    return page.locator(f"[class*='st-key-vote-'][class*='-{perspective}-{number} ']")


def come_in(page: Page, room: Room, group: str = "Ambtenaren") -> None:
    """From the QR code to the first statement."""
    visit(page, room.invitation)
    page.get_by_role("radio", name=group).click(force=True)
    settle(page)
    page.get_by_role("button", name="Doe mee", exact=True).click()
    page.wait_for_url("**/deelnemen?werksessie=*")
    settle(page)

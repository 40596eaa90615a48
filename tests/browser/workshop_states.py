"""A session in every state that its facilitator can see: each brings a page there."""

from collections.abc import Callable

from playwright.sync_api import Page

from content.loader import texts
from dossier.roles import Role
from tests.browser import plan as plans
from tests.browser import room as rooms
from tests.browser.helpers import settle, visit
from tests.browser.plan import Plan, fill, press
from tests.browser.room import Room
from tests.rooms import SETUP
from typetest.model import Choice
from typetest.table import COLUMNS

TEXT, LIST = texts("werksessie"), texts("werksessies")
HEADER = ",".join(["groep", *COLUMNS])
A, B = Choice

State = Callable[[Page, Plan, Plan], None]


def lead(page: Page, room: Room, role: Role = Role.BEGELEIDER, **params: str) -> None:
    """Opens the screen of who leads."""
    plans.enter(page, room.plan, role)
    visit(page, room.plan.address("werksessie", role, werksessie=room.id, **params))


def filled(plan: Plan, **setup: object) -> Room:
    """A session with two groups that differ, and notes."""
    room = rooms.start(plan.server, **setup)
    room.people(5, A)
    room.people(4, B, "raad")
    room.people(1, A, "raad")
    room.note("parked", "p", text="Vervoer naar de *kern*")
    room.note("promise", "q", who="Steunpunt", what="Maakt een lijst", when="Voor 1 mei")
    return room


def send(page: Page, name: str, content: bytes) -> None:
    """Sends a file of paper forms from the screen of who leads."""
    page.get_by_text(TEXT("paper_file"), exact=True).click()
    settle(page)
    page.locator("#field-upload").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name=TEXT("upload_send"), exact=True).click()
    page.wait_for_url("**/werksessie?*")
    settle(page)


def _none(page: Page, empty: Plan, _filled: Plan) -> None:
    visit(page, empty.address("werksessies"))


def _some(page: Page, empty: Plan, _filled: Plan) -> None:
    room = filled(empty)
    plans.enter(page, room.plan)
    visit(page, room.plan.address("werksessies"))
    page.get_by_text(LIST("remove_heading"), exact=True).click()
    press(page, LIST("remove", title=SETUP["title"]))


def start_wrong(page: Page, empty: Plan, _filled: Plan) -> None:
    visit(page, empty.address("werksessies", nieuw="verkeerd"))
    fill(page, "start-verkeerd-people", "veel")
    fill(page, "start-verkeerd-groups", "")
    press(page, LIST("start"))


def _answering(page: Page, empty: Plan, _filled: Plan) -> None:
    lead(page, filled(empty, perspectives=["huidig", "gewenst"], practice=True))
    page.get_by_text(TEXT("projector_heading"), exact=True).click()
    page.get_by_text(TEXT("close_heading"), exact=True).click()
    settle(page)


def _doubt(page: Page, empty: Plan, _filled: Plan) -> None:
    lead(page, rooms.start(empty.server))
    press(page, TEXT("reveal"))


def paper_wrong(page: Page, empty: Plan, _filled: Plan) -> None:
    lead(page, rooms.start(empty.server), formulier="f")
    page.get_by_text(TEXT("paper_one_form"), exact=True).click()
    settle(page)
    fill(page, "paper-f-huidig", "abx")
    press(page, TEXT("paper_keep"))


def _file_wrong(page: Page, empty: Plan, _filled: Plan) -> None:
    lead(page, rooms.start(empty.server))
    send(page, "f.csv", f"{HEADER}\nPers,c{',' * 13}".encode())


def _file_found(page: Page, empty: Plan, _filled: Plan) -> None:
    lead(page, rooms.start(empty.server, perspectives=["huidig", "gewenst"]))
    send(page, "f.csv", f"{HEADER}\nraad,a{',' * 13}".encode())


def no_file(page: Page, empty: Plan, _filled: Plan) -> None:
    lead(page, rooms.start(empty.server))
    page.get_by_text(TEXT("paper_file"), exact=True).click()
    settle(page)
    page.get_by_role("button", name=TEXT("upload_send"), exact=True).click()
    page.wait_for_url("**melding=no_file*")
    settle(page)


def _revealed(page: Page, empty: Plan, _filled: Plan) -> None:
    room = filled(empty, perspectives=["huidig", "gewenst"])
    room.reveal()
    lead(page, room, stelling="3")
    page.get_by_text(TEXT("groups_show"), exact=True).first.click()
    page.get_by_text(TEXT("again_heading"), exact=True).click()
    settle(page)


def _hidden(page: Page, empty: Plan, _filled: Plan) -> None:
    room = rooms.start(empty.server)
    room.people(2, A)
    room.reveal()
    lead(page, room)


def _again(page: Page, empty: Plan, _filled: Plan) -> None:
    room = filled(empty)
    room.reveal()
    room.again(2, 5)
    lead(page, room)


def _compared(page: Page, empty: Plan, _filled: Plan) -> None:
    room = filled(empty)
    room.reveal()
    room.again(2, 5)
    room.compare()
    lead(page, room)


def _closed(page: Page, empty: Plan, _filled: Plan) -> None:
    room = filled(empty)
    room.close()
    lead(page, room)
    press(page, TEXT("forget"))


def _reader(page: Page, empty: Plan, _filled: Plan) -> None:
    room = filled(empty)
    room.reveal()
    lead(page, room, Role.LEZER, stelling="3")


STATES: dict[str, State] = {
    "sessions, none": _none,
    "sessions, not removed": _some,
    "session, started wrong": start_wrong,
    "session, answering": _answering,
    "session, revealing with doubt": _doubt,
    "session, paper form wrong": paper_wrong,
    "session, file wrong": _file_wrong,
    "session, file found": _file_found,
    "session, no file": no_file,
    "session, revealed": _revealed,
    "session, nothing to show": _hidden,
    "session, again": _again,
    "session, compared": _compared,
    "session, closed": _closed,
    "session, reader": _reader,
}
WRONG = {"session, started wrong", "session, paper form wrong", "session, no file"}

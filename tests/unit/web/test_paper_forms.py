"""The route that takes a file of paper forms, on a real storage."""

import io
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from httpx import Response
from starlette.applications import Starlette
from starlette.middleware import Middleware

from dossier.model import Details
from dossier.roles import Role
from dossier.use_cases import Created, UseCases
from dossier.workshop_cases import Facilitating
from storage import open_storage
from tests.storage.helpers import START, make_use_cases
from tests.unit.web.client import Client
from typetest.model import Choice, Perspective
from typetest.table import COLUMNS, Problem
from ui.web import paper_forms, proposals
from ui.web.cookies import cookie_name, proof_of
from ui.web.origin import OwnPagesOnly
from ui.web.paper_forms import MOST_BYTES, action_of, paper_routes
from ui.web.problems import ProblemWords, problem_handlers
from ui.web.proposals import PROPOSALS, Proposal, Proposals

A, B = Choice
REFUSED = "geweigerd"
HEADER = ",".join(["groep", *COLUMNS])
ROW = f"Raad,a,b{',' * 12}"
SETUP = {
    "perspectives": ["huidig", "gewenst"],
    "groups": [{"key": "raad", "name": "Raad"}],
    "smallest": 3,
}


def csv(*rows: str) -> bytes:
    return "\n".join([HEADER, *rows]).encode()


@dataclass
class Sender:
    """Somebody who sends a file to a session."""

    client: Client
    uc: UseCases
    lead: Facilitating
    made: Created
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cookies = {cookie_name(self.made.dossier_id, Role.BEGELEIDER): self.made.edit_token}
        self.lead.start(self.made.edit_token, "w", SETUP)

    def send(self, content: bytes, workshop: str = "w", role: str = "begeleider", **options: Any) -> Response:
        fields = {"proof": options.pop("proof", proof_of(self.made.edit_token)), **options.pop("fields", {})}
        headers = {"cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), **options}
        address = action_of({"dossier": self.made.dossier_id, "rol": role}, workshop)
        return self.client.post(address, data=fields, files={"content": ("f.csv", content)}, headers=headers)

    def proposed(self, answer: Response) -> Proposal | None:
        return PROPOSALS.find(back(answer).get("voorstel", ""), "w")

    @property
    def joined(self) -> int:
        return sum(c.joined for c in self.lead.counted(self.made.edit_token, "w"))


@pytest.fixture
def sender(tmp_path: Path) -> Iterator[Sender]:
    storage = open_storage(tmp_path)
    codes = iter(("K7R4MXP", "K7R4MXQ"))
    uc, lead = make_use_cases(storage), Facilitating(storage, lambda: START, codes.__next__)
    app = Starlette(
        routes=paper_routes(lambda: uc, lambda: lead, REFUSED),
        middleware=[Middleware(OwnPagesOnly)],
        exception_handlers=problem_handlers(ProblemWords("niet gevonden", "misgegaan")),
    )
    yield Sender(Client(app), uc, lead, uc.create(Details(), "nl"))
    storage.close()


def back(answer: Response) -> dict[str, str]:
    """The path and the parameters somebody is sent to."""
    assert answer.status_code == 303
    address = urlsplit(answer.headers["location"])
    return {"path": address.path, **{k: v[0] for k, v in parse_qs(address.query).items()}}


def test_a_good_file_becomes_a_proposal_and_nothing_is_added(sender: Sender) -> None:
    answer = sender.send(csv(ROW, ROW), fields={"perspective": "gewenst"})
    sent = back(answer)
    assert (sent["path"], sent["werksessie"], sent["dossier"]) == ("/werksessie", "w", sender.made.dossier_id)
    found = sender.proposed(answer)
    assert found is not None
    assert (found.perspective, found.problems) == (Perspective.GEWENST, ())
    assert list(found.forms.values()) == [("raad", {1: A, 2: B})] * 2
    assert sender.joined == 0


def test_a_spreadsheet_is_read_too(sender: Sender) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["groep", *COLUMNS], ["raad", "A"]):
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    found = sender.proposed(sender.send(target.getvalue()))
    assert found is not None
    assert (found.perspective, list(found.forms.values())) == (Perspective.HUIDIG, [("raad", {1: A})])


def test_what_is_wrong_is_proposed_as_such(sender: Sender) -> None:
    found = sender.proposed(sender.send(csv(ROW, ROW.replace("Raad", "Pers"))))
    assert found is not None
    assert found.forms == {}
    assert found.problems == (Problem(3, "group_unknown", "groep", "Pers"),)


def test_a_file_that_is_too_large_or_missing_is_told(sender: Sender) -> None:
    assert back(sender.send(b"x" * (MOST_BYTES + 100_000)))["melding"] == "too_large"
    assert back(sender.send(b""))["melding"] == "no_file"


def test_a_session_that_is_gone_leads_to_the_list(sender: Sender) -> None:
    assert back(sender.send(csv(ROW), workshop="weg"))["path"] == "/werksessies"
    other = sender.uc.create(Details(), "nl")
    sender.lead.start(other.edit_token, "van een ander", SETUP)
    assert back(sender.send(csv(ROW), workshop="van een ander"))["path"] == "/werksessies"


def test_without_proof_or_from_elsewhere_nothing_is_read(
    sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_forms, "_read", None)
    for answer in (
        sender.send(csv(ROW), proof="x"),
        sender.send(csv(ROW), proof=proof_of(sender.made.read_token)),
        sender.send(csv(ROW), origin="http://elders"),
    ):
        assert answer.status_code == 403


def test_a_reader_and_a_stranger_may_not(sender: Sender, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_forms, "_read", None)
    sender.cookies = {cookie_name(sender.made.dossier_id, Role.LEZER): sender.made.read_token}
    gone = {"path": "/", "melding": "geen_toegang"}
    assert back(sender.send(csv(ROW), role="lezer")) == gone
    sender.cookies = {}
    assert back(sender.send(csv(ROW))) == gone


def test_what_is_no_form_of_ours_is_refused(sender: Sender) -> None:
    cookie = "; ".join(f"{k}={v}" for k, v in sender.cookies.items())
    address = action_of({"dossier": sender.made.dossier_id, "rol": "begeleider"}, "w")
    answer = sender.client.post(address, content=b"proof=x", headers={"cookie": cookie})
    assert (answer.status_code, answer.text) == (400, REFUSED)


# --- proposals ---------------------------------------------------------------------------------------


def test_a_proposal_belongs_to_a_session_and_goes_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    kept, proposal = Proposals(), Proposal("w", Perspective.HUIDIG, {})
    name = kept.keep(proposal)
    assert kept.find(name, "w") == proposal
    assert kept.find(name, "x") is None
    assert kept.find("onbekend", "w") is None
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + proposals.LIFE + 1)
    assert kept.find(name, "w") is None


def test_only_so_many_proposals_are_kept_the_newest() -> None:
    kept, proposal = Proposals(), Proposal("w", Perspective.HUIDIG, {})
    names = [kept.keep(proposal) for _ in range(proposals.MOST + 2)]
    found = [name for name in names if kept.find(name, "w")]
    assert found == names[2:]
    kept.drop(names[-1])
    kept.drop(names[-1])
    assert kept.find(names[-1], "w") is None

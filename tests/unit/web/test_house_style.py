"""The route that takes a part of a house style, on a real storage."""

import io
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from httpx import Response
from PIL import Image
from starlette.applications import Starlette
from starlette.middleware import Middleware

from dossier.house_style import LIMITS, MEGABYTE, NEUTRAL, Part
from dossier.model import Details
from dossier.roles import Role
from dossier.use_cases import Created, UseCases
from storage import open_storage
from tests.storage.helpers import make_use_cases
from tests.unit.web.client import Client
from ui.web import limited_form
from ui.web.cookies import cookie_name, proof_of
from ui.web.house_style import action_of, style_routes
from ui.web.origin import OwnPagesOnly
from ui.web.problems import ProblemWords, problem_handlers

REFUSED = "geweigerd"


def png(size: tuple[int, int] = (300, 100)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size).save(target, "PNG")
    return target.getvalue()


@dataclass
class Form:
    """The form of one person in one dossier; every part of it can be another than it should be."""

    client: Client
    uc: UseCases
    made: Created
    role: Role = Role.BEGELEIDER
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        token = self.made.edit_token if self.role is Role.BEGELEIDER else self.made.read_token
        self.cookies = {cookie_name(self.made.dossier_id, self.role): token}
        self.proof = proof_of(token)

    def send(
        self, part: str = "logo", content: bytes = b"", name: str = "logo.png", **options: Any
    ) -> Response:
        fields = {"proof": options.pop("proof", self.proof)}
        files = {"content": (name, content, "image/png")}
        headers = {
            "cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            **options.pop("headers", {}),
        }
        address = f"/huisstijl/{part}?dossier={self.made.dossier_id}&rol={self.role.value}"
        return self.client.post(
            options.pop("to", address), data=fields, files=files, headers=headers, **options
        )

    def type(self, text: str) -> Response:
        """The form of the colour, which has no file."""
        fields = {"content": (None, text), "proof": (None, self.proof)}
        cookie = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        address = action_of(Part.ACCENT, self.made.dossier_id, self.role)
        return self.client.post(address, files=fields, headers={"cookie": cookie})

    @property
    def nothing_kept(self) -> bool:
        return self.uc.style_parts(self.made.edit_token) == ()


@pytest.fixture
def form(tmp_path: Path) -> Iterator[Form]:
    storage = open_storage(tmp_path)
    uc = make_use_cases(storage)
    app = Starlette(
        routes=style_routes(lambda: uc, REFUSED),
        middleware=[Middleware(OwnPagesOnly)],
        exception_handlers=problem_handlers(ProblemWords("niet gevonden", "misgegaan")),
    )
    yield Form(Client(app), uc, uc.create(Details(), "nl"))
    storage.close()


def back(answer: Response) -> dict[str, str]:
    """The path and the parameters somebody is sent to."""
    assert answer.status_code == 303
    assert answer.headers["cache-control"] == "no-store"
    address = urlsplit(answer.headers["location"])
    return {"path": address.path, **{k: v[0] for k, v in parse_qs(address.query).items()}}


def test_a_good_file_becomes_a_proposal(form: Form) -> None:
    answer = back(form.send(content=png(), name="C:\\map\\logo.png"))
    assert answer == {
        "path": "/huisstijl",
        "dossier": form.made.dossier_id,
        "rol": "begeleider",
        "onderdeel": "logo",
        "melding": "proposed",
    }
    (found,) = form.uc.style_parts(form.made.edit_token)
    assert (found.name, found.proposed) == ("logo.png", True)
    assert form.uc.house_style(form.made.edit_token) == NEUTRAL


def test_a_colour_comes_as_text(form: Form) -> None:
    assert back(form.type(" #7A2E8E "))["melding"] == "proposed"
    assert form.uc.house_style(form.made.edit_token, proposed=True).accent == "#7a2e8e"


def test_a_refused_colour_comes_back_cut_off(form: Form) -> None:
    answer = back(form.type("#ffcc00"))
    assert (answer["melding"], answer["kleur"]) == ("colour_light", "#ffcc00")
    assert back(form.type("x" * 500))["kleur"] == "x" * 20
    assert form.nothing_kept


@pytest.mark.parametrize("part", ["logo", "reference_docx", "reference_odt"])
def test_a_program_is_refused_whatever_it_is_called(form: Form, part: str) -> None:
    answer = back(form.send(part, b"MZ" + bytes(500), "plaatje.png"))
    assert answer["melding"] == ("logo_kind" if part == "logo" else "not_that_kind")
    assert form.nothing_kept


def test_no_file_chosen_is_told(form: Form) -> None:
    assert back(form.send(content=b"", name=""))["melding"] == "empty"


# --- who may ----------------------------------------------------------------------------------------


def test_without_proof_nothing_is_kept(form: Form) -> None:
    other = form.uc.create(Details(), "nl")
    for proof in ("", "x", "é", proof_of(other.edit_token), proof_of(form.made.read_token)):
        answer = form.send(content=png(), proof=proof)
        assert (answer.status_code, answer.text) == (403, REFUSED)
    assert form.nothing_kept


def test_a_page_of_another_site_is_refused(form: Form) -> None:
    assert form.send(content=png(), headers={"origin": "http://elders"}).status_code == 403
    assert form.nothing_kept
    assert back(form.send(content=png(), headers={"origin": "http://huis"}))["melding"] == "proposed"


def test_without_a_cookie_one_is_sent_to_the_start(form: Form) -> None:
    form.cookies = {}
    assert back(form.send(content=png())) == {"path": "/", "melding": "geen_toegang"}
    assert form.nothing_kept


def test_a_reader_may_not(form: Form) -> None:
    reader = Form(form.client, form.uc, form.made, Role.LEZER)
    assert back(reader.send(content=png())) == {"path": "/", "melding": "geen_toegang"}
    # Nor by calling the cookie something else.
    reader.cookies = {cookie_name(form.made.dossier_id, Role.BEGELEIDER): form.made.read_token}
    reader.role = Role.BEGELEIDER
    assert back(reader.send(content=png()))["melding"] == "geen_toegang"
    assert form.nothing_kept


def test_the_secret_of_another_dossier_opens_nothing(form: Form) -> None:
    other = form.uc.create(Details(), "nl")
    form.cookies = {cookie_name(form.made.dossier_id, Role.BEGELEIDER): other.edit_token}
    assert back(form.send(content=png(), proof=proof_of(other.edit_token)))["melding"] == "geen_toegang"
    assert form.nothing_kept
    assert form.uc.style_parts(other.edit_token) == ()


def test_a_withdrawn_link_may_not(form: Form) -> None:
    second = form.uc.share(form.made.edit_token, Role.BEGELEIDER)
    form.uc.withdraw(second, form.uc.own_link(form.made.edit_token))
    assert back(form.send(content=png()))["melding"] == "geen_toegang"
    assert form.uc.style_parts(second) == ()


def test_a_link_withdrawn_while_the_file_was_looked_at_may_not(
    form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = form.uc.share(form.made.edit_token, Role.BEGELEIDER)

    def slow(_part: Part, raw: bytes) -> bytes:
        form.uc.withdraw(second, form.uc.own_link(form.made.edit_token))
        return raw

    monkeypatch.setattr("ui.web.house_style.check", slow)
    assert back(form.send(content=png()))["melding"] == "geen_toegang"
    assert form.uc.style_parts(second) == ()


def test_the_role_in_the_address_says_which_cookie_counts(form: Form) -> None:
    form.cookies[cookie_name(form.made.dossier_id, Role.LEZER)] = form.made.read_token
    address = f"/huisstijl/logo?dossier={form.made.dossier_id}"
    assert back(form.send(content=png(), to=f"{address}&rol=lezer"))["melding"] == "geen_toegang"
    assert back(form.send(content=png(), to=address))["melding"] == "proposed"


# --- what comes in ----------------------------------------------------------------------------------


@pytest.mark.parametrize("more", [1, 2 * MEGABYTE])
def test_a_file_that_is_too_large_is_told_and_not_looked_at(
    form: Form, monkeypatch: pytest.MonkeyPatch, more: int
) -> None:
    monkeypatch.setattr("documents.style.check._READERS", {})
    assert back(form.send(content=b"x" * (LIMITS[Part.LOGO] + more)))["melding"] == "too_large"
    assert form.nothing_kept


def test_what_is_too_much_is_not_kept_in_memory(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    written = 0
    write = SpooledTemporaryFile.write

    def counted(self: Any, data: bytes) -> int:
        nonlocal written
        written += len(data)
        return write(self, data)

    monkeypatch.setattr(SpooledTemporaryFile, "write", counted)
    assert back(form.send(content=b"x" * 4 * MEGABYTE))["melding"] == "too_large"
    assert written <= LIMITS[Part.LOGO] + limited_form.AROUND


def test_reading_on_ends(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited_form, "READ_ON", 2 * MEGABYTE)
    assert back(form.send(content=b"x" * 8 * MEGABYTE))["melding"] == "too_large"


def test_one_file_at_a_time_is_looked_at(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    busy, most = 0, 0

    def slow(_part: Part, raw: bytes) -> bytes:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        time.sleep(0.02)  # long enough for another to come in, were that possible
        busy -= 1
        return raw

    monkeypatch.setattr("ui.web.house_style.check", slow)
    address = action_of(Part.LOGO, form.made.dossier_id, Role.BEGELEIDER)
    cookie = "; ".join(f"{k}={v}" for k, v in form.cookies.items())
    answers = form.client.all_at_once(
        "POST",
        *[address] * 5,
        data={"proof": form.proof},
        files={"content": ("a.png", b"x")},
        headers={"cookie": cookie},
    )
    assert {back(answer)["melding"] for answer in answers} == {"proposed"}
    assert most == 1


def test_nothing_is_written_to_disk(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_self: object) -> None:
        raise AssertionError("on disk")

    monkeypatch.setattr(SpooledTemporaryFile, "rollover", never)
    content = b"x" * (LIMITS[Part.REFERENCE_DOCX] - 1)
    assert back(form.send("reference_docx", content))["melding"] == "not_that_kind"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"proof=x"),
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=x", b"rubbish"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--"),
    ],
)
def test_what_is_no_form_of_ours_is_refused(form: Form, kind: str, body: bytes) -> None:
    cookie = "; ".join(f"{k}={v}" for k, v in form.cookies.items())
    address = action_of(Part.LOGO, form.made.dossier_id, Role.BEGELEIDER)
    answer = form.client.post(address, content=body, headers={"cookie": cookie, "content-type": kind})
    assert (answer.status_code, answer.text) == (400, REFUSED)


def test_two_files_in_one_form_are_refused(form: Form) -> None:
    cookie = "; ".join(f"{k}={v}" for k, v in form.cookies.items())
    files = [("content", ("a.png", png())), ("other", ("b.png", png()))]
    address = action_of(Part.LOGO, form.made.dossier_id, Role.BEGELEIDER)
    assert form.client.post(address, files=files, headers={"cookie": cookie}).status_code == 400


def test_another_part_is_not_found(form: Form) -> None:
    answer = form.send("wachtwoord", png())
    assert (answer.status_code, answer.text) == (404, "niet gevonden")
    assert form.client.get("/huisstijl/logo").status_code == 405

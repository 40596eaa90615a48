"""Bringing in a house style in a browser: plain forms, a sample, and what is said when something is wrong."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from content.loader import texts
from documents.style import logo
from documents.style.check import check
from dossier.house_style import MEGABYTE, NEUTRAL, HouseStyle, Part
from dossier.roles import Role
from tests.browser.helpers import axe, settle, visit
from tests.browser.plan import Plan, empty, enter, overflow, press
from tests.browser.server import Server
from tests.unit.documents.style import files

TEXT = texts("huisstijl")
WIDTHS = (1280, 360, 320)
COLOUR = "#7a2e8e"
LOGO = files.picture(size=(300, 120))

Broken = tuple[Part, str, bytes, str]
WRONG: dict[str, Broken] = {
    "a program called .png": (Part.LOGO, "logo.png", b"MZ" + bytes(4000), TEXT("file_logo_kind")),
    "a page called .docx": (
        Part.REFERENCE_DOCX,
        "stijl.docx",
        b"<!DOCTYPE html><html><body>Stijl</body></html>",
        TEXT("file_not_that_kind_reference_docx"),
    ),
    "a logo of 3 MB": (Part.LOGO, "logo.png", LOGO + bytes(3 * MEGABYTE), TEXT("file_too_large", limit=1)),
    "an odt with macros": (
        Part.REFERENCE_ODT,
        "stijl.odt",
        files.changed(files.pandocs("reference.odt"), lambda f: f.update({"Basic/x.xml": b"<a/>"})),
        TEXT("file_macros"),
    ),
}


def kept(part: Part, raw: bytes) -> bytes:
    found = check(part, raw)
    assert isinstance(found, bytes)
    return found


@pytest.fixture
def plan(running: Server) -> Plan:
    return empty(running, municipality="Voorbeeldstad")


@pytest.fixture
def opened(page: Page, plan: Plan) -> Page:
    """The screen, for somebody who may edit."""
    enter(page, plan)
    visit(page, plan.address("huisstijl"))
    return page


def style(plan: Plan, *, proposed: bool = False) -> HouseStyle:
    return plan.use_cases.house_style(plan.made.edit_token, proposed=proposed)


def send(page: Page, part: Part) -> None:
    """Sends a form, and waits until the screen is back with what came of it."""
    before = page.url
    page.get_by_role("button", name=TEXT(f"send_{part}"), exact=True).click()
    page.wait_for_url(lambda url: url != before or "melding" in url)
    settle(page)


def choose(page: Page, part: Part, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.get_by_label(TEXT(f"label_{part}"), exact=True).set_input_files(file)  # type: ignore[arg-type] # a FilePayload


def propose_colour(page: Page, colour: str) -> None:
    page.get_by_label(TEXT("label_accent"), exact=True).fill(colour)
    send(page, Part.ACCENT)


def test_a_logo_and_a_colour_are_seen_and_then_used(opened: Page, plan: Plan) -> None:
    choose(opened, Part.LOGO, "ons logo.png", LOGO)
    send(opened, Part.LOGO)
    expect(opened.get_by_text(TEXT("done_proposed"))).to_be_visible()
    propose_colour(opened, COLOUR)
    sample = opened.locator(".house-style")
    expect(sample.get_by_role("img")).to_be_visible()
    expect(sample.get_by_role("heading", level=3)).to_have_css("color", "rgb(122, 46, 142)")
    assert style(plan) == NEUTRAL
    press(opened, TEXT("use"))
    assert style(plan) == HouseStyle(accent=COLOUR, logo=kept(Part.LOGO, LOGO))
    expect(opened.get_by_text(TEXT("done_used"))).to_be_visible()
    expect(opened.get_by_text("ons logo.png")).to_be_visible()
    expect(opened.get_by_role("button", name=TEXT("use"))).to_have_count(0)
    assert "melding" not in opened.url
    press(opened, TEXT("remove_logo"))
    assert style(plan) == HouseStyle(accent=COLOUR)


def test_a_sample_for_word_is_made_with_the_file_that_was_brought_in(opened: Page, plan: Plan) -> None:
    choose(opened, Part.REFERENCE_DOCX, "stijl.docx", files.word_with_text("x"))
    send(opened, Part.REFERENCE_DOCX)
    expect(opened.get_by_text(TEXT("warning_not_a4"))).to_be_visible()
    with opened.expect_download() as download:
        opened.get_by_role("button", name=TEXT("sample_docx")).click()
    sample = files.unzipped(Path(download.value.path()).read_bytes())
    assert any(b"Gemeente Voorbeeld" in part for name, part in sample.items() if "header" in name)
    press(opened, TEXT("reject"))
    assert style(plan, proposed=True) == NEUTRAL


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_file_is_told_in_dutch_and_what_was_stays(opened: Page, plan: Plan, kind: str) -> None:
    plan.use_cases.save_style(plan.made.edit_token, Part.LOGO, "oud.png", kept(Part.LOGO, LOGO))
    old = style(plan, proposed=True)
    part, name, content, message = WRONG[kind]
    choose(opened, part, name, content)
    send(opened, part)
    expect_error(opened, part, message)
    assert style(plan, proposed=True) == old


def test_a_colour_that_is_too_light_gets_a_better_one(opened: Page, plan: Plan) -> None:
    propose_colour(opened, "#ffcc00")
    expect_error(opened, Part.ACCENT, TEXT("accent_colour_light", colour="#ffcc00", suggestion="#866b00"))
    expect(opened.get_by_label(TEXT("label_accent"), exact=True)).to_have_value("#ffcc00")
    propose_colour(opened, "#866b00")
    expect(opened.locator(".st-key-errors")).to_have_count(0)
    assert not opened.title().startswith("Fout")
    assert style(plan, proposed=True).accent == "#866b00"


def expect_error(page: Page, part: Part, message: str) -> None:
    """The summary has the focus, the title says so, and the message is read with the field that is wrong."""
    summary = page.locator(".st-key-errors")
    expect(summary).to_be_focused()
    assert page.title().startswith("Fout: ")
    link = summary.get_by_role("link", name=message)
    field = page.get_by_label(TEXT(f"label_{part}"), exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(f"{hint(part)} {message}")
    link.click()
    expect(field).to_be_focused()


def hint(part: Part) -> str:
    return TEXT(f"hint_{part}", limit=1 if part is Part.LOGO else 5, most=logo.LARGEST)


def test_by_keyboard_alone(opened: Page, plan: Plan) -> None:
    def tab_to(name: str) -> None:
        for _ in range(60):
            opened.keyboard.press("Tab")
            focused = opened.evaluate(
                "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"
            )
            if focused == name:
                assert opened.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
                return
        raise AssertionError(f"Tab does not come to {name}")

    tab_to(TEXT("label_accent"))
    opened.keyboard.type("#fc0")
    opened.keyboard.press("Enter")
    expect(opened.locator(".st-key-errors")).to_be_focused()
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(opened.get_by_label(TEXT("label_accent"), exact=True)).to_be_focused()
    opened.keyboard.press("Control+A")
    opened.keyboard.type(COLOUR)
    tab_to(TEXT("send_accent"))
    opened.keyboard.press("Enter")
    expect(opened.get_by_text(TEXT("done_proposed"))).to_be_visible()
    settle(opened)
    tab_to(TEXT("use"))
    opened.keyboard.press("Enter")
    expect(opened.get_by_text(TEXT("done_used"))).to_be_visible()
    settle(opened)
    expect(opened.get_by_role("heading", level=1)).to_be_focused()
    assert style(plan).accent == COLOUR
    tab_to(TEXT("label_logo"))  # a file is chosen in the browser's own window
    tab_to(TEXT("remove_accent"))


def test_a_reader_sees_no_form_and_cannot_send_one(page: Page, plan: Plan) -> None:
    enter(page, plan, Role.LEZER)
    visit(page, plan.address("huisstijl", Role.LEZER))
    expect(page.get_by_role("heading", level=1)).to_have_text(TEXT("title"))
    expect(page.locator("form")).to_have_count(0)
    for role in Role:
        answer = page.context.request.post(
            f"{plan.server.url}/huisstijl/logo?dossier={plan.made.dossier_id}&rol={role}",
            multipart={"content": {"name": "a.png", "mimeType": "image/png", "buffer": LOGO}, "proof": "x"},
            max_redirects=0,
        )
        assert parse_qs(urlsplit(answer.headers["location"]).query) == {"melding": ["geen_toegang"]}
    assert style(plan, proposed=True) == NEUTRAL


def test_a_form_that_is_not_ours_is_refused(opened: Page, plan: Plan, server: str) -> None:
    def post(proof: str, **headers: str) -> int:
        return opened.context.request.post(
            f"{server}/huisstijl/logo?dossier={plan.made.dossier_id}&rol=begeleider",
            multipart={"content": {"name": "a.png", "mimeType": "image/png", "buffer": LOGO}, "proof": proof},
            headers=headers,
            max_redirects=0,
        ).status

    proof = opened.locator("form input[type=hidden]").first.get_attribute("value") or ""
    assert post("") == 403
    assert post(proof, origin="https://elders.example") == 403
    assert style(plan, proposed=True) == NEUTRAL
    assert post(proof, origin=server) == 303  # so it was that, and nothing else
    assert style(plan, proposed=True) != NEUTRAL


def test_a_page_of_another_site_cannot_send_the_cookie(browser: Browser, plan: Plan, server: str) -> None:
    """Not even when it knows the proof: SameSite keeps the cookie at home, and the Origin gives it away."""
    context = browser.new_context()
    page = context.new_page()
    enter(page, plan)
    visit(page, plan.address("huisstijl"))
    form = (
        page.locator("form").first.evaluate("form => form.outerHTML").replace('action="', f'action="{server}')
    )
    other = server.replace("127.0.0.1", "localhost")
    page.route(f"{other}/**", lambda route: route.fulfill(body=form, content_type="text/html"))
    page.goto(f"{other}/kwaad")
    page.locator("input").first.fill(COLOUR)
    with page.expect_response(f"{server}/huisstijl/**") as answer:
        page.locator("button").click()
    assert answer.value.status == 403
    assert style(plan, proposed=True) == NEUTRAL
    context.close()


# --- every state ------------------------------------------------------------------------------------


def propose(page: Page, _plan: Plan) -> None:
    name = "een heel lange naam van een bestand van ons.docx"
    choose(page, Part.REFERENCE_DOCX, name, files.word_with_text("x"))
    send(page, Part.REFERENCE_DOCX)
    choose(page, Part.LOGO, "logo.png", LOGO)
    send(page, Part.LOGO)


def propose_wrongly(page: Page, _plan: Plan) -> None:
    propose_colour(page, "#ffcc00")


def take_in_use(page: Page, _plan: Plan) -> None:
    propose_colour(page, COLOUR)
    press(page, TEXT("use"))


def come_as_reader(page: Page, plan: Plan) -> None:
    enter(page, plan, Role.LEZER)
    visit(page, plan.address("huisstijl", Role.LEZER))


def test_every_state_is_accessible_at_every_width(opened: Page, plan: Plan) -> None:
    check_state(opened, "as it opens")
    for come_to in (propose, propose_wrongly, take_in_use, come_as_reader):
        come_to(opened, plan)
        check_state(opened, come_to.__name__)


def check_state(page: Page, state: str) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        assert (state, width, axe(page)) == (state, width, [])
        assert overflow(page) <= 0
    for button in page.locator("form button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44, state
    assert page.locator("html").get_attribute("lang") == "nl"

"""Form in a text, in a browser: by keyboard alone, safe in the preview, and the same on paper."""

from playwright.sync_api import Dialog, Page, expect

from content.loader import texts
from tests.browser.helpers import settle, visit
from tests.browser.plan import empty, enter, field, fill
from tests.browser.server import Server

KEY = "item-answer_visie_regierol"
TEXT = "Wij **kiezen**:\n- een steunpunt\n\nLees [de handreiking](https://voorbeeld.nl/a)."
NASTY = (
    "<img src=x onerror=alert(1)><script>alert(2)</script> **<b onclick=alert(3)>vet</b>**\n"
    "- [kwaad](javascript:alert(4)) [data](data:text/html,x) ![p](https://x.nl/a.png)"
)
WORDS = texts("invullen")


def test_form_is_given_seen_and_switched_off_by_keyboard_alone(page: Page, running: Server) -> None:
    own = empty(running)
    enter(page, own)
    visit(page, own.step(1))
    field(page, f"{KEY}-text").focus()
    page.keyboard.insert_text(TEXT)
    page.keyboard.press("Tab")
    settle(page)
    summary = page.locator(f".st-key-form-{KEY} summary")
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    shape = page.locator(f".st-key-shape-{KEY}")
    expect(shape.locator("strong")).to_have_text("kiezen")
    expect(shape.locator("li")).to_have_text("een steunpunt")
    expect(shape.get_by_role("link", name="de handreiking")).to_have_attribute(
        "href", "https://voorbeeld.nl/a"
    )
    page.keyboard.press("Tab")
    tick = page.get_by_role("checkbox", name=WORDS("form_use")).first
    expect(tick).to_be_focused()
    page.keyboard.press("Space")
    settle(page)
    expect(shape).to_have_count(0)
    expect(page.get_by_text(WORDS("form_off"))).to_be_visible()
    kept = own.dossier.item("answer.visie.regierol")
    assert kept is not None
    assert kept.data.model_dump()["formatted"] is False
    page.keyboard.press("Space")
    settle(page)
    expect(shape.locator("li")).to_have_text("een steunpunt")


def test_the_preview_follows_what_is_typed_and_stays_open(page: Page, running: Server) -> None:
    own = empty(running)
    enter(page, own)
    visit(page, own.step(1))
    page.locator(f".st-key-form-{KEY} summary").click()
    fill(page, f"{KEY}-text", "**een**")
    shape = page.locator(f".st-key-shape-{KEY}")
    expect(shape.locator("strong")).to_have_text("een")
    fill(page, f"{KEY}-text", "**twee**")
    expect(shape.locator("strong")).to_have_text("twee")
    expect(shape).to_be_visible()


def test_what_somebody_typed_never_runs(page: Page, running: Server) -> None:
    own = empty(running)
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    own.save("answer.visie.regierol", 1, "answer", question="visie.regierol", text=NASTY, formatted=True)
    enter(page, own)
    visit(page, own.step(1))
    page.locator(f".st-key-form-{KEY} summary").click()
    shape = page.locator(f".st-key-shape-{KEY}")
    expect(shape.locator("strong")).to_have_text("<b onclick=alert(3)>vet</b>")
    expect(shape.locator("li")).to_contain_text("[kwaad](javascript:alert(4))")
    assert shape.locator("img, script, b, a, [onclick]").count() == 0
    visit(page, own.address("document"))
    paper = page.locator(".st-key-paper")
    expect(paper.get_by_text("<b onclick=alert(3)>vet</b>")).to_be_visible()
    assert paper.locator("script, b, [onclick], a[href^=javascript], a[href^=data]").count() == 0
    assert dialogs == []

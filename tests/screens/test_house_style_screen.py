"""The screen of the house style, with AppTest."""

import io

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from content.loader import texts
from documents.style.check import ROOM, check
from dossier.house_style import HouseStyle, Part
from dossier.roles import Role
from dossier.use_cases import UseCases
from tests.screens.conftest import Open, Window, heading, open_screen, shown
from tests.unit.documents.style import files
from ui import screens
from ui.web.cookies import proof_of

TEXT = texts("huisstijl")


@pytest.fixture
def mine(window: Open) -> Window:
    return window(title="Plan")


def png(colour: str = "red") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (200, 100), colour).save(target, "PNG")
    return target.getvalue()


def forms(app: AppTest) -> str:
    return "\n".join(html.proto.body for html in app.get("html") if "<form" in html.proto.body)


def test_a_neutral_style_is_told_and_can_be_changed(mine: Window) -> None:
    app = mine.open(screens.HOUSE_STYLE)
    assert heading(app) == TEXT("title")
    assert shown(app).count(TEXT("not_in_use")) == len(Part)
    assert TEXT("proposal_heading") not in shown(app)
    assert TEXT("current_heading") not in shown(app)
    found = forms(app)
    for part in Part:
        assert f'action="/huisstijl/{part}?dossier={mine.made.dossier_id}&amp;rol=begeleider"' in found
        assert f'<label for="field-{part}">{TEXT(f"label_{part}")}</label>' in found
    assert found.count(f'value="{proof_of(mine.token)}"') == len(Part)
    assert mine.token not in found


def test_a_proposal_is_shown_with_a_sample_and_used_on_request(mine: Window, kept: UseCases) -> None:
    kept.save_style(mine.token, Part.LOGO, "een *logo*.png", png())
    kept.save_style(mine.token, Part.ACCENT, "", b"#7a2e8e")
    app = mine.open(screens.HOUSE_STYLE)
    assert TEXT("proposal_heading") in shown(app)
    assert "een *logo*.png" in shown(app)
    (sample,) = (html.proto.body for html in app.get("html") if "house-sample" in html.proto.body)
    assert "--accent: #7a2e8e" in sample
    assert "data:image/png" in sample
    app.button(key="style-use").click().run()
    assert not app.exception
    assert kept.house_style(mine.token) == HouseStyle(accent="#7a2e8e", logo=png())
    assert [s.value for s in app.success] == [TEXT("done_used")]
    assert TEXT("proposal_heading") not in shown(app)
    assert TEXT("current_heading") in shown(app)


def test_the_style_in_use_is_that_of_the_document_on_screen(mine: Window, kept: UseCases) -> None:
    kept.save_style(mine.token, Part.LOGO, "logo.png", png())
    kept.save_style(mine.token, Part.ACCENT, "", b"#7a2e8e")
    assert "house-style" in paper(mine)
    assert "#7a2e8e" not in paper(mine), "what is proposed is not yet used"
    kept.use_style(mine.token, [found.digest for found in kept.style_parts(mine.token)])
    assert "--accent: #7a2e8e" in paper(mine)
    assert "data:image/png" in paper(mine)


def paper(mine: Window) -> str:
    """The document as the document screen shows it."""
    app = mine.open(screens.DOCUMENT)
    assert not app.exception
    return "".join(html.proto.body for html in app.get("html") if "house-style" in html.proto.body)


def test_what_another_person_proposed_meanwhile_is_not_used(mine: Window, kept: UseCases) -> None:
    kept.save_style(mine.token, Part.LOGO, "", png("red"))
    app = mine.open(screens.HOUSE_STYLE)
    kept.save_style(mine.token, Part.LOGO, "", png("blue"))
    app.button(key="style-use").click().run()
    assert kept.house_style(mine.token).logo is None
    assert TEXT("proposal_heading") in shown(app)


def test_a_proposal_can_be_rejected(mine: Window, kept: UseCases) -> None:
    kept.save_style(mine.token, Part.ACCENT, "", b"#7a2e8e")
    app = mine.open(screens.HOUSE_STYLE)
    app.button(key="style-reject").click().run()
    assert [s.value for s in app.success] == [TEXT("done_rejected")]
    assert kept.style_parts(mine.token) == ()


def test_a_part_can_be_removed(mine: Window, kept: UseCases) -> None:
    kept.save_style(mine.token, Part.LOGO, "logo.png", png())
    kept.use_style(mine.token, [found.digest for found in kept.style_parts(mine.token)])
    app = mine.open(screens.HOUSE_STYLE)
    assert "logo.png (1 kB)" in shown(app)
    app.button(key="remove-logo").click().run()
    assert [s.value for s in app.success] == [TEXT("done_removed")]
    assert kept.style_parts(mine.token) == ()


def test_what_a_reference_file_lacks_is_told(mine: Window, kept: UseCases) -> None:
    content = check(Part.REFERENCE_DOCX, files.pandocs("reference.docx"))
    assert isinstance(content, bytes)
    kept.save_style(mine.token, Part.REFERENCE_DOCX, "stijl.docx", content)
    app = mine.open(screens.HOUSE_STYLE)
    assert not app.exception
    missing, size = (warning.value for warning in app.warning)
    assert "Tabeltekst" in missing
    assert size == TEXT("warning_not_a4")


@pytest.mark.parametrize(
    ("part", "params", "words"),
    [
        ("logo", {"melding": "too_large"}, TEXT("file_too_large", limit=1)),
        ("reference_odt", {"melding": "too_large"}, TEXT("file_too_large", limit=5)),
        ("logo", {"melding": "logo_kind"}, TEXT("file_logo_kind")),
        ("reference_docx", {"melding": "not_that_kind"}, TEXT("file_not_that_kind_reference_docx")),
        ("reference_docx", {"melding": "empty"}, TEXT("file_empty_reference_docx")),
        ("reference_docx", {"melding": "no_room"}, TEXT("file_no_room_reference_docx", room=ROOM)),
        ("reference_odt", {"melding": "no_room"}, TEXT("file_no_room_reference_odt", room=ROOM)),
        ("accent", {"melding": "empty"}, TEXT("accent_empty")),
        ("accent", {"melding": "colour_unreadable", "kleur": "geel"}, TEXT("accent_colour_unreadable")),
        (
            "accent",
            {"melding": "colour_light", "kleur": "#ffcc00"},
            TEXT("accent_colour_light", colour="#ffcc00", suggestion="#866b00"),
        ),
    ],
)
def test_what_is_wrong_stands_in_the_summary_and_at_the_field(
    mine: Window, part: str, params: dict[str, str], words: str
) -> None:
    app = mine.open(screens.HOUSE_STYLE, onderdeel=part, **params)
    assert heading(app) == TEXT("title")
    assert words in shown(app)
    assert f"](#field-style-{part})" in "\n".join(m.value for m in app.markdown)
    (found,) = (form for form in forms(app).split("</form>") if 'aria-invalid="true"' in form)
    assert f'id="field-{part}"' in found
    assert f'<p class="wrong" id="wrong-{part}">' in found
    assert params.get("kleur", "") in found


@pytest.mark.parametrize(
    "params",
    [
        {"melding": "<b>kwaad</b>", "onderdeel": "logo"},
        {"melding": "colour_light", "onderdeel": "logo"},
        {"melding": "too_large", "onderdeel": "anders"},
        {"melding": "too_large"},
        {"onderdeel": "logo"},
        {"melding": "colour_light", "onderdeel": "accent", "kleur": "#000000"},
    ],
)
def test_an_address_somebody_made_up_says_nothing(mine: Window, params: dict[str, str]) -> None:
    app = mine.open(screens.HOUSE_STYLE, **params)
    assert heading(app) == TEXT("title")
    assert "#field-style-" not in "\n".join(m.value for m in app.markdown)
    assert not app.success


def test_a_button_ends_what_the_address_said_of_a_form(mine: Window, kept: UseCases) -> None:
    kept.save_style(mine.token, Part.ACCENT, "", b"#7a2e8e")
    app = mine.open(screens.HOUSE_STYLE, onderdeel="logo", melding="too_large")
    app.button(key="style-use").click().run()
    assert TEXT("file_too_large", limit=1) not in shown(app)
    assert set(app.query_params) == {"dossier", "rol"}


def test_a_form_that_went_well_says_so(mine: Window, kept: UseCases) -> None:
    kept.save_style(mine.token, Part.ACCENT, "", b"#7a2e8e")
    app = mine.open(screens.HOUSE_STYLE, onderdeel="accent", melding="proposed")
    assert [s.value for s in app.success] == [TEXT("done_proposed")]
    assert 'aria-invalid="true"' not in forms(app)


def test_a_reader_sees_the_style_and_no_form(mine: Window, kept: UseCases, window: Open) -> None:
    kept.save_style(mine.token, Part.ACCENT, "", b"#7a2e8e")
    kept.use_style(mine.token, [found.digest for found in kept.style_parts(mine.token)])
    kept.save_style(mine.token, Part.ACCENT, "", b"#1d5636")
    reader = window(Role.LEZER, made=mine.made)
    app = reader.open(screens.HOUSE_STYLE, onderdeel="logo", melding="too_large")
    assert TEXT("intro_reader") in shown(app)
    assert "#7a2e8e" in shown(app)
    assert "#1d5636" not in shown(app)
    assert forms(app) == ""
    assert not app.button
    assert TEXT("file_too_large", limit=1) not in shown(app)


def test_without_access_one_is_at_the_start(window: Open) -> None:
    window(title="Van een ander").cookies.clear()
    app = open_screen(screens.HOUSE_STYLE, dossier="bestaat-niet")
    assert heading(app) == texts("start")("title")


def test_the_overview_leads_to_it(mine: Window) -> None:
    assert texts("overzicht")("to_style") in shown(mine.open(screens.OVERVIEW))

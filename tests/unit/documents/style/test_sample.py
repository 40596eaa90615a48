"""The page to see a house style by."""

from bs4 import BeautifulSoup

from documents.formats.colours import ACCENT, TINT
from documents.style.sample import sample_file, sample_on_screen
from dossier.house_style import NEUTRAL, HouseStyle
from tests.unit.documents import reading
from tests.unit.documents.style import files


def test_the_page_on_screen_shows_logo_and_colour() -> None:
    for kind in ("png", "jpeg"):
        style = HouseStyle(accent="#7a2e8e", logo=files.picture(kind.upper()))
        page = BeautifulSoup(sample_on_screen(style), "html.parser")
        assert page.img is not None
        assert str(page.img["src"]).startswith(f"data:image/{kind};base64,")
        assert page.img["alt"]
        assert page.div is not None
        assert page.div["style"] == "--accent: #7a2e8e; --accent-tint: #f3ecf5"
        assert [h.name for h in page.find_all(["h1", "h2", "h3", "h4", "h5"])] == ["h3", "h4", "h5"]


def test_the_neutral_page_has_our_colour_and_no_logo() -> None:
    page = BeautifulSoup(sample_on_screen(NEUTRAL), "html.parser")
    assert page.img is None
    assert page.div is not None
    assert page.div["style"] == f"--accent: {ACCENT}; --accent-tint: {TINT}"


def test_every_kind_of_text_is_on_the_page_for_word() -> None:
    word = reading.word(sample_file("docx", NEUTRAL))
    styles = {paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert {
        "Titel boven",
        "Subtitle",
        "Heading 1",
        "Heading 2",
        "Compact",
        "Nog invullen",
        "Aanvulling",
    } <= styles
    assert len(word.tables) == 1

"""The stylesheet that Streamlit really ships, without the fonts that are fetched for nothing."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from streamlit import file_util

from tests.unit.web.client import Client
from ui.web.fonts import LeanFonts, lean_sheet

STATICS = Path(file_util.get_static_dir()) / "static"
(SHEET,) = STATICS.glob("css/index.*.css")


@pytest.fixture
def client() -> Client:
    app = Starlette(
        routes=[Mount("/static", StaticFiles(directory=STATICS))], middleware=[Middleware(LeanFonts)]
    )
    return Client(app)


def faces(sheet: str) -> list[str]:
    return [rule.split("}")[0] for rule in sheet.split("@font-face{")[1:]]


def test_the_text_font_goes_and_the_icons_wait_for_an_icon() -> None:
    before = SHEET.read_text(encoding="utf-8")
    lean = faces(lean_sheet(before))
    assert any("font-family:Source Sans" in face for face in faces(before))
    assert not [face for face in lean if "font-family:Source Sans" in face]
    (icons,) = (face for face in lean if "font-family:Material Symbols" in face)
    assert icons.endswith(";unicode-range:U+30-39,U+5F,U+61-7A")


def test_the_rest_of_the_sheet_stays() -> None:
    before = SHEET.read_text(encoding="utf-8")
    kept = [face for face in faces(before) if "Source Sans" not in face and "Material" not in face]
    lean = lean_sheet(before)
    assert [face for face in faces(lean) if "Material" not in face] == kept
    assert lean.count("{") == before.count("{") - 2


def test_the_answer_fits_the_changed_sheet(client: Client) -> None:
    answer = client.get(f"/static/css/{SHEET.name}", headers={"if-none-match": "*", "range": "bytes=0-9"})
    lean = lean_sheet(SHEET.read_text(encoding="utf-8"))
    assert (answer.status_code, answer.text) == (200, lean)
    assert answer.headers["content-length"] == str(len(lean.encode()))
    assert "etag" not in answer.headers


def test_other_files_stay_as_they_are(client: Client) -> None:
    for path in (STATICS / "css").glob("*.css"):
        if path != SHEET:
            assert client.get(f"/static/css/{path.name}").content == path.read_bytes()

"""What a municipality may bring in, and what is refused: by content, never by name."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from documents.formats.colours import tint
from documents.style import archive, logo
from documents.style.check import check
from documents.style.colour import ENOUGH, contrast, darker
from documents.style.problem import Problem
from dossier.house_style import LIMITS, MEGABYTE, HouseStyle, Part
from tests.unit.documents import small
from tests.unit.documents.style import files
from typetest.card_frame import TINTS

DOCX, ODT = Part.REFERENCE_DOCX, Part.REFERENCE_ODT
PROGRAM = b"MZ" + bytes(3000)
PAGE = b"<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"


def key(part: Part, raw: bytes) -> str:
    found = check(part, raw)
    return found.key if isinstance(found, Problem) else ""


def kept(part: Part, raw: bytes) -> bytes:
    found = check(part, raw)
    assert isinstance(found, bytes), found
    return found


@pytest.mark.parametrize("part", Part)
def test_nothing_is_no_part(part: Part) -> None:
    assert key(part, b"") == key(part, b"  ") == "empty"


@pytest.mark.parametrize("part", [Part.LOGO, DOCX, ODT])
@pytest.mark.parametrize("raw", [PROGRAM, PAGE, b"%PDF-1.7", b"\xd0\xcf\x11\xe0" * 200, b"PK\x03\x04" * 9])
def test_another_kind_of_file_is_refused_whatever_it_is_called(part: Part, raw: bytes) -> None:
    assert key(part, raw) == ("logo_kind" if part is Part.LOGO else "not_that_kind")


@pytest.mark.parametrize("part", [Part.LOGO, DOCX, ODT])
def test_what_is_too_large_is_not_even_opened(part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("documents.style.check._READERS", {})
    assert key(part, b"x" * (LIMITS[part] + 1)) == "too_large"


def test_the_limits_are_those_that_were_agreed() -> None:
    assert [LIMITS[part] // MEGABYTE for part in (Part.LOGO, DOCX, ODT)] == [1, 5, 5]


# --- the colour ------------------------------------------------------------------------------------


@pytest.mark.parametrize("raw", [b"#0f4c5c", b" 0F4C5C ", b"0f4c5c"])
def test_a_colour_may_be_written_in_more_ways(raw: bytes) -> None:
    assert kept(Part.ACCENT, raw) == b"#0f4c5c"


def test_a_short_colour_is_written_out() -> None:
    assert kept(Part.ACCENT, b"#05a") == b"#0055aa"


@pytest.mark.parametrize(
    "raw", [b"petrol", b"#12345", b"#1234567", b"rgb(1,2,3)", b"\xff\xfe", b"#0f4c5g", b"<b>"]
)
def test_what_is_no_colour_is_refused(raw: bytes) -> None:
    assert key(Part.ACCENT, raw) == "colour_unreadable"


@pytest.mark.parametrize(
    ("colour", "counted"),
    [
        ("#ffffff", 1.0),
        ("#000000", 21.0),
        ("#767676", 4.54),
        ("#777777", 4.48),
        ("#ff0000", 4.0),
        ("#0000ff", 8.59),
    ],
)
def test_contrast_is_counted_as_wcag_does(colour: str, counted: float) -> None:
    assert contrast(colour) == pytest.approx(counted, abs=0.01)


def least_contrast(colour: str) -> float:
    """That of headings, on white, or of the header row of a table, on the light shade of the colour."""
    return min(contrast(colour, behind) for behind in ("#ffffff", tint(HouseStyle(accent=colour))))


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_a_colour_that_is_kept_or_suggested_can_be_read_wherever_it_stands(colour: str) -> None:
    found = check(Part.ACCENT, colour.encode())
    used = found.values["suggestion"] if isinstance(found, Problem) else found.decode()
    assert (used == colour) is (least_contrast(colour) >= ENOUGH)
    assert least_contrast(used) >= ENOUGH
    assert kept(Part.ACCENT, used.encode()) == used.encode()
    # In figures it stands on the tints of the score card and on the track of a timeline (WCAG 2.2, 1.4.11).
    assert min(contrast(used, behind) for behind in (*TINTS.values(), "#edf1f2")) >= 3


@pytest.mark.parametrize("colour", ["#ffcc00", "#767676", "#ffffff", "#00ff00", "#e17000"])
def test_a_colour_that_is_too_light_gets_the_nearest_darker_one(colour: str) -> None:
    found = check(Part.ACCENT, colour.encode())
    assert isinstance(found, Problem)
    suggestion = found.values["suggestion"]
    assert (found.key, found.values["colour"]) == ("colour_light", colour)
    assert ENOUGH <= least_contrast(suggestion) < ENOUGH + 0.1
    assert kept(Part.ACCENT, suggestion.encode()) == suggestion.encode()


def test_a_colour_that_is_dark_enough_stays() -> None:
    assert darker("#6e6e6e") == "#6e6e6e"


# --- the logo --------------------------------------------------------------------------------------


PICTURES = [
    *(("PNG", mode) for mode in ("RGB", "L", "1", "P", "RGBA", "LA", "I;16")),
    *(("JPEG", mode) for mode in ("RGB", "L", "CMYK")),
]


@pytest.mark.parametrize(("kind", "mode"), PICTURES)
def test_a_picture_of_any_colours_is_kept_as_what_it_is(kind: str, mode: str) -> None:
    with Image.open(io.BytesIO(kept(Part.LOGO, files.picture(kind, mode=mode)))) as found:
        assert (found.format, found.size) == (kind, (300, 120))


def test_a_grey_picture_of_sixteen_bits_keeps_its_grey() -> None:
    target = io.BytesIO()
    Image.new("I;16", (200, 100), 0x8000).save(target, "PNG")
    with Image.open(io.BytesIO(kept(Part.LOGO, target.getvalue()))) as found:
        assert found.getpixel((50, 50)) == 0x80


def test_see_through_stays_see_through() -> None:
    for raw in (files.picture(mode="RGBA"), files.picture(mode="P", transparency=0)):
        with Image.open(io.BytesIO(kept(Part.LOGO, raw))) as found:
            assert found.convert("RGBA").getpixel((1, 1))[3] == 0  # type: ignore[index] # a pixel of four


def test_what_a_picture_says_of_its_maker_is_gone() -> None:
    raw = files.talkative_png()
    assert b"GEHEIM" in raw
    assert b"GEHEIM" not in kept(Part.LOGO, raw)
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "GEHEIM", 6  # a description, and: lies on its side
    raw = files.picture("JPEG", exif=exif)
    assert b"GEHEIM" in raw
    with Image.open(io.BytesIO(kept(Part.LOGO, raw))) as found:
        assert not found.getexif()
        assert found.size == (120, 300)


def test_a_large_picture_is_made_smaller() -> None:
    with Image.open(io.BytesIO(kept(Part.LOGO, files.picture(size=(4000, 2000))))) as found:
        assert found.size == (logo.KEPT, logo.KEPT // 2)


@pytest.mark.parametrize("size", [(99, 99), (4001, 10), (10, 4001)])
def test_a_picture_of_the_wrong_size_is_refused(size: tuple[int, int]) -> None:
    assert key(Part.LOGO, files.picture(size=size)) == "logo_pixels"


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is large."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\x00" * 1000)
    chunks = (
        struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in (header, data, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("unpacked")

    monkeypatch.setattr("documents.style.logo._drawn_anew", never)
    for side in (5000, 50_000, 2_000_000):
        assert key(Part.LOGO, bomb(side, side)) in {"logo_pixels", "logo_kind"}


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP", "ICO"])
def test_another_kind_of_picture_is_refused(kind: str) -> None:
    assert key(Part.LOGO, files.picture(kind, size=(128, 128))) == "logo_kind"


def test_half_a_picture_is_refused() -> None:
    raw = files.picture("JPEG", size=(1000, 1000))
    assert key(Part.LOGO, raw[: len(raw) // 2]) == "logo_kind"
    assert key(Part.LOGO, bomb(300, 300)) == "logo_kind"


def test_a_drawing_is_refused() -> None:
    assert (
        key(Part.LOGO, b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"/>') == "logo_kind"
    )


# --- zips --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "raw"), [(DOCX, files.pandocs("reference.docx")), (ODT, files.pandocs("reference.odt"))]
)
class TestZip:
    """What holds for docx and odt alike."""

    def test_the_good_file_is_good(self, part: Part, raw: bytes) -> None:
        assert kept(part, raw)

    def test_the_other_kind_is_refused(self, part: Part, raw: bytes) -> None:
        assert key(ODT if part is DOCX else DOCX, raw) == "not_that_kind"

    def test_half_of_it_is_refused(self, part: Part, raw: bytes) -> None:
        assert key(part, raw[: len(raw) // 2]) == "not_that_kind"

    def test_any_other_zip_is_refused(self, part: Part, raw: bytes) -> None:
        assert raw
        assert key(part, files.zipped({"a.txt": b"a", "b.exe": PROGRAM})) == "not_that_kind"

    def test_a_bomb_is_not_unpacked(self, part: Part, raw: bytes) -> None:
        large = files.changed(raw, lambda f: f.update({"bomb.dat": bytes(archive.UNPACKED)}))
        assert len(large) < MEGABYTE
        assert key(part, large) == "unpacks_too_large"
        large = files.changed(raw, lambda f: f.update({"x.xml": b"<a>" + b" " * archive.XML + b"</a>"}))
        assert key(part, large) == "unpacks_too_large"

    def test_too_many_files_are_refused(self, part: Part, raw: bytes) -> None:
        many = {f"f{n}": b"" for n in range(archive.FILES)}
        assert key(part, files.changed(raw, lambda f: f.update(many))) == "unpacks_too_large"

    def test_a_file_that_lies_about_its_size_is_refused(self, part: Part, raw: bytes) -> None:
        lying = bytearray(files.changed(raw, lambda f: f.update({"lie.dat": bytes(100_000)})))
        at = lying.rindex(b"lie.dat") - 46 + 24  # the size in the list of contents
        lying[at : at + 4] = struct.pack("<I", 10)
        assert key(part, bytes(lying)) == "not_that_kind"

    def test_a_locked_file_is_named_as_such(self, part: Part, raw: bytes) -> None:
        locked = bytearray(raw)
        at = locked.rindex(b"PK\x01\x02") + 8  # the marks of the last file in the list
        locked[at] |= 1
        assert key(part, bytes(locked)) == "locked"

    def test_declarations_in_xml_are_refused(self, part: Part, raw: bytes) -> None:
        name = "word/styles.xml" if part is DOCX else "styles.xml"
        laughs = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
        for encoding in ("utf-8", "utf-16"):
            content = laughs.encode(encoding)
            assert key(part, files.changed(raw, lambda f, c=content: f.update({name: c}))) == "unsafe"  # type: ignore[misc] # bound at once

    def test_broken_xml_is_refused(self, part: Part, raw: bytes) -> None:
        name = "word/styles.xml" if part is DOCX else "styles.xml"
        assert key(part, files.changed(raw, lambda f: f.update({name: b"<a><b></a>"}))) == "not_that_kind"

    def test_what_hides_before_after_or_between_is_not_kept(self, part: Part, raw: bytes) -> None:
        hiding = files.changed(raw, lambda f: f.update({"docProps/GEHEIM.txt": b"GEHEIM" * 50}))
        found = kept(part, b"GEHEIM" + hiding)
        assert b"GEHEIM" not in found
        assert not any("GEHEIM" in name for name in files.unzipped(found))


# --- pages ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", [DOCX, ODT])
@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ((21, 29.7, 2.5, 2.5), ""),
        ((14.8, 21, 2.5, 2.5), ""),
        ((29.7, 21, 2.5, 2.5), ""),
        ((10, 20, 1, 1), ""),
        ((10, 20, 1.1, 1), "no_room"),
        ((20, 10, 1.1, 1), "no_room"),
        ((21, 29.7, 14, 2.5), "no_room"),
        ((10, 29.7, 4.9, 2.5), "no_room"),
        ((21, 29.7, 2.5, 14), "no_room"),
    ],
)
def test_pages_without_room_for_text_are_refused(
    part: Part, page: tuple[float, float, float, float], expected: str
) -> None:
    assert key(part, files.with_page(part, *page)) == expected


def test_the_room_on_a_first_page_of_its_own_counts_too() -> None:
    header = "<style:header><text:p>Gemeente</text:p></style:header>"
    assert key(ODT, small.with_pages("", header)) == ""
    assert key(ODT, small.with_pages("", header, "14cm")) == "no_room"
    assert key(ODT, small.with_pages("", "", "14cm")) == "", "one that is empty gives way to ours"

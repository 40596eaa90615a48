"""Makes the fonts of documents again: ``python -m script.document_fonts``, in content/documenten/huisstijl.

Subsets of Noto fonts under the Open Font License: Latin, Greek, Cyrillic, Hebrew, Arabic, symbols, arrows,
mathematics and emoji in one colour. Most come from the package manimgx-fonts, which pip downloads; the others
from the Debian package fonts-noto-core, which must be installed.
"""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from documents.catalogue import HOUSE_STYLE

TARGET = HOUSE_STYLE / "fonts"
PACKAGE = "manimgx-fonts==2026.9.26.post1"
DEBIAN = Path("/usr/share/fonts/truetype/noto")

Ranges = tuple[tuple[int, int], ...]
SIGNS: Ranges = ((0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x218F), (0x2212, 0x2212))
# Without the stroke U+0338: a sign such as ≠ would be drawn in two parts, and come out of a PDF twice.
EUROPE: Ranges = (
    *((0x20, 0x7E), (0xA0, 0x337), (0x339, 0x52F), (0x1E00, 0x1FFF), *SIGNS),  # Latin, Greek, Cyrillic
    *((0x25CC, 0x25CC), (0xFB00, 0xFB06), (0xFE20, 0xFE2F), (0xFEFF, 0xFEFF), (0xFFFC, 0xFFFD)),
)
ARABIC: Ranges = (
    *((0x20, 0x7E), (0x600, 0x6FF), (0x750, 0x77F), (0x200B, 0x200F), (0xFDF2, 0xFDFD)),
    (0xFE70, 0xFEFF),
)
SYMBOLS: Ranges = ((0x2190, 0x2BFF),)
EVERYTHING: Ranges = ((0, 0x10FFFF),)

REGULAR, BOLD = 400, 700
FEATURES = ["tnum", "lnum"]  # besides those that a font needs to be read: figures of one width
NAMES_KEPT = [0, 1, 2, 3, 4, 5, 6, 13, 14]


@dataclass(frozen=True)
class Font:
    """A file to make: from which font, which weight of it, and which characters."""

    name: str
    source: str
    characters: Ranges
    weight: int = REGULAR
    italic: bool = False

    @property
    def file(self) -> str:
        """Its name as a file, as the Noto fonts are called."""
        style = ("Bold" if self.weight == BOLD else "") + ("Italic" if self.italic else "")
        return f"{self.name.replace(' ', '')}-{style or 'Regular'}.ttf"


FONTS = (
    # All four of one extent: typst looks for a sign in one of them alone.
    Font("Noto Sans", "NotoSans[wght].ttf", EUROPE),
    Font("Noto Sans", "NotoSans[wght].ttf", EUROPE, BOLD),
    Font("Noto Sans", "NotoSans-Italic[wght].ttf", EUROPE, italic=True),
    Font("Noto Sans", "NotoSans-Italic[wght].ttf", EUROPE, BOLD, italic=True),
    Font("Noto Sans Hebrew", "NotoSansHebrew[wght].ttf", EVERYTHING),
    Font("Noto Sans Hebrew", "NotoSansHebrew[wght].ttf", EVERYTHING, BOLD),
    # Newer ones draw a letter in parts, and then a letter is copied from a PDF twice.
    Font("Noto Sans Arabic", "NotoSansArabic-Regular.ttf", ARABIC),
    Font("Noto Sans Arabic", "NotoSansArabic-Bold.ttf", ARABIC, BOLD),
    Font("Noto Sans Symbols", "NotoSansSymbols[wght].ttf", EVERYTHING),
    Font("Noto Sans Symbols 2", "NotoSansSymbols2-Regular.ttf", SYMBOLS),
    Font("Noto Sans Math", "NotoSansMath-Regular.ttf", SYMBOLS),
    Font("Noto Emoji", "NotoEmoji[wght].ttf", EVERYTHING),
)


def main() -> None:
    """Make every font, and say how large it is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest", name, PACKAGE]
        subprocess.run(pip, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - all words are ours
        for wheel in folder.glob("*.whl"):
            zipfile.ZipFile(wheel).extractall(folder)
        for font in FONTS:
            path = TARGET / font.file
            make(font, next(_sources(folder, font.source)), path)
            sys.stdout.write(f"{font.file:32} {path.stat().st_size // 1024:5} kB\n")


def make(font: Font, source: Path, target: Path) -> None:
    """Write ``font``, without what says how it is drawn on old screens."""
    made = TTFont(source, recalcTimestamp=False)
    if "fvar" in made:
        axes = {axis.axisTag: axis.defaultValue for axis in made["fvar"].axes}
        made = instancer.instantiateVariableFont(made, axes | {"wght": font.weight})
    options = subset.Options(hinting=False, notdef_outline=True, name_IDs=NAMES_KEPT)
    options.layout_features += FEATURES
    options.drop_tables += ["STAT", "MVAR", "DSIG"]
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=[c for c in made.getBestCmap() if any(a <= c <= b for a, b in font.characters)])
    chosen.subset(made)
    _rename(made, font)
    made.save(target)


def _rename(made: TTFont, font: Font) -> None:
    """Let the font say its own weight: a cut of a variable font still bears the name of the whole."""
    style = font.file.removesuffix(".ttf").rpartition("-")[2].replace("BoldItalic", "Bold Italic")
    names = {1: font.name, 2: style, 4: f"{font.name} {style}", 6: font.file.removesuffix(".ttf")}
    for number, words in names.items():
        made["name"].setName(words, number, 3, 1, 0x409)
    made["OS/2"].usWeightClass = font.weight
    bold, italic = font.weight == BOLD, font.italic
    made["OS/2"].fsSelection = italic | bold << 5 | (not (bold or italic)) << 6
    made["head"].macStyle = bold | italic << 1


def _sources(folder: Path, name: str) -> Iterator[Path]:
    yield from (p for p in (*folder.rglob("*.ttf"), DEBIAN / name) if p.name == name and p.exists())


if __name__ == "__main__":
    main()

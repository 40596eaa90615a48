"""Random and nasty texts in every position of every document, read back from every format."""

import re
from collections.abc import Iterator, Sequence
from random import Random

from documents.catalogue import documents
from documents.options import Options
from documents.render import FORMATS, render_all
from dossier.model import Details, Dossier
from tests.unit.documents import dossiers, reading
from tests.unit.documents.test_literal import READERS

BATCH = 200
"""How many texts are in one dossier."""
_TURNED = re.compile("[\u0590-\u08ff\u2067\u200f]")
"""In a line with such a sign a PDF has the signs around it in another order; `test_literal` has such."""
ALPHABETS: tuple[Sequence[str], ...] = (
    "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJ 0123456789",
    "<>&\"'/\\=;#%$@!?*_~^`|{}[]()+-. ",
    "éèëïöüçñøåßœæĳĲŸ€£§°±×÷½²³µ–—…‘’“”„«»•",
    "αβγδεζηθλπςΩΑΒЖЯиюшьЪ",
    ("😀", "🎉", "👍🏽", "🇳🇱", "👨‍👩‍👧", "☂", "★", "→", "⇒", "≤", "≥", "≠", "=\u0338", "≮", "∑", "√", "∞"),
    ("a\u00a0b", "a\u2009b", "x\u200by", "zacht\u00adaf", "niet\u2011af", "e\u0301", "n\u0303", "u\u0308"),
    "中文字日本語한국어ไทย",
    "אבגדהוזחטיךכלםמןנ ابتثجحخدذرزسشص\u200e\u200f\u2067\u2069",
)
PARTS = (
    "{{ x }}",
    "{% if %}",
    "</td>",
    "<br>",
    "<!--",
    "]]>",
    "&amp;",
    "\\n",
    "#let x",
    "$x$",
    "**a**",
    "[a](b)",
)


def texts(seed: int, count: int) -> Iterator[str]:
    """Random texts, each with a name of its own in front; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - not a secret
    for number in range(count):
        alphabets = random.sample(ALPHABETS, random.randint(1, 3))
        pieces = [
            random.choice(PARTS) if random.random() < 0.1 else random.choice(random.choice(alphabets))
            for _ in range(random.randint(1, 60))
        ]
        yield f"T{seed}x{number}:{''.join(pieces)}".strip()


def dossier_with(found: list[str]) -> Dossier:
    """A dossier that holds each text in all fields of one item, the kinds of items in turn."""
    rows = (list(dossiers.every_kind(text, str(n))) for n, text in enumerate(found))
    items = [row[n % len(row)] for n, row in enumerate(rows)]
    # Each in a paragraph of its own: what is written from right to left turns the signs beside it too.
    answers = dossiers.every_answer("\n\n".join(found[:20]))
    details = Details(municipality=found[0], title=found[-1], period_start=2027)
    sessions = tuple(dossiers.session(text) for text in found[:10])
    return dossiers.dossier(
        *items, *answers, huidig=dossiers.HUIDIG, note=found[1], details=details, workshops=sessions
    )


def lost(seed: int, count: int = BATCH) -> list[tuple[str, str, str]]:
    """What a format lost of what the web page of the same document shows: document, format and text."""
    found = list(texts(seed, count))
    dossier = dossier_with(found)
    faults = []
    for name in documents():
        files = render_all(dossier, name, FORMATS, dossiers.TODAY, Options())
        holds = {format_name: READERS[format_name](content) for format_name, content in files.items()}
        page = reading.one_spaced(reading.html(files["html"]).body.get_text())  # type: ignore[union-attr] # it has one
        shown = [text for text in map(reading.one_spaced, found) if text in page]
        if name == "plan_van_aanpak":
            faults += [(name, "html", text) for text in map(reading.one_spaced, found) if text not in shown]
        faults += [
            (name, other, text)
            for other in FORMATS
            if other != "html"
            for text in shown
            if not (other == "pdf" and _TURNED.search(text)) and not holds[other](text)
        ]
    return faults

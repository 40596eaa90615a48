"""Whatever a person typed comes back literally in every field of every kind, in every format.

The named normalisations: a stretch of white space may become other white space (a line break stays a line
break), and a character that XML forbids becomes U+FFFD. In a PDF, where text has places on a page and no
spaces, it is compared in NFKC without white space and unseen characters; what is drawn from right to left by
its characters; and a sign that no font has is U+FFFD.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from markupsafe import Markup

from documents.fonts import drawable
from documents.render import render
from documents.templates import finalize
from dossier.model import Details, Dossier
from stappenplan.fields import Form, fields_of
from stappenplan.items import KINDS
from tests.unit.documents import dossiers, reading

NASTY = [
    "<b>vet</b> <script>alert(1)</script> &amp; &lt; </td></table> <!-- x -->",
    "# kop\n- lijst **vet** _schuin_ `code` [link](http://x.nl) ![p](x.png)\n1. een\n> citaat\n| a | b |",
    "{{ 7*7 }} {% for x in y %} {# weg #} {{ ''.__class__ }}",
    "=1+1 @SUM(A1) +cmd|' /C calc'!A0",
    '$x$ \\alpha \\newpage ^noot^ ~sub~ :smile: ::: div\n#import "x" @cite -- --- ... \'q\' "r"',
    "😀 👨‍👩‍👧 é ñ ü ĳ 中文 שלום مرحبا \u202eomgekeerd\u202c",
    "“Word” ‘tekst’ – … • punt\u00a0vast \u200bnul \u00adzacht \uf0b7 ﬁ ™\tTab",
    "\n\nwit ervoor\n\n\nen erna\u2028lijn \n",
    "'; DROP TABLE x; --",
    "%PDF C:\\pad\\naar {0} {naam} %s",
]
LONG = "lang " * 1500 + "z" * 2400


def nasty_dossier() -> Dossier:
    items = [i for n, text in enumerate([*NASTY, LONG]) for i in dossiers.every_kind(text, str(n))]
    everything = "\n".join(NASTY)
    return dossiers.dossier(
        *items, *dossiers.every_answer(everything), huidig=dossiers.HUIDIG, note=f"noot§{everything}"
    )


def expected() -> Iterator[tuple[str, str]]:
    """Every field and the text that must be found."""
    for kind in KINDS:
        for field in fields_of(kind):
            if kind != "answer" and field.form in (Form.SHORT, Form.LONG):
                for text in [*NASTY, LONG]:
                    whole = f"{kind}.{field.name}§{text}"[: field.limit]
                    yield f"{kind}.{field.name}", reading.one_spaced(whole)
    for prompt in dossiers.PROMPTS:
        if prompt.kind == "answer":
            for text in NASTY:
                yield prompt.key, reading.one_spaced(text)
            yield prompt.key, reading.one_spaced(f"{prompt.key}§{NASTY[0]}")
    yield "note", reading.one_spaced("noot§" + "\n".join(NASTY))


# Letters from right to left, and what is turned around on purpose. Where a line ends among them, the sign
# before may be drawn after what stands for a missing one.
TURNED = re.compile("((?:.\ufffd+)?(?:\u202e[^\u202c]*\u202c|[\u0590-\u08ff])+)")


# How PDFium gives a hyphen at the end of a line: one that was typed, or one of a word that was divided there.
ENDING = "\x02"


def visible(text: str) -> str:
    """What can be seen of a text."""
    plain = unicodedata.normalize("NFKC", text.replace("\ufffe", ENDING))
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")


def in_html(content: bytes) -> Callable[[str], bool]:
    found = reading.one_spaced(reading.html(content).get_text())
    return lambda wanted: wanted in found


def in_word(content: bytes) -> Callable[[str], bool]:
    found = reading.one_spaced(reading.word_text(reading.word(content)))
    return lambda wanted: wanted in found


def in_odt(content: bytes) -> Callable[[str], bool]:
    found = reading.one_spaced(reading.odt_text(reading.Odt(content).body))
    return lambda wanted: wanted in found


def in_pdf(content: bytes) -> Callable[[str], bool]:
    found = visible(reading.pdf_text(content))
    undivided = found.replace(ENDING, "")

    def pattern_of(text: str) -> str:
        return f"{ENDING}?".join(f"[-{ENDING}]" if c == "-" else re.escape(c) for c in text)

    def holds(wanted: str) -> bool:
        parts = TURNED.split("".join(drawable(wanted).split()))
        straight, turned = [visible(p) for p in parts[::2]], [visible(p) for p in parts[1::2]]
        if not turned:
            return straight[0] in undivided or bool(re.search(pattern_of(straight[0]), found))
        # Signs and figures that come after may be drawn among them: so a little room.
        windows = [f"(.{{{len(p)},{len(p) + 8}}})" for p in turned] + [""]
        pattern = "".join(pattern_of(s) + w for s, w in zip(straight, windows, strict=True))
        return any(
            all(Counter(t) <= Counter(window) for t, window in zip(turned, hit.groups(), strict=True))
            for hit in re.finditer(pattern, found)
        )

    return holds


READERS = {"html": in_html, "docx": in_word, "odt": in_odt, "pdf": in_pdf}


@pytest.mark.parametrize("format_name", READERS)
def test_every_field_comes_back_literally(format_name: str) -> None:
    content = render(nasty_dossier(), "plan_van_aanpak", format_name, dossiers.TODAY)
    holds = READERS[format_name](content)
    assert {place for place, wanted in expected() if not holds(wanted)} == set()


def test_a_text_that_is_not_there_is_not_found_in_a_pdf() -> None:
    answer = dossiers.item("answer", question="plan.rollen", text="a -- b שלום c")
    holds = in_pdf(render(dossiers.dossier(answer), "plan_van_aanpak", "pdf", dossiers.TODAY))
    assert [holds(t) for t in ("a -- b שלום c", "a – b", "a -- b שלוש c")] == [True, False, False]


@pytest.mark.parametrize("text", NASTY)
def test_the_names_of_a_dossier_come_back_literally(text: str) -> None:
    details = Details(municipality=f"M§{text}", title=f"T§{text}")
    dossier = dossiers.dossier(details=details)
    wanted = {reading.one_spaced(f"{letter}§{text}") for letter in "MT"}
    page = reading.html(render(dossier, "plan_van_aanpak", "html", dossiers.TODAY))
    assert page.title is not None
    assert all(w in reading.one_spaced(page.get_text()) for w in wanted)
    assert reading.one_spaced(f"T§{text}") in reading.one_spaced(page.title.get_text())
    document = reading.word(render(dossier, "plan_van_aanpak", "docx", dossiers.TODAY))
    assert all(w in reading.one_spaced(reading.word_text(document)) for w in wanted)
    header = "\n".join(p.text for p in document.sections[0].header.paragraphs)
    assert reading.one_spaced(header) == reading.one_spaced(f"T§{text}")
    assert reading.one_spaced(document.core_properties.title) == reading.one_spaced(f"T§{text}")
    opened = reading.Odt(render(dossier, "plan_van_aanpak", "odt", dossiers.TODAY))
    assert all(w in reading.one_spaced(reading.odt_text(opened.body)) for w in wanted)
    headers = [reading.one_spaced(reading.odt_text(h)) for h in opened.styles.iter(reading.o("style:header"))]
    assert headers == [reading.one_spaced(f"T§{text}")]
    assert reading.one_spaced(opened.meta.findtext(f".//{reading.o('dc:title')}")) == headers[0]
    pdf = render(dossier, "plan_van_aanpak", "pdf", dossiers.TODAY)
    assert all(map(in_pdf(pdf), wanted))
    assert reading.one_spaced(reading.pdf_title(pdf)) == reading.one_spaced(f"T§{text}")


def test_a_line_break_stays_a_line_break() -> None:
    answer = dossiers.item("answer", question="plan.rollen", text="eerste\ntweede")
    content = render(dossiers.dossier(answer), "plan_van_aanpak", "docx", dossiers.TODAY)
    assert "eerste\ntweede" in reading.word_text(reading.word(content))
    content = render(dossiers.dossier(answer), "plan_van_aanpak", "odt", dossiers.TODAY)
    assert "eerste\ntweede" in reading.odt_text(reading.Odt(content).body)


def test_what_xml_forbids_becomes_visible() -> None:
    assert finalize("a\x00b\x0bc\ud800") == "a\ufffdb\ufffdc\ufffd"


def test_what_a_template_made_is_left_alone_and_other_text_is_escaped() -> None:
    assert finalize(Markup("<b>")) == Markup("<b>")
    assert finalize("<b>\n&") == Markup("&lt;b&gt;<br>\n&amp;")

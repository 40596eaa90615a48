"""What signs do to a text, and that they can do nothing else."""

import re
import time
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import example, given
from hypothesis import strategies as st

from content import loader
from documents.filters import one_line, rich
from documents.markup import paragraphs, with_form, without_signs
from documents.parts import parts_of
from stappenplan.fields import Form, fields_of
from stappenplan.items import KINDS, Answer, AnyItem, Goal, Indicator
from stappenplan.shapes import Formattable
from tests.unit.documents import dossiers
from tests.unit.documents.test_literal import LONG, NASTY
from tests.unit.stappenplan.strategies import any_items

ALLOWED: dict[str, set[str]] = {
    **{name: set() for name in ("p", "br", "strong", "ul", "li")},
    "ol": {"start"},
    "a": {"href", "rel"},
}
SIGNS = ["**", "*", "- ", "  - ", "    ", "1. ", "3. ", "12. ", "-", "1.", "[", "]", "(", ")", "\\", "!"]
NO_SIGNS = ["_", "`", "~", "# ", "> ", "+ ", "|", "<b>", "</li>", "<!--", "&amp;", "&", '"', "'", "•", "“"]
LINKS = [
    *("[tekst]", "(https://voorbeeld.nl/a_b?c=d&e)", "(mailto:info@voorbeeld.nl)", "(http://x.nl)"),
    *(
        "(javascript:alert(1))",
        "(data:text/html,x)",
        "(//x.nl)",
        "(https://)",
        "<https://x.nl>",
        "(https://a@b.nl)",
    ),
]
PLAIN = ["\n", "\n\n", " ", "\t", "een", "twee", "é", "2027. "]
built = st.lists(st.sampled_from([*SIGNS, *NO_SIGNS, *LINKS, *PLAIN]), max_size=30).map("".join)


def soup(text: str) -> BeautifulSoup:
    return BeautifulSoup(with_form(text), "html.parser")


def links(text: str) -> list[tuple[str, str]]:
    return [(link.get_text(), str(link["href"])) for link in soup(text).find_all("a")]


def letters(text: str) -> str:
    return re.sub(r"[\s*\\\[\]()\-.]", "", text)


def pieces(html: str) -> list[str]:
    """The words and elements, whatever white space is between them."""
    return re.sub(r"(<[^>]*>)", r" \1 ", html).split()


def texts_of(item: AnyItem) -> Iterator[str]:
    """The names of its fields of text."""
    yield from (f.name for f in fields_of(item.kind) if f.form in (Form.SHORT, Form.LONG))


# --- what signs can never do -------------------------------------------------------------------------


@given(built | st.text(max_size=60))
@example("\n".join(NASTY))
def test_only_a_few_elements_come_out_and_links_lead_to_the_web_or_to_mail(text: str) -> None:
    for element in soup(text).find_all():
        assert isinstance(element, Tag)
        assert set(element.attrs) <= ALLOWED[element.name]
        if element.name == "a":
            assert re.match(r"(https?://|mailto:)\w", str(element["href"]))
            assert element["rel"] == ["noopener"]
            assert element.get_text(strip=True)


@given(built | st.text(st.characters(exclude_characters="[0")))
@example("- - - - - diep\n          - dieper")
@example("1. a\n2. b\n4. c\n4. d\n\n7. e\n- f\n1. g")
def test_every_letter_and_every_number_stays(text: str) -> None:
    found = soup(text)
    for link in found.find_all("a"):
        link.append(str(link["href"]))
    for numbered in found.find_all("ol"):
        first = int(str(numbered.get("start", "1")))
        for number, line in enumerate(numbered.find_all("li", recursive=False), first):
            line.insert(0, str(number))
    assert letters(found.get_text()) == letters(BeautifulSoup(paragraphs(text), "html.parser").get_text())


@given(built)
def test_every_element_is_closed_in_its_place(text: str) -> None:
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^<>]*>", with_form(text)):
        if closing:
            assert opened.pop() == name
        elif name != "br":
            opened.append(name)
    assert opened == []


@given(
    st.text(
        st.characters(
            exclude_categories=["Zs", "Zl", "Zp"], exclude_characters="*[\\-123456789", include_characters=" "
        )
    )
)
@example("# kop\n\n    inspringen\n> citaat\n+ plus\n```\n<b>&amp;</b> https://x.nl _x_ !(x.png)\n===")
def test_a_text_without_signs_comes_out_as_a_literal_one(text: str) -> None:
    assert pieces(with_form(text)) == pieces(paragraphs(text))


@given(any_items)
def test_an_item_without_form_shows_every_text_as_before(item: AnyItem) -> None:
    if isinstance(item, Formattable):
        item = item.model_copy(update={"formatted": False})
    for field in texts_of(item):
        assert rich(item, field) == paragraphs(getattr(item, field))
        assert without_signs(item, field).split() == one_line(getattr(item, field)).split()


@given(any_items.filter(lambda item: isinstance(item, Formattable)))
def test_only_the_long_texts_of_an_item_with_form_have_form(item: AnyItem) -> None:
    marked = item.model_copy(update={"formatted": True})
    for field in fields_of(item.kind):
        if field.form in (Form.SHORT, Form.LONG):
            text = getattr(item, field.name)
            assert rich(marked, field.name) == (with_form if field.form is Form.LONG else paragraphs)(text)


def test_the_kinds_with_a_long_text_may_have_form_and_no_others() -> None:
    with_long = {kind for kind in KINDS if any(f.form is Form.LONG for f in fields_of(kind))}
    assert {kind for kind, model in KINDS.items() if issubclass(model, Formattable)} == with_long
    assert rich(Indicator(title="**x**"), "title") == "<p>**x**</p>"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[" * 10_000,
            "]" * 10_000,
            "*" * 10_000,
            "_" * 10_000,
            "`" * 10_000,
            "<" * 10_000,
            "\n" * 10_000,
            "!" * 10_000,
        ),
        *("**a " * 2_500, "a**" * 3_300, "**a" * 3_300, "*a **b " * 1_400, "**x**" * 2_000, "***a" * 2_500),
        *("**a " * 1_600 + " b**" * 900, "*_" * 5_000, "[a](" * 2_500, "[a](https://x/" * 700, "![" * 5_000),
        *(
            "[a](https://x/" + "(" * 9_900,
            "[" + "a" * 9_990,
            "[" + "\\]" * 4_990,
            "[\\" * 5_000,
            "\\-" * 5_000,
        ),
        *(
            "- " * 5_000,
            "- a\n" * 2_500,
            "- [\n" * 2_500,
            "- a\n  " * 1_600,
            "1. " * 3_300,
            "\t" * 9_990 + "- x",
        ),
        *(
            "\n".join(" " * n + "- a" for n in range(130)),
            "\n".join(f"{n}. a" for n in range(1, 1_400)),
            LONG,
        ),
    ],
    ids=lambda text: f"{text[:6]!r}",
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    html = with_form(text[:10_000])
    assert time.process_time() - began < 0.9
    assert html or not text.strip()


# --- what signs do ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("een\ntwee\n\ndrie", "<p>een<br>\ntwee</p>\n<p>drie</p>"),
        (
            "**vet** en *niet* en __niet__ en _niet_",
            "<p><strong>vet</strong> en *niet* en __niet__ en _niet_</p>",
        ),
        ("***x***", "<p>*<strong>x</strong>*</p>"),
        ("**a **b** c**", "<p><strong>a b c</strong></p>"),
        ("2 ** 3 ** 4 **", "<p>2 ** 3 ** 4 **</p>"),
        ("- een\n- twee\nVerder", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n<p>Verder</p>"),
        ("Dus:\n- een\n  vervolg", "<p>Dus:</p>\n<ul>\n<li>een<br>\nvervolg</li>\n</ul>"),
        ("1. een\n2. twee", "<ol>\n<li>een</li>\n<li>twee</li>\n</ol>"),
        ("4. een\n7. twee", '<ol start="4">\n<li>een</li>\n</ol>\n<ol start="7">\n<li>twee</li>\n</ol>'),
        ("- a\n  1. b", "<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>"),
        ("2027. Een jaar", "<p>2027. Een jaar</p>"),
        ("-", "<p>-</p>"),
        ("+ voordeel\n* ster\n1) een\n• punt", "<p>+ voordeel<br>\n* ster<br>\n1) een<br>\n• punt</p>"),
        ("-5 graden, 1.5 uur", "<p>-5 graden, 1.5 uur</p>"),
        ("[a](https://x.nl)", '<p><a href="https://x.nl" rel="noopener">a</a></p>'),
        ("[**a**](http://x.nl)", '<p><a href="http://x.nl" rel="noopener"><strong>a</strong></a></p>'),
        ("https://x.nl www.x.nl a@x.nl", "<p>https://x.nl www.x.nl a@x.nl</p>"),
        ("![a](https://x.nl/a.png)", "<p>![a](https://x.nl/a.png)</p>"),
        ("<b>&amp;", "<p>&lt;b&gt;&amp;amp;</p>"),
        ("", ""),
    ],
)
def test_signs_give_form(text: str, html: str) -> None:
    assert with_form(text) == html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"\*\*niet vet\*\*", "**niet vet**"),
        (r"\[a](https://x.nl)", "[a](https://x.nl)"),
        (r"\- geen lijst", "- geen lijst"),
        (r"1\. geen lijst", "1. geen lijst"),
        (r"\\server\map\bestand a\-b 1\.5 \_ \#", r"\\server\map\bestand a\-b 1\.5 \_ \#"),
        ("eind\\\nvan de regel\\", "eind\\\nvan de regel\\"),
    ],
)
def test_a_backslash_takes_a_meaning_away_and_stays_where_there_is_none(text: str, shown: str) -> None:
    assert with_form(text) == paragraphs(shown)


@pytest.mark.parametrize(
    "address",
    [
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "ftp://x.nl",
            "//x.nl",
            "/pad",
            "x.nl",
            "",
            "#a",
        ),
        *("https://", "https:x.nl", "https:///x", "https://a@b.nl", "https://x.nl a", 'https://x.nl "titel"'),
        *(
            "<https://x.nl>",
            "https://x.nl\\@y",
            "mailto:",
            "mailto:a",
            "mailto:a@",
            "&#106;avascript:alert(1)",
            "java\nscript:x",
        ),
    ],
)
def test_a_link_that_leads_elsewhere_is_literal(address: str) -> None:
    text = f"[tekst]({address})"
    assert with_form(text) == paragraphs(text)


@pytest.mark.parametrize("words", ["", " ", "…", "a]b", "\\", "a\nb"])
def test_a_link_needs_words(words: str) -> None:
    assert links(f"[{words}](https://x.nl)") == []


@pytest.mark.parametrize(
    ("address", "href"),
    [
        (
            "https://nl.wikipedia.org/wiki/Zorg_(begrip)?a=b&c#d",
            "https://nl.wikipedia.org/wiki/Zorg_(begrip)?a=b&c#d",
        ),
        ("HTTPS://X.nl:8080/*a*", "HTTPS://X.nl:8080/*a*"),
        ("https://één.nl/é", "https://xn--n-9faa.nl/%C3%A9"),
        ("mailto:info@x.nl?subject=Plan", "mailto:info@x.nl?subject=Plan"),
    ],
)
def test_an_address_is_kept(address: str, href: str) -> None:
    assert [(words, found.lower()) for words, found in links(f"Zie [hier]({address}).")] == [
        ("hier", href.lower())
    ]


def test_lists_go_three_deep() -> None:
    found = soup("- a\n  - b\n    - c\n      - d\n    - c2\n  - b2\n- a2")
    assert [len(one.find_parents("ul")) for one in found.find_all("ul")] == [0, 1, 2]
    assert "- d" in found.get_text()
    assert len(found.find_all("li")) == 6


def test_the_title_of_an_item_is_without_signs() -> None:
    text = "- **Sterk** <b>\n- [net](https://x.nl)"
    answer = Answer(question="visie.belang", text=text)
    assert without_signs(answer, "text") == one_line(text)
    assert without_signs(answer.model_copy(update={"formatted": True}), "text") == "Sterk <b> net"


def test_each_answer_of_a_question_has_its_own_form() -> None:
    answers = [
        dossiers.item("answer", "a", question="visie.belang", text="**a**"),
        dossiers.item("answer", "b", question="visie.belang", text="**b**", formatted=True),
    ]
    (question,) = [q for part in parts_of(answers) for q in part.questions if q.key == "visie.belang"]
    assert question.html == "<p>**a**</p>\n<p><strong>b</strong></p>"


def test_what_was_kept_before_there_was_form_is_literal() -> None:
    assert not Goal.model_validate_json('{"kind": "goal", "specific": "**x**"}').formatted


def test_no_suggestion_changes_by_being_taken_over() -> None:
    """It goes into an item that has form."""
    found = [
        text
        for group in loader.suggestions().groups
        for suggestion in group.suggestions
        for text in (suggestion.text or "", *(suggestion.data or {}).values())
        if with_form(text) != paragraphs(text)
    ]
    assert found == []

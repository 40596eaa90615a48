"""What a group says in words, and its card as a picture."""

import html
from base64 import b64decode

import pytest

from typetest.group import Split, card
from typetest.publication import Tables
from ui.components import group_card, group_text
from ui.components.qr import qr

SPREAD_OUT = [(7, 7)] * 4 + [(0, 0)] * 4 + [(7, 0)]


@pytest.mark.parametrize(
    ("split", "words"),
    [
        (Split(7, 5, 1), "7 tegen 5, 1 open"),
        (Split(8, 8, 0), "8 tegen 8"),
        (Split(9, 0, 0), "alle 9 kozen a"),
        (Split(0, 12, 2), "alle 12 kozen b, 2 open"),
        (Split(0, 1, 4), "1 koos b, 4 open"),
        (Split(0, 0, 4), "niemand gaf antwoord"),
    ],
)
def test_a_split_in_words(split: Split, words: str) -> None:
    assert group_text.split_in_words(split) == words


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([(5, 5)] * 4 + [(2, 2)], "De groep past bij type I: de ambitie voorbij."),
        ([(5, 5), (2, 2)], "Het zwaartepunt ligt op de grens. De groep heeft geen duidelijk type."),
        ([(7, 3)] * 3 + [(7, 7)] * 2 + [(0, 7)] * 2, "De groep is verdeeld en heeft geen duidelijk type."),
    ],
)
def test_the_conclusion_of_a_card(cells: list[tuple[int, int]], words: str) -> None:
    assert group_text.conclusion(card(cells)) == words


def test_the_measures_in_words() -> None:
    shown = card([(5, 6), (5, 6), (5, 3)])
    assert "5,0 op sturing en 5,0 op insteek" in group_text.centre_in_words(shown)
    assert "0,0 op sturing en 0,4 op insteek" in group_text.spread_in_words(shown)


def test_the_picture_carries_its_conclusion() -> None:
    shown = card([(5, 5)] * 4 + [(2, 2)])
    found = html.unescape(group_card.image(shown))
    alt = found.split('alt="')[1].split('"')[0]
    assert alt == group_text.card_in_words(shown)
    assert "5 mensen" in alt
    assert "type I: 4, type II: 0, type III: 0 en type IV: 1" in alt
    drawing = b64decode(found.split("base64,")[1].split('"')[0]).decode()
    assert "Zwaartepunt van de groep" in drawing
    assert "Uw eigen plek" not in drawing
    own = b64decode(group_card.image(shown, (2, 2)).split("base64,")[1].split('"')[0]).decode()
    assert "Uw eigen plek" in own


@pytest.mark.parametrize(
    ("people", "complete", "words"),
    [(0, 0, "niemand gaf antwoord"), (4, 4, "minder dan 5 mensen"), (7, 7, "een paar anderen")],
)
def test_what_is_hidden_has_a_reason(people: int, complete: int, words: str) -> None:
    hidden = Tables("raad", people, complete)
    assert words in group_text.why_no_card(hidden, 5)
    assert words in group_text.why_no_splits(hidden, 5)


def test_what_is_shown_needs_no_reason_and_says_whom_it_is_about() -> None:
    shown = Tables("raad", 9, 7, card([(5, 5)] * 7), (Split(9, 0, 0),) * 14, 9)
    assert (group_text.why_no_card(shown, 5), group_text.why_no_splits(shown, 5)) == ("", "")
    assert "alle 9 mensen" in group_text.about_whom(shown)
    assert "7 mensen die alle vragen" in group_text.about_whom(
        Tables("raad", 9, 7, shown.card, shown.splits, 7)
    )


def test_the_qr_code_is_a_picture_of_its_own() -> None:
    assert qr("https://voorbeeld.nl/meedoen?code=K7R4MXP").startswith("data:image/svg+xml")

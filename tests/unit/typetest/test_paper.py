import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.typetest.strategies import answer_sets
from typetest.model import QUESTIONS, Choice
from typetest.paper import Letters, Wrong, read_letters

A, B = Choice


def test_fourteen_letters_are_a_form() -> None:
    read = read_letters("ab-Bbaa AABBabb")
    assert read.fit
    assert read.answers == dict(
        zip([q for q in QUESTIONS if q != 3], [A, B, B, B, A, A, A, A, B, B, A, B, B], strict=True)
    )


@pytest.mark.parametrize(
    ("typed", "length", "wrong"),
    [
        ("", 0, ()),
        ("abab", 4, ()),
        ("a" * 15, 15, ()),
        ("ab cx aaaaaaaaaa", 14, (Wrong(3, "c"), Wrong(4, "x"))),
        ("abc", 3, (Wrong(3, "c"),)),
    ],
)
def test_what_is_no_form_says_where(typed: str, length: int, wrong: tuple[Wrong, ...]) -> None:
    assert read_letters(typed) == Letters({}, length, wrong)
    assert not read_letters(typed).fit


@given(answer_sets(), st.sampled_from("-–—"), st.lists(st.integers(0, 20), max_size=6), st.booleans())
def test_a_form_comes_back_however_it_is_typed(
    answers: dict[int, Choice], dash: str, spaces: list[int], capitals: bool
) -> None:
    typed = "".join(answers.get(question, dash) for question in QUESTIONS)
    for at in spaces:
        typed = f"{typed[:at]} {typed[at:]}"
    read = read_letters(typed.upper() if capitals else typed)
    assert (read.fit, read.answers) == (True, answers)


@given(st.text(max_size=30))
def test_any_text_is_a_form_or_says_what_is_wrong(typed: str) -> None:
    read = read_letters(typed)
    assert read.fit == (read.length == 14 and not read.wrong)
    signs = "".join(typed.split())
    assert all(signs[wrong.position - 1] == wrong.sign for wrong in read.wrong)
    if not read.fit:
        assert read.answers == {}

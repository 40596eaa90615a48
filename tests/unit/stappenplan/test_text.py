"""What a text may hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stappenplan.text import clean, require_fit

UNFIT = [*map(chr, [0, 1, 8, 11, 12, 14, 31, 127, 128, 133, 159, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF])]
FIT = ["\t", "\n", " ", "\u00a0", "é", "\ud7ff", "\ue000", "\ufffd", "\u200f", "🙂", "\U0001fffe"]

every_text = st.text(st.characters(exclude_categories=[])) | st.text(st.sampled_from([*UNFIT, *FIT, "\r"]))


def test_the_dirty_texts_are_dirty() -> None:
    assert all(len(char) == 1 for char in (*UNFIT, *FIT))


@pytest.mark.parametrize("char", UNFIT)
def test_what_cannot_be_kept_is_replaced_visibly_and_counted(char: str) -> None:
    assert clean(f"a{char}b{char}") == ("a\ufffdb\ufffd", 2)
    with pytest.raises(ValueError, match="control character"):
        require_fit(f"a{char}b")


@pytest.mark.parametrize("char", FIT)
def test_everything_else_stays(char: str) -> None:
    assert clean(f"a{char}b") == (f"a{char}b", 0)
    assert require_fit(f"a{char}b") == f"a{char}b"


def test_there_is_one_kind_of_line_break() -> None:
    assert clean("a\r\nb\rc\n\r\nd") == ("a\nb\nc\n\nd", 0)


@given(every_text)
def test_a_clean_text_is_fit_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text).text
    assert clean(cleaned) == (cleaned, 0)
    assert require_fit(cleaned) == cleaned


@given(every_text)
def test_only_characters_that_cannot_be_kept_change(text: str) -> None:
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    cleaned, replaced = clean(text)
    assert len(cleaned) == len(unified)
    changed = [(old, new) for old, new in zip(unified, cleaned, strict=True) if old != new]
    assert len(changed) == replaced
    assert all(new == "\ufffd" for _, new in changed)
    for old, _ in changed:
        with pytest.raises(ValueError, match="control character"):
            require_fit(old)

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser.apps.nasty import NASTY
from ui.components.literal import literal

EMPTY_SPAN = ":gray[]"


def read_back(markdown: str) -> str:
    """What a reader sees: without the empty spans, with hard line ends and references resolved."""
    return html.unescape(markdown.replace(EMPTY_SPAN, "").replace("\\\n", "\n"))


@pytest.mark.parametrize("text", NASTY)
def test_the_text_is_still_there(text: str) -> None:
    lines = [line.strip() for line in text.strip().split("\n")]
    assert read_back(literal(text)) == "\n".join(lines)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Zs", "Zl", "Zp"))))
def test_any_text_is_still_there(text: str) -> None:
    assert read_back(literal(text)) == text


@given(st.text())
def test_no_sign_of_the_users_own_can_mean_anything(text: str) -> None:
    without_ours = re.sub(r"&#\d+;|\\\n", "", literal(text).replace(EMPTY_SPAN, ""))
    assert not re.search(r"[!-/:-@\[-`{-~]", without_ours)


@pytest.mark.parametrize(
    "sign", ["->", "<-", "--", ">=", "<=", "~=", ":smile:", "www.a.nl", "http://a.nl", "a@b.nl"]
)
def test_what_is_replaced_after_parsing_is_broken_up(sign: str) -> None:
    nodes = [html.unescape(node) for node in literal(sign).split(EMPTY_SPAN)]
    assert "".join(nodes) == sign
    assert len(nodes) > 1

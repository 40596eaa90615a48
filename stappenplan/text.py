"""What a text may hold, and how it is made fit to be kept.

Whatever a person types comes back literally, with one exception: NUL, control characters and lone
surrogates can be kept neither in PostgreSQL nor in XML. They are replaced, visibly, by U+FFFD.
"""

import re
from typing import NamedTuple

SHORT = 300  # characters in a short text
LONG = 10_000  # characters in a long text

# C0 except tab and newline, DEL and C1, surrogates, and the non-characters XML forbids.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Cleaned(NamedTuple):
    """A text fit to be kept, and how many characters had to be replaced in it."""

    text: str
    replaced: int


def clean(text: str) -> Cleaned:
    """``text`` with one kind of line break and every unfit character replaced by U+FFFD."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return Cleaned(*_UNFIT.subn("\ufffd", unified))


def require_fit(text: str) -> str:
    """``text`` itself. Raises ValueError when it still holds a character that cannot be kept."""
    if _UNFIT.search(text):
        raise ValueError("control character")
    return text

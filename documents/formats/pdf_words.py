"""Words that are wider than their line: found here, for typst lets them run off the page."""

import re
from collections.abc import Iterator

from documents.fonts import width

SHORT = 4
"""A word of fewer letters fits in any line, and is not worth measuring."""
WORTH_A_HYPHEN = 0.7
"""A word that takes up more of its line than this may be hyphenated, so that lines do not stay half empty."""

# No line is broken after an opening bracket or quotation mark, not even at a space.
_SPACES = re.compile(r"""(?<![(\[{"'“”„‘’‚«‹¡¿]) """)
# typst breaks lines after these by itself.
_BREAKS = re.compile(r"(?<=[^\W\d_][-/])(?=[^\W\d_])")
# A word of syllables, as long as Dutch words get: typst hyphenates it. Every repetition is possessive: vowels
# can be divided in so many ways that to try them all takes milliseconds.
_VOWELS = "aeiouyáàâäéèêëíìîïóòôöúùûü"
_SYLLABLES = re.compile(
    rf"\W*+(?:[^\W\d_{_VOWELS}]{{0,5}}+[{_VOWELS}]{{1,4}}+)++[^\W\d_{_VOWELS}]{{0,5}}+\W*+", re.I
)
_LONGEST_WORD = 40


def pieces(text: str, room: float) -> Iterator[tuple[str, str]]:
    """``text`` in pieces, each with how it may be broken besides at its spaces, in ``room`` ems.

    Str: not at all; Syllables: with hyphens; Long: anywhere.
    """
    shorts: list[str] = []
    for word in _SPACES.split(text):
        kind = _kind(word, room)
        if kind == "Str":
            shorts.append(word)
            continue
        yield "Str", " ".join([*shorts, ""])
        yield kind, word
        shorts = [""]  # the space after the word
    yield "Str", " ".join(shorts)


def _kind(word: str, room: float) -> str:
    if len(word) < SHORT:
        return "Str"
    wide = sum(map(width, word))
    if wide <= room * WORTH_A_HYPHEN:
        return "Str"
    if all(len(part) <= _LONGEST_WORD and _SYLLABLES.fullmatch(part) for part in _BREAKS.split(word)):
        return "Syllables"
    return "Str" if wide <= room else "Long"

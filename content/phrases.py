"""Small joints of Dutch sentences, for screens and documents alike."""

from collections.abc import Iterable
from typing import Literal

from content.loader import texts


def listed(parts: Iterable[object], joint: Literal["and", "or"] = "and") -> str:
    """The parts as one enumeration: "2, 8 en 12"; ``joint`` is "and" or "or"."""
    *first, last = map(str, parts)
    if not first:
        return last
    return texts("typetest")("or" if joint == "or" else "and", first=", ".join(first), last=last)


def in_sentence(name: str) -> str:
    """A name as it stands in the middle of a sentence: "Twee uur" as "twee uur", "Eén uur" as "één uur"."""
    if name.startswith("Eén"):  # a capital has no accent
        return "é" + name[1:]
    return name[:1].lower() + name[1:]

"""Headings as PDF/UA wants them: none empty, and no level left out."""

from collections.abc import Iterator
from typing import Any

from documents.pandoc import Element, changed


def levelled(blocks: list[Element]) -> list[Element]:
    """A copy of some blocks without empty headings, none more than one level below the one before it."""
    above = 0

    def heading(element: Element) -> Element | list[Element] | None:
        nonlocal above
        if element["t"] != "Header":
            return None
        level, attributes, words = element["c"]
        if not any(c.isprintable() and not c.isspace() for c in _text(words)):
            return []
        above = min(level, above + 1)
        return {"t": "Header", "c": [above, attributes, words]}

    return list(changed(blocks, heading))


def ids(value: Any) -> list[str]:
    """The ids of all headings in (a part of) a tree."""
    return [found["c"][1][0] for found in _elements(value, "Header") if found["c"][1][0]]


def _text(value: Any) -> str:
    return "".join(found["c"] for found in _elements(value, "Str"))


def _elements(value: Any, name: str) -> Iterator[Element]:
    if isinstance(value, dict):
        if value.get("t") == name:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _elements(part, name)

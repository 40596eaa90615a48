"""Headings as PDF/UA wants them: none empty, and no level left out."""

from typing import Any

from documents.pandoc import Element, changed, elements


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
    return [found["c"][1][0] for found in elements(value) if found["t"] == "Header" and found["c"][1][0]]


def _text(value: Any) -> str:
    return "".join(found["c"] for found in elements(value) if found["t"] == "Str")

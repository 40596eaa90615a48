"""Text, for ``document.typ``: from pandoc's inline elements to nodes.

A node is ``{"t": NAME, …}`` by pandoc's names. What stands side by side as text becomes one string, fit for
the fonts; a word that is too wide becomes a Long, which may be broken anywhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from typing import Any

from documents.catalogue import DocumentError
from documents.figures import Figure
from documents.fonts import drawable
from documents.formats.pdf_words import pieces
from documents.pandoc import Element, classes

Node = dict[str, Any]

_MARKS = ("Strong", "Emph", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps")
_QUOTES = {"DoubleQuote": "“”", "SingleQuote": "‘’"}
_SUB = "sub"


@dataclass(frozen=True)
class Setting:
    """Where an element stands: how wide that is in ems, and whether it is outside all others."""

    figures: Mapping[str, Figure]
    targets: frozenset[str]  # the ids that a link may lead to
    room: float
    outside: bool = True
    marks: Iterator[int] = field(default_factory=count)  # numbers for names, each given out once


def inlines(elements: Iterable[Element], setting: Setting) -> list[Node]:
    """The nodes of some elements in a line. Raises DocumentError for an element that is not known here."""
    result: list[Node] = []
    text: list[str] = []

    def close() -> None:
        for kind, piece in pieces(drawable("".join(text)), setting.room):
            if piece:
                result.append({"t": kind, "c": piece})
        text.clear()

    for part in _flat(elements):
        if isinstance(part, str):
            text.append(part)
        else:
            close()
            result.append(_inline(part, setting))
    close()
    return result


def _flat(elements: Iterable[Element]) -> Iterator[str | Element]:
    """The text, and what is more than text; spans that mean nothing here are opened."""
    for element in elements:
        match element["t"]:
            case "Str":
                yield element["c"]
            case "Space" | "SoftBreak":
                yield " "
            case "Code":
                yield element["c"][1]
            case "Quoted":
                kind, quoted = element["c"]
                yield _QUOTES[kind["t"]][0]
                yield from _flat(quoted)
                yield _QUOTES[kind["t"]][1]
            case "Span" if not style_of(element):
                yield from _flat(element["c"][1])
            case _:
                yield element


def style_of(element: Element) -> str:
    """The style of a Div or Span, by its name in Word; "" for none."""
    _, _, pairs = element["c"][0]
    named = dict(pairs).get("custom-style", "")
    return named or (_SUB if _SUB in classes(element) else "")


def _inline(element: Element, setting: Setting) -> Node:
    name = element["t"]
    match name:
        case "LineBreak":
            return {"t": name}
        case "Span":
            return {"t": name, "style": style_of(element), "c": inlines(element["c"][1], setting)}
        case "Link":
            return _link(element, setting)
        case "Image":
            return _image(element, setting)
        case _ if name in _MARKS:
            return {"t": name, "c": inlines(element["c"], setting)}
        case _:
            raise DocumentError(f"pdf: no way to set {name}")


def _link(element: Element, setting: Setting) -> Node:
    """A link that leads nowhere is only its words."""
    _, words, (target, _) = element["c"]
    inner = inlines(words, setting)
    if target.startswith("#"):
        known = target[1:] in setting.targets
        return {"t": "Inside", "to": target[1:], "c": inner} if known else {"t": "Group", "c": inner}
    return {"t": "Link", "to": target, "c": inner} if target and words else {"t": "Group", "c": inner}


def _image(element: Element, setting: Setting) -> Node:
    target = element["c"][2][0]
    figure = setting.figures[target]
    return {"t": "Image", "file": target, "alt": unescape(figure.words), "width": int(figure.width)}

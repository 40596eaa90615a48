"""Pandoc: from HTML to its tree of a document, and from that tree to a format.

The tree is pandoc's JSON: an element is ``{"t": NAME, "c": content}``, by its own names (Para, Div, Table …).
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypandoc

from documents.catalogue import DocumentError

Tree = dict[str, Any]
Element = dict[str, Any]
Change = Callable[[Element], Element | list[Element] | None]
"""Gives what an element becomes: another one, several, or None to leave it and look inside."""

HTML = "html"
_LEAVES = ("Str", "Space", "SoftBreak", "LineBreak")


def read(html: str, options: Sequence[str] = ()) -> Tree:
    """The tree of a complete HTML page. Raises DocumentError."""
    return dict(json.loads(_convert(html, HTML, "json", options)))


def write(tree: Tree, to: str, options: Sequence[str] = ()) -> bytes:
    """The tree in the format ``to``. Raises DocumentError when pandoc refuses or warns."""
    text = json.dumps(tree, ensure_ascii=False)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "document"
        _convert(text, "json", to, options, target)
        return target.read_bytes()


def changed(value: Any, change: Change) -> Any:
    """A copy of (a part of) a tree in which ``change`` was applied to every element, from outside to inside.

    What an element became is not looked into again.
    """
    if isinstance(value, list):
        result: list[Any] = []
        for part in value:
            new = change(part) if isinstance(part, dict) and "t" in part else None
            if new is None:  # most of a tree is words and spaces: nothing is in them
                result.append(
                    part if isinstance(part, dict) and part.get("t") in _LEAVES else changed(part, change)
                )
            elif isinstance(new, list):
                result.extend(new)
            else:
                result.append(new)
        return result
    if isinstance(value, dict):
        return {key: changed(part, change) for key, part in value.items()}
    return value


def classes(element: Element) -> list[str]:
    """The classes of a Div, Span or Header; none of any other element."""
    if element["t"] not in ("Div", "Span", "Header"):
        return []
    return list(element["c"][1 if element["t"] == "Header" else 0][1])


def _convert(text: str, of: str, to: str, options: Sequence[str], target: Path | None = None) -> str:
    try:
        return str(
            pypandoc.convert_text(
                text,
                to,
                of,
                ["--fail-if-warnings", *options],
                outputfile=target,
                verify_format=False,  # asks pandoc twice what it says by itself
                sandbox=True,
            )
        )
    except RuntimeError as error:
        raise DocumentError(str(error)) from error

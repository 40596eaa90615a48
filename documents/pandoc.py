"""Pandoc: from HTML to its tree of a document, and from that tree to a format.

The tree is pandoc's JSON: an element is ``{"t": NAME, "c": content}``, by its own names (Para, Div, Table …).
"""

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import pypandoc

from documents.catalogue import DocumentError, TooMuch

Tree = dict[str, Any]
Element = dict[str, Any]
Change = Callable[[Element], Element | list[Element] | None]
"""Gives what an element becomes: another one, several, or None to leave it and look inside."""

MEGABYTES = 512
"""What pandoc may take of the memory."""

HEAP_EXHAUSTED = 251
"""How pandoc says that this was not enough."""

SECONDS = 20
"""How long pandoc may take; the largest plan that was tried takes two."""


def read(html: str, options: Sequence[str] = ()) -> Tree:
    """The tree of a complete HTML page, in which a Str is as much text as there is. Raises DocumentError."""
    tree = dict(json.loads(_run(html, ["--from=html-auto_identifiers", "--to=json", *options])))
    return tree | {"blocks": _joined(tree["blocks"])}


def write(tree: Tree, to: str, options: Sequence[str] = ()) -> bytes:
    """The tree in the format ``to``. Raises DocumentError when pandoc refuses, warns or takes too much."""
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"))
    return _run(text, ["--from=json", f"--to={to}", "--output=-", *options])


def changed(value: Any, change: Change) -> Any:
    """A copy of (a part of) a tree in which ``change`` was applied to every element, from outside to inside.

    What an element became is not looked into again.
    """
    if isinstance(value, list):
        result: list[Any] = []
        for part in value:
            new = change(part) if isinstance(part, dict) and "t" in part else None
            if new is None:
                result.append(changed(part, change))
            elif isinstance(new, list):
                result.extend(new)
            else:
                result.append(new)
        return result
    if isinstance(value, dict):
        return {key: changed(part, change) for key, part in value.items()}
    return value


def elements(value: Any) -> Iterator[Element]:
    """Every element in (a part of) a tree, in the order of the text, each before those that are in it."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            yield part
            part = part.get("c")
        if isinstance(part, list):
            waiting.extend(reversed(part))


def classes(element: Element) -> list[str]:
    """The classes of a Div, Span or Header; none of any other element."""
    if element["t"] not in ("Div", "Span", "Header"):
        return []
    return list(element["c"][1 if element["t"] == "Header" else 0][1])


def _joined(values: list[Any]) -> list[Any]:
    """A copy in which words and the spaces between them are one Str: a third of the elements is left."""
    result: list[Any] = []
    text = ""
    for value in values:
        kind = value.get("t") if isinstance(value, dict) else None
        if kind == "Str":
            text += value["c"]
            continue
        if kind == "Space" and text and not text.endswith(" "):
            text += " "
            continue
        result += _as_text(text)
        text = ""
        if isinstance(value, list):
            result.append(_joined(value))
        elif kind and isinstance(value.get("c"), list):
            result.append(value | {"c": _joined(value["c"])})
        else:
            result.append(value)
    return result + _as_text(text)


def _as_text(text: str) -> list[Element]:
    """Text as elements; a space at its end is one by itself."""
    space: list[Element] = [{"t": "Space"}] if text.endswith(" ") else []
    return ([{"t": "Str", "c": text.removesuffix(" ")}] if text else []) + space


def _run(text: str, options: Sequence[str]) -> bytes:
    """What pandoc makes of ``text``. It reads no files but those named, and asks nobody anything."""
    limits = ["+RTS", f"-M{MEGABYTES}M", "-RTS"]
    command = [_program(), *limits, "--sandbox", "--fail-if-warnings", *options]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and nobody's text is in the command
            command, input=text.encode(), capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise TooMuch(f"pandoc took more than {SECONDS} seconds") from None
    if done.returncode == HEAP_EXHAUSTED:
        raise TooMuch(f"pandoc took more than {MEGABYTES} MB")
    if done.returncode:
        raise DocumentError(f"pandoc: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


@cache
def _program() -> str:
    return str(pypandoc.get_pandoc_path())

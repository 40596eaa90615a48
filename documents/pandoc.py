"""Pandoc: from HTML to its tree of a document, and from that tree to a format.

The tree is pandoc's JSON: an element is ``{"t": NAME, "c": content}``, by its own names (Para, Div, Table …).
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import unescape
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

_WHITE = " \t\r\n\f"  # by HTML: a space that does not break is text
_SPACES = re.compile(f"[{_WHITE}]+")
_TEXT = re.compile(r"""(?:\A|(?<=>))[^<]+|(?<=\salt=")[^"]+""")
_END = ";"  # of a number


def read(html: str, options: Sequence[str] = ()) -> Tree:
    """The tree of the body of an HTML page, in which a Str is as much text as there is. Raises DocumentError.

    Pandoc reads a number for each text: letters take it longer than elements, and what it does not see can
    mean nothing to it.
    """
    texts: list[str] = []

    def numbered(found: re.Match[str]) -> str:
        text = found[0].strip(_WHITE)
        if not text:
            return found[0]
        texts.append(unescape(_SPACES.sub(" ", text)))
        return found[0].replace(text, f"{len(texts) - 1}{_END}")

    def said(numbers: str) -> str:
        """The texts of some numbers: more than one where pandoc left out the element between them."""
        return "".join(texts[int(number)] for number in numbers.split(_END)[:-1])

    def text(element: Element) -> Element | None:
        match element:
            case {"t": "Str", "c": numbers}:
                return {"t": "Str", "c": said(numbers)}
            case {"t": "Code" | "CodeBlock" as kind, "c": [attributes, numbers]}:
                return {"t": kind, "c": [attributes, said(numbers)]}
        return None

    page = _TEXT.sub(numbered, html)
    tree = dict(json.loads(_run(page, ["--from=html-auto_identifiers", "--to=json", *options])))
    return tree | {"blocks": changed(tree["blocks"], text)}


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
        return {k: changed(v, change) if isinstance(v, list | dict) else v for k, v in value.items()}
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

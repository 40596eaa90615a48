"""A document on its way from HTML to the formats that pandoc writes: its tree, and its figures apart.

What only the web page has is left out: the title (each format sets it itself), the links that are its table
of contents, and the numbers before headings and captions.
"""

import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from documents import pandoc
from documents.figures import Figure, as_images
from documents.pandoc import Element, Tree

CONTENTS = "inhoud"
"""The id of the heading under which the table of contents comes."""

LANGUAGE = "nl-NL"
"""What a document is written in."""

# Only our own templates make these: in a user's text "<" is escaped.
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_CONTENTS = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_CHAPTER = re.compile(r"<h2\b")
_NUMBER = re.compile(r'<span class="number">[^<]*</span>\s*')
# The name of a row is bold; what stands on further lines of its cell is not.
_ROW_HEAD = re.compile(r'(<th scope="row">)(.*?)(?=<br>|</th>)', re.DOTALL)


@dataclass(frozen=True)
class Source:
    """The tree of a document, and its figures by the target of the Image that stands for them in the tree."""

    tree: Tree
    figures: Mapping[str, Figure]


def source_of(title: str, body: str, draw: bool = False) -> Source:
    """The source of a document; with ``draw`` its figures are drawn meanwhile.

    Raises DocumentError for what pandoc refuses, or a figure without words.
    """
    figures: dict[str, Figure] = {}

    def named(figure: Figure) -> str:
        name = f"figuur-{len(figures) + 1}.svg"
        figures[name] = figure
        return name

    body = _ROW_HEAD.sub(r"\1<strong>\2</strong>", as_images(body, named))
    for left_out in (_TITLE, _CONTENTS, _NUMBER):
        body = left_out.sub("", body)
    with ThreadPoolExecutor() as pool:
        halves = [pool.submit(pandoc.read, half, ["--shift-heading-level-by=-1"]) for half in _halves(body)]
        for figure in figures.values() if draw else ():
            pool.submit(lambda drawn: drawn.png, figure)
    tree = halves[0].result()
    blocks = [block for half in halves for block in half.result()["blocks"]]
    meta = {"title": _words(title), "lang": _words(LANGUAGE)}
    return Source(tree | {"meta": meta, "blocks": blocks}, figures)


def _words(text: str) -> Element:
    return {"t": "MetaInlines", "c": [{"t": "Str", "c": text}]}


def _halves(body: str) -> list[str]:
    """The body in two at a chapter: pandoc takes as long as the text is, and two can be read at a time."""
    starts = [found.start() for found in _CHAPTER.finditer(body)]
    outside = [at for at in starts if body.count("<div", 0, at) == body.count("</div>", 0, at)]
    if not outside:
        return [body]
    middle = min(outside, key=lambda at: abs(at - len(body) // 2))
    return [body[:middle], body[middle:]]

"""A document on its way from HTML to the formats that pandoc writes: its tree, and its figures apart.

What only the web page has is left out: the title (each format sets it itself), the links that are its table
of contents, and the numbers before headings and captions.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from documents import pandoc
from documents.figures import Figure, as_images
from documents.pandoc import Tree
from documents.templates import fill_in

CONTENTS = "inhoud"
"""The id of the heading under which the table of contents comes."""

# Only our own templates make these: in a user's text "<" is escaped.
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_CONTENTS = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_NUMBER = re.compile(r'<span class="number">[^<]*</span>\s*')
# The name of a row is bold; what stands on further lines of its cell is not.
_ROW_HEAD = re.compile(r'(<th scope="row">)(.*?)(?=<br>|</th>)', re.DOTALL)


@dataclass(frozen=True)
class Source:
    """The tree of a document, and its figures by the target of the Image that stands for them in the tree."""

    tree: Tree
    figures: Mapping[str, Figure]


def source_of(title: str, body: str) -> Source:
    """The source of a document. Raises DocumentError for what pandoc refuses, or a figure without words."""
    figures: dict[str, Figure] = {}

    def named(figure: Figure) -> str:
        name = f"figuur-{len(figures) + 1}.svg"
        figures[name] = figure
        return name

    body = _ROW_HEAD.sub(r"\1<strong>\2</strong>", as_images(body, named))
    for left_out in (_TITLE, _CONTENTS, _NUMBER):
        body = left_out.sub("", body)
    plain = {"style": "", "colours": {}, "logo": ""}  # each format has its own ways for these
    page = fill_in("gedeeld/pagina.html.j2", {"title": title, "body": body, **plain})
    return Source(pandoc.read(page, ["--shift-heading-level-by=-1"]), figures)

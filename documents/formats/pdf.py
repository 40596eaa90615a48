"""PDF: typst sets the tree by ``document.typ``, as PDF/A-2a for the archive and PDF/UA-1 for every reader.

The tree and all words go in as JSON: nothing that a person typed is ever read as typst.
"""

import json
from collections.abc import Mapping
from typing import Any

import typst

from content.loader import texts
from documents.catalogue import HOUSE_STYLE, DocumentError
from documents.fonts import FAMILIES, MISSING, fonts, one_by_one
from documents.formats.colours import accent
from documents.formats.pdf_blocks import PAGE_ROOM, blocks
from documents.formats.pdf_headings import ids, levelled
from documents.formats.pdf_inlines import Node, Setting, inlines
from documents.formats.running import TEXTS, concept, logo_words
from documents.page import Page
from documents.pandoc import classes
from documents.source import CONTENTS

TEMPLATE = "document.typ"
_LONGEST_HEADER = 110
_TITLE_ROOM, _HEADER_ROOM = 16.0, 53.0  # in their own ems


def write(page: Page) -> bytes:
    """The page as .pdf. Raises DocumentError for what typst refuses."""
    texts = {"document.json": json.dumps(_values(page), ensure_ascii=False)}
    texts |= {name: figure.drawable for name, figure in page.source.figures.items()}
    try:
        try:
            return _set(texts)
        except typst.TypstError:
            # Perhaps signs that are put together in a way that fonts do not know: then each by itself.
            return _set({name: one_by_one(text) for name, text in texts.items()})
    except typst.TypstError as error:
        raise DocumentError(f"{TEMPLATE}: {error}") from error


def _set(texts: Mapping[str, str]) -> bytes:
    # Files by name, which the types of typst do not know. A figure that is no file takes it 0.4 s more.
    files: Any = {"main": (HOUSE_STYLE / TEMPLATE).read_bytes()}
    files |= {name: text.encode() for name, text in texts.items()}
    return typst.compile(files, font_paths=fonts(), format="pdf", pdf_standards=["a-2a", "ua-1"])


def _values(page: Page) -> dict[str, Any]:
    """Everything the template uses."""
    tree = levelled(page.source.tree["blocks"])
    known = ids(tree)
    setting = Setting(page.source.figures, frozenset(known), PAGE_ROOM)
    front = [block for block in tree if "front" in classes(block)]
    title = _line(page.title, _TITLE_ROOM)
    body = blocks((block for block in tree if block not in front), setting)
    cover = [node for block in front for node in blocks(block["c"][1], setting)]
    missing = _missing([title, cover, body])
    typed = missing and _missing([page.title, page.source.tree])
    return {
        "title": page.title,
        "shown_title": title,
        "date": [page.today.year, page.today.month, page.today.day],
        "style": {
            "accent": accent(page.style),
            "fonts": FAMILIES,
            "logo": list(page.style.logo or b""),
        },
        "words": _words(page, missing - typed),
        "long": CONTENTS in known,
        "front": cover,
        "body": body,
    }


def _line(text: str, room: float) -> list[Node]:
    """Words of ours or a title, which break where they do not fit."""
    return inlines([{"t": "Str", "c": text}], Setting({}, frozenset(), room))


def _words(page: Page, missing: int) -> dict[str, Any]:
    """The words around the document; the template fills in the numbers of pages."""
    say = texts(TEXTS)
    title = page.title
    if len(title) > _LONGEST_HEADER:
        title = title[:_LONGEST_HEADER].rstrip() + "…"
    return {
        "header": _line(title, _HEADER_ROOM),
        "footer": concept(page),
        "page": say("footer_page", page="{page}", pages="{pages}"),
        "logo": logo_words(page),
        "missing": say("missing", n=missing, sign=MISSING) if missing else "",
    }


def _missing(value: object) -> int:
    return json.dumps(value, ensure_ascii=False).count(MISSING)

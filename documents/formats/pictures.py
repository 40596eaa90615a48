"""Figures for formats that hold them as PNG."""

from typing import Any

from documents.figures import data_uri
from documents.pandoc import Element, Tree, changed
from documents.source import Source


def with_pngs(source: Source) -> Tree:
    """The tree of ``source`` with every figure in it as a PNG."""

    def image(element: Element) -> Element | None:
        if element["t"] != "Image":
            return None
        attributes, words, (target, title) = element["c"]
        png: Any = data_uri("image/png", source.figures[target].png)
        return {"t": "Image", "c": [attributes, words, [png, title]]}

    return dict(changed(source.tree, image))

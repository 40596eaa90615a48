"""Makes ``content/documenten/huisstijl/reference.odt``: ``python -m script.reference_odt``.

That file is the house style in LibreOffice: pandoc takes its styles and page from it. A municipality
can bring its own; styles that are missing there are taken from this one.
"""

import subprocess
from collections.abc import Mapping
from typing import Any

import pypandoc
from lxml.etree import _Element

from documents.catalogue import HOUSE_STYLE
from documents.formats import odf
from documents.formats.colours import ACCENT, LINK, TEXT, WRONG
from documents.formats.layout import A4, MARGIN
from documents.formats.odf import elements, properties, q
from script.reference_looks import (
    COUNTRY,
    FONT,
    FOOTER_DISTANCE,
    GAP,
    INDENT_OF_NUMBERED,
    LANGUAGE,
    LIKE,
    LOOKS,
    NOTE_INDENT,
    NOTE_PADDING,
)

TARGET = HOUSE_STYLE / "reference.odt"

NAMES: Mapping[str, str] = {
    "Normal": "Standard",
    "Body Text": "Text body",
    "TOC Heading": "Contents Heading",
    "Table Caption": "TableCaption",
    "Image Caption": "FigureCaption",
    "Captioned Figure": "FigureWithCaption",
    "First Paragraph": "First paragraph",
    "Tabeltekst": "Table Contents",
    "Tabelkop": "Table Heading",
    "toc 1": "Contents 1",
    "Definition": "Definition Definition",
}
"""What LibreOffice or pandoc call in a text document what has another name in Word."""
_PARENTS = {"First paragraph": "Text_20_body", "Table Heading": "Table_20_Contents"}
_OUTLINE = f"""<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix=".">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab"
text:list-tab-stop-position="{INDENT_OF_NUMBERED}cm" fo:text-indent="-{INDENT_OF_NUMBERED}cm"
fo:margin-left="{INDENT_OF_NUMBERED}cm"/></style:list-level-properties></text:outline-level-style>"""
_HEADER_SPACE = 0.6


def build() -> bytes:
    """The reference file, made from pandoc's own so that it has every style pandoc asks for."""
    parts = odf.read(_pandocs_own())
    styles = odf.parse(parts["styles.xml"])
    _defaults(styles)
    common = styles.find(q("office:styles"))
    for name, look in LOOKS.items():
        _paragraph_style(common, NAMES.get(name, name), look)
    for name, look in LIKE.items():
        _like(common, name, look)
    common.extend(
        elements(
            f'<style:style style:name="{GAP.replace(" ", "_20_")}" style:display-name="{GAP}" '
            f'style:family="text"><style:text-properties fo:color="{WRONG}" fo:font-style="italic"/>'
            '</style:style><style:style style:name="Index_20_Link" style:display-name="Index Link" '
            'style:family="text"/>'
        )
    )
    for name in (
        "Definition_20_Term",
        "Definition_20_Definition",
    ):  # pandoc has others where no paragraphs are within
        tight = _named(common, f"{name}_20_Tight")
        tight[:] = []
        tight.set(q("style:parent-style-name"), name)
    common.extend(
        elements(
            '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>'
        )
    )
    _named(common, "Internet_20_link")[:] = elements(
        f'<style:text-properties fo:color="{LINK}" style:text-underline-style="solid"/>'
    )
    outline = common.find(q("text:outline-style"))
    outline[0:1] = elements(_OUTLINE)
    _page(styles)
    parts["styles.xml"] = odf.serialised(styles)
    return odf.write(parts)


def _pandocs_own() -> bytes:
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.odt"]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 - no input of anybody


def _defaults(styles: _Element) -> None:
    """Font, language and colour of everything that does not say otherwise."""
    faces = styles.find(q("office:font-face-decls"))
    faces.extend(
        elements(
            f'<style:font-face style:name="{FONT}" svg:font-family="{FONT}" '
            'style:font-family-generic="swiss" style:font-pitch="variable"/>'
        )
    )
    for text in styles.iter(q("style:text-properties")):
        for key in ("style:font-name", "style:font-name-asian", "style:font-name-complex", "fo:font-family"):
            text.attrib.pop(q(key), None)
    for default in styles.iter(q("style:default-style")):
        if default.get(q("style:family")) in ("paragraph", "graphic"):
            text = properties(default, "text")
            text.set(q("style:font-name"), FONT)
            text.set(q("fo:language"), LANGUAGE)
            text.set(q("fo:country"), COUNTRY)


def _paragraph_style(common: _Element, name: str, look: Mapping[str, Any]) -> None:
    style = _named(common, name.replace(" ", "_20_"))
    if name != "Standard":
        style.set(q("style:parent-style-name"), style.get(q("style:parent-style-name")) or "Standard")
    if name in _PARENTS:
        style.set(q("style:parent-style-name"), _PARENTS[name])
    style.set(q("style:display-name"), name)
    style[:] = []
    layout, text = properties(style, "paragraph"), properties(style, "text")
    layout.set(q("fo:margin-top"), f"{look['before']}pt")
    layout.set(q("fo:margin-bottom"), f"{look['after']}pt")
    layout.set(q("fo:keep-with-next"), "always" if look.get("keep", name.startswith("Heading")) else "auto")
    layout.set(q("fo:text-align"), "start")
    layout.set(q("fo:orphans"), "2")
    layout.set(q("fo:widows"), "2")
    if name.startswith("Definition"):
        layout.set(q("fo:margin-left"), "0cm")
    if "line" in look:
        layout.set(q("fo:line-height"), f"{look['line']:.0%}")
    if "rule" in look:
        layout.set(q("fo:border-bottom"), f"0.5pt solid {look['rule']}")
        layout.set(q("fo:padding-bottom"), "0.1cm")
        layout.set(q("style:join-border"), "false")  # else several in a row get one line below them all
    if "note" in look:
        layout.set(q("fo:background-color"), look["note"])
        layout.set(q("fo:border-left"), f"2.25pt solid {ACCENT}")
        layout.set(q("fo:padding-left"), f"{NOTE_PADDING}cm")
        layout.set(q("fo:margin-left"), f"{NOTE_INDENT}cm")
    text.set(q("fo:font-size"), f"{look['size']}pt")
    text.set(q("fo:font-weight"), "bold" if look.get("bold") else "normal")
    text.set(q("fo:font-style"), "normal")
    text.set(q("fo:color"), look.get("colour", TEXT))


def _like(common: _Element, name: str, look: Mapping[str, Any]) -> None:
    style = _named(common, name.replace(" ", "_20_"))
    style.set(q("style:display-name"), name)
    like = NAMES.get(look["like"], look["like"])
    style.set(q("style:parent-style-name"), like.replace(" ", "_20_"))
    layout = properties(style, "paragraph")
    if "before" in look:
        layout.set(q("fo:margin-top"), f"{look['before']}pt")
    if "keep" in look:
        layout.set(q("fo:keep-with-next"), "always")


def _named(common: _Element, name: str) -> _Element:
    """The paragraph or text style of that name, made when there is none."""
    for style in common.iter(q("style:style")):
        if style.get(q("style:name")) == name:
            return style
    (style,) = elements(f'<style:style style:name="{name}" style:family="paragraph"/>')
    common.append(style)
    return style


def _page(styles: _Element) -> None:
    """A4, with room for a header and a footer within the margins; what they say differs by document."""
    layout = styles.find(f".//{q('style:page-layout')}")
    size = properties(layout, "page-layout")
    width, height = A4
    edge = MARGIN - FOOTER_DISTANCE
    values = {"page-width": width, "page-height": height, "margin-left": MARGIN, "margin-right": MARGIN}
    values |= {"margin-top": edge, "margin-bottom": edge}
    for name, value in values.items():
        size.set(q(f"fo:{name}"), f"{value}cm")
    for name, side in (("header", "bottom"), ("footer", "top")):
        style = layout.find(q(f"style:{name}-style"))
        style[:] = elements(
            f'<style:header-footer-properties fo:min-height="{FOOTER_DISTANCE}cm" '
            f'fo:margin-{side}="{_HEADER_SPACE}cm" fo:margin-left="0cm" fo:margin-right="0cm" '
            'style:dynamic-spacing="false"/>'
        )
    for master in styles.iter(q("style:master-page")):
        master[:] = []


if __name__ == "__main__":
    TARGET.write_bytes(build())

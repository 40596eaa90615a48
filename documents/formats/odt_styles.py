"""The styles of an OpenDocument text: what a municipality's own reference file lacks is lent from ours."""

from collections.abc import Iterable
from copy import deepcopy
from functools import cache

from lxml.etree import _Element

from documents.catalogue import HOUSE_STYLE
from documents.formats import odf
from documents.formats.colours import ACCENT, TINT, accent, tint
from documents.formats.layout import SHORT, WRITING_LINE
from documents.formats.odf import Automatic, properties, q
from dossier.house_style import HouseStyle

OURS = HOUSE_STYLE / "reference.odt"
_OUTLINE = q("text:outline-style")
_NUMBERED = f".//{_OUTLINE}/{q('text:outline-level-style')}[@{q('text:level')}='1']"
_ALWAYS = ("Contents_20_Heading", "Contents_20_1")
"""Styles that LibreOffice asks for when it fills the contents again."""


_ADDED = 8
"""The white below running text, in points: LibreOffice adds to it what is above a heading, Word does not."""
_ALSO_SHORT = {"First_20_paragraph": (11, 5, 8), "TableCaption": (10, 10, 4)}


@cache
def _ours() -> _Element:
    return odf.parse(odf.read(OURS.read_bytes())["styles.xml"])


@cache
def _ours_by_name() -> dict[str, _Element]:
    return {style.get(q("style:name")): style for style in _ours().find(q("office:styles"))}


def complete(content: _Element, styles: _Element) -> None:
    """Lend what is used and not there, and the numbers of chapters when headings are not numbered."""
    keys = [q(f"text:{name}") for name in ("style-name", "visited-style-name")] + [
        q("style:parent-style-name")
    ]
    used = {element.get(key) for part in (content, styles) for element in part.iter() for key in keys}
    _lend(styles, {name for name in used if name} | set(_ALWAYS))
    theirs, outline = styles.find(_NUMBERED), styles.find(f".//{_OUTLINE}")
    if theirs is None or not theirs.get(q("style:num-format")):
        if outline is not None:
            outline.getparent().remove(outline)
        styles.find(q("office:styles")).append(deepcopy(_ours().find(f".//{_OUTLINE}")))


def mend_lines(body: _Element, automatic: Automatic) -> None:
    """The lines of a writing area stay on one page two by two, and the first two with their heading.

    A longer row of paragraphs that stay together LibreOffice breaks behind the heading.
    """
    style, together = q("text:style-name"), f"{WRITING_LINE}Samen"
    automatic.add(
        f'<style:style style:name="{together}" style:family="paragraph" '
        f'style:parent-style-name="{WRITING_LINE}">'
        '<style:paragraph-properties fo:keep-with-next="always"/></style:style>'
    )
    for line in body.findall(f"{q('text:p')}[@{style}='{WRITING_LINE}']"):
        before = line.getprevious()
        if before is None or before.get(style) != together:
            line.set(style, together)


def tighten(styles: _Element, style: HouseStyle) -> None:
    """The looks of a short document; how a municipality's own reference file has them stays as it is."""
    if style.reference_odt is not None:
        return
    looks = {name.replace(" ", "_20_"): look for name, look in SHORT.items()} | _ALSO_SHORT
    for changed in styles.find(q("office:styles")):
        if changed.get(q("style:name")) in looks:
            size, before, after = looks[changed.get(q("style:name"))]
            properties(changed, "text").set(q("fo:font-size"), f"{size}pt")
            layout = properties(changed, "paragraph")
            layout.set(q("fo:margin-top"), f"{max(0, before - _ADDED)}pt")
            layout.set(q("fo:margin-bottom"), f"{after}pt")


def recolour(styles: _Element, style: HouseStyle) -> None:
    """The accent of the municipality where our own styles have ours."""
    if style.accent is None:
        return
    colours = {ACCENT: accent(style), TINT: tint(style)}
    for element in styles.iter():
        for key, value in element.attrib.items():
            for ours, theirs in colours.items():
                if ours in value:
                    element.set(key, value.replace(ours, theirs))


def _lend(styles: _Element, names: Iterable[str]) -> None:
    """Put into ``styles`` those of ``names`` that it lacks, with what they are based on."""
    lender, common = _ours_by_name(), styles.find(q("office:styles"))
    if common is None:
        raise ValueError("office:styles")
    known = {style.get(q("style:name")) for style in common}
    wanted = list(names)
    while wanted:
        name = wanted.pop()
        if name in known or name not in lender:
            continue
        known.add(name)
        common.append(deepcopy(lender[name]))
        parent = lender[name].get(q("style:parent-style-name"))
        wanted.extend([parent] if parent else [])

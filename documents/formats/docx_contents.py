"""The table of contents of a Word document: a field that Word fills again on request, filled with links."""

from collections.abc import Mapping

from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from documents.formats.docx_names import Styles, field_instruction, field_mark, q
from documents.formats.outline import Chapter
from documents.source import CONTENTS

HEADING, ENTRY = "TOC Heading", "toc 1"
_FIELD = 'TOC \\o "1-1" \\h \\z'
_KEPT = "{http://www.w3.org/XML/1998/namespace}space"


def fill_contents(headings: Mapping[Chapter, BaseOxmlElement], styles: Styles) -> None:
    """Put the contents under their heading. They have no page numbers: only Word knows its pages."""
    contents = next((chapter for chapter in headings if chapter.name == CONTENTS), None)
    entries = [_entry(chapter, styles) for chapter in headings if chapter is not contents]
    if contents is None or not entries:
        return
    styles.put(headings[contents], HEADING)
    last = headings[contents]
    for entry in entries:
        last.addnext(entry)
        last = entry
    for run in (field_mark("separate"), field_instruction(_FIELD), field_mark("begin")):
        entries[0].insert(1, run)
    last.append(field_mark("end"))


def _entry(chapter: Chapter, styles: Styles) -> BaseOxmlElement:
    entry = OxmlElement("w:p")
    styles.put(entry, ENTRY)
    link = OxmlElement("w:hyperlink", {q("w:anchor"): chapter.name, q("w:history"): "1"})
    run = OxmlElement("w:r")
    if chapter.number is not None:
        run.append(_text(f"{chapter.number}."))
        run.append(OxmlElement("w:tab"))
    run.append(_text(chapter.words))
    link.append(run)
    entry.append(link)
    return entry


def _text(words: str) -> BaseOxmlElement:
    text = OxmlElement("w:t", {_KEPT: "preserve"})
    text.text = words
    return text

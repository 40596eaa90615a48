"""The table of contents of an OpenDocument text: filled, and LibreOffice can fill it again."""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from lxml.etree import _Element

from documents.formats.odf import Automatic, elements
from documents.formats.outline import Chapter
from documents.source import CONTENTS

HEADING, ENTRY = "Contents_20_Heading", "Contents_20_1"
_LOOK = 'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link"'
_TITLE, _PLACE = "ContentsTitle", "ContentsEntry"
_TEMPLATE = f"""<text:table-of-content text:name="Inhoud" text:protected="false">
<text:table-of-content-source text:outline-level="1">
<text:index-title-template text:style-name="{HEADING}">{{title}}</text:index-title-template>
<text:table-of-content-entry-template text:outline-level="1" text:style-name="{ENTRY}">
<text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-tab-stop style:type="left"
style:position="{{indent}}cm"/><text:index-entry-text/><text:index-entry-tab-stop style:type="right"/>
<text:index-entry-page-number/><text:index-entry-link-end/></text:table-of-content-entry-template>
</text:table-of-content-source>
<text:index-body><text:index-title text:name="Inhoud_Head">{{heading}}</text:index-title>
{{entries}}</text:index-body>
</text:table-of-content>"""
_INDENT = 1.0
"""Where the words of an entry begin, behind its number, in centimetres."""


def fill_contents(headings: Mapping[Chapter, _Element], automatic: Automatic, width: float) -> None:
    """Put the contents where their heading is. Page numbers are fields: whoever has pages fills them."""
    contents = next((chapter for chapter in headings if chapter.name == CONTENTS), None)
    if contents is None:
        return
    automatic.add(
        f'<style:style style:name="{_PLACE}" style:family="paragraph" style:parent-style-name="{ENTRY}">'
        f'<style:paragraph-properties fo:margin-left="{_INDENT}cm" fo:text-indent="-{_INDENT}cm">'
        f'<style:tab-stops><style:tab-stop style:position="{width - _INDENT:.2f}cm" style:type="right"/>'
        "</style:tab-stops></style:paragraph-properties></style:style>"
        f'<style:style style:name="{_TITLE}" style:family="paragraph" style:parent-style-name="{HEADING}">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
    )
    title = escape(contents.words)
    heading = f'<text:p text:style-name="{_TITLE}"><text:bookmark text:name="{CONTENTS}"/>{title}</text:p>'
    entries = "".join(_entry(chapter) for chapter in headings if chapter is not contents)
    made = elements(_TEMPLATE.format(title=title, heading=heading, entries=entries, indent=_INDENT))
    old = headings[contents]
    made[0].tail = old.tail
    old.getparent().replace(old, made[0])


def _entry(chapter: Chapter) -> str:
    number = "" if chapter.number is None else f"{chapter.number}.<text:tab/>"
    page = f'<text:bookmark-ref text:reference-format="page" text:ref-name={quoteattr(chapter.name)}/>'
    address = quoteattr(f"#{chapter.name}")
    return (
        f'<text:p text:style-name="{_PLACE}"><text:a xlink:type="simple" {_LOOK} xlink:href={address}>'
        f"{number}{escape(chapter.words)}<text:tab/>{page}</text:a></text:p>"
    )

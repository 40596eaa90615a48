"""An odt to take styles from: looked through, and without its text and everything else but the looks.

Pandoc takes styles, the page, and its header and footer with their pictures from it; all else goes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from documents.formats import odf
from documents.style.archive import Entries, is_xml, look_through, unpack
from documents.style.problem import Problem, Refused

STYLES = (
    *("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Text body", "First paragraph"),
    *("Table Contents", "Table Heading", "TableCaption", "FigureCaption", "FigureWithCaption"),
    *("Definition Term Tight", "Definition Definition Tight", "Voorblad", "Aanvulling"),
    *("Bij tabel", "Toelichting", "Nog invullen", "Nog invullen teken"),
)
"""The styles our documents use, by the names LibreOffice shows."""

TEXT, TEMPLATE = (f"application/vnd.oasis.opendocument.{kind}" for kind in ("text", "text-template"))
A4, NEAR = (21.0, 29.7), 0.1  # cm
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_STYLE, _SCRIPT, _FO = (f"{_OASIS}{name}" for name in ("style:1.0 ", "script:1.0 ", "xsl-fo-compatible:1.0 "))
_HREF = "http://www.w3.org/1999/xlink href"
_MIMETYPE, _LOOKS, _BODY = "mimetype", "styles.xml", "content.xml"
_PICTURES, _MACROS = ("Pictures/", "Fonts/"), ("Basic/", "Scripts/", "Dialogs/")

_EMPTY = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{_OASIS}office:1.0" office:version="1.3">
<office:body><office:text/></office:body></office:document-content>"""


def read_odt(raw: bytes) -> bytes:
    """The document with its looks alone. Raises Refused."""
    entries = unpack(raw)
    kind = entries.get(_MIMETYPE, b"").decode("latin-1").strip()
    if kind != TEXT or not {_LOOKS, _BODY} <= entries.keys():
        raise Refused("odt_template" if kind == TEMPLATE else "not_that_kind")
    if any(name.startswith(_MACROS) for name in entries):
        raise Refused("macros")
    for name in filter(is_xml, entries):
        look_through(entries[name], _no_script)
    look_through(entries[_LOOKS], lambda _element, found: _nothing_outside(found.get(_HREF, ""), entries))
    kept = {_MIMETYPE: TEXT.encode(), _BODY: _EMPTY.encode(), _LOOKS: entries[_LOOKS]}
    kept |= {name: content for name, content in entries.items() if name.startswith(_PICTURES)}
    return odf.write(kept)


def warnings(content: bytes) -> tuple[Problem, ...]:
    """What a document from ``content``, as ``read_odt`` gave it, will miss."""
    found = _Found()
    look_through(unpack(content)[_LOOKS], found.look)
    missing = [name for name in STYLES if name not in found.styles]
    problems = [Problem("styles_missing", {"styles": ", ".join(missing)})] if missing else []
    if any(abs(side - wanted) > NEAR for side, wanted in zip(found.page, A4, strict=True)):
        problems.append(Problem("not_a4"))
    return tuple(problems)


def _no_script(element: str, attributes: Mapping[str, str]) -> None:
    """Raises Refused for what makes a document do something by itself."""
    names = [element, *attributes]
    if any(name.startswith(_SCRIPT) for name in names) or element.rpartition(" ")[2] == "script":
        raise Refused("macros")


def _nothing_outside(address: str, entries: Entries) -> None:
    """Raises Refused for an address of something that is not in the file."""
    if address and not address.startswith("#") and address.removeprefix("./") not in entries:
        raise Refused("outside")


@dataclass
class _Found:
    """The names of the styles, and the size of the page in cm (0 where it is not said)."""

    styles: set[str] = field(default_factory=set)
    page: tuple[float, float] = (0.0, 0.0)
    _layouts: dict[str, tuple[float, float]] = field(default_factory=dict)
    _layout: str = ""

    def look(self, element: str, attributes: Mapping[str, str]) -> None:
        name = attributes.get(f"{_STYLE}name", "")
        if element == f"{_STYLE}style":
            self.styles.add(attributes.get(f"{_STYLE}display-name", name.replace("_20_", " ")))
        elif element == f"{_STYLE}page-layout":
            self._layout = name
        elif element == f"{_STYLE}page-layout-properties":
            width, height = (attributes.get(f"{_FO}page-{side}", "") for side in ("width", "height"))
            self._layouts[self._layout] = (_centimetres(width), _centimetres(height))
        elif element == f"{_STYLE}master-page" and name == "Standard":
            self.page = self._layouts.get(attributes.get(f"{_STYLE}page-layout-name", ""), self.page)


def _centimetres(length: str) -> float:
    try:
        return float(length[:-2]) * _CENTIMETRES[length[-2:]]
    except (ValueError, KeyError):
        return 0.0

"""An OpenDocument file from inside: its parts, its names, and its styles."""

import io
import mimetypes
import re
import zipfile
from collections.abc import Collection, Mapping
from copy import deepcopy
from xml.sax.saxutils import quoteattr

from lxml import etree
from lxml.etree import _Element

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72}
_WRAPPER = "<x " + " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMES.items()) + ">{}</x>"
_MIMETYPE, _MANIFEST = "mimetype", "META-INF/manifest.xml"
_KINDS = mimetypes.MimeTypes()
_KINDS.add_type("application/rdf+xml", ".rdf")
_MOMENT = (1980, 1, 1, 0, 0, 0)


def q(name: str) -> str:
    """The full name of ``prefix:name``, as lxml writes it."""
    prefix, local = name.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def read(odt: bytes) -> dict[str, bytes]:
    """Every part of the file by its name. Raises BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(odt)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(parts: Mapping[str, bytes]) -> bytes:
    """The file of these parts: what it is comes first and as it is, so that any program can see it.

    Its manifest is made of the parts that there are: LibreOffice opens no file with one it does not name.
    """
    parts = {**parts, _MANIFEST: _manifest(parts)}
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda part: part != _MIMETYPE):
            how = zipfile.ZIP_STORED if name == _MIMETYPE or name.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, _MOMENT), parts[name], how)
    return saved.getvalue()


def _manifest(parts: Mapping[str, bytes]) -> bytes:
    def line(name: str, kind: str, more: str = "") -> str:
        return f"<m:file-entry m:full-path={quoteattr(name)} m:media-type={quoteattr(kind)}{more}/>"

    inside = (line(n, _KINDS.guess_type(n)[0] or "") for n in parts if n not in (_MIMETYPE, _MANIFEST))
    lines = "".join([line("/", parts[_MIMETYPE].decode(), ' m:version="1.3"'), *inside])
    address = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return f'<m:manifest xmlns:m="{address}" m:version="1.3">{lines}</m:manifest>'.encode()


def parse(xml: bytes) -> _Element:
    """The root of a part; nothing from outside it is read. Raises XMLSyntaxError."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def serialised(root: _Element) -> bytes:
    """The part as it is kept in a file."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


def elements(xml: str) -> list[_Element]:
    """The elements that ``xml`` says, in which the prefixes of ``NAMES`` may be used."""
    return list(parse(_WRAPPER.format(xml).encode()))


def centimetres(length: str) -> float:
    """A length as a number. Raises ValueError for one in another unit."""
    found = re.fullmatch(r"([\d.]+)(cm|mm|in|pt)", length)
    if not found:
        raise ValueError(length)
    return float(found[1]) * _CENTIMETRES[found[2]]


class Automatic:
    """The styles of a part that are of one place alone: made when something there differs."""

    def __init__(self, root: _Element) -> None:
        found = root.find(q("office:automatic-styles"))
        if found is None:
            raise ValueError("office:automatic-styles")
        self.element = found
        self._by_name = {style.get(q("style:name")): style for style in found}

    def add(self, xml: str) -> None:
        """Add the styles that ``xml`` says; one of the same name gives way."""
        for new in elements(xml):
            name = new.get(q("style:name"))
            old = self._by_name.get(name)
            if old is not None:
                self.element.remove(old)
            self.element.append(new)
            self._by_name[name] = new

    def get(self, name: str | None) -> _Element | None:
        """The style of that name, if it is one of these."""
        return self._by_name.get(name)

    def own(self, block: _Element) -> _Element:
        """A style of ``block`` alone, which says what its style says until it is changed."""
        key = q("table:style-name" if block.tag == q("table:table") else "text:style-name")
        name = block.get(key)
        known = self._by_name.get(name)
        if known is not None and block.tag == q("table:table"):  # pandoc gives each table one
            return known
        if known is not None:
            style = deepcopy(known)
        else:
            (style,) = elements('<style:style style:family="paragraph"/>')
            if name:
                style.set(q("style:parent-style-name"), name)
        own = f"E{len(self._by_name)}"
        style.set(q("style:name"), own)
        block.set(key, own)
        self.element.append(style)
        self._by_name[own] = style
        return style

    def drop_unused(self, used: Collection[str]) -> None:
        """Take away the styles of paragraphs and frames that are not among ``used``."""
        for style in list(self.element):
            family, name = style.get(q("style:family")), style.get(q("style:name"))
            if family in ("paragraph", "graphic") and name not in used:
                self.element.remove(style)


def properties(style: _Element, kind: str) -> _Element:
    """The ``style:<kind>-properties`` of a style, made when it has none."""
    name = q(f"style:{kind}-properties")
    found = style.find(name)
    if found is None:
        found = etree.SubElement(style, name)
        if kind != "text":  # what is about letters comes last
            style.insert(0, found)
    return found

"""A docx or odt as what it is: a zip of XML, from somebody we do not know.

Everything is unpacked within bounds and never written to disk. What is kept is packed anew from that, so
nothing that hides in a zip comes along, and no bomb goes off in a program that reads it later.
"""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from xml.parsers import expat

from documents.style.problem import Refused

FILES, UNPACKED, XML = 500, 20 * 1024 * 1024, 4 * 1024 * 1024
"""How many files there may be, and how large all of them together and one of XML may be."""

Entries = Mapping[str, bytes]
Look = Callable[[str, Mapping[str, str]], None]
"""Is shown an element: its name and attributes, each as ``namespace name``."""

_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def unpack(raw: bytes) -> Entries:
    """The files in a zip, by name. Raises Refused for what is no zip, is locked, or would be too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            found = [info for info in archive.infolist() if not info.is_dir()]
            _bounded(found)
            return {info.filename: archive.read(info) for info in found}
    except _BROKEN as error:
        raise Refused("not_that_kind") from error


def _bounded(found: list[zipfile.ZipInfo]) -> None:
    """Raises Refused. `zipfile` gives no more of a file than the size it declares, which is added up here."""
    if len(found) > FILES or sum(info.file_size for info in found) > UNPACKED:
        raise Refused("unpacks_too_large")
    if any(is_xml(info.filename) and info.file_size > XML for info in found):
        raise Refused("unpacks_too_large")
    if any(info.flag_bits & _LOCKED for info in found):
        raise Refused("locked")
    names = [info.filename for info in found]
    if len(set(names)) < len(names) or any(info.compress_type not in _PLAIN for info in found):
        raise Refused("not_that_kind")


def pack(entries: Entries) -> bytes:
    """A zip of the files, in order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def is_xml(name: str) -> bool:
    """Whether a file of this name holds XML."""
    return name.lower().endswith((".xml", ".rels", ".rdf"))


def look_through(xml: bytes, look: Look) -> None:
    """Shows every element to ``look``. Raises Refused for what is no XML, or declares things of its own."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.StartElementHandler = look
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # of an encoding that nobody knows
        raise Refused("not_that_kind") from error


def _refuse_declarations(*_declared: object) -> None:
    """No docx or odt has a doctype; entities of one grow without end, or read other files."""
    raise Refused("unsafe")

"""How the documents of a municipality look: what it brought in itself, the rest being the neutral style."""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256
from typing import Annotated

from pydantic import Field, StringConstraints

from dossier.frozen import Frozen
from stappenplan.shapes import Short

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]


class HouseStyle(Frozen):
    """The parts of a house style; None is: the neutral one.

    ``accent`` colours headings, lines and figures; ``logo`` is a PNG or JPEG; ``reference_docx`` and
    ``reference_odt`` are files that Word and LibreOffice documents take their styles from.
    """

    accent: Colour | None = None
    logo: bytes | None = None
    reference_docx: bytes | None = None
    reference_odt: bytes | None = None


NEUTRAL = HouseStyle()


class Part(StrEnum):
    """The parts of a house style, called as the fields of `HouseStyle`."""

    ACCENT = "accent"
    LOGO = "logo"
    REFERENCE_DOCX = "reference_docx"
    REFERENCE_ODT = "reference_odt"


MEGABYTE = 1024 * 1024
LIMITS: Mapping[Part, int] = {
    Part.ACCENT: len("#rrggbb"),
    Part.LOGO: MEGABYTE,
    Part.REFERENCE_DOCX: 5 * MEGABYTE,
    Part.REFERENCE_ODT: 5 * MEGABYTE,
}
"""How many bytes a part may have."""


class KeptPart(Frozen):
    """What is kept of a part, without its content. A proposal is not used until somebody says so.

    ``name`` is what the file was called, "" for the accent; ``digest`` tells one content from another.
    """

    part: Part
    proposed: bool
    name: Short
    size: Annotated[int, Field(ge=1)]
    digest: str


def kept(part: Part, name: str, content: bytes) -> KeptPart:
    """A new proposal of ``content``."""
    digest = sha256(content).hexdigest()
    return KeptPart(part=part, proposed=True, name=name, size=len(content), digest=digest)


def style_of(contents: Mapping[Part, bytes]) -> HouseStyle:
    """The style that parts make together."""
    values: dict[str, object] = {part.value: content for part, content in contents.items()}
    if Part.ACCENT in contents:
        values[Part.ACCENT.value] = contents[Part.ACCENT].decode()
    return HouseStyle.model_validate(values)

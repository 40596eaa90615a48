"""How the documents of a municipality look: what it brought in itself, the rest being the neutral style."""

from typing import Annotated

from pydantic import StringConstraints

from dossier.model import Frozen

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]


class HouseStyle(Frozen):
    """The parts of a house style; None is: the neutral one.

    ``accent`` colours headings and lines; ``logo`` is a PNG or JPEG; ``reference_docx`` and
    ``reference_odt`` are files that Word and LibreOffice documents take their styles from.
    """

    accent: Colour | None = None
    logo: bytes | None = None
    reference_docx: bytes | None = None
    reference_odt: bytes | None = None


NEUTRAL = HouseStyle()

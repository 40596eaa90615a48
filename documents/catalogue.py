"""Which documents there are: every folder of ``content/documenten`` that holds a ``document.yaml``."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from content import loader
from content.schema import Key, Model, Text

ROOT = loader.ROOT / "documenten"
HOUSE_STYLE = ROOT / "huisstijl"
HEADINGS = ROOT / "gedeeld" / "kopjes.yaml"


class DocumentError(Exception):
    """A document cannot be made; the message names the template or file, and the line where known."""


class UnknownDocument(DocumentError):  # noqa: N818 - reads as what it says
    """There is no document, format, partner or session of that name."""


class TooMuch(DocumentError):  # noqa: N818 - reads as what it says
    """The document takes more time or memory than one document may."""


class Busy(DocumentError):  # noqa: N818 - reads as what it says
    """So many documents wait to be made that no other is taken on now."""


class Document(Model):
    """One ``document.yaml``: what a document is called, what it is for, and what can be chosen in it."""

    title: Text
    description: Text  # what it is for, on the screen
    file_name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,60}$")]  # without extension
    order: Annotated[int, Field(ge=1)]  # its place in the list on the screen
    own_title: bool = False  # headed by its own title, not by what the municipality calls its plan
    per_partner: bool = False  # whether it can be made for one partner
    per_session: bool = False  # whether it can be made for one session
    guidance: bool = True  # whether it can be made with guidance
    empty: bool = True  # whether it has parts that can be empty, to show or to leave out
    frame: bool = True  # whether it can be made as an empty frame


@cache
def documents() -> dict[str, Document]:
    """Every document by the name of its folder, in order. Raises DocumentError for one described wrongly."""
    found = {path.parent.name: _read(path) for path in sorted(ROOT.glob("*/document.yaml"))}
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


def document(name: str) -> Document:
    """The document ``name``. Raises UnknownDocument."""
    try:
        return documents()[name]
    except KeyError:
        raise UnknownDocument(name) from None


@cache
def headings() -> dict[str, str]:
    """What a sub-question is called as a heading, by its key; not every one is here. Raises DocumentError."""
    try:
        return TypeAdapter(dict[Key, Text]).validate_python(loader.read_yaml(HEADINGS))
    except ValidationError as error:
        raise DocumentError(f"{HEADINGS}: {error}") from error


def _read(path: Path) -> Document:
    try:
        return Document.model_validate(loader.read_yaml(path))
    except ValidationError as error:
        raise DocumentError(f"{path}: {error}") from error

"""Which documents there are: every folder of ``content/documenten`` that holds a ``document.yaml``."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from content import loader
from content.schema import Key, Model, Text

ROOT = loader.ROOT / "documenten"
HOUSE_STYLE = ROOT / "huisstijl"


class DocumentError(Exception):
    """A document cannot be made; the message names the template or file, and the line where known."""


class UnknownDocument(DocumentError):  # noqa: N818 - reads as what it says
    """There is no document, or no format, of that name."""


class Document(Model):
    """One ``document.yaml``: what a document is called, and the words its templates look up by key."""

    title: Text
    description: Text
    file_name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,60}$")]  # without extension
    headings: dict[Key, Text] = Field(default_factory=dict)  # of a sub-question, by its key in stappen.yaml


@cache
def documents() -> dict[str, Document]:
    """Every document by the name of its folder. Raises DocumentError when one is described wrongly."""
    return {path.parent.name: _read(path) for path in sorted(ROOT.glob("*/document.yaml"))}


def document(name: str) -> Document:
    """The document ``name``. Raises UnknownDocument."""
    try:
        return documents()[name]
    except KeyError:
        raise UnknownDocument(name) from None


def _read(path: Path) -> Document:
    try:
        return Document.model_validate(loader.read_yaml(path))
    except ValidationError as error:
        raise DocumentError(f"{path}: {error}") from error

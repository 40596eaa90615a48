"""A document that has been filled in and still has to become a file."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from documents.source import Source, source_of
from dossier.house_style import NEUTRAL, HouseStyle


@dataclass(frozen=True)
class Page:
    """The HTML of a document's body, and what stands around it."""

    title: str
    municipality: str
    today: date
    body: str
    style: HouseStyle = field(default=NEUTRAL, repr=False)
    pictures: bool = False
    """Whether its figures are wanted as PNG: then they are drawn while pandoc reads."""

    @cached_property
    def source(self) -> Source:
        """The body as pandoc reads it, made once for all formats that go through pandoc."""
        return source_of(self.title, self.body, self.pictures)

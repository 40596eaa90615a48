"""A document that has been filled in and still has to become a file."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Page:
    """The HTML of a document's body, and what stands around it."""

    title: str
    municipality: str
    today: date
    body: str

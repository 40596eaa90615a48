"""What the press is asked, and what it answers."""

import hashlib
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from documents.options import PLAIN, Options
from dossier.house_style import NEUTRAL, HouseStyle
from dossier.model import Dossier

Files = Mapping[str, bytes]
"""The files of one document, by the name of their format."""

Answer = tuple[Files | None, Exception | None]


@dataclass(frozen=True)
class Job:
    """Everything that decides what the files of a document are."""

    dossier: Dossier
    document: str
    formats: tuple[str, ...]
    today: date
    options: Options = PLAIN
    style: HouseStyle = NEUTRAL

    @property
    def key(self) -> str:
        """The same for two jobs only if their files are the same."""
        return hashlib.sha256(pickle.dumps(self)).hexdigest()

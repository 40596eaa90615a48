"""What a person can choose about a document, besides its format."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """``guidance``: with guidance at each part; ``empty``: with the parts in which nothing is filled in.

    ``frame``: headings and empty tables alone, to fill in by hand. ``partner``: about this partner alone, ""
    for all of them; only where the document is ``per_partner``.
    """

    guidance: bool = False
    empty: bool = True
    frame: bool = False
    partner: str = ""


PLAIN = Options()

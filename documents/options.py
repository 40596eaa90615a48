"""What a person can choose about a document, besides its format."""

from dataclasses import dataclass, replace

from documents.catalogue import Document
from documents.partners import partner_called
from documents.session_names import only
from dossier.model import Dossier


@dataclass(frozen=True)
class Options:
    """``guidance``: with guidance at each part; ``empty``: with the parts in which nothing is filled in.

    ``frame``: headings and empty tables alone, to fill in by hand. ``partner``: about this partner alone, ""
    for all of them; only where the document is ``per_partner``. ``session``: the id of the session that it is
    about, "" for all of them; only where it is ``per_session``.
    """

    guidance: bool = False
    empty: bool = True
    frame: bool = False
    partner: str = ""
    session: str = ""

    @property
    def marked(self) -> bool:
        """Whether gaps are marked: not where they are left out, nor in a frame, which is all gaps."""
        return self.empty and not self.frame


PLAIN = Options()


def fitting(options: Options, info: Document) -> Options:
    """``options`` without those that the document does not have, for example kept from another document."""
    return Options(
        guidance=options.guidance and info.guidance,
        empty=options.empty or not info.empty or (options.frame and info.frame),  # a frame is all gaps
        frame=options.frame and info.frame,
        partner=options.partner if info.per_partner else "",
        session=options.session if info.per_session else "",
    )


def known(options: Options, info: Document, dossier: Dossier) -> Options:
    """The options that fit, said in one way: options that make the same document are the same.

    Raises UnknownDocument for a partner or a session that the dossier does not have.
    """
    found = fitting(options, info)
    only(dossier.workshops, found.session)
    return replace(found, partner=found.partner and partner_called(dossier, found.partner))

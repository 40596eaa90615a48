"""Who may come in by which secret link."""

import hashlib

from dossier.model import Link
from dossier.roles import Action, NotAllowed, authorize
from dossier.storage import Work


def hashed(token: str) -> str:
    """What is kept of a secret: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def authorized(work: Work, token: str, action: Action) -> Link:
    """The link that ``token`` is the secret of. Raises NotAllowed."""
    link = work.link(hashed(token))
    if link is None or link.withdrawn is not None:
        raise NotAllowed("unknown or withdrawn link")
    authorize(link.role, action)
    return link

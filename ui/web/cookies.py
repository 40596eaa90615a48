"""The cookies that remember which dossiers this browser may open, and in which sessions it takes part."""

import hmac
from collections.abc import Mapping
from hashlib import sha256

from dossier.roles import Role

LIFE = 365 * 24 * 60 * 60  # seconds: a plan is worked on for months
SEAT_LIFE = 60 * 24 * 60 * 60  # seconds: a session by link takes weeks, and then its result is looked at


def cookie_name(dossier_id: str, role: str) -> str:
    """The name of the cookie of one dossier and one role, so that two dossiers in two windows never mix."""
    return f"dossier-{dossier_id}-{role}"


def seat_cookie(workshop_id: str) -> str:
    """The name of the cookie of one participant; joining the same session again replaces it."""
    return f"deelname-{workshop_id}"


def tokens_in(cookies: Mapping[str, str], dossier_id: str) -> dict[Role, str]:
    """The secrets of a dossier that a browser sent along, by role; the role that may most comes first."""
    found = {role: cookies.get(cookie_name(dossier_id, role)) for role in Role}
    return {role: token for role, token in found.items() if token}


def proof_of(token: str) -> str:
    """What a form of ours carries to show that it comes from a page of somebody who holds the secret.

    A page of another site can make a browser send the cookie, but cannot read it, so it cannot know this.
    """
    return hmac.new(token.encode(), b"form", sha256).hexdigest()

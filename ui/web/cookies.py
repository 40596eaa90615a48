"""The cookies that remember which dossiers this browser may open."""

LIFE = 365 * 24 * 60 * 60  # seconds: a plan is worked on for months


def cookie_name(dossier_id: str, role: str) -> str:
    """The name of the cookie of one dossier and one role, so that two dossiers in two windows never mix."""
    return f"dossier-{dossier_id}-{role}"

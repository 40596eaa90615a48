"""Who may do what with a dossier."""

from enum import StrEnum


class Role(StrEnum):
    """What the holder of a secret link is to a dossier."""

    BEGELEIDER = "begeleider"  # edits
    DEELNEMER = "deelnemer"  # answers
    LEZER = "lezer"  # reads


class Action(StrEnum):
    """What can be done with a dossier."""

    READ = "read"
    ANSWER = "answer"
    EDIT = "edit"
    SHARE = "share"
    DELETE = "delete"


class NotAllowed(Exception):  # noqa: N818 - reads as what it says
    """The link is unknown or withdrawn, or its role may not do this."""


_MAY: dict[Role, frozenset[Action]] = {
    Role.BEGELEIDER: frozenset(Action),
    Role.DEELNEMER: frozenset({Action.READ, Action.ANSWER}),
    Role.LEZER: frozenset({Action.READ}),
}


def may(role: Role, action: Action) -> bool:
    """Whether ``role`` may do ``action``."""
    return action in _MAY[role]


def authorize(role: Role, action: Action) -> None:
    """Nothing. Raises NotAllowed when ``role`` may not do ``action``."""
    if not may(role, action):
        raise NotAllowed(f"{role} may not {action}")

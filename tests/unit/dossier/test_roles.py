"""Who may do what with a dossier."""

import pytest

from dossier.roles import Action, NotAllowed, Role, authorize, may

ALLOWED = {
    Role.BEGELEIDER: {Action.READ, Action.ANSWER, Action.EDIT, Action.SHARE, Action.DELETE},
    Role.DEELNEMER: {Action.READ, Action.ANSWER},
    Role.LEZER: {Action.READ},
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_a_role_may_do_what_it_is_for_and_nothing_else(role: Role, action: Action) -> None:
    assert may(role, action) is (action in ALLOWED[role])
    if action in ALLOWED[role]:
        authorize(role, action)
    else:
        with pytest.raises(NotAllowed, match=f"{role} may not {action}"):
            authorize(role, action)

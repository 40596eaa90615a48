"""Which dossier this window is about, and with what role: from the address and the cookies.

The address holds the dossier's id, which is no secret (and the role if somebody holds more than one);
the secret is in a cookie per dossier and role, set when the link was opened. Two windows with two
dossiers never mix.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from dossier.model import Dossier
from dossier.roles import Action, NotAllowed, Role, may
from dossier.use_cases import Created, NotFound
from ui.web.cookies import cookie_name, tokens_in
from ui.web.routes import ALSO
from ui.wiring import use_cases

# What a command meets when somebody else was first: the item or the link is gone. A callback passes over
# it, for the screen that is drawn next is drawn from what is kept, and says so.
GONE = (NotAllowed, NotFound)

_WAY_IN = "way-in"
_DELETED = "deleted"


@dataclass(frozen=True)
class Access:
    """The dossier of this window, the role in it, and the secret that proves it."""

    dossier: Dossier
    role: Role
    token: str = field(repr=False)

    @property
    def params(self) -> dict[str, str]:
        """What every link within the dossier carries in its address."""
        return {"dossier": self.dossier.id, "rol": self.role.value}

    def may(self, action: Action) -> bool:
        """Whether the role may do ``action``."""
        return may(self.role, action)


def remember(dossier_id: str, role: Role, token: str) -> None:
    """Keep a secret for this session, until the cookie is set; also how a test comes in."""
    st.session_state[f"token:{cookie_name(dossier_id, role)}"] = token


def enter(created: Created) -> None:
    """Lets the maker of a dossier in: the browser opens both links at the next run, and gets the cookies."""
    remember(created.dossier_id, Role.BEGELEIDER, created.edit_token)
    st.session_state[_WAY_IN] = f"/open/{created.edit_token}?{ALSO}={created.read_token}"


def way_in() -> str:
    """The address the browser has to open now; empty when there is none.

    It stays: opening it ends this session, and until then a second click must not make a second dossier.
    """
    return str(st.session_state.get(_WAY_IN, ""))


def forget(*, traceless: bool) -> None:
    """Notes that the dossier of this window was deleted, so that the next screen can say so."""
    st.session_state[_DELETED] = "verwijderd" if traceless else "verwijderd_sporen"


def why_outside() -> str:
    """Which message belongs to having no access: deleted just now in this session, or never had."""
    return str(st.session_state.pop(_DELETED, "geen_toegang"))


def _tokens(dossier_id: str) -> Mapping[Role, str]:
    kept = ((role, st.session_state.get(f"token:{cookie_name(dossier_id, role)}")) for role in Role)
    return {r: token for r, token in kept if token} | tokens_in(st.context.cookies, dossier_id)


def reading_token(access: Access) -> str:
    """The secret of a link to read that this browser holds as well and that still works, or ""."""
    token = _tokens(access.dossier.id).get(Role.LEZER, "")
    return token if token and use_cases().enter(token) else ""


def current() -> Access | None:
    """The access of this window, or None: no dossier in the address, or no (valid) link to it."""
    dossier_id = st.query_params.get("dossier", "")
    tokens = _tokens(dossier_id) if dossier_id else {}
    asked = st.query_params.get("rol")
    for role in (r for r in Role if asked in (None, "", r.value)):
        token = tokens.get(role)
        if token is None:
            continue
        try:
            return Access(use_cases().open(token), role, token)
        except GONE:
            continue
    return None

"""A secret link, to read and to copy."""

from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from content.loader import texts
from dossier.roles import Role
from ui.access import Access, reading_token


def address_of(token: str) -> str:
    """The address that opens a dossier, on the host the browser itself says this page came from."""
    page = urlsplit(st.context.url or "")
    return urlunsplit((page.scheme, page.netloc, f"/open/{token}", "", ""))


def copyable(label: str, token: str, name: str) -> None:
    """The link in a field, where it can be selected by any means, and a button to copy it."""
    st.session_state[f"link-{name}"] = address_of(token)
    st.text_input(label, key=f"link-{name}")
    st.button(texts("delen")(f"copy_{name}"), key=f"copy-{name}")


def own(access: Access) -> None:
    """The link this window came in with, and the one to read if this browser holds that too."""
    text = texts("delen")
    copyable(text(f"own_{access.role.value}"), access.token, "own")
    reading = reading_token(access) if access.role is not Role.LEZER else ""
    if reading:
        copyable(text("own_lezer"), reading, "reading")


def to_copy(access: Access, made: str = "") -> dict[str, str]:
    """What the copy buttons of these links put on the clipboard, for `frame(copy=...)`."""
    tokens = {"own": access.token, "reading": reading_token(access), "made": made}
    return {f"copy-{name}": address_of(token) for name, token in tokens.items() if token}

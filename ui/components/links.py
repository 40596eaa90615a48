"""A secret link, to read and to copy."""

import streamlit as st

from content.loader import texts


def address_of(token: str) -> str:
    """The address that opens a dossier, whole if the host this page came from is known."""
    host = st.context.headers.get("host", "")
    forwarded = st.context.headers.get("x-forwarded-proto", "")
    scheme = "https" if forwarded == "https" or (st.context.url or "").startswith("https:") else "http"
    return f"{scheme}://{host}/open/{token}" if host else f"/open/{token}"


def copyable(label: str, token: str, name: str) -> None:
    """The link in a field, where it can be selected by any means, and a button to copy it."""
    st.session_state[f"link-{name}"] = address_of(token)
    st.text_input(label, key=f"link-{name}")
    st.button(texts("delen")(f"copy_{name}"), key=f"copy-{name}")


def to_copy(**tokens: str) -> dict[str, str]:
    """What the copy buttons of these links put on the clipboard, for `frame(copy=...)`."""
    return {f"copy-{name}": address_of(token) for name, token in tokens.items()}

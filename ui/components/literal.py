"""Makes a user's text come out as it was typed in Streamlit's dialect of Markdown.

Escaping punctuation is not enough. After parsing, Streamlit replaces pieces of *text*: ``->`` becomes
an arrow, ``:smile:`` a picture, ``www.…``, ``https://…`` and addresses become links. Those rules look
at one text node at a time, so the text is also broken into nodes, by an empty coloured span: it shows
nothing, takes no room, and is not there when the text is copied.
"""

import re

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_BREAK = ":gray[]"
# After every colon and at sign, inside "www." and inside the pairs that become one sign (-> <- -- >= <= ~=).
_MEANINGFUL = re.compile(r"(?<=[:@])|(?<=www)(?=\.)|(?<=[-<>~])(?=[->=])", re.IGNORECASE)
_LINE_END = re.compile(r"[^\S\n]*(?:\r\n?|\n)[^\S\n]*")


def literal(text: str) -> str:
    """``text`` as Markdown that shows exactly that text; white space may collapse as in any HTML.

    For everything that reads Markdown: paragraphs, titles, captions, alerts, table cells and the
    labels of widgets. A new line stays a new line where the element knows lines, and becomes a space
    in a label; a title or header takes one line only. Not for the values of fields or the options of a
    select box, which are never Markdown, and not inside a badge, which does not allow the empty span.
    """
    pieces = _MEANINGFUL.split(text.strip())
    escaped = _BREAK.join(_PUNCTUATION.sub(_entity, piece) for piece in pieces)
    return _LINE_END.sub("\\\\\n", escaped)


def _entity(match: re.Match[str]) -> str:
    """A reference to the character: it is never syntax, and no backslash shows where nothing is parsed."""
    return f"&#{ord(match[0])};"

"""The numbers of tables on the web page. Word, LibreOffice and typst count them for themselves."""

import re
from itertools import count

from content.loader import texts

# Only our own templates make these: in a user's text "<" is escaped.
_CAPTION = re.compile("<caption>")


def with_numbers(body: str) -> str:
    """The HTML of a document in which every caption of a table begins with its number."""
    numbers, say = count(1), texts("document_tekst")

    def numbered(found: re.Match[str]) -> str:
        return f'{found[0]}<span class="number">{say("table", number=next(numbers))}</span> '

    return _CAPTION.sub(numbered, body)

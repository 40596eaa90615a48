"""Finds the words of the glossary in a text, so that they can be explained where they appear."""

import re
from collections.abc import Iterable
from functools import cache

from content import schema
from content.loader import glossary


@cache
def _pattern(term: schema.Term) -> re.Pattern[str]:
    forms = sorted((term.term, *term.also), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.IGNORECASE)


def terms_in(texts: Iterable[str]) -> tuple[schema.Term, ...]:
    """The terms that appear in any of ``texts``, in the order of the glossary."""
    whole = "\n".join(texts)
    return tuple(term for term in glossary().terms if _pattern(term).search(whole))

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


def appears(term: schema.Term, text: str) -> bool:
    """Whether ``text`` has the term in one of its forms, as whole words, in capitals or not."""
    return _pattern(term).search(text) is not None


def terms_in(texts: Iterable[str]) -> tuple[schema.Term, ...]:
    """The terms that appear in any of ``texts``, in the order of the glossary."""
    whole = "\n".join(texts)
    return tuple(term for term in glossary().terms if appears(term, whole))


def alphabetical(terms: Iterable[schema.Term]) -> list[schema.Term]:
    """The terms by their first letters, whether capital or not."""
    return sorted(terms, key=lambda term: term.term.casefold())

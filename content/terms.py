"""Finds the words of the glossary in a text, so that they can be explained where they appear."""

from collections.abc import Iterable

from content import schema
from content.loader import glossary


def appearing(terms: Iterable[schema.Term], text: str) -> tuple[schema.Term, ...]:
    """Those of ``terms`` that ``text`` has in one of their forms, as whole words, in capitals or not."""
    small = text.casefold()
    return tuple(term for term in terms if any(_has(small, form) for form in (term.term, *term.also)))


def terms_in(texts: Iterable[str]) -> tuple[schema.Term, ...]:
    """The terms that appear in any of ``texts``, in the order of the glossary."""
    return appearing(glossary().terms, "\n".join(texts))


def alphabetical(terms: Iterable[schema.Term]) -> list[schema.Term]:
    """The terms by their first letters, whether capital or not."""
    return sorted(terms, key=lambda term: term.term.casefold())


def _has(small: str, form: str) -> bool:
    """Whether the form is in a text of small letters as whole words; a pattern would be ten times slower."""
    form = form.casefold()
    at = small.find(form)
    while at >= 0:
        around = small[max(0, at - 1) : at] + small[at + len(form) : at + len(form) + 1]
        if not any(sign.isalnum() or sign == "_" for sign in around):
            return True
        at = small.find(form, at + 1)
    return False

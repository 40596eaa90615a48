"""What templates may do with a value: figures and dates the Dutch way, and words for choices."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup

from content import loader, schema
from content.phrases import in_sentence
from content.terms import alphabetical, appearing
from documents import group_words, markup
from documents.partners import parties, with_partner
from stappenplan import dutch
from stappenplan.progress import is_empty
from stappenplan.shapes import Item
from stappenplan.text import clean

_MARKS = re.compile(r"<[^>]*>")


def choice(item: Item, field: str) -> str:
    """The words for what was chosen in ``field``, or "" when nothing was."""
    return loader.item_texts().kinds[_kind(item)].fields[field].choices.get(getattr(item, field), "")


def label(item: Item, field: str) -> str:
    """What ``field`` is called."""
    return loader.item_texts().kinds[_kind(item)].fields[field].label


def lacks(item: Item, field: str) -> bool:
    """Whether ``field`` is empty while the item does not say what it is for without it."""
    return field in item.essential and is_empty(getattr(item, field))


def rich(item: Item, field: str) -> Markup:
    """A text of an item as paragraphs, with form if it is a long text of an item that says so."""
    return markup.field_html(item, field)


def one_line(text: str) -> str:
    """``text`` with every stretch of white space as one space."""
    return " ".join(clean(text).text.split())


def in_words(parts: Iterable[object]) -> str:
    """The parts that are not empty, one after the other with semicolons."""
    return "; ".join(str(part) for part in parts if part)


def used_in(terms: Iterable[schema.Term], html: str) -> list[schema.Term]:
    """The terms that occur in ``html``, whole words only, in alphabetical order."""
    return alphabetical(appearing(terms, _MARKS.sub(" ", html)))


def _kind(item: Item) -> str:
    return str(type(item).model_fields["kind"].default)


FILTERS: dict[str, Callable[..., Any]] = {
    "euro": dutch.euro,
    "number": dutch.number,
    "day": dutch.day,
    "choice": choice,
    "label": label,
    "lacks": lacks,
    "paragraphs": markup.paragraphs,
    "rich": rich,
    "one_line": one_line,
    "in_words": in_words,
    "in_sentence": in_sentence,
    "used_in": used_in,
    "parties": parties,
    "with_partner": with_partner,
    "about_whom": group_words.about_whom,
    "card_in_words": group_words.card_in_words,
    "centre_in_words": group_words.centre_in_words,
    "conclusion": group_words.conclusion,
    "split_in_words": group_words.split_in_words,
    "spread_in_words": group_words.spread_in_words,
    "why_no_card": group_words.why_no_card,
    "why_no_splits": group_words.why_no_splits,
}

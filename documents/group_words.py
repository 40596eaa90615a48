"""What a group says, in words, for screens and documents alike."""

from content.loader import texts, typetest
from content.phrases import in_sentence, listed
from stappenplan import dutch
from typetest.group import Band, Card, Split
from typetest.model import Axis
from typetest.publication import Tables

FILE = "groep"


def split_in_words(split: Split) -> str:
    """How a statement was answered, a first: "7 tegen 5, 1 open", "alle 9 kozen a"."""
    text = texts(FILE)
    if not split.answered:
        return text("nobody")
    if split.band is Band.UNANIMOUS:
        words = text("all_a" if split.a else "all_b", n=split.answered)
    else:
        words = text("split", a=split.a, b=split.b)
    return text("split_open", split=words, open=split.open) if split.open else words


def split_in_full(split: Split) -> str:
    """The same for who does not see the picture beside it: which of the numbers is a."""
    return texts(FILE)("split_full", a=split.a, b=split.b, open=split.open)


def band_in_words(band: Band) -> str:
    """How far the group agrees."""
    return texts(FILE)(f"band_{band.value}")


def conclusion(card: Card) -> str:
    """The type of the group, or why it has none, as a sentence or two. The card holds somebody."""
    text = texts(FILE)
    if card.type:
        name = typetest().types[card.type.value].name
        return text("type", type=card.type, name=in_sentence(name))
    return text("on_border" if card.on_border else "divided")


def centre_in_words(card: Card) -> str:
    """Where the centre lies, in a sentence."""
    return texts(FILE)("centre", **{axis.value: _number(card.centre(axis)) for axis in Axis})


def spread_in_words(card: Card) -> str:
    """How far the group lies apart, and what the numbers mean."""
    return texts(FILE)("spread", **{axis.value: _number(card.spread(axis)) for axis in Axis})


def card_in_words(card: Card) -> str:
    """All that the picture shows, for who does not see it: the conclusion, the centre, people a type."""
    text = texts(FILE)
    return text(
        "alt",
        people=text("people", n=card.people),
        conclusion=conclusion(card),
        centre=centre_in_words(card),
        types=listed(text("of_type", type=type_id, n=people) for type_id, people in card.of_type),
    )


def about_whom(tables: Tables) -> str:
    """Whom the statements' counts are about: everybody, or only who answered all fourteen."""
    every = tables.splits_of == tables.people
    return texts(FILE)("everybody" if every else "complete_only", n=tables.splits_of)


def why_no_card(tables: Tables, smallest: int) -> str:
    """Why the card of a group is not shown, or "" when it is."""
    return "" if tables.card else _why(tables.complete, smallest)


def why_no_splits(tables: Tables, smallest: int) -> str:
    """Why the counts of the statements are not shown for a group, or "" when they are."""
    return "" if tables.splits else _why(tables.people, smallest)


def _why(people: int, smallest: int) -> str:
    key = "hidden_nobody" if not people else "hidden_few" if people < smallest else "hidden_others"
    return texts(FILE)(key, smallest=smallest)


def _number(value: float | None) -> str:
    return "" if value is None else dutch.tenths(value)

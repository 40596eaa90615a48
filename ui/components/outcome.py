"""The typetest of a dossier in words: what it says, for the result screen and beside every picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from content.loader import texts, typetest
from content.phrases import in_sentence, listed
from dossier.model import Dossier
from typetest.compare import Comparison, compare
from typetest.model import Answers, Axis, Perspective, Pole, TypeId
from typetest.scoring import AxisScore, Score


@dataclass(frozen=True)
class Outcome:
    """Both perspectives of one dossier, and what they come to."""

    dossier: Dossier

    @cached_property
    def comparison(self) -> Comparison:
        """Both scores beside each other."""
        return compare(self.answers(Perspective.HUIDIG), self.answers(Perspective.GEWENST))

    @property
    def leading(self) -> Perspective:
        """The perspective the result is about."""
        return self.dossier.leading

    @property
    def shown(self) -> tuple[Perspective, ...]:
        """The perspectives with any answer."""
        return tuple(perspective for perspective in Perspective if self.answers(perspective))

    def answers(self, perspective: Perspective) -> Answers:
        """The choices in one perspective."""
        return self.dossier.choices(perspective)

    def score(self, perspective: Perspective) -> Score:
        """The score of one perspective."""
        found = self.comparison
        return found.huidig if perspective is Perspective.HUIDIG else found.gewenst

    @property
    def main(self) -> Score:
        """The score of the leading perspective."""
        return self.score(self.leading)


def type_name(type_id: TypeId) -> str:
    """The name of a type in the middle of a sentence, without its number."""
    return in_sentence(typetest().types[type_id.value].name)


def types_in_words(types: tuple[TypeId, ...]) -> str:
    """One type with its name, or several that are still possible."""
    if len(types) == 1:
        return texts("typetest")("type", type=types[0], name=type_name(types[0]))
    if len(types) == len(TypeId):
        return texts("typetest")("possible_all")
    return texts("typetest")("possible", types=listed(types, "or"))


def pole_in_words(pole: Pole | None) -> str:
    """A pole in a word or two, or that it is not sure yet."""
    return typetest().poles[pole.value].short if pole else texts("typetest")("unsure")


def count_in_words(axis: AxisScore) -> str:
    """The count of one axis: "5", or "3 tot 5" while answers are open."""
    if axis.complete:
        return str(axis.a)
    return texts("typetest")("range", low=axis.low, high=axis.high)


def heading(outcome: Outcome) -> str:
    """The conclusion, as a heading."""
    text, types, change = texts("uitslag"), outcome.main.possible_types, outcome.comparison
    if not outcome.shown:
        return text("empty")
    if len(types) > 1:
        return (
            text("heading_all")
            if len(types) == len(TypeId)
            else text("heading_two", types=listed(types, "or"))
        )
    key = outcome.leading.value
    if len(outcome.shown) == len(Perspective) and change.huidig.type:
        key = "move" if change.type_change else "stay"
    return text(f"heading_{key}", type=types[0], name=type_name(types[0]))


def lead(outcome: Outcome) -> str:
    """Where the policy stands now, which way it wants to go, and what is still open."""
    return " ".join([*_now(outcome), *_wish(outcome.comparison), *_open(outcome)])


def _now(outcome: Outcome) -> Iterable[str]:
    text, types = texts("uitslag"), outcome.comparison.huidig.possible_types
    if len(outcome.shown) < len(Perspective):
        return
    if len(types) == 1:
        yield text("now_type", type=types[0])
    elif len(types) == len(TypeId):
        yield text("now_all")
    else:
        yield text("now_unsure", types=listed(types, "or"))


def _wish(found: Comparison) -> Iterable[str]:
    text = texts("uitslag")
    if found.sturing is not None and found.insteek is not None:
        sturing, insteek = _direction(Axis.STURING, found.sturing), _direction(Axis.INSTEEK, found.insteek)
        yield text("wish", sturing=sturing, insteek=insteek)


def _direction(axis: Axis, difference: int) -> str:
    way = "more" if difference > 0 else "less" if difference < 0 else "same"
    return texts("uitslag")(f"{axis}_{way}")


def _open(outcome: Outcome) -> Iterable[str]:
    text = texts("uitslag")
    for perspective in outcome.shown:
        score = outcome.score(perspective)
        count = sum(axis.open for axis in score.axes)
        if count:
            yield text(f"open_{perspective}", n=count)
            if score.type:
                yield text("open_decided")


def position(name: str, score: Score) -> str:
    """Where something stands on the card, in a sentence."""
    return texts("scorekaart")(
        "position",
        name=name,
        sturing=count_in_words(score.sturing),
        insteek=count_in_words(score.insteek),
        type=types_in_words(score.possible_types),
    )

"""Which statements are worth talking about in a group."""

from collections.abc import Sequence
from dataclasses import dataclass

from typetest.group import Band, Split
from typetest.model import QUESTIONS

PROPOSED = 3
"""How many statements are worth the time of one conversation."""


@dataclass(frozen=True)
class Topic:
    """A statement to talk about.

    ``division`` says how divided the group is, 0 to 1. ``distance`` is how far the shares of a in both
    perspectives lie apart, 0 to 1; 0 when only one of them is known. ``discuss`` says whether the group is
    divided enough to talk, in one of the perspectives.
    """

    question: int
    division: float
    distance: float
    discuss: bool

    @property
    def weight(self) -> float:
        """What the ranking goes by, 0 to 2."""
        return self.division + self.distance


def ranked(*perspectives: Sequence[Split]) -> tuple[Topic, ...]:
    """All statements, the most worth talking about first: by division and distance, then by number.

    Each of ``perspectives`` (*huidig*, *gewenst* or both) holds one split a statement, or nothing when its
    splits are not shown. The division is that of the perspective in which the group is most divided.
    """
    known = [splits for splits in perspectives if splits]
    topics = (_topic(n, [splits[n - 1] for splits in known]) for n in QUESTIONS) if known else ()
    return tuple(sorted(topics, key=lambda topic: (not topic.discuss, -topic.weight, topic.question)))


def proposed(topics: Sequence[Topic]) -> tuple[int, ...]:
    """The first few statements of `ranked` that the group is divided over, or that are to change most."""
    return tuple(topic.question for topic in topics[:PROPOSED] if topic.weight > 0)


def _topic(question: int, splits: Sequence[Split]) -> Topic:
    shares = [split.share for split in splits if split.share is not None]
    return Topic(
        question=question,
        division=max((split.division or 0 for split in splits), default=0),
        distance=max(shares) - min(shares) if shares else 0,
        discuss=any(split.band is Band.TO_DISCUSS for split in splits),
    )

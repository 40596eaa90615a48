"""What is wrong with a part of a house style: a key and values, for words in the content."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, by the key of its words; ``values`` fill their placeholders."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):  # noqa: N818 - reads as what it says
    """A part that cannot be kept, and why."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.problem = Problem(key, values)

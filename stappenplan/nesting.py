"""Things that may be part of another of their kind: lines of the budget, tasks of an agreement."""

from collections.abc import Mapping
from typing import Protocol


class Nested(Protocol):
    """Something with the id of what it is part of, or ""."""

    @property
    def part_of(self) -> str:
        """The id of the whole."""


def wholes(items: Mapping[str, Nested]) -> dict[str, tuple[str, ...]]:
    """Every whole in order, with the ids of its parts in order.

    There is one level only. So a part of a part, a part of something that is gone, and two that name
    each other are wholes themselves: none gets lost.
    """
    parts = {i: item.part_of for i, item in items.items() if _is_part(item, items)}
    return {i: tuple(p for p, whole in parts.items() if whole == i) for i in items if i not in parts}


def _is_part(item: Nested, items: Mapping[str, Nested]) -> bool:
    whole = items.get(item.part_of)
    return whole is not None and whole.part_of not in items

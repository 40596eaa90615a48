from hypothesis import given
from hypothesis import strategies as st

from stappenplan.items import BudgetLine
from stappenplan.nesting import wholes

IDS = "abcde"


def lines(**part_of: str) -> dict[str, BudgetLine]:
    return {i: BudgetLine(part_of=whole) for i, whole in part_of.items()}


def test_parts_stand_with_their_whole_in_order() -> None:
    assert wholes(lines(a="", b="a", c="", d="a")) == {"a": ("b", "d"), "c": ()}


def test_a_part_of_a_part_is_a_whole() -> None:
    assert wholes(lines(a="", b="a", c="b")) == {"a": ("b",), "c": ()}


def test_two_that_name_each_other_and_one_that_names_itself_are_wholes() -> None:
    assert wholes(lines(a="b", b="a", c="c")) == {"a": (), "b": (), "c": ()}


def test_a_part_of_something_that_is_gone_is_a_whole() -> None:
    assert wholes(lines(a="gone")) == {"a": ()}


@given(st.dictionaries(st.sampled_from(IDS), st.sampled_from(["", "gone", *IDS])))
def test_nothing_gets_lost_and_nothing_stands_twice(part_of: dict[str, str]) -> None:
    found = wholes(lines(**part_of))
    assert sorted([*found, *(p for parts in found.values() for p in parts)]) == sorted(part_of)

"""Merging what two people did to one thing."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dossier.merge import Conflict, merge

FIELDS = "abc"
VALUES = st.integers(0, 2)  # few values, so that two people often write the same
WHOLE = st.fixed_dictionaries(dict.fromkeys(FIELDS, VALUES))
SOME = st.dictionaries(st.sampled_from(FIELDS), VALUES)
Held = dict[str, Any]


def test_different_fields_are_both_kept() -> None:
    merged = merge({"a": 0, "b": 0}, {"a": 1, "b": 0}, {"a": 0, "b": 2})
    assert merged.values == {"a": 1, "b": 2}
    assert merged.conflicts == ()


def test_the_same_field_changed_twice_is_for_a_person_to_decide() -> None:
    merged = merge({"a": 0}, {"a": 1}, {"a": 2})
    assert merged.values == {"a": 2}
    assert merged.conflicts == (Conflict("a", mine=1, theirs=2),)


def test_the_same_change_twice_is_no_conflict() -> None:
    merged = merge({"a": 0}, {"a": 1}, {"a": 1})
    assert (merged.values, merged.conflicts) == ({"a": 1}, ())


@given(base=WHOLE, mine=SOME, theirs=WHOLE)
def test_nothing_is_lost(base: Held, mine: Held, theirs: Held) -> None:
    merged = merge(base, mine, theirs)
    conflicts = {c.field: c for c in merged.conflicts}
    assert merged.values.keys() == theirs.keys()
    for field in FIELDS:
        by_me = field in mine and mine[field] != base[field]
        by_them = theirs[field] != base[field]
        if by_me and by_them and mine[field] != theirs[field]:
            assert conflicts[field] == Conflict(field, mine[field], theirs[field])
            assert merged.values[field] == theirs[field]
        else:
            assert field not in conflicts
            assert merged.values[field] == (mine[field] if by_me else theirs[field])


@given(base=WHOLE, mine=WHOLE, theirs=WHOLE)
def test_it_does_not_matter_who_comes_first_except_where_a_person_decides(
    base: Held, mine: Held, theirs: Held
) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    undecided = {c.field for c in one.conflicts}
    assert undecided == {c.field for c in other.conflicts}
    for field in set(FIELDS) - undecided:
        assert one.values[field] == other.values[field]


@given(base=WHOLE, mine=SOME, theirs=WHOLE)
def test_saving_the_same_again_changes_nothing(base: Held, mine: Held, theirs: Held) -> None:
    once = merge(base, mine, theirs)
    assert merge(base, mine, once.values).values == once.values


@given(base=WHOLE, mine=SOME, theirs=WHOLE)
def test_what_was_given_stays_as_it_was(base: Held, mine: Held, theirs: Held) -> None:
    before = dict(base), dict(mine), dict(theirs)
    merge(base, mine, theirs)
    assert (base, mine, theirs) == before

"""What sessions are called, and choosing one: every name is of one session alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.catalogue import UnknownDocument
from documents.partners import alike
from documents.session_names import names, only, session_called
from dossier.workshop import Report
from tests.unit.documents import dossiers

MADE = dossiers.session()


def held(*sessions: tuple[str, int]) -> tuple[Report, ...]:
    """Sessions of these titles and years, with their place as id."""
    made = []
    for n, (title, year) in enumerate(sessions):
        setup = MADE.workshop.setup.model_copy(update={"title": title})
        created = MADE.workshop.created.replace(year=year)
        workshop = MADE.workshop.model_copy(update={"id": f"w{n}", "setup": setup, "created": created})
        made.append(MADE.model_copy(update={"workshop": workshop}))
    return tuple(made)


def test_a_session_is_called_by_its_title_or_its_day_oldest_first() -> None:
    found = names(held((" Avond\n in de kerk", 2027), ("", 2026)))
    assert list(found.items()) == [("w1", "Werksessie van 3 februari 2026"), ("w0", "Avond in de kerk")]


def test_sessions_of_one_title_are_told_apart_by_day_and_then_by_number() -> None:
    found = names(held(("Avond", 2026), ("avond", 2027), ("Avond", 2027), ("", 2027), (" ", 2027)))
    assert list(found.values()) == [
        "Avond (3 februari 2026)",
        "avond (3 februari 2027)",
        "Avond (3 februari 2027) (2)",
        "Werksessie van 3 februari 2027",
        "Werksessie van 3 februari 2027 (2)",
    ]


@given(st.lists(st.tuples(st.sampled_from(["", "A", "a", "A (2)", "A (3 februari 2026)"]), st.just(2026))))
def test_every_session_is_found_by_its_name_and_by_its_id(sessions: list[tuple[str, int]]) -> None:
    reports = held(*sessions)
    found = names(reports)
    assert len(set(map(alike, found.values()))) == len(sessions)
    for session, name in found.items():
        assert session_called(reports, session) == session
        assert session_called(reports, f" {name.upper()} ") == session
    assert session_called(reports, "weg") is None


def test_only_gives_one_or_all_and_refuses_what_is_not_there() -> None:
    reports = held(("A", 2026), ("B", 2027))
    assert only(reports, "") == reports
    assert only(reports, "w1") == reports[1:]
    assert only((), "") == ()
    for there in (reports, ()):
        with pytest.raises(UnknownDocument):
            only(there, "w2")

"""Paper forms in a table belong to the groups of a session, or it says which do not."""

from dossier.workshop import MOST_PEOPLE, Group, Setup
from dossier.workshop_forms import GroupedForms, grouped
from typetest.model import Choice, Perspective
from typetest.table import COLUMNS, Form, Problem, Sheet, read_sheet

A = Choice.A
TWO = Setup(
    perspectives=(Perspective.HUIDIG,),
    groups=(Group(key="raad", name="Raad en College"), Group(key="veld", name="Veld")),
)
ONE = TWO.model_copy(update={"groups": TWO.groups[:1]})


def sheet(*groups: str) -> Sheet:
    header = ",".join(["groep", *COLUMNS])
    return read_sheet("\n".join([header, *(f"{group},a{',' * 13}" for group in groups)]).encode())


def test_a_group_goes_by_its_name_or_key() -> None:
    found = grouped(sheet("raad", "RAAD EN college", " Veld "), TWO)
    assert found == GroupedForms((("raad", {1: A}), ("raad", {1: A}), ("veld", {1: A})), ())


def test_another_group_is_told_with_its_line_and_nothing_counts() -> None:
    assert grouped(sheet("raad", "Pers", ""), TWO) == GroupedForms(
        (), (Problem(3, "group_unknown", "groep", "Pers"), Problem(4, "group_missing", "groep"))
    )


def test_the_only_group_need_not_be_named() -> None:
    assert grouped(sheet("", "raad"), ONE).forms == (("raad", {1: A}), ("raad", {1: A}))
    assert grouped(sheet("veld"), ONE).problems == (Problem(2, "group_unknown", "groep", "veld"),)


def test_what_is_wrong_in_the_file_is_told() -> None:
    wrong = read_sheet(b"x")
    assert grouped(wrong, TWO) == GroupedForms((), wrong.problems)


def test_more_forms_than_a_session_takes_are_told() -> None:
    many = Sheet(tuple(Form("veld", {}, line) for line in range(2, MOST_PEOPLE + 3)), ())
    assert grouped(many, TWO).problems == (Problem(MOST_PEOPLE + 2, "too_many", "", MOST_PEOPLE),)

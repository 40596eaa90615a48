"""The table of words that changed since 2007; ``content.check`` keeps the old ones out of the rest."""

import pytest

from content import loader

TABLE = loader.then_now()


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("Wmo (2007)", "Wmo 2015"),
        ("Prestatievelden", "Wmo 2015"),
        ("AWBZ", "Wlz"),
        ("TSV", "bestaat niet meer"),
        ("CIVIQ", "Movisie"),
        ("Mezzo", "MantelzorgNL"),
        ("Wmo-raad", "Adviesraad Sociaal Domein"),
        ("Allochtonen", "migratieachtergrond"),
        ("Wijkteam", "beroepskrachten"),
        ("Buurtzorg", "thuiszorgorganisatie"),
        ("SMART is actueel", "acceptabel"),
        ("Civil society", "maatschappelijk middenveld"),
    ],
)
def test_the_table_says_what_one_says_today(then: str, now: str) -> None:
    (row,) = [row for row in TABLE.rows if then in row.then]
    assert now in row.now


@pytest.mark.parametrize("old", ["allochto", "AWBZ", "TSV", "CIVIQ", "Mezzo", "Wmo-raad"])
def test_an_old_word_may_not_be_used_any_more(old: str) -> None:
    assert any(old in row.forbidden for row in TABLE.rows)


@pytest.mark.parametrize("changed", ["Wijkteam", "Buurtzorg", "Civil society"])
def test_a_word_that_only_changed_its_meaning_may_be_used(changed: str) -> None:
    (row,) = [row for row in TABLE.rows if row.then.startswith(changed)]
    assert row.forbidden == ()

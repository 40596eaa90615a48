"""veld.yaml holds every countable part of chapters 4 and 5 and of annex 1 of the handreiking."""

import pytest

from content import loader, schema

FIELD = loader.field_of_play()


def group(key: str) -> schema.StakeholderGroup:
    return next(group for group in FIELD.groups if group.key == key)


def test_four_groups_in_the_order_of_the_source() -> None:
    assert [g.key for g in FIELD.groups] == [
        "organisaties",
        "steunpunten",
        "belangengroepen",
        "provincie_en_regio",
    ]
    assert all(len(g.brings) >= 3 for g in FIELD.groups)


def test_three_kinds_of_organisations() -> None:
    titles = ["Bestuurd door vrijwilligers", "Ondersteund door vrijwilligers", "Alleen vrijwilligers"]
    assert [kind.title for kind in group("organisaties").kinds] == titles


@pytest.mark.parametrize("key", ["steunpunten", "provincie_en_regio"])
def test_five_tasks_of_support_centre_and_of_province(key: str) -> None:
    assert len(group(key).tasks) == 5


def test_the_support_centres_bring_the_platform_for_informal_care() -> None:
    assert [example.title for example in group("steunpunten").examples] == ["Platform informele zorg"]


def test_six_new_partners() -> None:
    expected = [
        "Bedrijven",
        "Scholen",
        "Zorgpartners",
        "Kerken en moskeeën",
        "Woningcorporaties",
        "Bibliotheken",
    ]
    assert [partner.title for partner in FIELD.new_partners] == expected


def test_four_developments_with_their_examples() -> None:
    examples = {d.key: {example.key for example in d.examples} for d in FIELD.developments}
    assert list(examples) == [
        "vermaatschappelijking",
        "multifunctionele_organisaties",
        "vraaggericht_werken",
        "gebiedsgericht",
    ]
    assert "tandem" in examples["vraaggericht_werken"]
    assert {
        "wijkbudget",
        "buurtbemiddeling",
        "dorpsontwikkelingsplan",
        "buurtzorg",
        "ruilsystemen",
    } <= examples["gebiedsgericht"]
    assert all(development.means for development in FIELD.developments)


def test_five_wishes_of_young_volunteers() -> None:
    assert len(FIELD.young_volunteers_wishes) == 5


def test_recruiting_starts_with_asking_in_person_and_names_both_methods() -> None:
    keys = [way.key for way in FIELD.recruiting]
    assert keys[0] == "persoonlijk_vragen"
    assert {"bronmethodiek", "bijspringer"} <= set(keys)


def test_nine_performance_fields_with_the_counts_of_the_scheme() -> None:
    counts = {f.number: (len(f.goals), len(f.volunteering)) for f in FIELD.performance_fields}
    expected = [(3, 5), (3, 4), (3, 2), (3, 3), (3, 3), (6, 2), (5, 2), (2, 2), (2, 2)]
    assert counts == dict(enumerate(expected, start=1))


def test_the_performance_fields_are_shown_as_history() -> None:
    assert "Wmo 2015" in FIELD.performance_fields_note
    assert "1 januari 2015" in FIELD.performance_fields_note


def test_background_explains_both_principles() -> None:
    assert {"compensatiebeginsel", "inclusief_beleid"} <= {entry.key for entry in FIELD.background}

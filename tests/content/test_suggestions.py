"""suggesties.yaml: what it offers can be taken over, and holds what the sources hold."""

import re

import pytest
from pydantic import TypeAdapter

from content import loader, readability, schema
from stappenplan.items import AnyItem
from stappenplan.shapes import Item
from tests.content.spec import COVERAGE

GROUPS = {group.key: group for group in loader.suggestions().groups}
ALL = [(group.key, suggestion) for group in GROUPS.values() for suggestion in group.suggestions]
WITH_DATA = [(key, suggestion) for key, suggestion in ALL if suggestion.data]
ITEM: TypeAdapter[Item] = TypeAdapter(AnyItem)

KIND_OF = {
    "sterk": "finding",
    "zwak": "finding",
    "kansen": "finding",
    "bedreigingen": "finding",
    "ontwikkelingen": "development",
    "doelgroepen": "target_group",
    "belanghebbenden": "stakeholder",
    "nieuwe_partners": "stakeholder",
    "gesprekspartners": "consultation",
    "manieren": "consultation",
    "doelen": "goal",
    "indicatoren": "indicator",
    "activiteiten": "activity",
    "begroting": "budget_group",
    "dekking": "cover",
    "menskracht": "staffing",
    "verantwoordelijkheden": "responsibility",
    "afspraken": "agreement",
    "evaluatie": "evaluation",
}  # the other groups hold texts for an answer

# What no suggestion can know: a person's own goal, the money there is, and what a talk brings.
UNKNOWABLE = {"indicator": {"goal"}, "cover": {"amount"}, "consultation": {"harvest", "stays_involved"}}

DOCUMENTS = re.compile(
    r"handreiking, (?:\d\.\d|hoofdstuk \d)|deelopdrachten Meierijstad, \d+|symposium Limburg 2019"
    r"|plan van aanpak PIO 2021-2022, \d|bijeenkomst Leeuwarden 2019|aanvulling 2026"
)


def ids(pairs: list[tuple[str, schema.Suggestion]]) -> list[str]:
    return [f"{group}.{suggestion.key}" for group, suggestion in pairs]


def of(group: str) -> tuple[schema.Suggestion, ...]:
    return GROUPS[group].suggestions


def from_source(group: str, source: str) -> list[schema.Suggestion]:
    return [suggestion for suggestion in of(group) if suggestion.source.startswith(source)]


def values(group: str, field: str) -> list[str]:
    """What the suggestions of a group fill in for a field."""
    return [(suggestion.data or {}).get(field, "") for suggestion in of(group)]


def test_groups_hold_items_of_one_kind_or_texts() -> None:
    kinds = {key: set(values(key, "kind")) for key in GROUPS}
    assert kinds == {key: {KIND_OF.get(key, "")} for key in GROUPS}
    assert set(KIND_OF) <= set(GROUPS)


def test_a_suggestion_is_a_text_or_an_item() -> None:
    assert ids([(g, s) for g, s in ALL if (s.text is None) == (s.data is None)]) == []


@pytest.mark.parametrize(("group", "suggestion"), WITH_DATA, ids=ids(WITH_DATA))
def test_an_item_can_be_kept_as_it_is(group: str, suggestion: schema.Suggestion) -> None:
    item = ITEM.validate_python(suggestion.data)
    kind = KIND_OF[group]
    for name in set(item.essential) - UNKNOWABLE.get(kind, set()):
        assert getattr(item, name), name


def test_labels_are_short() -> None:
    assert ids([(g, s) for g, s in ALL if readability.words(s.label) > 8]) == []


def test_every_source_says_where_the_original_stands() -> None:
    assert ids([(g, s) for g, s in ALL if not DOCUMENTS.match(s.source)]) == []


@pytest.mark.parametrize("group", GROUPS)
def test_suggestions_of_a_group_can_be_told_apart(group: str) -> None:
    labels = [suggestion.label for suggestion in of(group)]
    offered = [suggestion.text or repr(suggestion.data) for suggestion in of(group)]
    assert len(set(labels)) == len(set(offered)) == len(labels)


def test_every_s_and_every_principle_has_suggestions() -> None:
    s_en = [key.removeprefix("s_en.") for key in GROUPS if key.startswith("s_en.")]
    assert s_en == [s.replace(" ", "_").replace("ë", "e") for s in COVERAGE["vision"]["s_en"]]
    principles = [key for key in GROUPS if key.startswith("principes.")]
    assert len(principles) == COVERAGE["steps"][1]["principles"]


@pytest.mark.parametrize(
    ("group", "source", "count"),
    [
        ("kansen", "handreiking, 2.3", COVERAGE["vision"]["chances"]),
        ("bedreigingen", "handreiking, 2.4", COVERAGE["vision"]["threats"]),
        ("checklist", "handreiking, 3.5", sum(COVERAGE["vision"]["checklist"].values())),
        ("checklist", "symposium", 4),
        ("ontwikkelingen", "handreiking, 5", COVERAGE["field"]["developments"]),
        ("nieuwe_partners", "handreiking, 4.1.1", len(COVERAGE["field"]["new_partners"])),
        ("manieren", "handreiking, hoofdstuk 6, stap 3", COVERAGE["steps"][3]["ways"]),
        ("gespreksvragen", "symposium", COVERAGE["table_questions"]),
        ("uitvoering", "handreiking, hoofdstuk 6, stap 8", COVERAGE["steps"][8]["points"]),
        ("evaluatie", "handreiking, hoofdstuk 6, stap 9", COVERAGE["steps"][9]["points"]),
    ],
)
def test_nothing_countable_is_left_out(group: str, source: str, count: int) -> None:
    assert len(from_source(group, source)) == count


def test_the_meeting_in_leeuwarden_gave_questions_and_tips() -> None:
    keys = [s.key for s in from_source("gespreksvragen", "bijeenkomst")]
    assert len([key for key in keys if key.startswith("e_")]) == COVERAGE["meeting_questions"]
    assert len([key for key in keys if key.startswith("tip_")]) == COVERAGE["meeting_tips"]


def test_new_partners_are_the_six_of_the_handreiking() -> None:
    assert [name.lower() for name in values("nieuwe_partners", "name")] == COVERAGE["field"]["new_partners"]
    assert set(values("nieuwe_partners", "group")) == {"new_partner"}


def test_the_four_groups_of_the_field_are_there() -> None:
    assert {"volunteers", "support", "interest", "province"} <= set(values("belanghebbenden", "group"))


def test_the_three_routes_are_there() -> None:
    assert [suggestion.key for suggestion in of("routes")] == COVERAGE["routes"]


@pytest.mark.parametrize(
    ("group", "aspect"),
    [("sterk", "strength"), ("zwak", "weakness"), ("kansen", "chance"), ("bedreigingen", "threat")],
)
def test_a_finding_stands_in_the_group_of_its_aspect(group: str, aspect: str) -> None:
    assert set(values(group, "aspect")) == {aspect}


def test_every_kind_of_indicator_has_an_example() -> None:
    assert set(values("indicatoren", "measure")) == set(COVERAGE["indicator_kinds"])


def test_every_indicator_has_a_target_or_says_that_there_is_none_yet() -> None:
    for target, none_yet in zip(
        values("indicatoren", "target"), values("indicatoren", "no_target_yet"), strict=True
    ):
        assert bool(target) != bool(none_yet)


def test_the_catalogue_of_activities_draws_on_all_sources() -> None:
    assert len(of("activiteiten")) >= 25
    for source in ("handreiking", "plan van aanpak", "deelopdrachten", "symposium", "bijeenkomst"):
        assert from_source("activiteiten", source)


def test_the_catalogue_has_all_twelve_tasks_for_volunteers() -> None:
    found = (re.search(r"Meierijstad, 12, taak (\d+)", s.source) for s in of("activiteiten"))
    assert {int(match[1]) for match in found if match} == set(range(1, 13))

"""visie.yaml against the list of what the sources hold."""

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from content import loader
from tests.content.spec import COVERAGE

SPEC = COVERAGE["vision"]
VISION = loader.vision()

COUNTS = {
    "advantages of smal": (VISION.smal.advantages, SPEC["smal"]["advantages"]),
    "disadvantages of smal": (VISION.smal.disadvantages, SPEC["smal"]["disadvantages"]),
    "advantages of breed": (VISION.breed.advantages, SPEC["breed"]["advantages"]),
    "disadvantages of breed": (VISION.breed.disadvantages, SPEC["breed"]["disadvantages"]),
    "rows of scheme 3.1": (VISION.scheme_3_1.rows, SPEC["scheme_3_1_rows"]),
    "rows of scheme 3.2": (VISION.scheme_3_2.rows, SPEC["scheme_3_2_rows"]),
    "mixed forms": (VISION.mixed_forms, SPEC["mixed_forms"]),
    "principles": (VISION.principles, COVERAGE["steps"][1]["principles"]),
    "themes of content": (VISION.checklist.inhoud, SPEC["checklist"]["inhoud"]),
    "themes of organisation": (
        VISION.checklist.organisatie_en_middelen,
        SPEC["checklist"]["organisatie_en_middelen"],
    ),
    "pairs": (VISION.chances_threats.pairs, SPEC["chances_threats_pairs"]),
    "chances": (VISION.chances_threats.chances, SPEC["chances"]),
    "threats": (VISION.chances_threats.threats, SPEC["threats"]),
    "table questions": (VISION.table_questions, COVERAGE["table_questions"]),
    "meeting questions": (VISION.meeting_questions, COVERAGE["meeting_questions"]),
    "meeting tips": (VISION.meeting_tips, COVERAGE["meeting_tips"]),
}

DOCUMENTS = ("handreiking", "symposium Limburg 2019", "bijeenkomst Leeuwarden 2019")


def sources(value: object) -> Iterator[str]:
    """Every ``source`` in a model, at any depth."""
    if isinstance(value, tuple):
        for item in value:
            yield from sources(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            found = getattr(value, name)
            yield from (found,) if name == "source" else sources(found)


@pytest.mark.parametrize("name", COUNTS)
def test_there_are_as_many_as_in_the_source_and_no_two_alike(name: str) -> None:
    found, wanted = COUNTS[name]
    assert len(set(found)) == len(found) == wanted


def test_the_five_s_en_stand_in_their_order_and_each_has_its_practice() -> None:
    assert [role.title.lower() for role in VISION.s_en] == SPEC["s_en"]
    assert all(role.practice for role in VISION.s_en)


def test_the_routes_stand_in_the_order_of_the_symposium() -> None:
    assert [route.key for route in VISION.routes] == COVERAGE["routes"]


def test_the_schemes_put_the_poles_in_the_columns_of_the_source() -> None:
    assert (VISION.scheme_3_1.left, VISION.scheme_3_1.right) == ("breed", "smal")
    assert (VISION.scheme_3_2.left, VISION.scheme_3_2.right) == ("dirigent", "op_afstand")


# A word that stands in one column of the source only: swapped columns would go unnoticed otherwise.
@pytest.mark.parametrize(
    ("left", "right", "in_left", "in_right"),
    [
        (row.left, row.right, *words)
        for row, words in zip(
            VISION.scheme_3_1.rows + VISION.scheme_3_2.rows,
            [
                ("wijkbudgetten", "prestatieafspraken"),
                ("waardeert", "verantwoordelijk"),
                ("kans", "kader"),
                ("vrijwilligersraad", "hangt af"),
                ("alle vrijwilligers", "bepaalde doelen"),
                ("geen richting", "wel richting"),
                ("gemeente bepaalt", "steunpunt bepaalt"),
                ("prestatieafspraken", "instellingssubsidie"),
                ("Proactief", "Reactief"),
                ("hooguit", "deskundigen"),
                ("aanbod", "vraag"),
                ("Goed", "Beperkt"),
            ],
            strict=True,
        )
    ],
)
def test_each_row_of_a_scheme_says_what_the_column_of_the_source_says(
    left: str, right: str, in_left: str, in_right: str
) -> None:
    assert in_left in left
    assert in_left not in right
    assert in_right in right
    assert in_right not in left


def test_the_checklist_adds_the_decisions_of_the_symposium() -> None:
    added = {entry.key: entry.source for entry in VISION.checklist.aanvullend}
    assert set(added) == {"vorm_van_steun", "eigen_beleid", "voordeur", "wie_beslist_waarover"}
    assert all("symposium" in source for source in added.values())


def test_every_source_names_a_document() -> None:
    found = list(sources(VISION))
    assert len(found) > SPEC["chances"] + SPEC["threats"]
    assert [source for source in found if not source.startswith(DOCUMENTS)] == []

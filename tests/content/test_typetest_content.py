"""typetest.yaml against the list of what the source holds."""

import re
from itertools import chain
from typing import Any

import pytest

from content import loader
from content.schema import AxisName, MunicipalityType, Option, Question, TypeName
from tests.content.spec import COVERAGE

SPEC = COVERAGE["typetest"]
TEST = loader.typetest()
AXES: dict[AxisName, dict[str, Any]] = SPEC["axes"]
TYPES: dict[TypeName, dict[str, str]] = SPEC["types"]

# What the original says in option a and in option b, in a few words of our wording. The pole beside an
# option says what it counts for; this says that the text beside it is the right one.
MEANING = {
    1: ("koesteren", "uit de samenleving zelf"),
    2: ("meer openstaan", "andere maatregelen"),
    3: ("Proactief", "Reactief"),
    4: ("draagt veel bij", "goede balans"),
    5: ("plannen van de gemeente", "deskundigen"),
    6: ("deel van andere beleidsterreinen", "apart aandacht"),
    7: ("prestatieafspraken", "instellingssubsidies"),
    8: ("doelen van het Wmo-beleid", "van binnenuit"),
    9: ("vrij groot", "beperkt"),
    10: ("noodzakelijk", "gewenst"),
    11: ("is wenselijk", "is niet wenselijk"),
    12: ("gericht", "in de volle breedte"),
    13: ("De gemeente moet", "moeten zelf"),
    14: ("mede verantwoordelijk", "waarderen"),
}


def question(number: int) -> Question:
    return next(q for q in TEST.questions if q.number == number)


def parts(municipality_type: MunicipalityType) -> list[str]:
    return [getattr(municipality_type, part) for part in SPEC["parts_per_type"]]


def test_the_questions_stand_in_order() -> None:
    assert [q.number for q in TEST.questions] == list(range(1, SPEC["questions"] + 1))


def test_a_question_has_as_many_options_as_the_source() -> None:
    options = [name for name, field in Question.model_fields.items() if field.annotation is Option]
    assert len(options) == SPEC["options_per_question"]


@pytest.mark.parametrize("axis", AXES)
def test_every_question_of_an_axis_counts_for_the_right_poles(axis: AxisName) -> None:
    spec = AXES[axis]
    counting = {q.number: (q.a.pole, q.b.pole) for q in TEST.questions if q.number in spec["questions"]}
    assert counting == dict.fromkeys(spec["questions"], (spec["a"], spec["b"]))
    assert (TEST.axes[axis].a_pole, TEST.axes[axis].b_pole) == (spec["a"], spec["b"])


@pytest.mark.parametrize("number", MEANING)
def test_each_option_says_what_the_source_says_in_that_place(number: int) -> None:
    in_a, in_b = MEANING[number]
    asked = question(number)
    assert in_a in asked.a.text
    assert in_a not in asked.b.text
    assert in_b in asked.b.text
    assert in_b not in asked.a.text


def test_exactly_the_dated_questions_show_what_the_original_said() -> None:
    assert [q.number for q in TEST.questions if q.original] == SPEC["dated_questions"]


@pytest.mark.parametrize("asked", TEST.questions, ids=lambda q: str(q.number))
def test_no_question_is_dated_any_more(asked: Question) -> None:
    shown = " ".join((asked.topic, asked.stem, asked.a.text, asked.b.text))
    assert not re.search(r"\b20\d\d\b|nieuwe Wmo", shown)


@pytest.mark.parametrize("asked", TEST.questions, ids=lambda q: str(q.number))
def test_a_question_names_its_own_place_in_the_source(asked: Question) -> None:
    assert asked.source == f"handreiking, bijlage 2, vraag {asked.number}"


@pytest.mark.parametrize("axis", AXES)
def test_the_explanation_of_the_count_names_every_score_once(axis: AxisName) -> None:
    scores = [int(digits) for digits in re.findall(r"\d+", TEST.axes[axis].counted)]
    (a_low, a_high), (b_low, b_high) = SPEC["cut"]["a_pole"], SPEC["cut"]["b_pole"]
    assert scores == [*range(a_low, a_high + 1), *range(b_low, b_high + 1)]


@pytest.mark.parametrize("key", TYPES)
def test_a_type_has_its_name_and_its_quadrant(key: TypeName) -> None:
    found = TEST.types[key]
    assert {"name": found.name, "insteek": found.insteek, "sturing": found.sturing} == TYPES[key]


def test_every_part_of_every_type_is_a_text_of_its_own() -> None:
    texts = list(chain.from_iterable(parts(t) for t in TEST.types.values()))
    assert len(set(texts)) == len(TYPES) * len(SPEC["parts_per_type"])


def test_only_the_advice_for_type_two_comes_from_elsewhere_and_says_so() -> None:
    elsewhere = {key: t.advice_source for key, t in TEST.types.items() if t.advice_source}
    assert set(elsewhere) == {"II"}
    assert "breed beleid" in elsewhere["II"]
    assert "3.2" in elsewhere["II"]


def test_there_are_four_poles_with_points_of_attention() -> None:
    assert len(TEST.poles) == SPEC["poles"]
    assert all(pole.attention for pole in TEST.poles.values())


def test_the_moves_are_each_axis_in_both_directions() -> None:
    wanted = {(spec["a"], spec["b"]) for spec in AXES.values()}
    wanted |= {(b, a) for a, b in wanted}
    assert {(move.origin, move.target) for move in TEST.moves} == wanted
    assert len(TEST.moves) == len(wanted)
    assert all(2 <= len(move.text) <= 4 for move in TEST.moves)


def test_there_are_three_questions_to_discuss() -> None:
    assert len(TEST.discussion) == SPEC["discussion_questions"]


def test_the_instruction_says_what_to_do_when_both_seem_true() -> None:
    assert SPEC["instruction_shown_with_every_question"]
    assert "allebei" in TEST.instruction
    assert "accent" in TEST.instruction

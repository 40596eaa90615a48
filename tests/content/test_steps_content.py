"""stappen.yaml holds every countable part of the nine steps, and every prompt leads somewhere."""

import re
from collections import Counter

import pytest

from content import loader, schema
from stappenplan.fields import Form, fields_of
from stappenplan.items import KINDS, Answer
from tests.content.spec import COVERAGE

STEPS = loader.steps()
SPEC = COVERAGE["steps"]
WITH_HINTS = [1, 3, 5, 6, 7, 9]
PARTS = [
    "visie",
    "doelen",
    "resultaten",
    "indicatoren",
    "partners",
    "rollen",
    "activiteiten",
    "planning",
    "begroting",
    "menskracht",
    "verantwoordelijkheden",
    "evaluatie",
    "communicatie",
    "terugkoppeling",
    "borging",
]


def step(number: int) -> schema.Step:
    return STEPS.steps[number - 1]


def prompts_of(number: int) -> list[schema.Prompt]:
    return [prompt for section in step(number).sections for prompt in section.prompts]


PROMPTS = {prompt.key: prompt for number in range(1, 10) for prompt in prompts_of(number)}


def places(number: int, word: str) -> list[int]:
    """Which places of the handreiking's own list ("vraag 3", "tip 1 en 2") the prompts of a step answer."""
    found: set[int] = set()
    for prompt in prompts_of(number):
        for match in re.finditer(rf"stap {number}, {word} (\d+)(?: en (\d+))?", prompt.source):
            found |= {int(place) for place in match.groups() if place}
    return sorted(found)


def up_to(count: int) -> list[int]:
    return list(range(1, count + 1))


def test_nine_steps_in_order() -> None:
    assert [s.number for s in STEPS.steps] == list(SPEC) == up_to(9)


@pytest.mark.parametrize(
    ("number", "word", "counted"),
    [
        (1, "onderdeel", "required"),
        (1, "uitgangspunt", "principles"),
        (2, "vraag", "questions"),
        (3, "vraag", "questions"),
        (4, "punt", "points"),
        (5, "tip", "tips"),
        (7, "punt", "points"),
        (8, "punt", "points"),
        (9, "punt", "points"),
    ],
)
def test_every_part_of_a_step_is_asked(number: int, word: str, counted: str) -> None:
    assert places(number, word) == up_to(SPEC[number][counted])


@pytest.mark.parametrize("number", [4, 7, 8, 9])
def test_every_point_is_a_point_of_attention(number: int) -> None:
    assert len(step(number).guidance) == SPEC[number]["points"]


@pytest.mark.parametrize(("number", "word", "counted"), [(3, "Manier", "ways"), (5, "Tip", "tips")])
def test_ways_and_tips_are_numbered_in_the_guidance(number: int, word: str, counted: str) -> None:
    titles = [entry.title for entry in step(number).guidance]
    numbers = [int(m[1]) for title in titles if (m := re.match(rf"{word} (\d)", title))]
    assert numbers == up_to(SPEC[number][counted])


def test_each_of_the_five_s_is_asked() -> None:
    asked = [p.ask.split(":")[0].lower() for p in prompts_of(1) if p.source.endswith("onderdeel 3")]
    assert asked == COVERAGE["vision"]["s_en"]


def test_the_a_of_smart_is_of_today_and_names_the_original() -> None:
    smart = next(entry for entry in step(5).guidance if entry.key == "smart")
    assert "acceptabel" in smart.text
    assert "stond de A voor actueel" in smart.text


def test_the_fifteen_parts_in_the_order_of_the_source() -> None:
    assert len(PARTS) == SPEC[6]["parts"]
    assert [part.key for part in STEPS.parts] == PARTS
    assert [int(part.source.rsplit(" ", 1)[1]) for part in STEPS.parts] == up_to(len(PARTS))


def test_every_prompt_comes_into_the_plan() -> None:
    used = Counter(key for part in (*STEPS.parts, *STEPS.additions) for key in part.prompts)
    assert set(used) == set(PROMPTS)
    # A goal holds its expected result, so it fills two parts. Anything else would be printed twice.
    assert [key for key, count in used.items() if count > 1] == ["doelen.doelen"]


def test_the_fifteen_parts_need_nothing_of_2026() -> None:
    assert not any(part.addition_2026 for part in STEPS.parts)
    assert not [k for part in STEPS.parts for k in part.prompts if PROMPTS[k].addition_2026]
    assert all(part.addition_2026 for part in STEPS.additions)


def test_what_is_not_of_the_handreiking_is_marked() -> None:
    sourced = {p.key for p in PROMPTS.values() if p.source.startswith("aanvulling 2026")}
    assert sourced == {p.key for p in PROMPTS.values() if p.addition_2026}
    assert sourced >= {"kader.wettelijk", "adviesraad.advies", "financien.dekking", "raad.beslispunten"}


def test_every_kind_of_item_is_asked_for() -> None:
    assert {prompt.kind for prompt in PROMPTS.values()} == set(KINDS)


@pytest.mark.parametrize("prompt", [p for p in PROMPTS.values() if p.filter], ids=lambda p: p.key)
def test_a_filter_names_values_of_the_kind(prompt: schema.Prompt) -> None:
    choices = {f.name: f.choices for f in fields_of(prompt.kind) if f.form is Form.CHOICE}
    for name, value in prompt.filter.items():
        assert value in choices.get(name, ())


def test_no_two_prompts_of_a_step_list_the_same() -> None:
    for number in range(1, 10):
        lists = Counter((p.kind, *sorted(p.filter.items())) for p in prompts_of(number) if p.kind != "answer")
        assert [asked for asked, count in lists.items() if count > 1] == []


def test_strengths_and_chances_are_asked_of_both_sides() -> None:
    filters = [dict(p.filter) for p in PROMPTS.values() if p.kind == "finding"]
    assert filters == [
        {"aspect": "strength"},
        {"aspect": "weakness"},
        {"aspect": "chance", "seen_by": "municipality"},
        {"aspect": "threat", "seen_by": "municipality"},
        {"aspect": "chance", "seen_by": "organisations"},
        {"aspect": "threat", "seen_by": "organisations"},
    ]


@pytest.mark.parametrize("key", [p.key for p in PROMPTS.values() if p.kind == "answer"])
def test_an_answer_can_be_kept_under_the_key_of_its_prompt(key: str) -> None:
    assert Answer(question=key).question == key


def test_keys_of_prompts_are_unique() -> None:
    assert sum(len(prompts_of(number)) for number in range(1, 10)) == len(PROMPTS)


def test_a_section_is_a_calm_screen() -> None:
    for each in STEPS.steps:
        assert 2 <= len(each.sections) <= 5, each.number
        assert all(1 <= len(section.prompts) <= 5 for section in each.sections), each.number
        assert all(len(section.title) <= 40 for section in each.sections), each.number


@pytest.mark.parametrize("number", WITH_HINTS)
def test_every_type_and_pole_gets_a_few_hints(number: int) -> None:
    assert set(step(number).hints) == {"I", "II", "III", "IV"}
    assert set(step(number).pole_hints) == {"smal", "breed", "dirigent", "op_afstand"}
    for hints in (*step(number).hints.values(), *step(number).pole_hints.values()):
        assert 2 <= len(hints) <= 5


@pytest.mark.parametrize("number", WITH_HINTS)
def test_hints_of_types_differ(number: int) -> None:
    every = Counter(hint for hints in step(number).hints.values() for hint in hints)
    assert [hint for hint, count in every.items() if count > 1] == []


# What the handreiking advises each type, or warns it of (annex 2); for type II the breed pole.
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("I", ["grenzen", "nieuwe initiatieven", "achterb"]),
        ("II", ["kwetsbare groepen", "versnipper", "gericht aanbod"]),
        ("III", ["korting op huur", "extra subsidie", "prikkel"]),
        ("IV", ["kwaliteit", "weg naar subsidie", "[Oo]nderschat"]),
    ],
)
def test_hints_carry_the_advice_of_the_type(name: schema.TypeName, words: list[str]) -> None:
    text = " ".join(hint for each in STEPS.steps for hint in each.hints.get(name, ()))
    assert [word for word in words if not re.search(word, text)] == []


def test_every_group_of_suggestions_is_offered_somewhere() -> None:
    offered = {group for prompt in PROMPTS.values() for group in prompt.suggestions}
    assert offered == {group.key for group in loader.suggestions().groups}

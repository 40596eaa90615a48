"""What stappen.yaml, suggesties.yaml and velden.yaml say about each other is held against each other."""

from typing import Any

import pytest

from content import crosscheck, schema

SOURCE = "handreiking, hoofdstuk 6"


def prompt(key: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "ask": "Wat wilt u?", "kind": "goal", "source": SOURCE} | more


def steps(*prompts: dict[str, Any], part: str = "doelen") -> schema.Steps:
    step = {
        "number": 5,
        "title": "Doelen",
        "purpose": "Kies doelen.",
        "why": [],
        "involve": [],
        "guidance": [],
        "sections": [{"key": "s", "title": "Doelen", "prompts": prompts}],
        "hints": {},
        "pole_hints": {},
        "source": SOURCE,
    }
    plan_part = {"key": "p", "title": "Doelen", "belongs": "Uw doelen.", "prompts": [part], "source": SOURCE}
    return schema.Steps.model_validate({"steps": [step], "parts": [plan_part], "additions": []})


def suggestions(*items: dict[str, Any]) -> schema.Suggestions:
    labelled = [{"label": "Jongeren", "source": SOURCE} | item for item in items]
    return schema.Suggestions.model_validate(
        {"groups": [{"key": "jong", "title": "Jongeren", "suggestions": labelled}]}
    )


KINDS = schema.ItemTexts.model_validate(
    {
        "kinds": {
            "goal": {
                "singular": "doel",
                "add": "Voeg een doel toe",
                "empty": "Hier komen uw doelen.",
                "fields": {
                    "title": {"label": "Doel"},
                    "priority": {"label": "Prioriteit", "choices": {"high": "Hoog"}},
                },
            }
        }
    }
)
GOOD_STEPS = steps(prompt("doelen", suggestions=["jong"], filter={"priority": "high"}))
GOOD_SUGGESTIONS = suggestions({"key": "a", "data": {"title": "Meer jongeren", "priority": "high"}})


def problems(
    steps: schema.Steps = GOOD_STEPS,
    suggestions: schema.Suggestions = GOOD_SUGGESTIONS,
    kinds: schema.ItemTexts = KINDS,
) -> list[str]:
    models = {"stappen.yaml": steps, "suggesties.yaml": suggestions, "velden.yaml": kinds}
    return list(crosscheck.problems(models))


def test_files_that_agree_have_no_problems() -> None:
    assert problems() == []


def test_a_prompt_key_in_two_steps() -> None:
    twice = schema.Steps.model_validate(
        {"steps": [GOOD_STEPS.steps[0], GOOD_STEPS.steps[0].model_copy(update={"number": 6})]}
        | {"parts": GOOD_STEPS.parts, "additions": []}
    )
    assert problems(twice) == ["stappen.yaml: prompt key 'doelen' stands twice"]


def test_a_part_of_the_plan_that_no_prompt_fills() -> None:
    assert problems(steps(prompt("doelen"), part="dromen")) == [
        "stappen.yaml: parts.0.prompts: there is no prompt 'dromen'"
    ]


PLACE = "stappen.yaml: steps.0.sections.0.prompts.0"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"suggestions": ["oud"]}, f"{PLACE}.suggestions: there is no group 'oud' in suggesties.yaml"),
        ({"kind": "dream"}, f"{PLACE}.kind: there is no kind 'dream' in velden.yaml"),
        ({"filter": {"colour": "x"}}, f"{PLACE}.filter: kind 'goal' has no field 'colour' in velden.yaml"),
        (
            {"filter": {"priority": "top"}},
            f"{PLACE}.filter: field 'priority' of 'goal' has no choice 'top' in velden.yaml",
        ),
    ],
)
def test_a_prompt_that_refers_to_nothing(changed: dict[str, Any], problem: str) -> None:
    assert problems(steps(prompt("doelen", **changed))) == [problem]


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ({"data": {"colour": "x"}}, "kind 'goal' has no field 'colour' in velden.yaml"),
        ({"data": {"priority": "top"}}, "field 'priority' of 'goal' has no choice 'top' in velden.yaml"),
        ({"data": {"kind": "activity", "title": "Feest"}}, "is not a 'goal'"),
        ({"text": "Meer jongeren"}, "has no data for a 'goal'"),
    ],
)
def test_a_suggestion_that_does_not_fit_the_prompt(item: dict[str, Any], problem: str) -> None:
    found = problems(suggestions=suggestions({"key": "a"} | item))
    assert found == [f"{PLACE}.suggestions: 'a' of 'jong': {problem}"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"text": "Wij kiezen breed."}, []),
        (
            {"data": {"title": "Breed"}},
            [f"{PLACE}.suggestions: 'a' of 'jong': has no text to answer with"],
        ),
    ],
)
def test_a_suggestion_for_an_answer_is_a_text(item: dict[str, Any], expected: list[str]) -> None:
    answered = KINDS.model_copy(update={"kinds": {"answer": KINDS.kinds["goal"]}})
    asked = steps(prompt("doelen", kind="answer", suggestions=["jong"]))
    assert problems(asked, suggestions({"key": "a"} | item), answered) == expected


def test_a_suggestion_key_in_two_groups_of_one_prompt() -> None:
    group = GOOD_SUGGESTIONS.groups[0]
    twice = schema.Suggestions(groups=(group, group.model_copy(update={"key": "jong_2"})))
    asked = steps(prompt("doelen", suggestions=["jong", "jong_2"]))
    assert problems(GOOD_STEPS, twice) == []
    assert problems(asked, twice) == [f"{PLACE}.suggestions: suggestion key 'a' stands twice in its groups"]

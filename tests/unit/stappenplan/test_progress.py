"""How far a plan is: only whether something was filled in counts."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import schema
from content.loader import steps
from stappenplan import progress
from stappenplan.fields import fields_of
from stappenplan.items import (
    KINDS,
    Answer,
    AnyItem,
    Consultation,
    Cover,
    Finding,
    Goal,
    PlanItem,
    Stakeholder,
    TargetGroup,
)
from stappenplan.progress import (
    Incomplete,
    Progress,
    Status,
    count_done,
    is_empty,
    is_filled,
    lacking,
    next_up,
    per_step,
)
from tests.unit.stappenplan.strategies import any_items, blank, placed, values_of

STEPS = steps()
PROMPTS = {p.key: (s.number, p) for s in STEPS.steps for section in s.sections for p in section.prompts}
SAMPLES: dict[str, Any] = {"date": "2026-03-03", "decimal": "1.00"}


def of(key: str, *data: AnyItem) -> progress.PromptProgress:
    step, prompt = PROMPTS[key]
    plan = [placed(item, f"i{n}", step) for n, item in enumerate(data)]
    return progress.of_prompt(step, "deel", prompt, plan)


def answering(prompt: schema.Prompt, step: int) -> PlanItem:
    """An item that answers ``prompt`` and lacks nothing."""
    if prompt.kind == "answer":
        return placed(Answer(question=prompt.key, text="Ja."), prompt.key, step)
    values: dict[str, Any] = dict(prompt.filter)
    for field in fields_of(prompt.kind):
        if field.name in KINDS[prompt.kind].essential and field.name not in values:
            values[field.name] = field.choices[0] if field.choices else SAMPLES.get(field.form.value, "i0")
    return placed(blank(prompt.kind).model_validate(values), prompt.key, step)


def complete(*, optional: bool) -> list[PlanItem]:
    """A plan with everything in it, with or without the additions of 2026."""
    return [answering(p, step) for step, p in PROMPTS.values() if optional or not p.addition_2026]


# -- one sub-question ---------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [None, False, "", " \n\t", ()])
def test_nothing_is_empty(value: object) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", ["x", Decimal(0), 0, True, ("i0",)])
def test_a_figure_of_zero_is_not_empty(value: object) -> None:
    assert not is_empty(value)


def test_a_sub_question_is_to_do_until_something_is_written() -> None:
    assert of("doelen.doelen").status is Status.TODO
    assert of("doelen.doelen", Goal(), Goal(title=" ")).status is Status.TODO


def test_a_sub_question_is_busy_while_an_item_lacks_something() -> None:
    found = of("doelen.doelen", Goal(title="Doel", result="Resultaat"), Goal(title="Ander doel"))
    assert found.status is Status.BUSY
    assert found.incomplete == (Incomplete("i1", ("result",)),)


def test_a_sub_question_is_done_when_no_item_lacks_anything() -> None:
    found = of("doelen.doelen", Goal(title="Doel", result="Resultaat"))
    assert found.status is Status.DONE
    assert found.incomplete == ()


def test_what_is_not_essential_does_not_count() -> None:
    assert lacking(Goal(title="Doel", result="Resultaat")) == ()
    assert not is_filled(Goal(specific="Precies dit"))
    assert is_filled(Finding(text="Dit"))
    assert lacking(Cover(amount=Decimal(0), origin="fund")) == ()


def test_an_answer_answers_its_own_question_only() -> None:
    answer = Answer(question="visie.regierol", text="Dirigent.")
    assert of("visie.regierol", answer).status is Status.DONE
    assert of("visie.insteek", answer).items == ()


def test_findings_go_to_the_sub_question_that_asks_for_them() -> None:
    ours = Finding(aspect="chance", seen_by="municipality", text="Maatwerk.")
    theirs = Finding(aspect="chance", seen_by="organisations", text="Ruimte.")
    assert [i.data for i in of("huidig.kansen", ours, theirs).items] == [ours]
    assert [i.data for i in of("veld.kansen", ours, theirs).items] == [theirs]
    assert of("huidig.sterk", ours, theirs).items == ()


def test_a_new_partner_is_a_stakeholder_too() -> None:
    partner = Stakeholder(name="Bibliotheek", role="Plek", group="new_partner")
    assert of("veld.nieuwe_partners", partner).status is Status.DONE
    assert of("veld.belanghebbenden", partner).status is Status.DONE
    assert of("veld.nieuwe_partners", Stakeholder(name="Bond", role="Stem")).items == ()


def test_talks_with_the_field_are_no_talks_with_residents() -> None:
    talk = Consultation(who="Verenigingen", harvest="Veel", stays_involved="Elk jaar")
    plan = [placed(talk, step=3)]
    done = {p.prompt.key for step in progress.per_step(STEPS, plan) for p in step.prompts if p.items}
    assert done == {"veld.gesprekken"}


# -- steps and parts ----------------------------------------------------------------------------------


def test_every_sub_question_stands_in_its_step() -> None:
    found = progress.per_step(STEPS, [])
    assert [step.key for step in found] == [str(n) for n in range(1, 10)]
    assert [p.prompt.key for step in found for p in step.prompts] == list(PROMPTS)
    assert {(p.step, p.section) for step in found for p in step.prompts} == {
        (step.number, section.key) for step in STEPS.steps for section in step.sections
    }


def test_every_part_holds_the_sub_questions_that_fill_it() -> None:
    parts = (*STEPS.parts, *STEPS.additions)
    found = progress.per_part(STEPS, complete(optional=True))
    assert [(p.key, tuple(q.prompt.key for q in p.prompts)) for p in found] == [
        (part.key, part.prompts) for part in parts
    ]


def test_a_sub_question_is_as_far_in_its_part_as_in_its_step() -> None:
    plan = complete(optional=True)[::2]
    in_steps = {p.prompt.key: p for step in progress.per_step(STEPS, plan) for p in step.prompts}
    in_parts = {p.prompt.key: p for part in progress.per_part(STEPS, plan) for p in part.prompts}
    assert in_parts == {key: in_steps[key] for key in in_parts}


def test_an_empty_plan_is_all_to_do() -> None:
    for found in (*progress.per_step(STEPS, []), *progress.per_part(STEPS, [])):
        assert found.status is Status.TODO
        assert found.done == 0 < found.total
        assert found.missing == found.counted


def test_a_full_plan_is_done_without_the_additions_of_2026() -> None:
    plan = complete(optional=False)
    for step in progress.per_step(STEPS, plan):
        assert step.status is Status.DONE
        assert step.done == step.total == sum(not p.prompt.addition_2026 for p in step.prompts)
        assert step.missing == ()


def test_a_part_of_optional_sub_questions_only_counts_them() -> None:
    council = {part.key: part for part in progress.per_part(STEPS, complete(optional=False))}["raad"]
    assert all(p.prompt.addition_2026 for p in council.prompts)
    assert (council.done, council.total, council.status) == (0, len(council.prompts), Status.TODO)
    whole = {part.key: part for part in progress.per_part(STEPS, complete(optional=True))}["raad"]
    assert whole.status is Status.DONE


def test_an_addition_starts_a_step_and_does_not_count_in_it() -> None:
    plan = [placed(Answer(question="kader.wettelijk", text="De Wmo 2015."))]
    first, second, *_ = progress.per_step(STEPS, plan)
    assert (first.done, first.total, first.status) == (0, 15, Status.BUSY)
    assert second.status is Status.TODO


def test_a_step_is_busy_from_its_first_item_to_its_last() -> None:
    plan = [i for i in complete(optional=False) if i.step == 2]
    assert progress.per_step(STEPS, plan[:1])[1].status is Status.BUSY
    assert progress.per_step(STEPS, [placed(TargetGroup(name="Jongeren"), step=2)])[1].done == 1
    assert progress.per_step(STEPS, plan[:-1])[1].status is Status.BUSY
    assert progress.per_step(STEPS, plan)[1].status is Status.DONE


def test_a_step_without_sub_questions_is_not_done() -> None:
    assert Progress("1", ()).status is Status.TODO


# -- filling in never takes anything away -------------------------------------------------------------


@dataclass(frozen=True)
class Filling:
    """A plan before and after one empty essential field of one item was filled in."""

    before: list[PlanItem]
    after: list[PlanItem]


@st.composite
def fillings(draw: st.DrawFn) -> Filling:
    drawn = draw(st.lists(any_items, min_size=1, max_size=6))
    places = {p.kind: step for step, p in PROMPTS.values()}
    plan = [placed(data, f"i{n}", places[data.kind]) for n, data in enumerate(drawn)]
    chosen = draw(st.sampled_from(plan))
    # The aspect of a finding moves it to another sub-question, where it may be the unfinished one.
    name = draw(st.sampled_from([name for name in chosen.data.essential if name != "aspect"]))
    field = next(f for f in fields_of(chosen.data.kind) if f.name == name)
    value = draw(values_of(field).filter(lambda v: not is_empty(v)))

    def plan_with(value: object) -> list[PlanItem]:
        changed = chosen.model_copy(update={"data": chosen.data.model_copy(update={name: value})})
        return [changed if i is chosen else i for i in plan]

    return Filling(plan_with(getattr(blank(chosen.data.kind), name)), plan_with(value))


@settings(max_examples=60)
@given(fillings())
def test_filling_in_an_essential_field_never_lowers_what_is_done(filling: Filling) -> None:
    for measure in (progress.per_step, progress.per_part):
        pairs = zip(measure(STEPS, filling.before), measure(STEPS, filling.after), strict=True)
        for before, after in pairs:
            assert after.total == before.total
            assert before.done <= after.done <= after.total
            assert not (before.status is not Status.TODO and after.status is Status.TODO)


def test_what_is_done_is_counted() -> None:
    prompts = [prompt for section in steps().steps[0].sections for prompt in section.prompts]
    items = tuple(
        PlanItem(id=prompt.key, step=1, position=n, data=Answer(question=prompt.key, text="x"))
        for n, prompt in enumerate(prompts)
    )
    assert count_done(per_step(steps(), ())) == 0
    assert count_done(per_step(steps(), items)) == 1


def test_one_goes_on_with_what_was_begun_and_else_begins() -> None:
    plan = steps()
    first, second = plan.steps[0].sections[0].prompts[0], plan.steps[1].sections[0].prompts[0]
    begun = PlanItem(id="a", step=2, position=0, data=Answer(question=second.key, text="x"))
    found = next_up(per_step(plan, ()))
    assert found is not None
    assert found.prompt == first
    found = next_up(per_step(plan, (begun,)))
    assert found is not None
    assert found.step == 2
    assert found.prompt != second


def test_when_nothing_is_missing_there_is_nothing_to_go_on_with() -> None:
    assert next_up(()) is None

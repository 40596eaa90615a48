"""A dossier as a file comes back as it went, and what is no dossier is refused with its places."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content import loader
from dossier.json_format import BadFile, from_json, to_json
from dossier.model import Details, Dossier, GivenAnswer
from dossier.workshop import Report
from stappenplan.items import AnyItem, Goal, PlanItem
from stappenplan.progress import asked_in
from tests.unit.dossier.reports import reports
from tests.unit.stappenplan.strategies import any_items, fit_texts, placed
from typetest.model import QUESTIONS, Choice, Perspective

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
years = st.none() | st.integers(1900, 2200)
answers = st.builds(
    GivenAnswer,
    choice=st.none() | st.sampled_from(Choice),
    note=fit_texts,
    version=st.integers(0, 99),
)


def places(data: AnyItem, edition: str) -> tuple[int, ...]:
    """Where an item may stand: of another edition than ours it is not known which steps ask for it."""
    return asked_in(loader.steps(), data) if edition == loader.STANDARD else tuple(range(1, 10))


@st.composite
def plans(draw: st.DrawFn, edition: str) -> tuple[PlanItem, ...]:
    drawn = draw(st.lists(any_items.filter(lambda data: places(data, edition) != ()), max_size=5))
    return tuple(
        placed(data, f"i{n}", draw(st.sampled_from(places(data, edition))), n) for n, data in enumerate(drawn)
    )


def of_edition(edition: str) -> st.SearchStrategy[Dossier]:
    return st.builds(
        Dossier,
        id=st.just("geheim-nummer"),
        edition=st.just(edition),
        created=st.just(NOW),
        details=st.builds(
            Details, municipality=fit_texts, title=fit_texts, period_start=years, period_end=years
        ),
        details_version=st.integers(1, 9),
        answers=st.dictionaries(
            st.sampled_from(Perspective), st.dictionaries(st.sampled_from(QUESTIONS), answers, max_size=4)
        ),
        items=plans(edition),
        workshops=st.lists(reports(), max_size=2).map(numbered),
    )


def numbered(made: list[Report]) -> tuple[Report, ...]:
    """As sessions of this dossier, with the ids that the reader gives them."""
    return tuple(
        report.model_copy(
            update={
                "workshop": report.workshop.model_copy(
                    update={"id": f"geheim-nummer-{n}", "dossier_id": "geheim-nummer"}
                )
            }
        )
        for n, report in enumerate(made)
    )


dossiers = st.sampled_from([loader.STANDARD, "zeewolde"]).flatmap(of_edition)


def a_file(**changes: Any) -> str:
    return json.dumps({"municipality": "Voorbeeld", **changes})


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(BadFile) as refused:
        from_json(text, "d", NOW)
    return refused.value.problems


@settings(max_examples=50)
@given(dossiers)
def test_a_dossier_comes_back_as_it_went(dossier: Dossier) -> None:
    back = from_json(to_json(dossier), dossier.id, NOW)
    # A file has no history: every version starts at 1 again.
    first = {
        perspective: {n: answer.model_copy(update={"version": 1}) for n, answer in given.items()}
        for perspective, given in dossier.answers.items()
    }
    assert back == dossier.model_copy(update={"details_version": 1, "answers": first})


@settings(max_examples=20)
@given(dossiers)
def test_the_same_dossier_always_gives_the_same_file(dossier: Dossier) -> None:
    text = to_json(dossier)
    assert to_json(from_json(text, "another", NOW)) == text


def test_the_file_is_readable_and_holds_no_id_of_the_dossier() -> None:
    dossier = from_json(a_file(municipality="Súdwest-Fryslân"), "geheim-nummer", NOW)
    text = to_json(dossier)
    assert "Súdwest-Fryslân" in text
    assert "\n  " in text
    assert "geheim-nummer" not in text


def test_a_file_may_leave_out_what_is_empty() -> None:
    dossier = from_json("{}", "d", NOW)
    assert dossier == Dossier(
        id="d", edition="nl", created=NOW, details=Details(), details_version=1, answers={}, items=()
    )


def test_items_keep_the_order_of_the_file() -> None:
    items = [{"id": i, "step": 5, "data": {"kind": "goal", "title": i}} for i in ("b", "a", "c")]
    found = from_json(a_file(items=items), "d", NOW)
    assert [(i.id, i.position, i.version) for i in found.items] == [("b", 0, 1), ("a", 1, 1), ("c", 2, 1)]
    assert found.item("c") == placed(Goal(title="c"), "c", 5, 2)


@pytest.mark.parametrize(
    ("changes", "place", "fault"),
    [
        ({"format": 2}, "format", "literal_error"),
        ({"wishes": []}, "wishes", "extra_forbidden"),
        ({"title": "x" * 301}, "title", "string_too_long"),
        ({"answers": {"later": {}}}, "answers.later.[key]", "enum"),
        ({"answers": {"huidig": {"15": {}}}}, "answers.huidig.15.[key]", "less_than_equal"),
        ({"answers": {"huidig": {"3": {"choice": "c"}}}}, "answers.huidig.3.choice", "enum"),
        ({"items": [{"id": "a", "step": 5, "data": {"kind": "wish"}}]}, "items.0.data", "union_tag_invalid"),
        (
            {"items": [{"id": "a", "step": 5, "data": {"kind": "goal", "title": "\x07"}}]},
            "items.0.data.goal.title",
            "value_error",
        ),
        ({"items": [{"id": "a", "step": 0, "data": {"kind": "goal"}}]}, "items.0.step", "greater_than_equal"),
    ],
)
def test_what_is_no_dossier_is_refused_with_its_place(
    changes: dict[str, Any], place: str, fault: str
) -> None:
    assert problems(a_file(**changes)) == [(place, fault)]


@pytest.mark.parametrize("text", ["", "{", "\x00", '{"title": "\\ud800"}', "[" * 100_000])
def test_what_is_no_json_is_refused(text: str) -> None:
    assert [fault for _, fault in problems(text)] == ["json_invalid"]


@pytest.mark.parametrize("text", ["[]", "null", "7"])
def test_json_of_something_else_is_refused(text: str) -> None:
    assert problems(text)


def test_an_id_that_stands_twice_is_refused() -> None:
    items = [{"id": i, "step": 5, "data": {"kind": "goal"}} for i in ("b", "a", "b", "c", "a")]
    assert problems(a_file(items=items)) == [("a", "doubled_id"), ("b", "doubled_id")]


MISPLACED = [
    ({"kind": "goal", "title": "Meer jongeren"}, 2, "step 2 → 5 (goal, a)", "misplaced"),
    ({"kind": "consultation"}, 9, "step 9 → 3/4 (consultation, a)", "misplaced"),
    ({"kind": "answer", "question": "visie.belang"}, 3, "step 3 → 1 (visie.belang, a)", "misplaced"),
    ({"kind": "answer", "question": "visie.onzin"}, 1, "step 1 (visie.onzin, a)", "asked_nowhere"),
    ({"kind": "finding"}, 2, "step 2 (finding, a)", "asked_nowhere"),
]


@pytest.mark.parametrize(("data", "step", "place", "fault"), MISPLACED)
def test_what_no_screen_would_show_is_refused(
    data: dict[str, str], step: int, place: str, fault: str
) -> None:
    shown = {"id": "goed", "step": 5, "data": {"kind": "goal"}}
    items = [shown, {"id": "a", "step": step, "data": data}]
    assert problems(a_file(items=items)) == [(f"items.1.{place}", fault)]
    assert len(from_json(a_file(items=items, edition="zeewolde"), "d", NOW).items) == 2


def test_what_is_shown_depends_on_the_edition_in_use(own_edition: Path) -> None:
    path = own_edition / "stappen.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("visie.belang", "visie.nut"), encoding="utf-8")
    item = {"id": "a", "step": 1, "data": {"kind": "answer", "question": "visie.belang"}}
    assert from_json(a_file(items=[item], edition="nl"), "d", NOW).items
    assert problems(a_file(items=[item], edition="zeewolde")) == [
        ("items.0.step 1 (visie.belang, a)", "asked_nowhere")
    ]
    for text in loader.examples().values():
        assert from_json(text, "d", NOW).items


def test_a_refusal_says_what_is_wrong_and_where() -> None:
    with pytest.raises(BadFile, match=r"^format: literal_error; wishes: extra_forbidden$"):
        from_json(a_file(format=2, wishes=[]), "d", NOW)


SESSION: dict[str, Any] = {
    "held": "2026-11-02T19:30:00Z",
    "setup": {"perspectives": ["huidig"], "groups": [{"key": "raad", "name": "Raad"}]},
}
ROOM = {"group": "", "people": 3, "complete": 3}
RAAD = {"group": "raad", "people": 3, "complete": 3}
PROMISE = {"kind": "promise", "id": "p", "data": {}}


def result(room: dict[str, Any] = ROOM, group: dict[str, Any] = RAAD, **changes: Any) -> dict[str, Any]:
    publication = {"room": room, "groups": [group], "changed": changes.pop("changed", [])}
    return {"round": 1, "perspective": "huidig", "publication": publication, **changes}


def test_a_session_in_a_file_is_closed_and_has_no_code() -> None:
    found = from_json(a_file(workshops=[SESSION | {"results": [result()], "notes": [PROMISE]}]), "d", NOW)
    (report,) = found.workshops
    assert (report.workshop.phase, report.workshop.code, report.workshop.ballots_kept) == (
        "closed",
        None,
        False,
    )
    assert report.workshop.created == datetime(2026, 11, 2, 19, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        SESSION | {"setup": SESSION["setup"] | {"practice": True}},
        SESSION | {"code": "K7R4MXP"},
        SESSION | {"held": "2026-11-02"},
        SESSION | {"chosen": [15]},
        SESSION | {"results": [result(), result()]},
        SESSION | {"results": [result(perspective="gewenst")]},
        SESSION | {"results": [result(round=3)]},
        SESSION | {"results": [result(group=RAAD | {"group": "veld"})]},
        SESSION | {"results": [result(room=ROOM | {"group": "raad"})]},
        SESSION | {"results": [result(room=ROOM | {"people": -1})]},
        SESSION | {"results": [result(room=ROOM | {"splits": [{"a": 1}]})]},
        SESSION | {"results": [result(room=ROOM | {"splits": [{"a": -1}] * 14})]},
        SESSION | {"results": [result(room=ROOM | {"names": ["x"]})]},
        SESSION | {"results": [result(changed=[1])]},
        SESSION | {"results": [result(changed=[-1] * 14)]},
        SESSION | {"results": [result(room=ROOM | {"card": {"cells": []}})]},
        *(
            SESSION | {"results": [result(room=ROOM | {"card": {"cells": cells}})]}
            for cells in (
                [{"sturing": 8, "insteek": 0, "people": 1}],
                [{"sturing": 1, "insteek": 0, "people": 0}],
                [{"sturing": 1, "insteek": 0, "people": 1}] * 2,
            )
        ),
        SESSION | {"notes": [PROMISE, PROMISE]},
        SESSION | {"notes": [PROMISE | {"data": {"direction": "a"}}]},
        SESSION | {"notes": [PROMISE | {"kind": "secret"}]},
    ],
)
def test_a_session_that_cannot_be_is_refused(wrong: dict[str, Any]) -> None:
    ((place, _),) = problems(a_file(workshops=[wrong]))
    assert place.startswith("workshops.0")

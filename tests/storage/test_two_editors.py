"""People who save at the same moment: what was acknowledged stays, or is reported as a conflict."""

from functools import partial
from typing import NamedTuple

from dossier.model import Details
from dossier.roles import Role
from dossier.use_cases import Created, LastLink, NotAllowed, Saved, UseCases
from stappenplan.items import Goal
from storage import SqlStorage
from tests.storage.helpers import together
from typetest.model import QUESTIONS, Perspective

EDITORS = 4
SAVES = 50
OWN = ("specific", "measurable", "realistic", "result")  # each editor's own field of the goal


class Save(NamedTuple):
    """One acknowledged save of the field they all edit."""

    seen: int
    kept: Saved
    title: str


def _edit(use_cases: UseCases, token: str, number: int) -> list[Save]:
    """Save many times, each time with the version the last save showed, as a screen does."""
    version, saves = 1, []
    for save in range(SAVES):
        title = f"title {save} of {number}"
        changes = {"title": title, OWN[number]: f"text {save} of {number}"}
        kept = use_cases.save_item(token, "g", 5, Goal(), changes, version)
        assert {c.field for c in kept.conflicts} <= {"title"}
        saves.append(Save(version, kept, title))
        version = kept.version
    return saves


def test_four_editors_lose_nothing(storage: SqlStorage, use_cases: UseCases) -> None:
    created = use_cases.create(Details(), "nl")
    use_cases.save_item(created.edit_token, "g", 5, Goal(), {"title": "first"}, 0)
    every = together([partial(_edit, use_cases, created.edit_token, n) for n in range(EDITORS)])

    with storage.read() as work:
        item = work.item(created.dossier_id, "g")
        assert item is not None
        log = [work.logged(created.dossier_id, "item:g", v) for v in range(1, item.version + 1)]
    history = [change.values for change in log if change and change.values]
    assert len(history) == item.version == 1 + EDITORS * SAVES  # no save took the place of another
    last = item.data.model_dump()
    for number in range(EDITORS):
        assert last[OWN[number]] == f"text {SAVES - 1} of {number}"

    reported = 0
    for seen, kept, title in (save for saves in every for save in saves):
        before, after = history[kept.version - 2]["title"], history[kept.version - 1]["title"]
        if kept.conflicts:
            reported += 1
            assert (kept.conflicts[0].mine, kept.conflicts[0].theirs) == (title, before)
            assert after == before
        else:  # nobody's title was overwritten by someone who had not seen it
            assert before == history[seen - 1]["title"]
            assert after == title
    assert 0 < reported < EDITORS * SAVES


def test_two_people_give_the_first_answer_at_once(use_cases: UseCases) -> None:
    created = use_cases.create(Details(), "nl")
    for perspective in Perspective:
        for question in QUESTIONS:
            save = partial(use_cases.answer, created.edit_token, perspective, question, version=0)
            changes: list[dict[str, str]] = [
                {"choice": "a"},
                {"note": "one"},
                {"note": "two"},
                {"choice": "b"},
            ]
            saved = together([partial(save, changes=change) for change in changes])
            kept = use_cases.open(created.read_token).answers[perspective][question]
            assert kept.version == 2
            assert kept.choice is not None
            assert sorted(c.field for s in saved for c in s.conflicts) == ["choice", "note"]
            for change, one in zip(changes, saved, strict=True):
                if not one.conflicts:
                    assert change.items() <= kept.model_dump().items()


def test_items_made_at_once_get_a_place_each(use_cases: UseCases) -> None:
    created = use_cases.create(Details(), "nl")

    def make(item_id: str) -> Saved:
        return use_cases.save_item(created.edit_token, item_id, 5, Goal(), {"title": item_id}, 0)

    together([partial(make, f"g{n}") for n in range(8)])
    goals = use_cases.open(created.read_token).of_kind("goal")
    assert [g.position for g in goals] == list(range(8))


def test_two_people_cannot_withdraw_each_others_last_link(use_cases: UseCases) -> None:
    def withdraw(token: str, link_id: str) -> bool:
        try:
            use_cases.withdraw(token, link_id)
        except (LastLink, NotAllowed):
            return False
        return True

    for _ in range(10):
        one = use_cases.create(Details(), "nl").edit_token
        two = use_cases.share(one, Role.BEGELEIDER)
        ids = use_cases.own_link(one), use_cases.own_link(two)
        done = together([partial(withdraw, one, ids[1]), partial(withdraw, two, ids[0])])
        assert sorted(done) == [False, True]


def test_saving_in_a_dossier_that_is_being_deleted_is_refused_or_gone(use_cases: UseCases) -> None:
    def save(created: Created) -> bool:
        try:
            use_cases.answer(created.edit_token, Perspective.HUIDIG, 1, {"choice": "a"}, 0)
        except NotAllowed:
            return False
        return True

    def delete(created: Created) -> bool:
        use_cases.delete(created.edit_token)
        return True

    for _ in range(10):
        created = use_cases.create(Details(), "nl")
        _, deleted = together([partial(save, created), partial(delete, created)])
        assert deleted
        assert use_cases.enter(created.edit_token) is None

"""The press makes documents in real processes, and ends those that take too much."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from documents import pandoc, press
from documents.catalogue import Busy, TooMuch, UnknownDocument
from documents.press import Job, Press
from documents.render import render
from dossier.model import Dossier
from tests.unit.documents import dossiers

PLAN = "plan_van_aanpak"


def job(day: int = 0, document: str = PLAN) -> Job:
    return Job(dossiers.dossier(), document, ("html",), dossiers.TODAY + timedelta(days=day))


@pytest.fixture(scope="module")
def one() -> Iterator[Press]:
    made = Press(workers=1)
    yield made
    made.close()


def test_it_makes_what_render_makes(one: Press) -> None:
    assert one.make(job())["html"] == render(dossiers.dossier(), PLAN, "html", dossiers.TODAY)


def test_the_same_job_is_done_once_and_another_is_another(one: Press) -> None:
    with ThreadPoolExecutor(8) as people:
        made = list(people.map(lambda n: one.make(job(n % 4)), range(16)))
    for n, files in enumerate(made):
        assert files is made[n % 4]
        assert files["html"] == render(dossiers.dossier(), PLAN, "html", job(n % 4).today)


def test_no_more_than_so_many_wait_and_who_wants_the_same_is_no_more(
    one: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "WAITING", 2)
    worker = one._idle.get()  # so that all wait
    coming = [one.ask(job(n)) for n in (30, 31)]
    with pytest.raises(Busy):
        one.ask(job(32))
    assert one.ask(job(31)) is coming[1]
    one._idle.put(worker)
    assert all(each.result()["html"] for each in coming)
    assert one.make(job(32))["html"]


def test_a_fault_is_told_and_the_next_job_is_done(one: Press) -> None:
    with pytest.raises(UnknownDocument):
        one.make(job(document="er_niet"))
    assert one.make(job())["html"]


def test_a_job_that_takes_too_long_is_ended_and_so_is_its_process(monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = Press(workers=1, seconds=0.01)
    before = hasty._idle.get()
    hasty._idle.put(before)
    with pytest.raises(TooMuch):
        hasty.make(job())
    assert before.process.poll() == -signal.SIGKILL
    monkeypatch.setattr(hasty, "_seconds", press.SECONDS)
    assert hasty.make(job())["html"]
    hasty.close()


def test_a_process_that_dies_is_replaced() -> None:
    mortal = Press(workers=1)
    worker = mortal._idle.get()
    mortal._idle.put(worker)
    os.kill(worker.process.pid, signal.SIGKILL)
    with pytest.raises(TooMuch):
        mortal.make(job())
    assert mortal.make(job())["html"]
    mortal.close()
    assert worker.process.poll() == -signal.SIGKILL


def test_memory_is_limited() -> None:
    small = Press(workers=1, megabytes=150)
    with pytest.raises(TooMuch):
        small.make(Job(large(), PLAN, ("html", "docx"), dossiers.TODAY))
    small.close()


def large() -> Dossier:
    """A plan of some forty megabytes: far more than storage lets in."""
    text = "woord " * 1600
    items = (dossiers.item("activity", f"a{n}", title=f"{n}", description=text) for n in range(4000))
    return dossiers.dossier(*items)


def test_pandoc_is_limited_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "MEGABYTES", 3)
    with pytest.raises(TooMuch):
        pandoc.read("<p>" + "<b>woord</b> " * 50_000)


def test_pandoc_is_limited_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "SECONDS", 0.001)
    with pytest.raises(TooMuch):
        pandoc.read("<p>a")


def test_only_the_newest_files_are_kept(one: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    first = one.make(job(20))
    monkeypatch.setattr(press, "KEPT", len(first["html"]) + 1)
    second = one.make(job(21))
    assert one.make(job(21)) is second
    assert one.make(job(20)) is not first

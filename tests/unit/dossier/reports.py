"""Sessions as Hypothesis makes them: what is shown is made of people who answer, as at a reveal."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from dossier.workshop import (
    Finding,
    Group,
    KeptNote,
    Parked,
    Phase,
    Promise,
    Report,
    Result,
    Setup,
    Workshop,
    finding_id,
)
from tests.unit.stappenplan.strategies import fit_texts
from tests.unit.typetest.strategies import answer_sets
from typetest.model import QUESTIONS, Choice, Perspective
from typetest.publication import Publication, again, ballot, publish

KEYS = ("ambtelijk", "raad", "veld")
shorts = fit_texts.map(lambda text: text[:300])
directions = st.none() | st.sampled_from(Choice)
findings = st.builds(Finding, direction=directions, reasons_a=fit_texts, reasons_b=fit_texts)
promises = st.builds(Promise, who=shorts, what=shorts, when=shorts)


@st.composite
def publications(draw: st.DrawFn, keys: tuple[str, ...]) -> tuple[Publication, Publication]:
    """Both rounds of one perspective."""
    people = draw(st.lists(st.tuples(st.sampled_from(keys), answer_sets(), answer_sets()), max_size=9))
    given = [(ballot(key, before), after) for key, before, after in people if before]
    ballots = [before for before, _ in given]
    first = publish(ballots, keys, 3)
    return first, again(first, ballots, [{**before.answers, **after} for before, after in given])


@st.composite
def notes(draw: st.DrawFn) -> tuple[KeptNote, ...]:
    kept = [
        KeptNote(id=f"{kind}{n}", kind=kind, position=n, version=1, data=data)
        for kind, datas in (
            ("finding", ()),
            ("parked", draw(st.lists(st.builds(Parked, text=shorts), max_size=2))),
            ("promise", draw(st.lists(promises, max_size=2))),
        )
        for n, data in enumerate(datas)
    ]
    places = draw(st.lists(st.sampled_from([*QUESTIONS]), unique=True, max_size=3))
    found = [
        KeptNote(
            id=finding_id(Perspective.HUIDIG, number),
            kind="finding",
            position=n,
            version=1,
            data=draw(findings),
        )
        for n, number in enumerate(places)
    ]
    return (*found, *kept)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A closed session as a file has it."""
    keys = draw(st.sampled_from([KEYS, KEYS[:1]]))
    perspectives = draw(st.sampled_from([tuple(Perspective), (Perspective.HUIDIG,)]))
    rounds = {p: draw(publications(keys)) for p in perspectives}
    number = draw(st.integers(1, 2))
    groups = tuple(Group(key=key, name=draw(shorts.filter(bool))) for key in keys)
    return Report(
        workshop=Workshop(
            id="made-later",
            dossier_id="made-later",
            code=None,
            phase=Phase.CLOSED,
            setup=Setup(title=draw(shorts), perspectives=perspectives, groups=groups, smallest=3),
            chosen=(3, 9) if number > 1 else (),
            ballots_kept=False,
            created=datetime(2026, 11, 2, 19, 30, tzinfo=UTC),
        ),
        results=tuple(Result(n + 1, p, rounds[p][n]) for n in range(number) for p in perspectives),
        notes=draw(notes()),
    )

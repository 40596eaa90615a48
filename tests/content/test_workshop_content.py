"""werksessie.yaml: programmes that fit in their time, and the rules of a session in its words."""

import copy
from pathlib import Path
from typing import Any, get_args

import pytest

from content import check, completeness, loader, readability, schema
from content.schema import MeasureName, PhaseName, Programme, ProgrammeName, TypeName, Workshop

WORKSHOP = loader.workshop()
TEST = loader.typetest()
PHASES = get_args(PhaseName)
MINUTES: dict[ProgrammeName, int] = {"two_hours": 120, "one_hour": 60}
FILE = loader.FILES[Workshop]

every_programme = pytest.mark.parametrize("programme", WORKSHOP.programmes.values(), ids=WORKSHOP.programmes)


def raw() -> dict[str, Any]:
    found: dict[str, Any] = copy.deepcopy(loader.read_yaml(loader.ROOT / loader.STANDARD / FILE))
    return found


def written(folder: Path, data: dict[str, Any]) -> str:
    """An edition with this as its only file."""
    # JSON is YAML too, and keeps the order.
    (folder / FILE).write_text(Workshop.model_validate(data).model_dump_json(), encoding="utf-8")
    return str(folder)


# --- the programmes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MINUTES)
def test_a_programme_takes_exactly_its_time(name: ProgrammeName) -> None:
    programme = WORKSHOP.programmes[name]
    assert sum(block.minutes for block in programme.blocks) == MINUTES[name] == programme.minutes


@every_programme
def test_blocks_begin_when_the_ones_before_them_end(programme: Programme) -> None:
    now = 0
    for start, block in programme.timed:
        assert start == now
        now += block.minutes
    assert now == programme.minutes
    assert len(programme.timed) == len(programme.blocks)


@every_programme
def test_a_programme_goes_through_all_phases_in_their_order(programme: Programme) -> None:
    places = [PHASES.index(block.phase) for block in programme.blocks]
    assert places == sorted(places)
    assert set(places) == set(range(len(PHASES)))


@every_programme
def test_what_a_facilitator_does_is_short(programme: Programme) -> None:
    long = [line for b in programme.blocks for line in b.facilitator if len(readability.sentences(line)) > 2]
    assert long == []


def test_a_programme_that_does_not_fit_is_refused() -> None:
    data = raw()
    data["programmes"]["one_hour"]["blocks"][0]["minutes"] += 1
    with pytest.raises(ValueError, match="the blocks take 61 minutes, not 60"):
        Workshop.model_validate(data)


def test_a_block_that_stands_twice_is_found(tmp_path: Path) -> None:
    data = raw()
    blocks = data["programmes"]["one_hour"]["blocks"]
    blocks[1]["key"] = blocks[0]["key"]
    found = check.problems(check.read(written(tmp_path, data)))
    assert f"{FILE}: programmes.one_hour.blocks: key 'welkom' stands twice" in found


# --- what is arranged and agreed ----------------------------------------------------------------------


def test_the_groups_have_the_keys_that_sessions_are_kept_with() -> None:
    assert {name: list(found.names) for name, found in WORKSHOP.groups.items()} == {
        "three": ["ambtelijk", "raad_college", "veld_inwoners"],
        "six": ["ambtenaren", "raadsleden", "college", "steunpunt", "organisaties", "inwoners"],
    }


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (
            "house_rules",
            ["wethouder spreekt als laatste", "Geen type is beter", "alleen uw eigen", "Niemand"],
        ),
        ("prepare", ["zaal", "Projector", "Wifi", "formulier", "uitnodigt", "40 mensen", "oefengroep"]),
        ("no_phone", ["papieren formulier", "Eén telefoon", "wifi", "veertien letters"]),
    ],
)
def test_nothing_of_the_room_is_forgotten(part: str, words: list[str]) -> None:
    shown = " ".join(f"{point.title} {point.text}" for point in getattr(WORKSHOP, part))
    assert [word for word in words if word not in shown] == []


# --- what to ask --------------------------------------------------------------------------------------


def test_there_are_three_questions_for_every_type() -> None:
    assert list(WORKSHOP.discussion_per_type) == list(get_args(TypeName))
    asked = [line for lines in WORKSHOP.discussion_per_type.values() for line in lines]
    assert len(set(asked)) == 3 * 4
    assert all(line.endswith("?") for line in asked)


def test_there_is_one_open_question_for_every_statement() -> None:
    assert [talk.number for talk in WORKSHOP.discussion_per_question] == [q.number for q in TEST.questions]
    for talk in WORKSHOP.discussion_per_question:
        assert talk.ask.count("?") == 1
        assert talk.ask.endswith("?")
        assert talk.ask.split()[0] in {"Wat", "Waarom", "Wanneer", "Waar", "Hoe"}, "an open question"


# A word of each side's reasons: the question asks both, in the order a, b.
BOTH = {
    1: ("bemoeide", "afstand"),
    2: ("zelf doen", "niet van hen"),
    3: ("af te stappen", "te wachten"),
    4: ("maatschappelijke doelen", "balans"),
    5: ("uit te voeren", "weet"),
    6: ("deel is van andere", "apart"),
    7: ("prestatieafspraak", "instellingssubsidie"),
    8: ("doelen van het Wmo-beleid", "sterke"),
    9: ("veranderde", "weinig"),
    10: ("is meer vrijwillige inzet noodzakelijk", "gewenst"),
    11: ("beter", "verloren"),
    12: ("gerichte steun", "alle vrijwillige inzet"),
    13: ("de gemeente het initiatief", "inwoners en organisaties"),
    14: ("mede verantwoordelijk", "mogelijk"),
}


@pytest.mark.parametrize("talk", WORKSHOP.discussion_per_question, ids=lambda talk: str(talk.number))
def test_a_question_asks_both_sides(talk: schema.QuestionTalk) -> None:
    a, b = (talk.ask.index(word) for word in BOTH[talk.number])
    assert a < b


# --- what participants read ---------------------------------------------------------------------------


def test_a_participant_reads_everything_in_at_most_nine_sentences() -> None:
    lines = WORKSHOP.privacy_for(7)
    assert sum(len(readability.sentences(line)) for line in lines) <= 9
    shown = " ".join(lines)
    assert "minstens 7 mensen" in shown
    for words in ("naam niet", "ook de begeleider niet", "iedereen hetzelfde", "verantwoordelijk"):
        assert words in shown
    for words in ("tot de begeleider ze verwijdert", "bij het dossier", "code niet meer", "tijdstip"):
        assert words in shown


@pytest.mark.parametrize("name", get_args(MeasureName))
def test_a_measure_is_explained_in_a_few_sentences(name: MeasureName) -> None:
    text = WORKSHOP.measure(name, 5)
    assert 2 <= len(readability.sentences(text)) <= 4
    assert "{" not in text
    assert ("minstens 5 mensen" in text) is (name == "smallest")


@pytest.mark.parametrize("text", ["Minstens {klein} mensen.", "Minstens {} mensen.", "Minstens {smallest."])
def test_a_placeholder_that_nobody_fills_in_is_refused(text: str) -> None:
    for place in ("privacy", "measures"):
        data = raw()
        if place == "privacy":
            data[place][0] = text
        else:
            data[place]["smallest"]["text"] = text
        with pytest.raises(ValueError, match=rf"(?s){place}.*(filled in|expected)"):
            Workshop.model_validate(data)


# --- another edition ----------------------------------------------------------------------------------


def test_another_edition_may_have_another_programme_but_not_other_groups() -> None:
    data = raw()
    del data["programmes"]["one_hour"]["blocks"][1]
    data["programmes"]["one_hour"]["minutes"] = 56
    data["groups"]["three"]["names"]["raad"] = data["groups"]["three"]["names"].pop("raad_college")
    del data["measures"]["spread"]
    data["discussion_per_question"].pop()
    found = list(completeness.of_models({FILE: Workshop.model_validate(data)}, {FILE: WORKSHOP}))
    assert found == [
        f"{FILE}: discussion_per_question.13: is missing",
        f"{FILE}: discussion_per_question.13.number: 14: is missing",
        f"{FILE}: groups.three.names.raad_college: is missing",
        f"{FILE}: measures.spread: is missing",
        f"{FILE}: groups.three.names.raad: is unknown",
    ]

"""The worked examples: whole dossiers in plain Dutch, in which everything leads somewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from content import loader, readability
from dossier.json_format import from_json, to_json
from dossier.model import Dossier
from stappenplan.fields import Form, fields_of
from stappenplan.progress import matches
from tests.content.examples import EXAMPLES
from typetest.model import QUESTIONS, Perspective
from typetest.scoring import score

STEP_PROMPTS = [
    (s.number, p) for s in loader.steps().steps for section in s.sections for p in section.prompts
]

PRIVATE = re.compile(
    r"\b(?:mevrouw|mevr\.|mw\.|meneer|de heer|dhr\.|drs\.|ir\.)|@|\b06[- ]?\d|\+31", re.IGNORECASE
)

every_example = pytest.mark.parametrize("dossier", EXAMPLES.values(), ids=EXAMPLES)


class Read(NamedTuple):
    """A text of an example that a person reads, and where it stands."""

    place: str
    text: str


def texts(dossier: Dossier) -> Iterator[Read]:
    yield Read("municipality", dossier.details.municipality)
    yield Read("title", dossier.details.title)
    for perspective, answers in dossier.answers.items():
        yield from (Read(f"{perspective} {n}", a.note) for n, a in answers.items())
    for item in dossier.items:
        for field in fields_of(item.data.kind):
            if field.form in (Form.SHORT, Form.LONG):
                yield Read(f"{item.id} {field.name}", getattr(item.data, field.name))


def sentences(dossier: Dossier) -> Iterator[Read]:
    for place, text in texts(dossier):
        yield from (Read(place, sentence) for sentence in readability.sentences(text))


def test_there_are_two_examples() -> None:
    assert set(EXAMPLES) == {"oldebroek", "meierijstad"}


@every_example
def test_an_example_is_a_dossier_that_can_be_kept_and_moved(dossier: Dossier) -> None:
    assert from_json(to_json(dossier), dossier.id, dossier.created) == dossier
    assert dossier.edition == loader.STANDARD
    assert dossier.details.municipality
    assert dossier.details.title
    assert dossier.details.period_start


@every_example
def test_every_item_answers_a_sub_question_of_its_step(dossier: Dossier) -> None:
    lost = [
        item.id
        for item in dossier.items
        if not any(step == item.step and matches(prompt, item.data) for step, prompt in STEP_PROMPTS)
    ]
    assert lost == []


@every_example
def test_a_text_has_the_id_the_screens_look_for(dossier: Dossier) -> None:
    for item in dossier.items:
        if item.data.kind == "answer":
            assert item.id == f"answer.{item.data.question}"
            assert item.data.text.strip()
        else:
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*(-\d+[a-z]?)*", item.id), item.id


@every_example
def test_every_reference_leads_to_an_item_of_its_kind(dossier: Dossier) -> None:
    for item in dossier.items:
        for field in fields_of(item.data.kind):
            if field.refers_to:
                value = getattr(item.data, field.name)
                for item_id in value if isinstance(value, tuple) else filter(None, [value]):
                    found = dossier.item(item_id)
                    assert found, f"{item.id}: {item_id}"
                    assert found.data.kind == field.refers_to
                    assert found.id != item.id


@every_example
def test_the_typetest_is_filled_in_twice_and_says_it_is_an_illustration(dossier: Dossier) -> None:
    for perspective in Perspective:
        assert set(dossier.choices(perspective)) == set(QUESTIONS)
        notes = {n: a.note for n, a in dossier.answers[perspective].items() if a.note}
        assert list(notes) == [1]
        assert notes[1].startswith("Voorbeeldantwoord, niet uit ")
    types = [score(dossier.choices(perspective)).type for perspective in Perspective]
    assert None not in types
    assert len(set(types)) == 2  # so that the example shows a move


@every_example
def test_sentences_are_short(dossier: Dossier) -> None:
    counts = {read: readability.words(read.text) for read in sentences(dossier)}
    assert [read for read, count in counts.items() if count > readability.MAX_WORDS] == []
    prose = [count for read, count in counts.items() if read.text.endswith((".", "?", "!"))]
    assert sum(prose) / len(prose) <= 12


@every_example
def test_no_private_person_is_named(dossier: Dossier) -> None:
    assert [read for read in texts(dossier) if PRIVATE.search(read.text)] == []


@every_example
def test_no_word_of_2007_is_used(dossier: Dossier) -> None:
    words = [word for row in loader.then_now().rows for word in row.forbidden]
    assert [read for read in texts(dossier) if any(word in read.text for word in words)] == []


@every_example
def test_no_text_has_stray_white_space(dossier: Dossier) -> None:
    assert [read for read in texts(dossier) if read.text != read.text.strip() or "  " in read.text] == []

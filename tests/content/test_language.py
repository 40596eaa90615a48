"""Plain Dutch at B1 in every text of the content."""

from collections.abc import Iterator

import pytest
import textstat

from content import check, loader, readability

EDITION = check.read(loader.STANDARD)
FILES = [*EDITION.models, *EDITION.screens]
GUIDANCE = ["typetest.yaml", "visie.yaml", "veld.yaml", "stappen.yaml", "werksessie.yaml"]


def prose(name: str) -> Iterator[str]:
    """The texts of a file that are sentences: labels and titles would flatter the averages."""
    for file, found in EDITION.texts():
        if file == name and found.text.endswith((".", "?", "!")):
            yield found.text


def test_no_sentence_is_too_long() -> None:
    assert list(check.long_sentences(EDITION)) == []


def test_no_word_of_2007_is_left() -> None:
    assert any(row.forbidden for row in loader.then_now().rows)
    assert list(check.old_words(EDITION)) == []


@pytest.mark.parametrize("name", FILES)
def test_sentences_are_short_on_average(name: str) -> None:
    counts = [readability.words(s) for text in prose(name) for s in readability.sentences(text)]
    if counts:  # a file may hold labels only
        assert sum(counts) / len(counts) <= 15


def test_the_score_is_flesch_douma() -> None:
    textstat.set_lang("nl")
    # One sentence, six words, six syllables: 206.835 - 0.93 * 6 - 77 * 1. The English formula gives 116.1.
    assert textstat.flesch_reading_ease("De kat zit op de mat.") == pytest.approx(124.255)


@pytest.mark.parametrize("name", GUIDANCE)
def test_guidance_is_easy_to_read(name: str) -> None:
    textstat.set_lang("nl")
    assert textstat.flesch_reading_ease(" ".join(prose(name))) >= 60

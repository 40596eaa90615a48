"""Two hundred random texts in the positions of every document and format; `script/robustness` has more."""

from tests.unit.documents import fuzzing


def test_random_texts_come_back() -> None:
    assert fuzzing.lost(0) == []

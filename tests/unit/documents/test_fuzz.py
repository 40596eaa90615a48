"""Two hundred random texts in every position of every document and format; `script/robustness` has more."""

import pytest

from tests.unit.documents import fuzzing


@pytest.mark.parametrize("seed", range(4))
def test_random_texts_come_back(seed: int) -> None:
    assert fuzzing.lost(seed) == []

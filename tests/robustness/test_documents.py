"""Two thousand random texts in every position of every document and format, and documents that are too large.

Environment: TEXTS (2000). Prints its figures.
"""

import os
import time

from tests.unit.documents import fuzzing

TEXTS = int(os.environ.get("TEXTS", "2000"))


def test_random_texts_come_back() -> None:
    began = time.monotonic()
    batches = TEXTS // fuzzing.BATCH
    faults = [fault for seed in range(1000, 1000 + batches) for fault in fuzzing.lost(seed)]
    print(f"\n{batches * fuzzing.BATCH} texts, {len(faults)} lost, {time.monotonic() - began:.0f} s")
    assert faults == []

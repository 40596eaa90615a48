"""What all tests share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from content import loader

# Machines differ in speed: a slow example is no failure.
# Continuous integration tries the same examples every time.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("house")

# The tests are about the standard edition, whatever the one is that this computer serves.
os.environ.pop(loader.SETTING, None)

OWN_STEM = "Hoe helpt Zeewolde vrijwilligers?"


@pytest.fixture
def own_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A municipality's own content, in use: a copy elsewhere in which question 3 has another stem."""
    folder = tmp_path / "zeewolde"
    shutil.copytree(loader.ROOT / loader.STANDARD, folder)
    stem = loader.typetest().questions[2].stem
    path = folder / "typetest.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(stem, OWN_STEM), encoding="utf-8")
    monkeypatch.setenv(loader.SETTING, str(folder))
    forget_content()
    yield folder
    forget_content()


def forget_content() -> None:
    """Makes the loader read everything anew."""
    for function in vars(loader).values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()

"""A server that nobody could use does not start, and says why."""

import os
import subprocess
from pathlib import Path

import pytest

from content.loader import ROOT, SETTING
from tests.browser.server import ROOT as HOUSE
from tests.browser.server import free_port, streamlit


@pytest.mark.parametrize("edition", ["bestaat-niet", "/bestaat-niet/zeewolde"])
def test_an_edition_that_is_not_there_gives_one_clear_message(edition: str, tmp_path: Path) -> None:
    ended = subprocess.run(  # noqa: S603 - our own command
        streamlit(free_port()),
        cwd=HOUSE,
        env={**os.environ, SETTING: edition, "DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr.splitlines() == [
        f"The content of {SETTING}={edition} cannot be used: {ROOT / edition}: there is no such folder",
        "`python -m content check` says all that is wrong (1).",
    ]
    assert list(tmp_path.iterdir()) == []

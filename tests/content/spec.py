"""The list of countable parts of the sources, to hold the content against."""

from pathlib import Path
from typing import Any

import yaml

COVERAGE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "coverage.yaml").read_text("utf-8"))

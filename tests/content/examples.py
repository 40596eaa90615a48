"""The worked examples as dossiers, by name."""

from datetime import UTC, datetime

from content import loader
from dossier.json_format import from_json

EXAMPLES = {
    name: from_json(text, name, datetime(2026, 1, 1, tzinfo=UTC)) for name, text in loader.examples().items()
}

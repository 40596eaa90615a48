"""docs/dossier.schema.json is the schema of the code, as `python -m dossier schema` prints it."""

import json
import runpy
import sys
from pathlib import Path

import pytest

from dossier.json_format import schema

DOCUMENT = Path(__file__).parents[3] / "docs" / "dossier.schema.json"


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["dossier", *arguments])
    runpy.run_module("dossier", run_name="__main__")


def test_the_document_is_up_to_date() -> None:
    assert json.loads(DOCUMENT.read_text(encoding="utf-8")) == schema(), "run: python -m dossier schema"


def test_the_shell_prints_the_schema(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "schema")
    assert json.loads(capsys.readouterr().out) == schema()


def test_the_shell_says_how_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match="usage: python -m dossier schema"):
        run(monkeypatch, "wishes")

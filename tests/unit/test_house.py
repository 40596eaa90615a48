"""Rules of the house that import-linter and ruff do not know."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("content", "typetest", "stappenplan", "dossier", "storage", "documents", "ui")
SOURCES = [ROOT / "app.py", *sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))]

# What app.py may know: the words and whether they are right, and what ui offers to stand around Streamlit.
APP_MAY_IMPORT = {"content", "content.loader", "starlette.middleware", "streamlit", "ui.wiring"}
APP_MAY_IMPORT_FROM = "ui.web."

COMMON_WORDS = re.compile(r"\b(de|het|een|niet|uw|van|voor|wordt|deze|naar|geen|met)\b", re.IGNORECASE)


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def root(name: str) -> str:
    return name.split(".", maxsplit=1)[0]


def docstrings(module: ast.Module) -> set[int]:
    owners = [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return {id(node.body[0].value) for node in owners if node.body and isinstance(node.body[0], ast.Expr)}


def dutch_sentences(module: ast.Module) -> list[str]:
    own = docstrings(module)
    strings = [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in own
    ]
    return [text for text in strings if len(text.split()) >= 4 and len(COMMON_WORDS.findall(text)) >= 2]


def test_app_knows_the_web_layer_and_the_wiring_alone() -> None:
    found = {name for name in imports(tree(ROOT / "app.py")) if root(name) not in sys.stdlib_module_names}
    assert {name for name in found if not name.startswith(APP_MAY_IMPORT_FROM)} == APP_MAY_IMPORT


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_streamlit_is_imported_in_app_and_ui_alone(path: Path) -> None:
    inside = path == ROOT / "app.py" or path.is_relative_to(ROOT / "ui")
    assert inside or "streamlit" not in {root(name) for name in imports(tree(path))}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_dutch_sentence_stands_in_python(path: Path) -> None:
    assert dutch_sentences(tree(path)) == []


def test_a_dutch_sentence_would_be_found() -> None:
    module = ast.parse(
        '"""De tekst van het huis."""\nx = f"Kies een type voor de gemeente {1}"\ny = "dossier"'
    )
    assert dutch_sentences(module) == ["Kies een type voor de gemeente "]

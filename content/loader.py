"""Reads the content once, checks it, and hands it out as frozen values."""

from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from content import schema

ROOT = Path(__file__).parent
EDITION = "nl"

M = TypeVar("M", bound=BaseModel)


class ContentError(Exception):
    """Something in ``content/`` is wrong; the message names the file and the key."""


class _StrictLoader(yaml.SafeLoader):
    """A YAML loader that refuses a key written twice in one mapping."""


def _unique_mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    seen: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            mark = key_node.start_mark
            raise ContentError(f"{mark.name}:{mark.line + 1}: key {key!r} stands twice")
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _unique_mapping)


def read_yaml(path: Path) -> Any:
    """The parsed file. Raises ContentError when it cannot be read, is not YAML or repeats a key."""
    try:
        with path.open(encoding="utf-8") as stream:
            return yaml.load(stream, Loader=_StrictLoader)  # noqa: S506 - a SafeLoader that is stricter still
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ContentError(f"{path}: {error}") from error


def _explain(path: Path, error: ValidationError) -> str:
    lines = [f"{path}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()]
    return "\n".join(lines)


def load(model: type[M], name: str, edition: str = EDITION) -> M:
    """The file ``name`` of an edition as ``model``. Raises ContentError with file and key."""
    path = ROOT / edition / name
    try:
        return model.model_validate(read_yaml(path))
    except ValidationError as error:
        raise ContentError(_explain(path, error)) from error


@cache
def typetest() -> schema.Typetest:
    """The fourteen questions, axes, poles and types."""
    return load(schema.Typetest, "typetest.yaml")


@cache
def vision() -> schema.Vision:
    """What a municipality chooses between."""
    return load(schema.Vision, "visie.yaml")


@cache
def field_of_play() -> schema.FieldOfPlay:
    """Who is in the field, what changes, and the law behind it."""
    return load(schema.FieldOfPlay, "veld.yaml")


@cache
def steps() -> schema.Steps:
    """The nine steps and the parts of the plan."""
    return load(schema.Steps, "stappen.yaml")


@cache
def suggestions() -> schema.Suggestions:
    """Everything that can be taken over with one press."""
    return load(schema.Suggestions, "suggesties.yaml")


@cache
def item_texts() -> schema.ItemTexts:
    """The labels of every field of every kind of item."""
    return load(schema.ItemTexts, "velden.yaml")


@cache
def glossary() -> schema.Glossary:
    """Words and what they mean."""
    return load(schema.Glossary, "begrippen.yaml")


@cache
def then_now() -> schema.ThenNowTable:
    """Words of 2007 and the words of today."""
    return load(schema.ThenNowTable, "toen_nu.yaml")


@cache
def sources() -> schema.Sources:
    """The documents the content is drawn from."""
    return load(schema.Sources, "bronnen.yaml")


class Texts:
    """The words of one screen: ``t = texts("uitslag"); t("kop", type="II")``.

    A key that does not exist, and a placeholder that is not filled in, is a ContentError: a user
    never sees a key or a brace. Give ``n`` to choose between ``one`` and ``other``.
    """

    def __init__(self, name: str, entries: schema.ScreenTexts) -> None:
        self._name = name
        self._entries = entries

    def __call__(self, key: str, **values: object) -> str:
        """The text of ``key`` with its placeholders filled in."""
        entry = self._entries.get(key)
        if entry is None:
            raise ContentError(f"scherm/{self._name}.yaml: key {key!r} is missing")
        if isinstance(entry, schema.Plural):
            entry = entry.one if values.get("n") == 1 else entry.other
        try:
            return entry.format(**values)
        except (KeyError, IndexError, ValueError) as error:
            raise ContentError(f"scherm/{self._name}.yaml: {key}: {error!r} in {entry!r}") from error

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def keys(self) -> frozenset[str]:
        """Every key of this screen."""
        return frozenset(self._entries)


@cache
def texts(name: str, edition: str = EDITION) -> Texts:
    """The words of the screen ``name`` (``scherm/<name>.yaml``). Raises ContentError."""
    path = ROOT / edition / "scherm" / f"{name}.yaml"
    try:
        return Texts(name, TypeAdapter(schema.ScreenTexts).validate_python(read_yaml(path)))
    except ValidationError as error:
        raise ContentError(_explain(path, error)) from error


@cache
def examples() -> dict[str, str]:
    """The worked examples, by name: dossiers as JSON, read and checked by `dossier`."""
    return {
        path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "voorbeelden").glob("*.json"))
    }

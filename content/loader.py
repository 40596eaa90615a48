"""Reads the content once, checks it, and hands it out as frozen values.

An edition is a folder with the files of ``content/nl``. The environment names the one in use.
"""

import os
from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from content import schema

ROOT = Path(__file__).parent
SETTING, STANDARD = "CONTENT_EDITION", "nl"
"""The environment variable that names an edition, and the edition that is there without it."""

FILES: dict[type[schema.Model], str] = {
    schema.Typetest: "typetest.yaml",
    schema.Vision: "visie.yaml",
    schema.FieldOfPlay: "veld.yaml",
    schema.Steps: "stappen.yaml",
    schema.Suggestions: "suggesties.yaml",
    schema.ItemTexts: "velden.yaml",
    schema.Workshop: "werksessie.yaml",
    schema.Glossary: "begrippen.yaml",
    schema.ThenNowTable: "toen_nu.yaml",
    schema.Sources: "bronnen.yaml",
}
"""Which file of an edition holds what; the words of the screens are apart, in ``scherm/``."""

M = TypeVar("M", bound=schema.Model)


class ContentError(Exception):
    """Something in ``content/`` is wrong; the message names the file and the key."""


class _StrictLoader(yaml.CSafeLoader):
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


def chosen() -> str:
    """The edition in use, as the environment names it: a folder in ``content/``, or the path of another."""
    return os.environ.get(SETTING) or STANDARD


def folder_of(edition: str) -> Path:
    """The folder of an edition; what has a slash in it is a path."""
    return ROOT / edition if Path(edition).name == edition else Path(edition).absolute()


def edition_name() -> str:
    """What the edition in use is called, for a dossier to remember: the name of its folder."""
    return folder_of(chosen()).name


def load(model: type[M], edition: str | None = None) -> M:
    """The file of an edition that ``model`` describes. Raises ContentError with file and key."""
    path = folder_of(edition or chosen()) / FILES[model]
    try:
        return model.model_validate(read_yaml(path))
    except ValidationError as error:
        raise ContentError(_explain(path, error)) from error


@cache
def typetest() -> schema.Typetest:
    """The fourteen questions, axes, poles and types."""
    return load(schema.Typetest)


@cache
def vision() -> schema.Vision:
    """What a municipality chooses between."""
    return load(schema.Vision)


@cache
def field_of_play() -> schema.FieldOfPlay:
    """Who is in the field, what changes, and the law behind it."""
    return load(schema.FieldOfPlay)


@cache
def steps() -> schema.Steps:
    """The nine steps and the parts of the plan."""
    return load(schema.Steps)


@cache
def suggestions() -> schema.Suggestions:
    """Everything that can be taken over with one press."""
    return load(schema.Suggestions)


@cache
def item_texts() -> schema.ItemTexts:
    """The labels of every field of every kind of item."""
    return load(schema.ItemTexts)


@cache
def workshop() -> schema.Workshop:
    """The script of a live workshop, and what its people read."""
    return load(schema.Workshop)


@cache
def glossary() -> schema.Glossary:
    """Words and what they mean."""
    return load(schema.Glossary)


@cache
def then_now() -> schema.ThenNowTable:
    """Words of 2007 and the words of today."""
    return load(schema.ThenNowTable)


@cache
def sources() -> schema.Sources:
    """The documents the content is drawn from."""
    return load(schema.Sources)


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


def screen_texts(name: str, edition: str | None = None) -> schema.ScreenTexts:
    """What ``scherm/<name>.yaml`` of an edition holds. Raises ContentError with file and key."""
    path = folder_of(edition or chosen()) / "scherm" / f"{name}.yaml"
    try:
        return TypeAdapter(schema.ScreenTexts).validate_python(read_yaml(path))
    except ValidationError as error:
        raise ContentError(_explain(path, error)) from error


@cache
def texts(name: str) -> Texts:
    """The words of the screen ``name``. Raises ContentError."""
    return Texts(name, screen_texts(name))


@cache
def examples() -> dict[str, str]:
    """The worked examples, by name: dossiers as JSON, read and checked by `dossier`."""
    return {
        path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "voorbeelden").glob("*.json"))
    }

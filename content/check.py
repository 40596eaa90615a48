"""Everything that can be wrong in an edition of the content, as messages with file and key.

The loader stops at the first file that is wrong; here all of them are read.
"""

import re
import string
from collections.abc import Iterator
from typing import NamedTuple

from content import crosscheck, loader, readability, schema


class Edition(NamedTuple):
    """What could be read of an edition, by file name, and what was wrong in the rest."""

    models: dict[str, schema.Model]
    screens: dict[str, schema.ScreenTexts]
    unreadable: tuple[str, ...]

    def texts(self) -> Iterator[tuple[str, readability.Found]]:
        """Every text a person reads, with the name of its file."""
        for name, model in self.models.items():
            yield from ((name, found) for found in readability.texts(model))
        for name, entries in self.screens.items():
            yield from ((name, found) for found in readability.texts(entries, schema.ScreenTexts))


def read(edition: str = loader.EDITION) -> Edition:
    """Reads every file of an edition; a file that is missing or wrong becomes a problem."""
    models: dict[str, schema.Model] = {}
    screens: dict[str, schema.ScreenTexts] = {}
    unreadable: list[str] = []
    for model, name in loader.FILES.items():
        try:
            models[name] = loader.load(model, edition)
        except loader.ContentError as error:
            unreadable.append(str(error))
    folder = loader.ROOT / edition / "scherm"
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        unreadable.append(f"{folder}: no screen texts found")
    for path in paths:
        try:
            screens[f"scherm/{path.name}"] = loader.screen_texts(path.stem, edition)
        except loader.ContentError as error:
            unreadable.append(str(error))
    return Edition(models, screens, tuple(unreadable))


def problems(edition: Edition) -> list[str]:
    """Everything that is wrong: ``file: key: what``. Empty when all is well."""
    return [
        *edition.unreadable,
        *crosscheck.problems(edition.models),
        *long_sentences(edition),
        *old_words(edition),
        *_broken_placeholders(edition),
    ]


def long_sentences(edition: Edition) -> Iterator[str]:
    """Sentences of more than ``readability.MAX_WORDS`` words."""
    for name, found in edition.texts():
        for sentence in readability.sentences(found.text):
            count = readability.words(sentence)
            if count > readability.MAX_WORDS:
                start = " ".join(sentence.split()[:6])
                yield f"{name}: {found.key}: {count} words in one sentence: {start} ..."


def old_words(edition: Edition) -> Iterator[str]:
    """Words of 2007 that toen_nu.yaml forbids, in texts that speak for today."""
    table = edition.models.get("toen_nu.yaml")
    if not isinstance(table, schema.ThenNowTable):
        return
    for word in (word for row in table.rows for word in row.forbidden):
        # The beginning of a word, so that it covers its inflections and compounds; TSV is not tsv.
        pattern = re.compile(rf"(?<!\w){re.escape(word)}", 0 if word.isupper() else re.IGNORECASE)
        for name, found in edition.texts():
            if not _is_quotation(name, found) and pattern.search(found.text):
                yield f"{name}: {found.key}: {word!r} is a word of 2007, see toen_nu.yaml"


def _is_quotation(name: str, found: readability.Found) -> bool:
    """Whether old words stand there on purpose: in the table itself, an original or a source's title."""
    is_title = name == "bronnen.yaml" and "title" in found.path
    return name == "toen_nu.yaml" or "original" in found.path or is_title


def _broken_placeholders(edition: Edition) -> Iterator[str]:
    for name, entries in edition.screens.items():
        for found in readability.texts(entries, schema.ScreenTexts):
            try:
                list(string.Formatter().parse(found.text))
            except ValueError as error:
                yield f"{name}: {found.key}: {error} in {found.text!r}"

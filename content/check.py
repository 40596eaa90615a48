"""Everything that can be wrong in an edition of the content, as messages with file and key.

The loader stops at the first file that is wrong; here all of them are read. What the app cannot run on
keeps it from starting; a sentence that is too long does not.
"""

import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from content import completeness, crosscheck, loader, readability, schema


class Edition(NamedTuple):
    """What could be read of an edition, by file name, and what was wrong in the rest."""

    folder: Path
    models: dict[str, schema.Model]
    screens: dict[str, schema.ScreenTexts]
    unreadable: tuple[str, ...]

    def texts(self) -> Iterator[tuple[str, readability.Found]]:
        """Every text a person reads, with the name of its file."""
        for name, model in self.models.items():
            yield from ((name, found) for found in readability.texts(model))
        for name, entries in self.screens.items():
            yield from ((name, found) for found in readability.texts(entries, schema.ScreenTexts))


def read(edition: str) -> Edition:
    """Reads every file of an edition; a file that is missing or wrong becomes a problem."""
    folder, standard = (loader.folder_of(name) for name in (edition, loader.STANDARD))
    if not folder.is_dir():
        return Edition(folder, {}, {}, (f"{folder}: there is no such folder",))
    models: dict[str, schema.Model] = {}
    screens: dict[str, schema.ScreenTexts] = {}
    unreadable: list[str] = []
    for model, name in loader.FILES.items():
        try:
            models[name] = loader.load(model, edition)
        except loader.ContentError as error:
            unreadable.append(str(error))
    for name in sorted({path.stem for at in (folder, standard) for path in (at / "scherm").glob("*.yaml")}):
        try:
            screens[f"scherm/{name}.yaml"] = loader.screen_texts(name, edition)
        except loader.ContentError as error:
            unreadable.append(str(error))
    return Edition(folder, models, screens, tuple(unreadable))


def problems(edition: Edition) -> list[str]:
    """Everything that is wrong: ``file: key: what``. Empty when all is well."""
    return [*_unusable(edition), *long_sentences(edition), *old_words(edition)]


def require(edition: str) -> None:
    """Nothing. Raises ContentError, in one message, when the app cannot run on an edition."""
    found = list(_unusable(read(edition)))
    if found:
        raise loader.ContentError(
            f"The content of {loader.SETTING}={edition} cannot be used: {found[0]}\n"
            f"`python -m content check` says all that is wrong ({len(found)})."
        )


def _unusable(edition: Edition) -> Iterator[str]:
    yield from edition.unreadable
    yield from crosscheck.problems(edition.models)
    yield from _broken_placeholders(edition)
    if edition.folder != loader.folder_of(loader.STANDARD):
        yield from _of_another(edition)


def _of_another(edition: Edition) -> Iterator[str]:
    """What can be wrong in an edition that is not the standard one."""
    name, standard = edition.folder.name, read(loader.STANDARD)
    if edition.folder.parent != loader.ROOT and (loader.ROOT / name).is_dir():
        # A dossier remembers the name alone, and would seem to be of the other one.
        yield f"{edition.folder}: content/ has a folder {name!r} too; give this one another name"
    yield from completeness.of_models(edition.models, standard.models)
    yield from completeness.of_screens(edition.screens, standard.screens)


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
    of_today = [(name, found) for name, found in edition.texts() if not _is_quotation(name, found)]
    for word in (word for row in table.rows for word in row.forbidden):
        # The beginning of a word, so that it covers its inflections and compounds; TSV is not tsv.
        pattern = re.compile(rf"(?<!\w){re.escape(word)}", 0 if word.isupper() else re.IGNORECASE)
        for name, found in of_today:
            if pattern.search(found.text):
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

"""What is done with a house style, in a dossier that is being changed.

The change log says that a part changed, how large it is now, and never what is in it.
"""

from collections.abc import Collection

from pydantic import ValidationError

from dossier.house_style import LIMITS, Part, kept, style_of
from dossier.writing import Invalid, Writing
from stappenplan.text import SHORT, clean


def propose(writing: Writing, part: Part, name: str, content: bytes) -> None:
    """Keep a proposal, in the place of the one there was. Raises Invalid."""
    if not 0 < len(content) <= LIMITS[part]:
        raise Invalid({part.value: "size"})
    try:
        style_of({part: content})
    except (ValidationError, UnicodeDecodeError) as error:
        raise Invalid({part.value: "value"}) from error
    proposal = kept(part, clean(name).text[:SHORT].strip(), content)
    writing.work.save_style_part(writing.dossier_id, proposal, content)


def use(writing: Writing, seen: Collection[str]) -> None:
    """Use the proposals with these digests; one that somebody else replaced meanwhile was not seen."""
    for found in writing.work.style_parts(writing.dossier_id):
        if found.proposed and found.digest in seen:
            writing.work.use_style_part(writing.dossier_id, found.part)
            _log(writing, found.part, found.size)


def reject(writing: Writing) -> None:
    """Remove every proposal; what is in use stays."""
    for found in writing.work.style_parts(writing.dossier_id):
        if found.proposed:
            writing.work.delete_style_part(writing.dossier_id, found.part, proposed=True)


def remove(writing: Writing, part: Part) -> None:
    """Stop using a part and remove it: back to the neutral style. One already gone stays gone."""
    parts = writing.work.style_parts(writing.dossier_id)
    if any(found.part is part and not found.proposed for found in parts):
        writing.work.delete_style_part(writing.dossier_id, part, proposed=False)
        _log(writing, part, None)


def _log(writing: Writing, part: Part, size: int | None) -> None:
    subject = f"style:{part}"
    last = writing.work.last_logged(writing.dossier_id, subject)
    writing.log(subject, last.version + 1 if last else 1, None if size is None else {"size": size})

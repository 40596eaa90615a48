"""The command ``python -m documents render DOSSIER.json --document NAME --format NAME --output FILE``."""

import argparse
import sys
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

from content import shell
from content.loader import texts
from content.shell import Refusal, visible
from documents.catalogue import Document, DocumentError, document, documents
from documents.dossier_file import SHELL_TEXTS, read_dossier
from documents.options import Options
from documents.render import FORMATS, render
from documents.session_names import names, session_called
from dossier.model import Dossier
from stappenplan import dutch


def main(arguments: Sequence[str]) -> int:
    """Carry out the command and give the exit status: 0, or 2 when something is wrong."""
    return shell.run(arguments, _explanation, _carry_out)


def _explanation() -> str:
    text = texts(SHELL_TEXTS)
    return text("help", usage=text("usage"), documents=", ".join(documents()), formats=", ".join(FORMATS))


def _carry_out(arguments: Sequence[str]) -> str:
    text, options = texts(SHELL_TEXTS), _parse(arguments)
    _require("document_unknown", options.document, documents())
    _require("format_unknown", options.format, FORMATS)
    _require_fit(options, document(options.document))
    now = datetime.now(UTC)
    dossier = read_dossier(options.dossier, now)
    chosen = Options(
        guidance=options.guidance,
        empty=not options.without_empty,
        frame=options.frame,
        partner=options.partner,
        session=_session(dossier, options.session),
    )
    try:
        content = render(dossier, options.document, options.format, dutch.day_of(now), chosen)
    except DocumentError as error:
        raise Refusal(text("template_wrong", problem=" ".join(str(error).split()))) from error
    try:
        Path(options.output).write_bytes(content)
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise Refusal(text("output_unwritable", file=visible(options.output))) from None
    return text("done", file=visible(options.output))


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = shell.Parser(texts(SHELL_TEXTS)("usage"))
    parser.add_argument("command", choices=["render"])
    parser.add_argument("dossier")
    for name in ("--document", "--format", "--output"):
        parser.add_argument(name, required=True)
    for name in ("--guidance", "--without-empty", "--frame"):
        parser.add_argument(name, action="store_true")
    for name in ("--partner", "--session"):
        parser.add_argument(name, default="")
    return parser.read(arguments)


def _require(key: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        raise Refusal(texts(SHELL_TEXTS)(key, name=visible(name), known=", ".join(known)))


def _require_fit(options: argparse.Namespace, info: Document) -> None:
    """Refuse the first option that the document does not have."""
    for option, chosen, fits in (
        ("--guidance", options.guidance, info.guidance),
        ("--without-empty", options.without_empty, info.empty),
        ("--frame", options.frame, info.frame),
        ("--partner", options.partner, info.per_partner),
        ("--session", options.session, info.per_session),
    ):
        if chosen and not fits:
            raise Refusal(texts(SHELL_TEXTS)("option_unfit", name=options.document, option=option))


def _session(dossier: Dossier, wanted: str) -> str:
    """The id of the session that was asked for by its name or id, or "" when none was."""
    if not wanted:
        return ""
    found = session_called(dossier.workshops, wanted)
    if found is None:
        text, known = texts(SHELL_TEXTS), names(dossier.workshops).values()
        among = "; ".join(map(visible, known))
        key = "session_unknown" if known else "session_none"
        raise Refusal(text(key, name=visible(wanted), known=among))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The parts of the plan as a document sees them: sub-questions, what answers them, and what is missing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from markupsafe import Markup

from content import loader, schema
from documents.catalogue import headings
from documents.markup import field_html
from stappenplan.items import Answer, PlanItem
from stappenplan.progress import Progress, PromptProgress, Status, per_part

ANSWER = "answer"
ALSO_SHOWN: Mapping[str, str] = {"planning": "activity"}
"""Parts that show items of a kind that another part asks for."""


class Place(NamedTuple):
    """Where something is filled in: a sub-question of a step, or the typetest (step None)."""

    step: int | None = None
    section: str = ""
    prompt: str = ""


@dataclass(frozen=True)
class SubQuestion:
    """A sub-question of a part: its heading in this document, where it is answered, and the answer."""

    key: str
    heading: str
    place: Place
    kind: str
    items: tuple[PlanItem, ...]
    missing: bool
    """Whether it counts and is not yet done."""

    @property
    def text(self) -> str:
        """The text that answers it, "" when there is none or it is answered by a list."""
        return "\n\n".join(i.data.text for i in self.items if isinstance(i.data, Answer))

    @property
    def html(self) -> Markup:
        """The same as HTML, each text with form or literally, as its own item says."""
        answers = (i.data for i in self.items if isinstance(i.data, Answer))
        return Markup("\n").join(field_html(answer, "text") for answer in answers)


@dataclass(frozen=True)
class Part:
    """A numbered part of the plan; ``addition`` marks those of 2026."""

    number: int
    key: str
    title: str
    belongs: str
    addition: bool
    questions: tuple[SubQuestion, ...]
    empty: bool

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps in which it is filled in."""
        return tuple(dict.fromkeys(q.place.step for q in self.questions if q.place.step))

    @property
    def missing(self) -> tuple[SubQuestion, ...]:
        """The sub-questions that count and are not yet done."""
        return tuple(q for q in self.questions if q.missing)

    @property
    def answers(self) -> tuple[SubQuestion, ...]:
        """The sub-questions that are answered by a text, and are."""
        return tuple(q for q in self.questions if q.text.strip())


def parts_of(items: Sequence[PlanItem]) -> tuple[Part, ...]:
    """Every part of the plan in order, the additions of 2026 last, with what ``items`` say in it."""
    steps = loader.steps()
    pairs = zip((*steps.parts, *steps.additions), per_part(steps, items), strict=True)
    return tuple(_part(number, *pair, items) for number, pair in enumerate(pairs, 1))


def _part(number: int, described: schema.PlanPart, progress: Progress, items: Iterable[PlanItem]) -> Part:
    questions = tuple(_question(p, p in progress.missing) for p in progress.prompts)
    kinds = {q.kind for q in questions} - {ANSWER} | {ALSO_SHOWN.get(described.key)}
    empty = not any(q.items for q in questions) and not any(i.data.kind in kinds for i in items)
    return Part(
        number, described.key, described.title, described.belongs, described.addition_2026, questions, empty
    )


def renumbered(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Parts that are left out leave no gap in the numbers."""
    return tuple(replace(part, number=number) for number, part in enumerate(parts, 1))


def _question(progress: PromptProgress, missing: bool) -> SubQuestion:
    prompt = progress.prompt
    return SubQuestion(
        key=prompt.key,
        heading=headings().get(prompt.key, prompt.ask),
        place=Place(progress.step, progress.section, prompt.key),
        kind=prompt.kind,
        items=progress.items,
        missing=missing and progress.status is not Status.DONE,
    )

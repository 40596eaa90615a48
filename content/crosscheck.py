"""What one file of the content says about another, held against that other.

Every function yields messages ``file: key: what``; no message means that the files agree.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from content import schema

ANSWER = "answer"  # the kind of a prompt that is answered by a text; the other kinds are lists of items


def prompts(steps: schema.Steps) -> Iterator[tuple[str, schema.Prompt]]:
    """Every prompt of every step, with its place in the file."""
    for i, step in enumerate(steps.steps):
        for j, section in enumerate(step.sections):
            for k, prompt in enumerate(section.prompts):
                yield f"stappen.yaml: steps.{i}.sections.{j}.prompts.{k}", prompt


def problems(models: Mapping[str, schema.Model]) -> Iterator[str]:
    """Everything in which the files that could be read, by file name, contradict each other or themselves."""
    for name, model in models.items():
        yield from (f"{name}: {message}" for message in _doubles(model))
    steps, suggestions, kinds = (models.get(f"{name}.yaml") for name in ("stappen", "suggesties", "velden"))
    if isinstance(steps, schema.Steps):
        yield from _prompt_keys(steps)
        if isinstance(suggestions, schema.Suggestions):
            yield from _suggestion_groups(steps, suggestions)
        if isinstance(kinds, schema.ItemTexts):
            yield from _prompt_kinds(steps, kinds)
        if isinstance(suggestions, schema.Suggestions) and isinstance(kinds, schema.ItemTexts):
            yield from _suggestion_data(steps, suggestions, kinds)


def _repeated(values: Iterable[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


def _doubles(model: BaseModel, path: str = "") -> Iterator[str]:
    """Keys and numbers that stand twice in one list, anywhere in the model."""
    for name in type(model).model_fields:
        models = {at: item for at, item in _within(getattr(model, name)) if isinstance(item, BaseModel)}
        for identity in ("key", "number"):
            ids = (getattr(item, identity) for item in models.values() if hasattr(item, identity))
            for double in _repeated(ids):
                yield f"{path}{name}: {identity} {double!r} stands twice"
        for at, item in models.items():
            yield from _doubles(item, f"{path}{name}.{at}.")


def _within(value: object) -> Iterable[tuple[object, object]]:
    """What a list or a mapping holds, by place or name; anything else is alone at place 0."""
    if isinstance(value, dict):
        return value.items()
    return enumerate(value if isinstance(value, tuple) else (value,))


def _prompt_keys(steps: schema.Steps) -> Iterator[str]:
    keys = [prompt.key for _, prompt in prompts(steps)]
    for double in _repeated(keys):
        yield f"stappen.yaml: prompt key {double!r} stands twice"
    for name, parts in (("parts", steps.parts), ("additions", steps.additions)):
        for index, part in enumerate(parts):
            for unknown in sorted(set(part.prompts) - set(keys)):
                yield f"stappen.yaml: {name}.{index}.prompts: there is no prompt {unknown!r}"


def _suggestion_groups(steps: schema.Steps, suggestions: schema.Suggestions) -> Iterator[str]:
    known = {group.key for group in suggestions.groups}
    for place, prompt in prompts(steps):
        for unknown in sorted(set(prompt.suggestions) - known):
            yield f"{place}.suggestions: there is no group {unknown!r} in suggesties.yaml"


def _prompt_kinds(steps: schema.Steps, kinds: schema.ItemTexts) -> Iterator[str]:
    for place, prompt in prompts(steps):
        if prompt.kind not in kinds.kinds:
            yield f"{place}.kind: there is no kind {prompt.kind!r} in velden.yaml"
        for problem in _data(prompt.kind, prompt.filter, kinds):
            yield f"{place}.filter: {problem}"


def _suggestion_data(
    steps: schema.Steps, suggestions: schema.Suggestions, kinds: schema.ItemTexts
) -> Iterator[str]:
    """Suggestions that cannot be taken over in a prompt that offers them, or not be told apart there."""
    groups = {group.key: group for group in suggestions.groups}
    for place, prompt in prompts(steps):
        offered = [groups[key] for key in prompt.suggestions if key in groups]
        for double in _repeated(suggestion.key for group in offered for suggestion in group.suggestions):
            yield f"{place}.suggestions: suggestion key {double!r} stands twice in its groups"
        for group in offered:
            for suggestion in group.suggestions:
                for problem in _taken_over(suggestion, prompt.kind, kinds):
                    yield f"{place}.suggestions: {suggestion.key!r} of {group.key!r}: {problem}"


def _taken_over(suggestion: schema.Suggestion, kind: str, kinds: schema.ItemTexts) -> Iterator[str]:
    """What keeps a suggestion from becoming an item of ``kind``."""
    if kind == ANSWER:
        if suggestion.text is None:
            yield "has no text to answer with"
        return
    data = dict(suggestion.data or {})
    if not data:
        yield f"has no data for a {kind!r}"
    elif data.pop("kind", kind) != kind:
        yield f"is not a {kind!r}"
    else:
        yield from _data(kind, data, kinds)


def _data(kind: str, data: Mapping[str, str], kinds: schema.ItemTexts) -> Iterator[str]:
    """Fields that a kind does not have and values that are not among the field's choices."""
    if kind not in kinds.kinds:
        return
    fields = kinds.kinds[kind].fields
    for name, value in data.items():
        if name not in fields:
            yield f"kind {kind!r} has no field {name!r} in velden.yaml"
        elif fields[name].choices and value not in fields[name].choices:
            yield f"field {name!r} of {kind!r} has no choice {value!r} in velden.yaml"

"""What the shell command says: results as JSON or as a table to read, problems as lines."""

import json
from collections.abc import Iterable, Sequence

from content import loader
from content.shell import visible
from typetest.scoring import AxisScore, Score, score
from typetest.table import Form, Problem

TEXTS = "shell_typetest"


def as_json(forms: Sequence[Form]) -> str:
    """Give the results as one JSON object with ``rows`` and ``count``."""
    rows = [_json_row(form.group, score(form.answers)) for form in forms]
    return json.dumps({"rows": rows, "count": len(rows)}, ensure_ascii=False, indent=2)


def _json_row(group: str | None, result: Score) -> dict[str, object]:
    return {
        "groep": group,
        "sturing": _json_axis(result.sturing),
        "insteek": _json_axis(result.insteek),
        "type": result.type,
        "possible_types": result.possible_types,
    }


def _json_axis(axis: AxisScore) -> dict[str, int]:
    return {"a": axis.a, "b": axis.b, "open": axis.open}


def as_table(forms: Sequence[Form]) -> str:
    """Give the results as lines in columns, one line a form, with the number of forms below."""
    texts, test = loader.texts(TEXTS), loader.typetest()
    axes = [test.axes["sturing"].name.lower(), test.axes["insteek"].name.lower()]
    lines = [(texts("head_number"), texts("head_group"), *axes, texts("head_type"))]
    for number, form in enumerate(forms, start=1):
        result = score(form.answers)
        counts = (_axis_words(result.sturing), _axis_words(result.insteek))
        lines.append((str(number), visible(form.group or ""), *counts, _type_words(result)))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join([*(_aligned(line, widths) for line in lines), "", texts("total", n=len(forms))])


def _aligned(line: Iterable[str], widths: Iterable[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _axis_words(axis: AxisScore) -> str:
    texts = loader.texts(TEXTS)
    counts = texts("counts_open" if axis.open else "counts", a=axis.a, b=axis.b, open=axis.open)
    if axis.pole is None:
        return texts("pole_open", counts=counts)
    return texts("pole", counts=counts, pole=loader.typetest().poles[axis.pole.value].short)


def _type_words(result: Score) -> str:
    texts = loader.texts(TEXTS)
    if result.type is None:
        *first, last = result.possible_types
        return texts("type_open", first=", ".join(first), last=last)
    return texts("type", type=result.type, name=loader.typetest().types[result.type.value].name)


def problem_line(problem: Problem) -> str:
    """Give one line that says where something is wrong, and what."""
    texts = loader.texts(TEXTS)
    message = texts(problem.key, value=visible(str(problem.value)))
    place = "problem_in_column" if problem.column else "problem"
    return texts(place, line=problem.line, column=visible(problem.column), message=message)

"""Every word a screen asks for is there, and every word that is there is asked for."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from content.loader import ROOT as CONTENT
from content.loader import texts

ROOT = Path(__file__).parents[2]
PACKAGES = ("content", "typetest", "stappenplan", "dossier", "storage", "documents", "ui")
SOURCES = [ROOT / "app.py", *sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))]
FILES = sorted(path.stem for path in (CONTENT / "nl" / "scherm").glob("*.yaml"))

Scope = dict[str, str]  # the names that stand for the words of a file: {"text": "stap"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Use:
    """A call for a word: of which file, and a pattern of its key; None when only a run can tell the key.

    Such a key comes from a variable of the module, from an enumeration (``way.value``) or from another
    module of the package (``problem.key``): that is its ``origin``.
    """

    file: str
    pattern: str | None
    line: int
    origin: str = ""


def words_of(node: ast.AST, constants: Scope) -> str | None:
    """The file named in ``texts("file")`` or ``loader.texts(FILE)``, when the node is such a call."""
    match node:
        case ast.Call(func=ast.Name(id="texts") | ast.Attribute(attr="texts"), args=[file, *_]):
            match file:
                case ast.Constant(value=str(name)):
                    return name
                case ast.Name(id=name):
                    return constants.get(name)
    return None


def assignments(body: list[ast.stmt]) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What is assigned in ``body`` itself, not in the functions within it: (target, value), one by one."""
    for statement in body:
        for node in own(statement):
            if not isinstance(node, ast.Assign):
                continue
            for target in node.targets:
                if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                    yield from zip(target.elts, node.value.elts, strict=True)
                else:
                    yield target, node.value


def own(node: ast.AST) -> Iterator[ast.AST]:
    """The node and what is in it, without the inside of functions."""
    yield node
    if isinstance(node, Function):
        return
    for child in ast.iter_child_nodes(node):
        yield from own(child)


def constants_of(module: ast.Module) -> Scope:
    """The texts a module has a name for."""
    return {
        target.id: value.value
        for target, value in assignments(module.body)
        if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str)
    }


def scope_of(body: list[ast.stmt], around: Scope, constants: Scope) -> Scope:
    scope = dict(around)
    for target, value in assignments(body):
        name = words_of(value, constants)
        if isinstance(target, ast.Name) and name:
            scope[target.id] = name
    return scope


def functions(body: list[ast.stmt]) -> Iterator[Function]:
    for statement in body:
        for node in own(statement):
            if isinstance(node, Function):
                yield node


def patterns(key: ast.AST) -> list[str | None]:
    """The keys an argument can be, as regular expressions."""
    match key:
        case ast.Constant(value=str(text)):
            return [re.escape(text)]
        case ast.JoinedStr(values=parts):
            return ["".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in parts)]
        case ast.IfExp(body=one, orelse=other):
            return [*patterns(one), *patterns(other)]
    return [None]


def asked_by(call: ast.Call, scope: Scope, constants: Scope) -> Iterator[Use]:
    """The words one call asks for; none when it is a call of something else."""
    name = words_of(call.func, constants)
    if name is None and isinstance(call.func, ast.Name):
        name = scope.get(call.func.id)
    if name and call.args:
        key = call.args[0]
        origin = key.attr if isinstance(key, ast.Attribute) else ""
        yield from (Use(name, pattern, call.lineno, origin) for pattern in patterns(key))


def calls(body: list[ast.stmt], around: Scope, constants: Scope) -> Iterator[Use]:
    """Every call for a word in ``body`` and in the functions within it."""
    scope = scope_of(body, around, constants)
    for node in (node for statement in body for node in own(statement)):
        if isinstance(node, ast.Call):
            yield from asked_by(node, scope, constants)
    for function in functions(body):
        yield from calls(function.body, scope, constants)


def named(module: ast.AST) -> set[str]:
    """The texts in a module that can be a key held in a variable, and the patterns of f-strings."""
    nodes = [node for node in ast.walk(module) if isinstance(node, ast.Constant | ast.JoinedStr)]
    return {p for node in nodes for p in patterns(node) if p and p.strip(".+")}


def enumerated(module: ast.Module) -> set[str]:
    """The texts that are values of an enumeration: they travel to other modules."""
    enums = [
        node
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base) == "StrEnum" for base in node.bases)
    ]
    return {text for enum in enums for text in named(enum)}


def uses_in(template: str) -> Iterator[Use]:
    """The words a template of a screen asks for; it says by ``texts("file")`` of which file they are."""
    for file in re.findall(r'set text = texts\("(\w+)"\)', template):
        yield from (Use(file, key, 0) for key in re.findall(r'\btext\("(\w+)"', template))


def uses(sources: Mapping[str, str]) -> list[tuple[str, Use]]:
    """Every call for a word in modules, by path, and for a key that is held somewhere: all it can be."""
    modules = {path: ast.parse(source) for path, source in sources.items()}
    values = set().union(*map(enumerated, modules.values()))
    found = []
    for path, module in modules.items():
        family = [each for other, each in modules.items() if package(other) == package(path)]
        constants = {name: text for each in family for name, text in constants_of(each).items()}
        for use in calls(module.body, {}, constants):
            found.append((path, use))
            if use.pattern is None:
                elsewhere = values if use.origin == "value" else set().union(*map(named, family))
                possible = elsewhere if use.origin else named(module)
                found += [(path, Use(use.file, pattern, 0)) for pattern in possible]
    return found


def package(path: str) -> str:
    return path.split("/", maxsplit=1)[0]


TEMPLATES = sorted((ROOT / "ui").rglob("*.j2"))
USES = uses({str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in SOURCES})
USES += [(p.name, use) for p in TEMPLATES for use in uses_in(p.read_text(encoding="utf-8"))]


def has(file: str, pattern: str) -> bool:
    """Whether the file has a word with such a key."""
    keys = texts(file).keys()
    return any(re.fullmatch(pattern, key) for key in keys)


def test_every_word_that_is_asked_for_is_there() -> None:
    in_templates = {path.name for path in TEMPLATES}
    asked = [(path, use) for path, use in USES if use.pattern and (use.line or path in in_templates)]
    assert len(asked) > 100
    assert [
        f"{path}:{use.line}: {use.file} {use.pattern}"
        for path, use in asked
        if not has(use.file, use.pattern or "")
    ] == []


@pytest.mark.parametrize("file", FILES)
def test_every_word_that_is_there_is_asked_for(file: str) -> None:
    asked = {use.pattern for _, use in USES if use.file == file and use.pattern}
    keys = sorted(texts(file).keys())
    assert [key for key in keys if not any(re.fullmatch(pattern, key) for pattern in asked)] == []


def test_the_search_follows_names_and_choices() -> None:
    screen = (
        'word = texts("web")\n'
        "def one():\n"
        '    text, access = texts("stap"), 1\n'
        '    text("title", n=1); word("x"); texts("over")("y"); loader.texts(SHELL)("z")\n'
        "    loader.texts(SHELL)(way.value)\n"
        "    for row in (1, 2):\n"
        '        text(f"how_{row}" if row else "none")\n'
        "    def two(text): return word(key)\n"
        'KEY = "from_a_variable"\n'
    )
    other = 'SHELL = "shell"\nclass Way(StrEnum):\n    UP = "up"\n'
    found = {(use.file, use.pattern) for _, use in uses({"a/screen.py": screen, "a/other.py": other})}
    expected = {
        ("stap", "title"),
        ("web", "x"),
        ("over", "y"),
        ("shell", "z"),
        ("stap", "how_.+"),
        ("stap", "none"),
        ("web", "from_a_variable"),
        ("shell", "up"),
    }
    assert found >= expected
    assert ("stap", "from_a_variable") not in found


def test_the_search_reads_templates() -> None:
    template = (
        '{% set text = texts("projector") %}{{ text("join") }} {{ text("question", n=1) }} {{ context("x") }}'
    )
    assert list(uses_in(template)) == [Use("projector", "join", 0), Use("projector", "question", 0)]

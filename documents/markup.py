"""A text that somebody typed, as HTML: literal, or with the few signs that give it form.

The signs are those of Markdown, and no more than a person is told about: ``**bold**``, lines that begin
with ``- `` or ``1. ``, and ``[words](https://…)``. A backslash takes the meaning of a sign away. Everything
else is literal (headings, code, tables, pictures, HTML, bare addresses), and so is a sign that is not right,
such as a link that leads elsewhere than to the web or to mail. Both ways give ``<p>`` and ``<br>``; signs
add ``<strong>``, ``<ul>``, ``<ol>``, ``<li>`` and ``<a>``.
"""

import re
from collections.abc import MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, emphasis
from markdown_it.token import Token
from markupsafe import Markup, escape

from stappenplan.fields import Form, fields_of
from stappenplan.shapes import Formattable, Item
from stappenplan.text import clean

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
# A dash alone is how people say "none", a year is no number in a list, and "+" means something.
_LIST_ITEM = re.compile(r"(?:-|[1-9][0-9]?\.)[ \t]+\S")
_DEEPEST = 3  # lists in lists; each list is two levels of tokens
# Every repetition is possessive: a text of 10,000 brackets is read once and not over and over.
_LINK = re.compile(
    r"""
    \[ (?P<words> (?: \\. | [^\\\[\]\n] )++ ) \]
    \( (?P<address>
        https?://  [^\W_]  [^\s()<>"'`\\@/?\#]*+                                  # the host, nobody's name
                   (?: [/?\#] (?: [^\s()<>"'`\\]++ | \( [^\s()<>"'`\\]*+ \) )*+ )?
      | mailto:    [^\W_]  [^\s()<>"'`\\@?]*+  @  [^\W_]  [^\s()<>"'`\\@]*+
    ) \)
    """,
    re.VERBOSE | re.IGNORECASE,
)


def paragraphs(text: str) -> Markup:
    """``text`` literally: a paragraph for each stretch between blank lines, other line breaks kept."""
    found = (part for part in _BLANK_LINES.split(clean(text).text.strip()) if part)
    return Markup("\n").join(
        Markup("<p>{}</p>").format(Markup("<br>\n").join(escape(line) for line in part.split("\n")))
        for part in found
    )


def with_form(text: str) -> Markup:
    """``text`` with what its signs mean; without signs it comes out as `paragraphs` has it."""
    # Safe: every piece of text goes through escape() in _text, and addresses are held against _LINK.
    return Markup(_MARKDOWN.render(clean(text).text, {}).strip())  # noqa: S704 - the renderer escapes


def as_html(text: str, formatted: bool) -> Markup:
    """``text`` with form when its item says so, else literally."""
    return with_form(text) if formatted else paragraphs(text)


def field_html(item: Item, field: str) -> Markup:
    """A text of an item as HTML. Only the long texts can have form, of an item that says so."""
    formatted = isinstance(item, Formattable) and item.formatted and field in _long_texts(item)
    return as_html(getattr(item, field), formatted)


def without_signs(item: Item, field: str) -> str:
    """A text of an item on one line, without the signs that give it form."""
    return str(field_html(item, field).striptags())


def _long_texts(item: Item) -> set[str]:
    kind = type(item).model_fields["kind"].default
    return {field.name for field in fields_of(kind) if field.form is Form.LONG}


def _list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A list, if its first line looks like one of ours and it is not too deep in other lists."""
    line = state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]]
    if not _LIST_ITEM.match(line):
        return False
    # A line that is less indented than what it may end belongs to a list that is there already.
    deeper = state.sCount[start_line] >= state.blkIndent
    if deeper and state.level >= 2 * _DEEPEST:
        return False
    return list_block(state, start_line, end_line, silent)


def _end_of_list(state: StateBlock, start_line: int, _end_line: int, silent: bool) -> bool:
    """Ends a list at a line without indent; in Markdown that would still belong to the last item."""
    return silent and state.listIndent >= 0 and state.sCount[start_line] <= state.listIndent


def _keep_numbers(state: StateCore) -> None:
    """Let every number in a list be the one that was typed: where it jumps, another list begins."""
    kept: list[Token] = []
    lists: list[tuple[Token, int | None]] = []  # each open list, and the number that is to follow
    for token in state.tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append((token, None))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open" and token.info:
            opened, following = lists.pop()
            number = int(token.info)
            if following is not None and number != following:
                kept.append(Token("ordered_list_close", "ol", -1, level=opened.level, block=True))
                kept.append(
                    Token("ordered_list_open", "ol", 1, {"start": number}, level=opened.level, block=True)
                )
            lists.append((opened, number + 1))
        kept.append(token)
    state.tokens = kept


def _escape(state: StateInline, silent: bool) -> bool:
    """A sign after a backslash is no sign, where it would be one; any other backslash stays."""
    sign = state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "\\" or not sign:
        return False
    before = state.src[state.src.rfind("\n", 0, state.pos) + 1 : state.pos].strip()
    in_line = sign in "*[]"
    if not (in_line or (sign == "-" and not before) or (sign == "." and before.isdecimal())):
        return False
    if not silent:
        state.append_pending(sign)
    state.pos += 2
    return True


def _stars(state: StateInline, silent: bool) -> bool:
    return state.src[state.pos] == "*" and emphasis.tokenize(state, silent)


def _link(state: StateInline, silent: bool) -> bool:
    """Words with an address, unless they are the description of a picture."""
    found = _LINK.match(state.src, state.pos, state.posMax)
    picture = state.src[state.pos - 1 : state.pos] == "!"
    if not found or picture or not any(sign.isalnum() for sign in found["words"]):
        return False
    if not silent:
        address = state.md.normalizeLink(found["address"])
        state.push("link_open", "a", 1).attrs = {"href": address, "rel": "noopener"}
        state.pos, whole = found.start("words"), state.posMax
        state.posMax = found.end("words")
        state.md.inline.tokenize(state)
        state.posMax = whole
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _text(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: Any,
    _env: MutableMapping[str, Any],
) -> str:
    return str(escape(tokens[index].content))


def _star(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    _options: Any,
    _env: MutableMapping[str, Any],
) -> str:
    """A pair of single stars has no meaning here."""
    return tokens[index].markup


def _bold(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: MutableMapping[str, Any]
) -> str:
    """Bold in bold is bold: one element, however often somebody says so."""
    token = tokens[index]
    outside = env["bold"] = env.get("bold", 0) + min(token.nesting, 0)
    env["bold"] += max(token.nesting, 0)
    return "" if outside else renderer.renderToken(tokens, index, options, env)


def _parser() -> MarkdownIt:
    """The parser: nothing is on but what is named here."""
    parser = MarkdownIt("zero", {"breaks": True})
    parser.block.ruler.at("list", _list, {"alt": ["paragraph"]})
    parser.block.ruler.before("paragraph", "end_of_list", _end_of_list, {"alt": ["paragraph"]})
    parser.core.ruler.after("block", "keep_numbers", _keep_numbers)
    parser.inline.ruler.at("escape", _escape)
    parser.inline.ruler.at("emphasis", _stars)
    parser.inline.ruler.at("link", _link)
    parser.enable(["list", "newline", "escape", "emphasis", "link"])
    for name, rule in [("text", _text), ("em_open", _star), ("em_close", _star)]:
        parser.add_render_rule(name, rule)
    for name in ("strong_open", "strong_close"):
        parser.add_render_rule(name, _bold)
    return parser


_MARKDOWN = _parser()

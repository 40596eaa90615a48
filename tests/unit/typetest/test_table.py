from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.typetest.strategies import answer_sets
from typetest.model import Choice
from typetest.table import COLUMNS, Form, Problem, Sheet, read_sheet

HEADER = ",".join(COLUMNS)
BLANK = "," * 13


def sheet(*lines: str) -> Sheet:
    return read_sheet("\n".join(lines).encode())


def problems(*lines: str) -> list[tuple[int, str, str, str | int]]:
    result = sheet(*lines)
    assert result.forms == ()
    return [(problem.line, problem.key, problem.column, problem.value) for problem in result.problems]


groups = st.text(st.characters(codec="utf-8", exclude_characters='"'), max_size=12).map(str.strip)
layouts = st.tuples(
    st.permutations(COLUMNS),
    st.sampled_from([",", ";"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig"]),
    st.sampled_from([str.lower, str.upper, str.title]),
)
Layout = tuple[list[str], str, str, str, Callable[[str], str]]


@given(st.lists(st.tuples(groups, answer_sets()), min_size=1, max_size=5), layouts)
def test_forms_come_back_as_they_were_written(
    forms: list[tuple[str, dict[int, Choice]]], layout: Layout
) -> None:
    columns, delimiter, newline, encoding, cased = layout
    lines = [delimiter.join([cased("groep"), *(f" {cased(column)} " for column in columns)])]
    for group, answers in forms:
        cells = [cased(answers.get(int(column.removeprefix("vraag")), "")) for column in columns]
        lines.append(delimiter.join([f'"{group}"', *cells]))
    read = read_sheet((newline.join(lines) + newline).encode(encoding))
    assert read == Sheet(tuple(Form(group or None, answers) for group, answers in forms), ())


def test_without_a_group_there_is_none() -> None:
    assert sheet(HEADER, BLANK).forms == (Form(None, {}),)


def test_blank_lines_are_skipped_and_counted() -> None:
    assert len(sheet("", HEADER, "", BLANK, "   ", BLANK).forms) == 2
    assert problems("", HEADER, "", BLANK, "  ", "x" + BLANK) == [(6, "cell", "vraag1", "x")]


def test_spaces_around_a_choice_do_not_matter_but_control_characters_do() -> None:
    assert sheet(HEADER, " \u00a0A\t" + BLANK).forms == (Form(None, {1: Choice.A}),)
    assert problems(HEADER, "\x1fa" + BLANK) == [(2, "cell", "vraag1", "\x1fa")]


def test_a_column_without_a_name_goes_by_its_number() -> None:
    assert problems(HEADER + ",", BLANK, BLANK + ",,") == [
        (1, "column_without_name", "15", ""),
        (2, "row_short", "15", 14),
        (3, "row_long", "15", 16),
    ]


def test_every_wrong_cell_is_told() -> None:
    assert problems(HEADER, "a,b,ab" + "," * 11, BLANK, "1" + BLANK[:-1] + ",0") == [
        (2, "cell", "vraag3", "ab"),
        (4, "cell", "vraag1", "1"),
        (4, "cell", "vraag14", "0"),
    ]


def test_a_line_is_the_physical_one_also_after_a_quoted_line_end() -> None:
    lines = (f"groep,{HEADER}", '"x', 'y",a,c' + "," * 12, '"p\r\nq"' + "," * 14, "z,d" + BLANK)
    assert problems(*lines) == [(3, "cell", "vraag2", "c"), (6, "cell", "vraag1", "d")]


def test_every_wrong_column_is_told() -> None:
    header = HEADER.replace("vraag3", "Naam").replace("vraag5", "VRAAG4").replace("vraag9", " ")
    assert problems(header, BLANK) == [
        (1, "column_unknown", "Naam", ""),
        (1, "column_doubled", "VRAAG4", ""),
        (1, "column_without_name", "9", ""),
        (1, "column_missing", "vraag3", ""),
        (1, "column_missing", "vraag5", ""),
        (1, "column_missing", "vraag9", ""),
    ]


def test_cells_are_checked_even_when_a_column_is_wrong() -> None:
    assert problems(HEADER + ",extra", BLANK + ",x", "c" + BLANK + ",") == [
        (1, "column_unknown", "extra", ""),
        (3, "cell", "vraag1", "c"),
    ]


def test_a_row_must_be_as_long_as_the_header() -> None:
    assert problems(HEADER, "a,b,a", BLANK + ",,x", "a") == [
        (2, "row_short", "vraag4", 3),
        (3, "row_long", "vraag14", 16),
        (4, "row_short", "vraag2", 1),
    ]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n \r\n"])
def test_an_empty_file_is_told(data: bytes) -> None:
    assert read_sheet(data).problems == (Problem(1, "empty"),)


def test_a_header_alone_holds_no_rows() -> None:
    assert problems("", HEADER, "", "") == [(2, "no_rows", "", "")]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (HEADER.encode("utf-16"), 1),
        (HEADER.encode("utf-16-le"), 1),
        (f"groep,{HEADER}\nx{BLANK},\nCaf\xe9{BLANK},".encode("latin-1"), 3),
    ],
)
def test_another_encoding_is_told_with_the_line(data: bytes, line: int) -> None:
    assert read_sheet(data).problems == (Problem(line, "encoding"),)


@pytest.mark.parametrize("broken", ['"never closed,', '"a"b,', "x" * 200_000])
def test_what_cannot_be_read_is_told_after_what_was_found_before(broken: str) -> None:
    assert problems(HEADER, "c" + BLANK, broken, BLANK) == [(2, "cell", "vraag1", "c"), (3, "quotes", "", "")]


def test_a_file_that_breaks_off_in_its_first_line_is_not_called_empty() -> None:
    assert problems('"vraag1') == [(1, "quotes", "", "")]


def test_a_file_that_breaks_off_is_not_blamed_for_having_no_rows() -> None:
    assert problems(HEADER, '"x') == [(2, "quotes", "", "")]


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes_give_forms_or_problems(data: bytes) -> None:
    result = read_sheet(data)
    assert bool(result.forms) != bool(result.problems)
    result = read_sheet(HEADER.encode() + b"\n" + data)
    assert bool(result.forms) != bool(result.problems)

"""When a table, or a row of it, is short enough to stay on one page."""

SHORT_ROWS, SHORT_TEXT = 8, 1500
"""A table of fewer rows below its header, and no more characters, stays on one page; so does a row."""


def stays_together(rows: int, characters: int) -> bool:
    """Whether a table of so many rows, its header not counted, is kept on one page."""
    return rows < SHORT_ROWS and characters <= SHORT_TEXT

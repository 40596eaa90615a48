"""When a table, or a row of it, is short enough to stay on one page."""

SHORT_ROWS, SHORT_TEXT = 14, 1500
"""A table of at most so many rows below its header, and characters, stays on one page; so does a row."""


def stays_together(rows: int, characters: int) -> bool:
    """Whether a table of so many rows, its header not counted, is kept on one page."""
    return rows < SHORT_ROWS and characters <= SHORT_TEXT

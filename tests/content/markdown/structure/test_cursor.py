"""The place in a line: tabs go to the next stop, and one that is taken in part leaves spaces."""

import pytest

from bantin.content.markdown.structure.cursor import Cursor


@pytest.mark.parametrize(
    ("line", "columns", "rest", "indent"),
    [
        ("    a", 4, "a", 0),
        ("\ta", 2, "  a", 2),
        (" \ta", 2, "  a", 2),
        ("\t\ta", 4, "\ta", 4),
        ("  \t a", 3, "  a", 2),
    ],
)
def test_indentation_is_taken_by_columns(line: str, columns: int, rest: str, indent: int) -> None:
    cursor = Cursor(line)
    cursor.dedent(columns)
    assert (cursor.rest, cursor.indent, cursor.text) == (rest, indent, "a")


def test_tab_stops_are_counted_from_the_beginning_of_the_line() -> None:
    cursor = Cursor("-\ta")
    cursor.skip(1)
    assert (cursor.column, cursor.indent, cursor.text) == (1, 3, "a")


def test_a_line_of_space_is_blank() -> None:
    assert Cursor(" \t ").is_blank
    assert not Cursor(" a").is_blank

"""Tables: cells, sides, and what is a row."""

import pytest

from bantin.content.markdown.structure import tables


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a | |", ["a", ""]),
        ("|a", ["a"]),
        ("| a \\| b | c |", ["a | b", "c"]),
        ("||", [""]),
    ],
)
def test_cells_stand_between_bars(line: str, cells: list[str]) -> None:
    assert tables.cells(line) == cells


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        ("|---|:-:|--:|:--|", ["", "center", "right", "left"]),
        ("--|--", ["", ""]),
        ("|-|", [""]),
        ("---", None),
        ("| a |", None),
        ("|—|—|", None),
    ],
)
def test_the_row_below_the_head_says_the_sides(line: str, sides: list[str] | None) -> None:
    assert tables.sides(line) == sides


@pytest.mark.parametrize("line", ["|—|—|", "| - - | –– |", "|===|:==:|", "|---|"])
def test_what_was_meant_for_that_row_is_known(line: str) -> None:
    assert tables.is_nearly_delimiter(line)


@pytest.mark.parametrize("line", ["| a |", "||", "| | |", "a - b"])
def test_other_rows_are_not_taken_for_it(line: str) -> None:
    assert not tables.is_nearly_delimiter(line)

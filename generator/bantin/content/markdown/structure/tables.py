"""Tables: the cells of their rows, and which way the columns are set.

Rows are those of GitHub, with bars between the cells; or what a spreadsheet gives, with tabs between them.
"""

import re

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
# What is meant for one: Word makes dashes of hyphens, and people count columns wrongly or take another sign.
_NEARLY_DELIMITER = re.compile(r"\|(?:[ \t]*:?[-–—=_]+(?:[ \t]+[-–—=_]+)*:?[ \t]*\|)+$")
_ROW = re.compile(r"\|.*\|$")
_BAR = re.compile(r"(?<!\\)\|")


def sides(line: str) -> list[str] | None:
    """The side that each column is set to, if this is the row below the head of a table; '' is no side at all."""
    if not _DELIMITER.match(line) or ("|" not in line and ":" not in line):
        return None
    return [_side(cell) for cell in cells(line)]


def is_head(line: str, columns: list[str]) -> bool:
    """Whether a line is the head of a table of such columns."""
    return "|" in line and len(cells(line)) == len(columns)


def cells(line: str) -> list[str]:
    """The words in each cell of a row. A bar behind a backslash is none."""
    row = line.strip()
    row = row.removeprefix("|")
    found = [one.strip() for one in _BAR.split(row)]
    if len(found) > 1 and not found[-1]:
        found.pop()
    return [cell.replace("\\|", "|") for cell in found]


def is_row(line: str) -> bool:
    """Whether a line has a bar at both ends."""
    return len(line) > 2 and bool(_ROW.match(line))


def is_nearly_delimiter(line: str) -> bool:
    """Whether a line was meant to stand below the head of a table."""
    return bool(_NEARLY_DELIMITER.match(line))


def _side(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    return ("center" if right else "left") if left else "right" if right else ""

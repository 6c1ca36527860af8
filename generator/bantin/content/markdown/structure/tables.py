"""Tables: the cells of their rows, and the alignment of their columns.

Rows are those of GitHub, with bars between the cells, or those of a spreadsheet, with tabs.
"""

import re

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
# Intended as one: Word turns hyphens into dashes, and editors miscount columns or use another sign.
_NEARLY_DELIMITER = re.compile(r"\|(?:[ \t]*:?[-–—=_]+(?:[ \t]+[-–—=_]+)*:?[ \t]*\|)+$")
_ROW = re.compile(r"\|.*\|$")
_BAR = re.compile(r"(?<!\\)\|")


def sides(line: str) -> list[str] | None:
    """The alignment of each column, '' for none, if ``line`` is the delimiter row of a table; else ``None``."""
    if not _DELIMITER.match(line) or ("|" not in line and ":" not in line):
        return None
    return [_side(cell) for cell in cells(line)]


def is_head(line: str, columns: list[str]) -> bool:
    """Whether a line is the head of a table with these columns."""
    return "|" in line and len(cells(line)) == len(columns)


def cells(line: str) -> list[str]:
    """The words in each cell of a row. A bar after a backslash is part of the words."""
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
    """Whether a line was intended as the delimiter row of a table."""
    return bool(_NEARLY_DELIMITER.match(line))


def _side(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    return ("center" if right else "left") if left else "right" if right else ""

"""Markdown tables of medians with their ranges, and of ratios of medians."""

from collections.abc import Mapping, Sequence
from statistics import median

Figures = Mapping[tuple[str, str], Sequence[float]]
"""Measured values, by row and column."""


def ratio_table(figures: Figures, rows: Sequence[str], columns: Sequence[str]) -> str:
    """Formats a table of medians by ``rows`` and ``columns``, with ratios of the first column to each other one."""
    first, *others = columns
    lines = []
    for row in rows:
        middle = {column: median(figures[row, column]) for column in columns}
        ratios = [f"{middle[first] / middle[other]:.2f}" for other in others]
        lines.append([row, *(spread(figures[row, column]) for column in columns), *ratios])
    return table(["", *columns, *(f"{first} ÷ {other}" for other in others)], lines)


def spread(values: Sequence[float]) -> str:
    """Formats the median with the minimum and the maximum."""
    return f"{number(median(values))} ({number(min(values))}–{number(max(values))})"


def number(value: float) -> str:
    """Formats a number with three significant digits, or without decimals if it is larger."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def table(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Formats an aligned Markdown table; all columns but the first hold numbers."""
    widths = [max(3, *(len(line[column]) for line in [head, *lines])) for column in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join(_row(line, widths) for line in [head, rule, *lines])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(padded)} |"
